"""The review room: what is covered, what an opening shows, and every button."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.caller import Caller
from app.domain.case import CaseState
from app.domain.case_move import CaseMoveKind
from app.domain.case_notes import Police, Ruling
from app.domain.errors import StoreError
from app.domain.flagged import Outcome
from app.review.desk import ReviewDesk
from app.review.open_case import claim
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING
from tests.review_rooms import NIA, NUMBER, OMAR, SENDER, at_case, attached, flagged, in_hand, reviewing
from tests.web.conftest import Browser, app_for, browser_at

PAGE = f"/review/cases/{NUMBER}"
TODAY, SOON = (day.isoformat() for day in (MONDAY_MORNING.date(), MONDAY_MORNING.date() + timedelta(days=30)))
HIDDEN = (SENDER.name, SENDER.address)


@pytest.fixture
def desk(site: WebState) -> ReviewDesk:
    return reviewing(site.review.desk)


def press(priya: Browser, do: str, **fields: object) -> Any:
    version = fields.pop("version", 0)
    return priya.send(PAGE, {"do": do, "version": version, **fields}, on=PAGE)


def kinds(desk: ReviewDesk) -> list[CaseMoveKind]:
    return [move.kind for move in desk.cases.history(NUMBER)]


@pytest.mark.usefixtures("desk")
def test_an_empty_queue_says_when_a_draft_was_last_checked(priya: Browser) -> None:
    told = priya.open("/review").text

    assert "No cases" in told
    assert "No draft was checked yet" in told
    assert "After 8 hours the case is covered again" in told
    assert "No closed cases" in priya.open("/review/closed").text


def test_the_queue_and_a_covered_case_name_nobody(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    for path in ("/review", PAGE, "/review/closed"):
        told = priya.open(path).text
        assert not [name for name in HIDDEN if name in told]
    queue, covered = priya.open("/review").text, priya.open(PAGE).text

    assert "High risk" in queue
    assert "[NHS number]" in queue
    assert "1 colleague, 2 addresses outside" in queue
    assert "This case is covered" in covered
    assert "Decide" not in covered
    assert kinds(desk) == [CaseMoveKind.FLAGGED]


def test_of_a_rule_with_many_cases_those_that_matter_most_are_shown(priya: Browser, desk: ReviewDesk) -> None:
    for number in range(60):
        flagged(desk, f"{number:032}", outcome=Outcome.STOPPED)
    flagged(desk, "f" * 32)
    told = priya.open("/review").text

    assert "(61)" in told
    assert told.count('id="case-') == 50
    assert told.index("f" * 32) < told.index("0" * 32)


def test_it_opens_for_a_purpose_and_that_is_kept(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    told = press(priya, "open").text

    assert all(name in told for name in HIDDEN)
    assert "Opened for: <strong>Abuse of the mail system" in told
    assert "How often it is right" in told
    assert "Somebody who may decide it has agreed" in told
    assert "<dt>May speak against it</dt><dd>Somebody is to keep it to themselves</dd>" in told
    assert kinds(desk)[-1] is CaseMoveKind.OPENED


def test_nobody_opens_or_claims_a_case_of_their_own(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk, sender=NIA)
    for told in (
        press(priya, "open", purpose="abuse"),
        press(priya, "claim"),
        priya.send("/review", {"do": f"claim {NUMBER}"}, on="/review"),
    ):
        assert told.status_code == 422
        assert "Somebody else has to look at it" in told.text
    assert kinds(desk) == [CaseMoveKind.FLAGGED]


def test_it_is_claimed_from_the_queue_without_being_opened(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    told = priya.send("/review", {"do": f"claim {NUMBER}"}, on="/review").text

    assert "You have claimed it." in told
    assert "Yours" in told
    assert SENDER.name not in told
    again = priya.send("/review", {"do": f"claim {NUMBER}"}, on="/review")
    assert again.status_code == 422


@pytest.mark.parametrize("ruling", [Ruling.FINE, Ruling.WRONG_WARNING, Ruling.COACH])
def test_it_is_decided(priya: Browser, desk: ReviewDesk, ruling: Ruling) -> None:
    flagged(desk)
    flagged(desk, "2" * 32)
    at = in_hand(desk)
    assert "Still open: 1" in priya.open(PAGE).text
    told = press(priya, "decide", version=at.case.version, ruling=ruling.value, why="Use the portal.")

    assert "It is decided." in told.text
    assert at.case.state is CaseState.CLOSED
    closed = priya.open("/review/closed").text
    assert "Priya Shah" in closed
    assert SENDER.name not in closed


def test_what_is_wrong_is_said_at_its_field(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    in_hand(desk)
    for fields, place in (
        ({}, "ruling"),
        ({"ruling": "coach"}, "why"),
        ({"ruling": "escalate", "why": "kept words"}, "ruling"),
    ):
        told = press(priya, "decide", **fields)
        assert told.status_code == 422
        assert f'href="#{place}"' in told.text
        assert f'id="{place}"' in told.text
    assert "kept words" in told.text
    assert press(priya, "decide", version=1, ruling="fine").status_code == 422
    assert press(priya, "burn").status_code == 400
    assert priya.open("/review/cases/none").status_code == 404


def test_where_conduct_is_in_question_it_stops(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    at = in_hand(desk)
    told = press(priya, "question").text
    assert "Ask the senior person" in told
    assert 'value="decide"' not in told
    assert press(priya, "decide", ruling="fine").status_code == 422
    assert 'href="#whom"' in press(priya, "advice", whom=SENDER.name, advice="Let it be.", day=TODAY).text

    told = press(priya, "advice", whom="Ann Hall", advice="Talk to him.", day=TODAY).text
    assert "Ann Hall was asked" in told
    assert 'href="#wishes"' in press(priya, "decide", ruling="escalate").text
    press(priya, "wishes", wishes="That it stops.", police="undecided")
    assert "It is decided." in press(priya, "decide", ruling="escalate").text
    assert at.case.decision


def test_evidence_is_held_and_wishes_are_noted(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    at = in_hand(desk)
    assert 'href="#hold_why"' in press(priya, "hold", review_on=SOON).text
    assert "Held as evidence" in press(priya, "hold", hold_why="A threat.", review_on=SOON).text
    assert 'href="#wishes"' in press(priya, "wishes", police="not-asked").text
    assert "That it stops." in press(priya, "wishes", wishes="That it stops.", police="no").text
    assert at.case.wishes
    assert at.case.wishes.police is Police.NO
    assert 'href="#lift_why"' in press(priya, "lift").text
    assert "The hold is lifted." in press(priya, "lift", lift_why="It is over.").text


def test_it_is_handed_over_to_another_reviewer(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    at = in_hand(desk)
    assert 'href="#to"' in press(priya, "hand-over", to="nobody@x.example").text
    assert "It is handed over." in press(priya, "hand-over", to=OMAR.address).text
    assert at.case.reviewer == OMAR
    assert "Tom Aldous has claimed it, and decides." in priya.open(PAGE).text


def test_what_another_opened_is_covered_for_me(priya: Browser, desk: ReviewDesk, site: WebState) -> None:
    flagged(desk)
    in_hand(desk, OMAR)

    assert "This case is covered" in priya.open(PAGE).text
    tom = browser_at(app_for(site)).come_in(Caller(OMAR.name, OMAR.address))
    assert SENDER.name in tom.open(PAGE).text


def test_it_can_be_let_go_and_claimed_open(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    in_hand(desk)
    told = press(priya, "let-go").text
    assert "Whoever claims it decides." in told
    claim(at_case(desk, by=OMAR))
    assert press(priya, "claim").status_code == 422


def test_nobody_comes_in_without_a_purpose_and_it_stays_on_screen(priya: Browser, site: WebState) -> None:
    flagged(site.review.desk)
    first = priya.open(PAGE)
    assert "Welcome to the review room" in first.text
    assert 'name="then" value="/review/cases/' in first.text
    assert "Still open" not in first.text
    assert priya.send("/review/enter", {}, on="/review/enter").status_code == 422
    inside = priya.send("/review/enter", {"purpose": "fault", "then": PAGE}, on="/review/enter")

    for told in (inside.text, priya.open("/review").text, priya.open("/review/closed").text):
        assert "You are here for: <strong>A fault in Sendwell or its rules" in told
    assert "What do you come in for?" in priya.open("/review/enter").text


@pytest.mark.parametrize("then", ["//evil.example", "https://evil.example/review", "/review/../who", "/x"])
def test_the_door_leads_nowhere_else(priya: Browser, then: str) -> None:
    sent = priya.send(
        "/review/enter", {"purpose": "fault", "then": then}, on="/review/enter", follow_redirects=False
    )
    assert sent.headers["location"] == "/review"


def test_a_purpose_holds_for_a_working_day(priya: Browser, desk: ReviewDesk) -> None:
    assert "No cases" in priya.open("/review").text
    desk.clock.at += timedelta(hours=8)  # type: ignore[attr-defined]  # a clock of the tests

    assert "What do you come in for?" in priya.open("/review").text


def agree(site: WebState) -> None:
    tom = browser_at(app_for(site)).come_in(Caller(OMAR.name, OMAR.address))
    assert "asks to see what the sender attached" in tom.open(PAGE).text
    assert "A second person is needed" in tom.open("/review").text
    assert tom.send(PAGE, {"do": "agree"}, on=PAGE).status_code == 200


def test_what_is_attached_is_shown_with_name_and_time_and_kept_nowhere(
    priya: Browser, desk: ReviewDesk, site: WebState
) -> None:
    flagged(desk)
    in_hand(desk)
    attached(desk, "Zebediah has asthma.")
    assert 'href="#reveal_why"' in press(priya, "ask-reveal").text
    waits = press(priya, "ask-reveal", reveal_why="To tell two pupils apart.").text
    assert "Another reviewer has to agree" in waits
    assert press(priya, "agree").status_code == 422
    agree(site)
    assert "Zebediah" not in priya.open(PAGE).text
    shown = press(priya, "look")

    assert "Zebediah has asthma." in shown.text
    assert shown.text.count("Priya Shah · ") == 1
    assert shown.headers["cache-control"] == "no-store"
    assert shown.headers["refresh"].startswith("900; url=/review/cases/")
    own = site.review.desk.cases.history(NUMBER)[-1]
    assert own.kind is CaseMoveKind.WAS_SHOWN
    desk.clock.at += timedelta(minutes=15)  # type: ignore[attr-defined]  # a clock of the tests
    over = priya.open(f"{PAGE}/attached")
    assert over.status_code == 422
    assert "Zebediah" not in over.text


PHONE = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148"}


def test_on_a_phone_a_case_is_read_and_claimed_and_nothing_else(
    priya: Browser, desk: ReviewDesk, site: WebState
) -> None:
    flagged(desk)
    phone = browser_at(app_for(site)).come_in()
    phone.client.headers.update(PHONE)
    for do in ("open", "claim"):
        assert phone.send(PAGE, {"do": do}, on=PAGE).status_code == 200
    assert "You are on a phone" in phone.open(PAGE).text
    assert 'value="decide"' not in phone.open(PAGE).text
    attached(desk)
    for do in ("decide", "hold", "question", "ask-reveal", "look", "let-go"):
        assert "Go on at a computer" in phone.send(PAGE, {"do": do, "ruling": "fine"}, on=PAGE).text
    press(priya, "ask-reveal", reveal_why="A reason.")
    agree(site)
    press(priya, "look")

    assert phone.open(f"{PAGE}/attached").status_code == 403
    assert "asthma" in priya.open(f"{PAGE}/attached").text


def test_no_answer_looks_different_from_no_cases(
    priya: Browser, desk: ReviewDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise StoreError("away")

    monkeypatch.setattr(desk.cases, "cases", away)
    told = priya.open("/review")

    assert told.status_code == 503
    assert "No answer: the cases could not be read" in told.text
    assert "No cases" not in told.text


def test_a_hold_that_is_due_is_asked_about(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk)
    in_hand(desk)
    press(priya, "hold", hold_why="A threat.", review_on=SOON, owner=OMAR.address)
    assert "Must these still be held?" not in priya.open("/review").text
    desk.clock.at += timedelta(days=31)  # type: ignore[attr-defined]  # a clock of the tests
    reviewing(desk)
    told = priya.open("/review").text

    assert "Must these still be held?" in told
    assert "Tom Aldous answers for it" in told
