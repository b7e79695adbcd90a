"""How long people waited."""

from datetime import timedelta

from app.domain.case_move import CaseMove, CaseMoveKind
from app.domain.item import Person
from app.insight.waited import Waited, reveals, waited
from tests.fakes import MONDAY_MORNING as AT

HOUR = timedelta(hours=1)


def test_half_of_the_answers_took_no_longer() -> None:
    spans = [(AT, AT + HOUR), (AT, AT + 3 * HOUR), (AT, AT + 50 * HOUR), (AT, None)]

    assert waited(spans) == Waited(4, 3, 3 * HOUR, 50 * HOUR)


def test_nothing_asked_and_nothing_answered_take_no_time() -> None:
    assert waited([]) == Waited(0, 0, None, None)
    assert waited([(AT, None)]) == Waited(1, 0, None, None)


def test_reveals_are_counted_by_what_became_of_them() -> None:
    kinds = [
        CaseMoveKind.ASKED_REVEAL,
        CaseMoveKind.ASKED_REVEAL,
        CaseMoveKind.WAS_SHOWN,
        CaseMoveKind.OPENED,
    ]
    counted = reveals(CaseMove(kind, AT, Person("N", "n@council.example")) for kind in kinds)

    assert list(counted.values()) == [2, 0, 0, 1]
