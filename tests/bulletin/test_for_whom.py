"""Is it read from a draft's own words whom an item is for, where it names its readers only in passing?"""

import pytest

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
