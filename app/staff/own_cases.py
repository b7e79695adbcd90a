"""What is a person told of the sends of theirs that a rule flagged?

Which rule, what became of it, the words for them, and who looked and for what. What a senior person advised,
and what a person who was harmed wants, is theirs, and is not told here.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose
from app.domain.case_notes import Ruling
from app.domain.reveal import Attached
from app.review_ports import Cases

_ENDED: Mapping[Ruling, str] = {
    Ruling.FINE: "It was fine.",
    Ruling.WRONG_WARNING: "The warning was wrong.",
    Ruling.COACH: "There is a word for you.",
    Ruling.ESCALATE: "It was passed on to a senior person, who will speak with you.",
}
_STANDS: Mapping[CaseState, str] = {
    CaseState.WAITING: "Nobody has decided on it yet.",
    CaseState.CLAIMED: "Somebody is deciding on it.",
    CaseState.WITH_SENIOR: "Somebody is deciding on it.",
}
FOR: Mapping[Purpose, str] = {
    Purpose.ABUSE: "to look for abuse of the mail system",
    Purpose.FAULT: "to look for a fault in Sendwell or its rules",
}


Words: TypeAlias = Callable[[str], Sequence[tuple[Attached, str]]]
"""What a sender attached to the case of that number."""


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One case about a mail of the person who asks.

    `looked` are the times that somebody opened it, `shown` those that somebody was shown what is attached.
    """

    case: Case
    looked: tuple[CaseMove, ...]
    shown: tuple[CaseMove, ...] = ()
    is_asked: bool = False
    """Whether a reviewer waits for an answer of theirs."""

    @property
    def said(self) -> str:
        """What became of it."""
        decision = self.case.decision
        return _ENDED[decision.ruling] if decision else _STANDS[self.case.state]

    @property
    def words(self) -> str:
        """The reviewer's words for the sender; what is passed on is spoken about, not written."""
        decision = self.case.decision
        return decision.why if decision and decision.ruling is not Ruling.ESCALATE else ""

    @property
    def openings(self) -> tuple[tuple[CaseMove, str], ...]:
        """Who looked, and for what in words."""
        return tuple((move, FOR[move.purpose]) for move in self.looked if move.purpose)


def own_cases(cases: Cases, codes: Collection[str]) -> tuple[OwnCase, ...]:
    """The cases about one person's mail, newest first."""
    return tuple(own_case(cases, case) for case in cases.of_sender(codes))


def own_case(cases: Cases, case: Case) -> OwnCase:
    """One of them."""
    history = cases.history(case.id)
    asked = [m.kind for m in history if m.kind in {CaseMoveKind.ASKED_SENDER, CaseMoveKind.ATTACHED}]
    is_asked = case.state is not CaseState.CLOSED and asked[-1:] == [CaseMoveKind.ASKED_SENDER]
    shown = tuple(move for move in history if move.kind is CaseMoveKind.WAS_SHOWN)
    return OwnCase(case, _openings(history), shown, is_asked)


def cases_as_data(own: tuple[OwnCase, ...], words: Words) -> list[dict[str, Any]]:
    """The same, to take away, with the words that they attached themselves."""
    return [
        {
            "at": one.case.at.isoformat(),
            "rule": one.case.flagged.rule,
            "what_happened": one.case.flagged.outcome.value,
            "seen": [seen.finding for seen in one.case.flagged.evidence],
            "around_it": [sign.value for sign in one.case.flagged.signs],
            "readers": dict(one.case.flagged.audience),
            "stands": one.said,
            "words_for_you": one.words,
            "opened": [
                {"at": move.at.isoformat(), "by": move.by.name, "for": purpose}
                for move, purpose in one.openings
            ],
            "attached": [
                {"at": attached.at.isoformat(), "what": attached.extent.value, "words": said}
                for attached, said in words(one.case.id)
            ],
            "shown": [
                {
                    "at": move.at.isoformat(),
                    "to": move.by.name,
                    "agreed_by": move.to.name if move.to else "",
                    "why": move.why,
                }
                for move in one.shown
            ],
        }
        for one in own
    ]


def _openings(history: tuple[CaseMove, ...]) -> tuple[CaseMove, ...]:
    return tuple(move for move in history if move.kind is CaseMoveKind.OPENED)
