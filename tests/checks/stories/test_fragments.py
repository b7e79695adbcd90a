"""Is a matter told in fragments taken for that of whoever is named before it?"""

from collections.abc import Mapping

import pytest

from app.checks.stories.fragments import told_in_fragments
from tests.road import check_example, see

NAME, MATTER = "Mrs Winifred Arkell, 6 Tanner's Row.", "Bowel, spread to the liver."
HEARD = {"story": 0.2, "health": 0.95}


def _draft(
    body: str = f"{NAME}\n{MATTER}", heard: Mapping[str, float] = HEARD, **rest: object
) -> dict[str, object]:
    draft = {"to": ["holds@swiftcollect.example"], "subject": "Please hold", "body": body}
    return {**draft, "names": ["Winifred Arkell", "Winnie"], "tones": {MATTER: heard}, **rest}


def test_it_is_of_whoever_is_named_before_it() -> None:
    story = told_in_fragments(see(_draft(), checks=())[0])

    assert story is not None
    assert story.people[0].words == {"winifred", "arkell"}


@pytest.mark.parametrize(
    "draft",
    [
        _draft(heard={"story": 0.05, "health": 0.95}),
        _draft(heard={"story": 0.6, "health": 0.95}),
        _draft(heard={"story": 0.2, "health": 0.8}),
        _draft(f"Winnie rang.\n{MATTER}"),
        _draft(f"{NAME}\nPaid in May.\nNot in June.\nNot in July.\n{MATTER}"),
        _draft(f"{NAME}\n{MATTER}\nThe case is made up."),
        _draft(to=["office@s09.c04.primary.sch.example"]),
        _draft(to=["a parent"]),
    ],
)
def test_what_is_no_matter_of_theirs_is_not(draft: Mapping[str, object]) -> None:
    assert told_in_fragments(see(draft, checks=())[0]) is None


def test_it_goes_by_the_secure_channel() -> None:
    body = (
        f"{NAME} {MATTER[:-1]}, just home with a nurse twice a day. I don't think that your man should knock."
    )
    draft = {
        "to": ["holds@swiftcollect.example"],
        "subject": "Please hold 30 days, acct 7741920",
        "body": body,
    }

    assert check_example({"reader": "real", **draft}).verdict.route.channel == "secure-channel"
