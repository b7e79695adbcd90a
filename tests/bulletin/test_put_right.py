"""Is it heard that one item puts another right, in whatever words, and nothing else taken for it?"""

import pytest

from app.bulletin.alike.put_right import denied, is_moved, is_put_right, values

PUTS_RIGHT = [
    "The closing date is now Friday 14 March.",
    "Bids will now be taken until 26 February.",
    "You have two weeks more to send your plan.",
    "We have kept the questionnaire open until 5 March.",
    "The hall has been double-booked.",
    "We're moving to the library, same morning.",
    "Half past three, not four, on both days.",
    "Our poster says 10 July; libraries will be swapping on the 17th.",
    "We gave you the wrong telephone number.",
    "The meeting is on the 9th rather than Tuesday.",
    "As the portal was down, schools may answer until 12 March.",
    "Schools that missed the date may still order.",
    "Nothing else has changed.",
    "The rest is as it was.",
    "(EXTENDED) Closes 9 May.",
    "A fortnight later than we'd said.",
    "The talk with two inspectors moves to the Assembly Rooms.",
    "Because of the snow the evening goes online.",
    "The leaflet had last year's price.",
    "Please ring 01632 960 981, and not the number printed in our note.",
    "The link for Monday's meeting did not work.",
    "We leave the list open for a fortnight.",
]
SAYS_SOMETHING_ELSE = [
    "Register for the course by 14 March.",
    "Get your PIN now.",
    "The course is for teachers of Year 3.",
    "Tell us on the same day.",
    "Coaches cost £9 (a year ago it was £8).",
    "Nobody needs to book.",
    "Bring a sandwich, not crisps.",
    "Applications open on 1 March and close on 26 March.",
    "Each school will move from Cascade to Arden over one weekend.",
    "The library is open for a week in August.",
    "The number of the helpline is printed on the card.",
    "",
]


@pytest.mark.parametrize("said", PUTS_RIGHT)
def test_what_is_put_right_is_heard(said: str) -> None:
    assert is_put_right(f"Notice. {said}", "Notice", f"Notice\n\n{said}")


@pytest.mark.parametrize("said", SAYS_SOMETHING_ELSE)
def test_other_news_puts_nothing_right(said: str) -> None:
    assert not is_put_right(f"Notice. {said}", "Notice", f"Notice\n\n{said}")


def test_what_is_put_off_to_another_day_takes_place() -> None:
    for headline in ("Siren test put off to 9 December", "Closure put back to Easter", "Fair moved to 3 May"):
        assert is_moved(headline)
    for headline in ("Siren test cancelled", "Closure put off", "Fair on 3 May"):
        assert not is_moved(headline)


def test_what_does_not_hold_is_told_from_what_does() -> None:
    said = "Doors open at half past six, not 7pm, at Marsh House rather than the Guildhall."
    assert set(denied(said)) == {"7", "guildhall"}
    assert {"6", "7", "marsh", "guildhall"} <= set(values(said))


def test_days_and_hours_are_compared_by_one_name() -> None:
    assert set(values("on Tuesday at two")) == set(values("Tues 2pm")) == {"tue", "2"}


@pytest.mark.parametrize("text", ["not " * 3_000, "was 1 " * 2_000, "now now now " * 1_000, "£" * 5_000])
def test_odd_text_is_read_too(text: str) -> None:
    assert isinstance(is_put_right(text[:1_000], text[:200], text), bool)
    assert len(list(denied(text))) <= len(text)
