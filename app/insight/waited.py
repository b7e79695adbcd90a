"""How long did people wait for an answer from a desk, and how often was something revealed?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from app.domain.case_move import CaseMove, CaseMoveKind

Span = tuple[datetime, datetime | None]
"""When somebody asked, and when they were answered, if they were."""
_REVEALS = (
    CaseMoveKind.ASKED_REVEAL,
    CaseMoveKind.AGREED_REVEAL,
    CaseMoveKind.DECLINED_REVEAL,
    CaseMoveKind.WAS_SHOWN,
)


@dataclass(frozen=True, slots=True)
class Waited:
    """How often something was asked and answered; half of the answers took no longer than `middle`."""

    asked: int
    answered: int
    middle: timedelta | None
    longest: timedelta | None


def waited(spans: Iterable[Span]) -> Waited:
    """From when each was asked and answered."""
    known = list(spans)
    took = sorted(max(until - since, timedelta()) for since, until in known if until is not None)
    if not took:
        return Waited(len(known), 0, None, None)
    seconds = median(one.total_seconds() for one in took)
    return Waited(len(known), len(took), timedelta(seconds=seconds), took[-1])


def reveals(moves: Iterable[CaseMove]) -> Mapping[CaseMoveKind, int]:
    """How often it was asked to see what a sender attached, agreed to, declined, and shown."""
    counted = Counter(move.kind for move in moves)
    return {kind: counted[kind] for kind in _REVEALS}
