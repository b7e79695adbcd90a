"""What becomes of a request, and what must it say?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import QUESTIONS, Approval, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.for_whom import ForWhom
from app.domain.item import Person
from app.domain.school import Phase

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ANN, EVE = Person("Ann Hall", "ann.hall@council.example"), Person("Eve Shah", "eve@council.example")
URGENT = Asked(RequestKind.URGENT, "Census", "Send it.", ForWhom(), "", "School census", date(2026, 11, 25))
CHOSEN = Asked(
    RequestKind.CHOSEN, "Pilot", "Come.", ForWhom(frozenset({Phase.PRIMARY})), "They are in the pilot."
)
NOTE = Asked(
    RequestKind.CLUSTER_NOTE, "Sports day", "Come.", ForWhom(clusters=frozenset({"Weald"})), "It is theirs."
)
REQUEST = BulkRequest("r", URGENT, ANN, AT, {"is_urgent": True})
YES = dict.fromkeys(QUESTIONS, True)
LATER = AT + timedelta(minutes=10)
WEALD = ForWhom(clusters=frozenset({"Weald"}))
LEGAL = {
    "asked": {"approved", "passed-on", "turned-into-item", "declined", "withdrawn"},
    "approved": {"asked", "withdrawn", "going-out"},
    "going-out": {"out"},
}


def approved(request: BulkRequest = REQUEST, whom: ForWhom = URGENT.for_whom, why: str = "") -> BulkRequest:
    return request.approved(Approval(whom, YES, why), EVE, AT)


def moved(request: BulkRequest, state: RequestState) -> BulkRequest:
    if state is RequestState.APPROVED:
        return approved(request)
    if state is RequestState.ASKED:
        return request.stopped()
    if state is RequestState.GOING_OUT:
        return request.going_out(LATER)
    if state is RequestState.OUT:
        return request.out()
    return request.decided(state, ANN if state is RequestState.WITHDRAWN else EVE, AT, "Because.", "item")


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("to", RequestState)
def test_a_request_is_decided_once_and_goes_out_once(state: RequestState, to: RequestState) -> None:
    request = replace(REQUEST, state=state, held_until=LATER)
    if to.value in LEGAL.get(state.value, set()):
        after = moved(request, to)
        assert (after.state, after.version) == (to, 2)
    else:
        with pytest.raises(BulletinError):
            moved(request, to)


def test_a_decision_says_who_when_and_why() -> None:
    turned = REQUEST.decided(RequestState.TURNED, EVE, AT, "It can wait.", "item")

    assert (turned.decided_by, turned.decided_at, turned.why, turned.item) == (
        EVE,
        AT,
        "It can wait.",
        "item",
    )


@pytest.mark.parametrize("state", [RequestState.APPROVED, RequestState.GOING_OUT, RequestState.OUT])
def test_nobody_decides_that_it_goes_out_without_a_hold(state: RequestState) -> None:
    with pytest.raises(BulletinError):
        REQUEST.decided(state, EVE, AT)


def test_what_is_approved_is_held_to_the_last_moment() -> None:
    held = approved()

    assert (held.held_until, held.answers, held.decided_by) == (LATER, YES, EVE)
    assert not held.is_due(LATER - timedelta(microseconds=1))
    with pytest.raises(BulletinError, match="held yet"):
        held.going_out(LATER - timedelta(microseconds=1))
    assert held.going_out(LATER).out().state is RequestState.OUT


def test_its_sender_takes_it_back_until_it_goes() -> None:
    held = approved()

    assert held.decided(RequestState.WITHDRAWN, ANN, LATER).decided_by == ANN
    assert [r.may_be_withdrawn for r in (REQUEST, held, held.going_out(LATER))] == [True, True, False]
    with pytest.raises(BulletinError, match="Only the person who asked"):
        held.decided(RequestState.WITHDRAWN, EVE, LATER)


def test_stopped_it_is_as_if_nobody_had_decided() -> None:
    assert replace(approved(whom=WEALD, why="They are late.").stopped(), version=1) == REQUEST


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered_with_yes(question: str) -> None:
    with pytest.raises(BulletinError) as raised:
        REQUEST.approved(Approval(URGENT.for_whom, {**YES, question: False}), EVE, AT)
    assert raised.value.field == question


def test_what_was_asked_for_stays_beside_what_was_approved() -> None:
    with pytest.raises(BulletinError, match="other schools") as raised:
        approved(whom=WEALD, why=" ")
    assert raised.value.field == "why"

    held = approved(whom=WEALD, why="They are late.")
    assert (held.asked, held.goes_to, held.for_whom) == (URGENT, WEALD, WEALD)
    assert (approved().goes_to, approved().for_whom) == (None, URGENT.for_whom)


def test_a_chosen_set_does_not_become_everybody() -> None:
    with pytest.raises(BulletinError, match="which schools"):
        approved(replace(REQUEST, asked=CHOSEN), ForWhom(), "To all.")


@pytest.mark.parametrize("why", ["", "x" * 501])
def test_declining_needs_a_short_reason(why: str) -> None:
    with pytest.raises(BulletinError, match="Say why") as raised:
        REQUEST.decided(RequestState.DECLINED, EVE, AT, why)
    assert raised.value.field == "why"


def test_only_who_asked_takes_it_back() -> None:
    with pytest.raises(BulletinError, match="Only the person who asked"):
        REQUEST.decided(RequestState.WITHDRAWN, EVE, AT)


@pytest.mark.parametrize("asked", [URGENT, CHOSEN, NOTE])
def test_what_is_whole_has_no_fault(asked: Asked) -> None:
    assert asked.faults() == {}


@pytest.mark.parametrize(
    ("asked", "field", "value"),
    [
        (URGENT, "subject", " "),
        (URGENT, "subject", "x" * 121),
        (URGENT, "subject", "one\ntwo"),
        (URGENT, "body", ""),
        (URGENT, "body", "x" * 20_001),
        (URGENT, "duty", ""),
        (URGENT, "duty", "x" * 501),
        (URGENT, "deadline", None),
        (URGENT, "documents", ("x",) * 21),
        (CHOSEN, "for_whom", ForWhom()),
        (CHOSEN, "reason", ""),
        (CHOSEN, "reason", "x" * 501),
        (NOTE, "for_whom", ForWhom(frozenset({Phase.PRIMARY}))),
        (NOTE, "reason", " "),
        (NOTE, "officer", "x" * 501),
    ],
)
def test_a_fault_is_told_by_its_field(asked: Asked, field: str, value: object) -> None:
    assert replace(asked, **{field: value}).faults().keys() == {field}  # type: ignore[arg-type]  # a row of a test


FEW = replace(URGENT, draft_schools=8)


def test_a_message_to_few_goes_to_every_school_only_when_its_sender_says_so() -> None:
    named = ForWhom(schools=frozenset({"100001", "100002"}))

    assert "to 8 schools" in FEW.faults()["for_whom"]
    assert replace(FEW, is_for_all=True).faults() == {}
    assert replace(FEW, for_whom=named).faults() == {}
    assert replace(CHOSEN, for_whom=named, draft_schools=2).faults() == {}


def test_an_editor_may_widen_it_with_a_reason() -> None:
    few = replace(REQUEST, asked=replace(FEW, for_whom=WEALD))

    assert approved(few, ForWhom(), "Every school owes it.").for_whom.is_everybody


@pytest.mark.parametrize("name", ["subject", "body", "reason", "duty", "officer"])
def test_what_nobody_sees_is_refused_at_asking(name: str) -> None:
    written: dict[str, Any] = {name: "Send \u202eit\u202c."}
    hidden = replace(URGENT, **written)

    assert "nobody sees: right-to-left override (U+202E)" in hidden.faults()[name]


def test_lines_tabs_and_hard_spaces_are_no_hidden_characters() -> None:
    assert replace(URGENT, body="Send it:\n\n\tby\u00a0noon, \U0001f469\u200d\U0001f33e.").faults() == {}
