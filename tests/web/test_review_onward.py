"""A case about a reviewer's own mail is never theirs to keep; after a case the next one is offered."""

import re
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import CaseState
from app.review.desk import ReviewDesk
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING
from tests.review_rooms import NIA, NUMBER, OMAR, SENDER, flagged, in_hand, reviewing
from tests.web.conftest import Browser

PAGE = f"/review/cases/{NUMBER}"
SOON = (MONDAY_MORNING.date() + timedelta(days=30)).isoformat()
NEXT = "2" * 32


@pytest.fixture
def desk(site: WebState) -> ReviewDesk:
    """The sender and Omar are reviewers too: each has another case in hand."""
    made = reviewing(site.review.desk, NIA, OMAR, SENDER)
    for by, number in ((OMAR, "3" * 32), (SENDER, "4" * 32)):
        flagged(made, number, sender=NIA)
        in_hand(made, by, number)
    return made


def press(priya: Browser, do: str, **fields: object) -> Any:
    return priya.send(PAGE, {"do": do, **fields}, on=PAGE)


@pytest.fixture
def case(desk: ReviewDesk) -> None:
    flagged(desk)
    in_hand(desk)


@pytest.mark.usefixtures("case")
def test_the_sender_is_offered_neither_the_case_nor_its_evidence(priya: Browser) -> None:
    told = priya.open(PAGE).text

    assert f'value="{OMAR.address}"' in told
    assert f'value="{SENDER.address}"' not in told


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("owner", [SENDER.address, "nobody@x.example"])
def test_the_sender_does_not_answer_for_the_evidence(priya: Browser, desk: ReviewDesk, owner: str) -> None:
    refused = press(priya, "hold", hold_why="A threat.", review_on=SOON, owner=owner)

    assert refused.status_code == 422
    assert 'href="#owner"' in refused.text
    case = desk.cases.case(NUMBER)
    assert case
    assert case.hold is None


@pytest.mark.usefixtures("case")
def test_who_answers_for_the_evidence_is_told_in_a_sentence(priya: Browser) -> None:
    told = press(priya, "hold", hold_why="A threat.", review_on=SOON, owner=OMAR.address).text

    assert "holds it as evidence of abuse; Tom Aldous answers for it." in told


@pytest.mark.usefixtures("case")
def test_after_a_decision_the_next_that_waits_is_one_press_away(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk, NEXT)
    assert "Go on with the next" not in priya.open(PAGE).text
    told = press(priya, "decide", ruling="fine").text

    assert f'href="/review/cases/{NEXT}">Go on with the next: ' in told
    assert f'href="{PAGE}">Go on' not in told


@pytest.mark.usefixtures("case")
def test_after_the_last_there_is_nothing_to_go_on_with(priya: Browser) -> None:
    assert "Nothing else waits" in press(priya, "decide", ruling="fine").text


@pytest.mark.usefixtures("case")
def test_the_version_of_the_policy_is_told_against_todays(priya: Browser, desk: ReviewDesk) -> None:
    assert "Another than now <span" in priya.open(PAGE).text
    flagged(desk, NEXT, policy="")
    in_hand(desk, number=NEXT)

    assert "<dt>Policy</dt><dd>Not noted</dd>" in priya.open(f"/review/cases/{NEXT}").text


def ways(told: Any) -> set[str]:
    """The cases that the queue shows."""
    return set(re.findall(r'<li id="case-(\d+)">', told.text))


@pytest.mark.usefixtures("case")
def test_the_queue_shows_what_is_asked_for(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk, NEXT)
    every = {NUMBER, NEXT, "3" * 32, "4" * 32}

    assert ways(priya.open("/review")) == every
    assert ways(priya.open("/review?has=me")) == {NUMBER}
    assert ways(priya.open("/review?has=nobody")) == {NEXT}
    assert ways(priya.open("/review?has=others")) == every - {NUMBER, NEXT}
    rule = desk.cases.cases((CaseState.WAITING,))[0].flagged.rule
    assert ways(priya.open(f"/review?rule={rule}&risk=high")) == every
    assert ways(priya.open("/review?risk=low")) == set()
    assert "4 cases wait in all" in priya.open("/review?rule=x").text


@pytest.mark.usefixtures("case")
def test_what_is_asked_for_stays_after_a_claim(priya: Browser, desk: ReviewDesk) -> None:
    flagged(desk, NEXT)
    went = priya.send("/review?has=nobody", {"do": f"claim {NEXT}"}, on="/review")

    assert (went.url.path, went.url.query) == ("/review", b"has=nobody&done=claim")
    assert "You have claimed it." in went.text


def test_a_case_of_ones_own_is_found_behind_a_crowd_of_others(priya: Browser, desk: ReviewDesk) -> None:
    for number in range(60):
        flagged(desk, f"{number:032}")
    in_hand(desk, number=f"{59:032}")
    told = priya.open("/review")

    assert f"{59:032}" not in ways(told)
    assert f'href="/review/cases/{59:032}"' in told.text
    assert ways(priya.open("/review?has=me")) == {f"{59:032}"}
