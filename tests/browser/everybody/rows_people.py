"""Which states have the review room, the policy owner's pages, and the pages about staff and their rights?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from playwright.sync_api import expect

from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.flagged import Outcome
from app.domain.staff import StaffMember
from app.domain.verdict import Severity
from app.review.decide import Asked, decide, hold, question_conduct, record_advice, record_wishes
from app.review.desk import ReviewDesk
from app.review.reveal import answer_reveal, ask_reveal, look
from app.review_ports import Whose
from app.staff.posting_register import give
from app.web.review.room import ReviewRoom
from app.web.state import WebState
from tests.browser.everybody.scene import Place, Room, Scene, State, page_at
from tests.browser.everybody.serving import as_priya, desk_pages, pages, pages_of
from tests.desk_rooms import desk_room, leave_to_publish
from tests.fakes import MONDAY_MORNING
from tests.review_rooms import NIA, NUMBER, OMAR, at_case, attached, flagged, in_hand, review_desk, reviewing
from tests.rights_fakes import FakeHeldRows
from tests.web.conftest import PRIYA, site_for
from tests.web.test_access_pages import ROWS, SAM
from tests.web.test_insight_pages import full as full_insight

CASE = "/review/cases/{number}"
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


@contextmanager
def _review() -> Iterator[Place]:
    desk, site = full_desk(), site_for()
    code = site.staff.held.records.keyed_hash(NIA.address)
    desk.cases.whose[SEEN["shown"]] = Whose(NIA, frozenset({code}))  # type: ignore[attr-defined]  # a fake
    room = ReviewRoom(desk, site.review.policy, (OMAR,))
    with pages(desk_pages(desk_room(), review=room, staff=site.staff), room, **STATES, **SEEN) as place:
        yield place


def _claimed_without_an_end(scene: Scene) -> None:
    """Open a case and stop where a reason is missing, by keyboard alone."""
    page = scene.page
    scene.open("/review/cases/{new}")
    page.get_by_role("button", name="Open").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("It is open for you")
    page.get_by_role("button", name="Claim", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Decide").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Choose how it ends")


def _taken_back(scene: Scene) -> None:
    scene.open("/staff/me/cases/{shown}")
    scene.page.get_by_role("button", name="Take it all back").focus()
    scene.page.keyboard.press("Enter")
    expect(scene.page.get_by_role("status")).to_contain_text("taken back and deleted")


REVIEW = Room(
    "review",
    "The review console",
    _review,
    (
        page_at("queue", "/review", is_kept_narrow=True),
        page_at("done", "/review/closed"),
        *(page_at(f"case-{name}", f"/review/cases/{{{name}}}", CASE) for name in (*STATES, *SEEN)),
        page_at("attached-words", "/review/cases/{shown}/attached", f"{CASE}/attached"),
        page_at("door", "/review/enter"),
        State("no-end-chosen", CASE, _claimed_without_an_end),
        page_at("what-the-sender-reads", "/staff/me/cases/{shown}", "/staff/me/cases/{number}"),
        State("what-the-sender-took-back", "/staff/me/cases/{number}", _taken_back),
    ),
    as_priya,
)

RULE, PACK = "/policy/rules/{rule}", "/policy/packs/{pack}"
MENDED = "/policy/rules/no-bulk-to-schools"


def _message(words: str, why: str = "") -> Callable[[Scene], None]:
    def reach(scene: Scene) -> None:
        scene.open(MENDED)
        scene.page.get_by_label("What the card says").fill(words)
        scene.page.get_by_label("Why?").fill(why)
        scene.page.get_by_role("button", name="Save").click()
        scene.page.get_by_role("status" if why else "alert").first.wait_for()

    return reach


def _what_was_changed(scene: Scene) -> None:
    scene.open("/policy/history")
    scene.page.locator("main a[href*='/policy/history/']").first.click()
    scene.page.get_by_role("button", name="Take it back").wait_for()


def _a_law_out_of_date(scene: Scene) -> None:
    scene.open("/policy/settings/laws")
    scene.page.locator("main a[href*='out-of-date']").first.click()
    scene.page.get_by_role("heading", level=1).wait_for()


OWNER = Room(
    "policy",
    "The policy owner’s pages",
    pages_of(site_for),
    (
        page_at("overview", "/policy", is_kept_narrow=True),
        page_at("remarks", "/policy/remarks"),
        page_at("rules", "/policy/rules"),
        page_at("no-such-rule", "/policy/rules?find=zeppelin"),
        page_at("a-rule", MENDED, RULE, is_kept_narrow=True),
        State("a-rule-without-a-reason", RULE, _message("Please use the bulletin.")),
        State("a-rule-that-was-changed", RULE, _message("Please use the bulletin.", "shorter")),
        page_at("history", "/policy/history"),
        State("a-change", "/policy/history/{number}", _what_was_changed),
        page_at("a-policy", "/policy/packs/kent-schools", PACK),
        page_at("its-details", "/policy/packs/kent-schools/details", f"{PACK}/details"),
        page_at("its-text", "/policy/packs/trust/text", f"{PACK}/text"),
        page_at("step-back", "/policy/step-back"),
        page_at("terms-and-lists", "/policy/settings"),
        page_at("calendar", "/policy/settings/calendar", is_kept_narrow=True),
        page_at("words", "/policy/settings/words"),
        page_at("laws", "/policy/settings/laws"),
        page_at("a-new-law", "/policy/settings/laws/add"),
        State("a-law-out-of-date", "/policy/settings/laws/out-of-date", _a_law_out_of_date),
        page_at("a-list-as-text", "/policy/settings/words/text", "/policy/settings/{document}/text"),
        page_at("help", "/help"),
    ),
    as_priya,
)  # fmt: skip


def site_of_staff() -> WebState:
    """Where something is held about people, and rules were met."""
    made = full_insight(site_for(cast=(PRIYA, SAM)))
    held = made.staff.held
    rows = FakeHeldRows(ROWS)
    people = [StaffMember(PRIYA.address, PRIYA.name), StaffMember("v.okoro@wealdshire.example", "Vi Okoro")]
    made.staff.staff.replace(people, MONDAY_MORNING)
    return replace(
        made, staff=replace(made.staff, held=replace(held, access=replace(held.access, rows=rows)))
    )


@contextmanager
def _staff() -> Iterator[Place]:
    made = site_of_staff()
    entry = give(made.staff.postings, leave_to_publish().permission, "Ann Hall", "New term")
    with pages(made, permission=entry.key) as place:
        yield place


def _signed(scene: Scene) -> None:
    scene.open("/staff/policy")
    scene.page.locator("input[name=agreed]").check()
    scene.page.get_by_role("button", name="Sign").first.click()
    expect(scene.page.get_by_role("status").first).to_contain_text("You have signed")


def _asked_for_a_file(scene: Scene) -> None:
    """By keyboard alone."""
    page = scene.page
    scene.open("/staff/access")
    page.get_by_label("Their work e-mail address").focus()
    page.keyboard.type(SAM.address)
    page.keyboard.press("Tab")
    page.keyboard.type("A letter of 12 November.")
    for key in ("Tab", "Space", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="The file")).to_be_visible()


STAFF = Room(
    "staff",
    "Staff: signing, registers, rights and reports",
    _staff,
    (
        page_at("the-cards-to-sign", "/staff/policy", is_kept_narrow=True),
        State("signed", "/staff/policy", _signed),
        page_at("who-has-signed", "/staff/register"),
        page_at("a-signature", "/staff/register/signature/1", "/staff/register/signature/{number}"),
        page_at("staff-list", "/staff/list"),
        page_at("who-may-post", "/staff/postings"),
        page_at("give-leave-to-post", "/staff/postings/new"),
        page_at("leave-was-given", "/staff/postings/{permission}?done=given", "/staff/postings/{key}"),
        page_at("what-is-held-about-me", "/staff/me", is_kept_narrow=True),
        page_at("what-is-kept", "/notice"),
        page_at("access", "/staff/access"),
        State("a-file-about-somebody", "/staff/access/{number}", _asked_for_a_file),
        page_at("deleted", "/staff/deleted"),
        page_at("journal", "/staff/journal"),
        page_at("impact", "/staff/impact"),
        page_at("insight-of-the-owner", "/policy/insight"),
        page_at("insight-of-reviewers", "/review/insight"),
        page_at("report-to-governors", "/policy/report"),
    ),
    as_priya,
)
ROOMS = (REVIEW, OWNER, STAFF)
