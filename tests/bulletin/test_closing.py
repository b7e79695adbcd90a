"""Is the last day to act told from days that nobody need act by?"""

from datetime import date

import pytest

from app.domain.draft import ReplyKind
from tests.bulletin.test_suggest import draft, made, of

FRIDAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("body", "closes"),
    [
        ("Send the form. The closing date is now Friday 4 December.", FRIDAY),
        ("Appeals had to come in October. It is now Friday 4 December.", FRIDAY),
        ("The fair moved. It is now Friday 4 December.", None),
        ("The last sensible date to apply is Friday 4 December.", FRIDAY),
        ("The date of the fair is Friday 4 December.", None),
        ("Tell us a day (any time up to 4 December).", FRIDAY),
        ("Pupils may be checked up to 4 December.", None),
        ("If a school objects, the law gives you until Friday 4 December.", FRIDAY),
        ("Claims may be added until Friday 4 December.", FRIDAY),
        ("The pool is shut until Friday 4 December.", None),
        ("The consultation runs until Friday 4 December.", FRIDAY),
        ("Comments are welcome until Friday 4 December.", FRIDAY),
        ("Bin all that is best before 4 December.", None),
        ("Bookings are paused until Friday 4 December.", None),
        ("Forms that come after Friday 4 December will be sent back.", FRIDAY),
        ("Forms that come after Friday 4 December go to Ann.", None),
        ("Must be submitted: Friday 4 December", FRIDAY),
        ("You will hear by the end of November.", None),
        ("It pays for trips that take place on or before 4 December.", None),
        ("Please don't leave it until 4 December.", None),
        ("Nothing will change before 4 December.", None),
        ("The photocopier contract ends on 4 December.", None),
        ("The consultation ends on 4 December.", FRIDAY),
        ("The window for queries is 28 November to 4 December. Nothing comes before Monday.", FRIDAY),
    ],
)
def test_the_last_day_to_act_is_told_from_others(body: str, closes: date | None) -> None:
    assert made("Something for schools", body).text.closes == closes


@pytest.mark.parametrize(
    ("own", "closes"), [("See below.", FRIDAY), ("See below, by 11 December.", date(2026, 12, 11))]
)
def test_a_forward_without_a_day_of_its_own_closes_by_what_it_passes_on(own: str, closes: date) -> None:
    below = (
        "From: Ann <a@b.example>\nSent: 3 May 2026 09:00\nTo: P\nSubject: x\n\nPlease apply by 4 December."
    )
    written = draft("FW: Bursaries", f"{own}\n\n{below}", reply=ReplyKind.FORWARD)
    assert of(written).text.closes == closes
