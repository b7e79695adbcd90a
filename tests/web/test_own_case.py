"""What a sender reads of a case about their mail, and what they may add to it."""

import pytest

from app.domain.case_move import CaseMoveKind
from app.review.desk import ReviewDesk
from app.review.reveal import answer_reveal, ask_reveal, ask_sender, look
from app.review_ports import Whose
from app.web.state import WebState
from tests.review_rooms import NUMBER, OMAR, at_case, flagged, in_hand
from tests.web.conftest import PRIYA, Browser

PAGE = f"/staff/me/cases/{NUMBER}"
ZOE = OMAR.__class__("Zoe Ash", "z.ash@wealdshire.example")


@pytest.fixture
def desk(site: WebState) -> ReviewDesk:
    """A case about a mail of Priya's, which Tom has in hand."""
    desk = site.review.desk
    case = flagged(desk)
    code = site.staff.held.records.keyed_hash(PRIYA.address)
    sender = OMAR.__class__(PRIYA.name, PRIYA.address)
    desk.cases.whose[case.id] = Whose(sender, frozenset({code}))  # type: ignore[attr-defined]  # a fake
    in_hand(desk, OMAR)
    return desk


def test_they_attach_words_and_take_them_back(priya: Browser, desk: ReviewDesk) -> None:
    ask_sender(at_case(desk, by=OMAR), "Was it a pupil's number?")
    assert "Was it a pupil&#39;s number?" in priya.open(PAGE).text
    assert priya.send(PAGE, {"do": "attach", "words": " "}, on=PAGE).status_code == 422
    told = priya.send(PAGE, {"do": "attach", "words": "The number of <b>Sam</b>."}, on=PAGE).text

    assert "The number of &lt;b&gt;Sam&lt;/b&gt;." in told
    assert "A reviewer asks you" not in told
    assert "taken back and deleted" in priya.send(PAGE, {"do": "take-back"}, on=PAGE).text
    assert desk.cases.words(NUMBER) == ()


def test_they_read_who_was_shown_it_who_agreed_and_why(priya: Browser, desk: ReviewDesk) -> None:
    priya.send(PAGE, {"do": "attach", "words": "The number of Sam."}, on=PAGE)
    ask_reveal(at_case(desk, by=OMAR), "Two pupils have one name.")
    answer_reveal(at_case(desk, by=ZOE), is_agreed=True)
    look(at_case(desk, by=OMAR))

    told = priya.open(PAGE).text
    assert "was shown what you attached" in told
    assert "Zoe Ash agreed. The reason: “Two pupils have one name.”" in told
    assert desk.cases.history(NUMBER)[-1].kind is CaseMoveKind.WAS_SHOWN


def test_they_read_what_a_reviewer_reads_around_the_words(priya: Browser, desk: ReviewDesk) -> None:
    assert desk.cases.case(NUMBER)
    assert "<li>Somebody is to keep it to themselves</li>" in priya.open(PAGE).text


def test_there_is_no_case_of_anybody_else(stranger: Browser, desk: ReviewDesk) -> None:
    tom = stranger.come_in(PRIYA.__class__(OMAR.name, OMAR.address))

    assert desk.cases.case(NUMBER)
    assert tom.open(PAGE).status_code == 404
    assert tom.send(PAGE, {"do": "attach", "words": "x"}, on="/staff/me").status_code == 404
    assert tom.open("/staff/me/cases/none").status_code == 404
