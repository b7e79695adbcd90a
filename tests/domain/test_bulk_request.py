"""What becomes of a request, and what must it say?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.bulk_request import Asked, BulkRequest, RequestKind, RequestState
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
LEGAL = {
    "asked": {"approved", "passed-on", "turned-into-item", "declined", "withdrawn"},
    "approved": {"going-out"},
    "going-out": {"out"},
}
GOES = {RequestState.GOING_OUT, RequestState.OUT}


def moved(request: BulkRequest, state: RequestState) -> BulkRequest:
    if state in GOES:
        return request.moved_on(state)
    return request.decided(state, ANN if state is RequestState.WITHDRAWN else EVE, AT, "Because.", "item")


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("to", RequestState)
def test_a_request_is_decided_once_and_goes_out_once(state: RequestState, to: RequestState) -> None:
    request = replace(REQUEST, state=state)
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


@pytest.mark.parametrize("state", [RequestState.GOING_OUT, RequestState.OUT])
def test_nobody_decides_that_it_went_out(state: RequestState) -> None:
    with pytest.raises(BulletinError):
        replace(REQUEST, state=RequestState.APPROVED).decided(state, EVE, AT)
    with pytest.raises(BulletinError):
        REQUEST.moved_on(state)


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
