"""Can flagged sends be reviewed at 320 pixels, in the dark, without our colours and without a mouse?"""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.flagged import Outcome
from app.domain.verdict import Severity
from app.review.decide import Asked, decide, hold, question_conduct, record_advice, record_wishes
from app.review.desk import ReviewDesk
from app.review.reveal import answer_reveal, ask_reveal, look
from app.review_ports import Whose
from app.web.review.room import ReviewRoom
from tests.browser.test_appearance import WIDER_THAN_ITSELF
from tests.browser.test_desk import NARROW, come_in, served, violations
from tests.desk_rooms import desk_room
from tests.fakes import MONDAY_MORNING
from tests.review_rooms import NIA, NUMBER, OMAR, at_case, attached, flagged, in_hand, review_desk, reviewing
from tests.web.conftest import site_for

STATES = {"new": "2" * 32, "mine": NUMBER, "asked": "3" * 32, "stopped": "4" * 32, "closed": "5" * 32}
SEEN = {"wanted": "8" * 32, "shown": "9" * 32}
WORDS = "Her number is 943 476 5919.\n\nShe has asthma, and her brother too."


def full_desk() -> ReviewDesk:
    """A case in each state that has a page of its own."""
    desk = reviewing(review_desk())
    for number in (*STATES.values(), *SEEN.values()):
        flagged(desk, number)
    flagged(desk, "6" * 32, rule="no-cyberbullying", outcome=Outcome.STOPPED, severity=Severity.BLOCK)
    flagged(desk, "7" * 32, outcome=Outcome.CALLED_WRONG, audience={"inside": 2})
    in_hand(desk, OMAR, "7" * 32)
    in_hand(desk)
    asked, stopped, closed = (in_hand(desk, number=STATES[name]) for name in ("asked", "stopped", "closed"))
    for at in (asked, stopped):
        question_conduct(at)
    record_advice(asked, Asked("Ann Hall", "Speak with him first, with somebody from personnel."))
    hold(asked, "A threat to a colleague.", MONDAY_MORNING.date() + timedelta(days=30))
    record_wishes(asked, Wishes("That it stops.", Police.UNDECIDED))
    wanted, shown = (in_hand(desk, by, SEEN[name]) for by, name in ((OMAR, "wanted"), (NIA, "shown")))
    for at in (wanted, shown):
        attached(desk, WORDS, at.number)
        ask_reveal(at, "Two pupils have one name.")
    answer_reveal(at_case(desk, shown.number, OMAR), is_agreed=True)
    look(shown)
    decide(closed, Ruling.COACH, "Please use the secure channel next time.")
    return desk


@pytest.mark.parametrize("colours", NARROW)
def test_the_pages_are_for_everybody(browser: Browser, colours: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 640}, **NARROW[colours]).new_page()
    found: dict[str, list[str]] = {}
    room = ReviewRoom(full_desk(), site_for().review.policy, (OMAR,))
    with served(desk_room(), review=room) as url:
        come_in(page, url, "/review")
        paths = {name: f"/cases/{number}" for name, number in (STATES | SEEN).items()}
        paths |= {"words": f"/cases/{SEEN['shown']}/attached", "door": "/enter"}
        for name, path in {"queue": "", "done": "/closed", **paths}.items():
            page.goto(f"{url}/review{path}")
            found[name] = violations(page)
            if page.locator("html").evaluate(WIDER_THAN_ITSELF):
                found[name].append("runs off the side")
        _by_keyboard(page, url)
        found["wrong"] = violations(page)
    page.context.close()

    assert {state: said for state, said in found.items() if said} == {}


def _by_keyboard(page: Page, url: str) -> None:
    """Open a case and stop where a reason is missing."""
    page.goto(f"{url}/review/cases/{STATES['new']}")
    page.get_by_role("button", name="Open").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("It is open for you")
    page.get_by_role("button", name="Claim", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Decide").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Choose how it ends")


def test_a_sender_reads_and_adds_to_their_own_case(browser: Browser) -> None:
    desk, site = full_desk(), site_for()
    code = site.staff.held.records.keyed_hash(NIA.address)
    desk.cases.whose[SEEN["shown"]] = Whose(NIA, frozenset({code}))  # type: ignore[attr-defined]  # a fake
    page = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme="dark").new_page()
    with served(desk_room(), review=ReviewRoom(desk, site.review.policy), staff=site.staff) as url:
        come_in(page, url, "/staff/me")
        page.goto(f"{url}/staff/me/cases/{SEEN['shown']}")
        expect(page.get_by_text("was shown what you attached")).to_be_visible()
        found = violations(page)
        is_wider = page.locator("html").evaluate(WIDER_THAN_ITSELF)
        page.get_by_role("button", name="Take it all back").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("taken back and deleted")
    page.context.close()

    assert (found, is_wider) == ([], False)
