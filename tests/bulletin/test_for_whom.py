"""Is it read from a draft's own words whom an item is for, where it names its readers only in passing?"""

import pytest

from app.domain.for_whom import EVERYBODY, Role
from app.domain.school import Phase
from tests.bulletin.test_suggest import made


@pytest.mark.parametrize(
    ("body", "phases"),
    [
        ("The analysis is ready for each school sixth form. A level results are in it.", {Phase.SIXTEEN_PLUS}),
        ("There is money for gardens at special schools and pupil referral units.", {Phase.SPECIAL, Phase.ALTERNATIVE}),
        ("Exam invigilators are needed in May.", {Phase.SECONDARY}),
        ("Careers leaders meet on 4 December.", {Phase.SECONDARY}),
        ("Claims for EYPP close on 4 December.", {Phase.NURSERY}),
        ("Heating fails at primary schools and colleges alike.", set()),
        ("The form is ready for each school. Lifts at special schools are tested too.", set()),
    ],
)  # fmt: skip
def test_phases_are_read_from_what_is_said_in_passing(body: str, phases: set[Phase]) -> None:
    assert made("Notice", body).text.for_whom.phases == phases


@pytest.mark.parametrize(
    "body",
    [
        "A man has visited two primary schools in Swale and asked to see the alarms.",
        "The day costs £40 for academies, free for maintained schools.",
    ],
)
def test_some_schools_that_are_told_of_and_a_price_say_nothing(body: str) -> None:
    assert made("Notice", body).text.for_whom == EVERYBODY


def test_whoever_only_it_is_for_is_whose_desk() -> None:
    assert made("Notice", "The address changes on 7 December.\n\nDSLs only.").text.for_whom.roles == {
        Role.SAFEGUARDING
    }
