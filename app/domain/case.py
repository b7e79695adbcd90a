"""What becomes of a send that a rule flagged?

A reviewer claims its Case and gives a Decision. Where a person's conduct is in question it stops until the
senior person was asked. Every step is kept as a CaseMove.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import CaseError
from app.domain.flagged import Flagged
from app.domain.item import WHY_MAX, Person

OPEN_FOR = timedelta(hours=8)
"""Whoever opened a case reads it for a working day; then it is covered again."""
WHOM_MAX = 200


class CaseState(StrEnum):
    """Where a case stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    WITH_SENIOR = "with-senior"
    """A person's conduct is in question; nothing is decided until the senior person was asked."""
    CLOSED = "closed"


class Ruling(StrEnum):
    """How a case ends."""

    FINE = "fine"
    WRONG_WARNING = "wrong-warning"
    COACH = "coach"
    """A kind word to the sender, which they read on their own page."""
    ESCALATE = "escalate"
    """Passed on to the senior person, who was asked before."""


class Purpose(StrEnum):
    """What a case may be opened for, and nothing else."""

    ABUSE = "abuse"
    FAULT = "fault"


class Police(StrEnum):
    """Whether the person harmed wants the police told, which only they decide."""

    NOT_ASKED = "not-asked"
    UNDECIDED = "undecided"
    YES = "yes"
    NO = "no"


class CaseMoveKind(StrEnum):
    """What somebody did with a case."""

    FLAGGED = "flagged"
    OPENED = "opened"
    CLAIMED = "claimed"
    LET_GO = "let-go"
    HANDED_OVER = "handed-over"
    QUESTIONED = "questioned-conduct"
    ASKED_SENIOR = "asked-senior"
    WISHED = "told-wishes"
    HELD = "held"
    LIFTED = "lifted-hold"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class CaseMove:
    """One step. `purpose` is of an opening; `to` is who got the case, or the senior person who was asked."""

    kind: CaseMoveKind
    at: datetime
    by: Person
    why: str = ""
    purpose: Purpose | None = None
    to: Person | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """How it ended, and what the sender reads beside it."""

    ruling: Ruling
    by: Person
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """That the senior person was asked, and what they advise."""

    whom: str
    advice: str
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person harmed wants."""

    said: str
    police: Police


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. Whose mail it was is not in it: that is told to whoever opens it."""

    id: str
    flagged: Flagged
    at: datetime
    state: CaseState = CaseState.WAITING
    reviewer: Person | None = None
    consultation: Consultation | None = None
    wishes: Wishes | None = None
    held_for: str = ""
    """Why it is kept beyond its time, as evidence of abuse; empty when it is not."""
    decision: Decision | None = None
    version: int = 1

    def claimed(self, by: Person) -> "Case":
        """Theirs from now on. Raises CaseError unless it waits for somebody."""
        if self.state is not CaseState.WAITING:
            raise CaseError("Somebody has claimed this case, or it is closed.")
        return self._to(state=CaseState.CLAIMED, reviewer=by)

    def let_go(self, by: Person) -> "Case":
        """Anybody's again. Raises CaseError unless it is theirs, and nobody's conduct is in question."""
        self._theirs(by)
        self._not_stopped()
        return self._to(state=CaseState.WAITING, reviewer=None)

    def handed_over(self, by: Person, to: Person) -> "Case":
        """Somebody else's. Raises CaseError unless it is theirs."""
        self._theirs(by)
        if to.address == by.address:
            raise CaseError("This case is yours already.", "to")
        return self._to(reviewer=to)

    def questioned(self, by: Person) -> "Case":
        """Stopped, because a person's conduct is in question. Raises CaseError unless it is theirs."""
        self._theirs(by)
        self._not_stopped()
        return self._to(state=CaseState.WITH_SENIOR, consultation=None)

    def advised(self, by: Person, at: datetime, whom: str, advice: str) -> "Case":
        """It goes on: the senior person was asked. Raises CaseError unless it had stopped for that."""
        self._theirs(by)
        if self.state is not CaseState.WITH_SENIOR:
            raise CaseError("This case did not stop for the senior person.")
        if len(whom) > WHOM_MAX:
            raise CaseError(f"Give a name of at most {WHOM_MAX} characters.", "whom")
        said = Consultation(_said(whom, "whom"), _said(advice, "advice"), by, at)
        return self._to(state=CaseState.CLAIMED, consultation=said)

    def decided(self, by: Person, at: datetime, ruling: Ruling, why: str = "") -> "Case":
        """Closed.

        Raises:
            CaseError: it is not theirs, it stopped for the senior person, a word to the sender is missing, or
                it is passed on without the senior person having been asked.
        """
        self._theirs(by)
        self._not_stopped()
        if ruling is Ruling.ESCALATE and self.consultation is None:
            raise CaseError("Ask the senior person first: press “Conduct is in question”.", "ruling")
        words = _said(why, "why") if ruling is Ruling.COACH else _fits(why, "why")
        return self._to(state=CaseState.CLOSED, decision=Decision(ruling, by, at, words))

    def held(self, why: str) -> "Case":
        """Kept until somebody lifts it. Raises CaseError without a reason."""
        return self._to(held_for=_said(why, "hold_why"))

    def lifted(self) -> "Case":
        """Kept no longer than any other. Raises CaseError when it was not held."""
        if not self.held_for:
            raise CaseError("Nothing holds this case.")
        return self._to(held_for="")

    def wished(self, wishes: Wishes) -> "Case":
        """With what the person harmed wants. Raises CaseError when it says nothing."""
        if not wishes.said.strip() and wishes.police is Police.NOT_ASKED:
            raise CaseError("Say what the person harmed wants, or whether they were asked.", "wishes")
        return self._to(wishes=Wishes(_fits(wishes.said, "wishes"), wishes.police))

    def _theirs(self, by: Person) -> None:
        if self.state is CaseState.CLOSED:
            raise CaseError("This case is closed.")
        if self.reviewer is None or self.reviewer.address != by.address:
            raise CaseError("Claim this case first; whoever claimed it decides.")

    def _not_stopped(self) -> None:
        if self.state is CaseState.WITH_SENIOR:
            raise CaseError("This case has stopped until the senior person was asked.", "whom")

    def _to(self, **changed: object) -> "Case":
        return replace(self, version=self.version + 1, **changed)  # type: ignore[arg-type]  # fields by name


def is_open_to(person: Person, history: tuple[CaseMove, ...], now: datetime) -> bool:
    """Whether somebody opened the case lately, so that it is not covered for them."""
    opened = (m.at for m in history if m.kind is CaseMoveKind.OPENED and m.by.address == person.address)
    return any(now - OPEN_FOR < at <= now for at in opened)


def _said(words: str, where: str) -> str:
    if not words.strip():
        raise CaseError("Say it in a sentence.", where)
    return _fits(words, where)


def _fits(words: str, where: str) -> str:
    if len(words) > WHY_MAX:
        raise CaseError(f"Say it in at most {WHY_MAX} characters.", where)
    return words.strip()
