"""Where are cases kept?

The part of ``app/ports.py`` about the review of flagged sends. Same rules: a Protocol with its contract, its
fake in ``tests/review_fakes.py``.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, Visit
from app.domain.item import Person
from app.domain.reveal import Attached


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose send was flagged. The codes find their cases for themselves, and cannot be turned back."""

    sender: Person
    codes: frozenset[str]


class Cases(Protocol):
    """Every case with its steps. Whose it was lies sealed, under a key that is not beside it."""

    def begin(self, case: Case, whose: Whose, move: CaseMove) -> bool:
        """Keep a new case, durably; whether it was new. The same id again changes nothing."""
        ...

    def case(self, number: str) -> Case | None:
        """One case."""
        ...

    def cases(self, states: Collection[CaseState], limit: int = 10_000) -> Sequence[Case]:
        """Those in these states, newest first."""
        ...

    def held(self) -> Sequence[Case]:
        """Those that are held as evidence, closed or not; the one that is to be looked at soonest first."""
        ...

    def alike(self, case: Case) -> Sequence[Case]:
        """Every other case of the same fingerprint, newest first."""
        ...

    def history(self, number: str) -> tuple[CaseMove, ...]:
        """The steps of one case, oldest first."""
        ...

    def sender(self, number: str) -> Person | None:
        """Whose mail it was. Raises StoreError when the key is not the one that sealed it."""
        ...

    def note(self, number: str, move: CaseMove) -> None:
        """Keep a step that changes nothing of the case, durably."""
        ...

    def keep(self, case: Case, move: CaseMove, words: str = "") -> None:
        """Keep a case as it stands after a step, durably, with the `words` that its sender attached newest.

        Where nothing is attached any more its words are gone. Raises CaseError when it is not the version
        after the one that is held.
        """
        ...

    def words(self, number: str) -> Sequence[tuple[Attached, str]]:
        """What the sender of a case attached, oldest first. Raises StoreError when it does not open."""
        ...

    def come_in(self, visit: Visit) -> None:
        """Keep that somebody came into the review room, durably."""
        ...

    def visit(self, person: Person) -> Visit | None:
        """The newest of that person's."""
        ...

    def reviewers(self) -> Sequence[Person]:
        """Everybody who ever opened or claimed a case that is held, by name."""
        ...

    def of_sender(self, codes: Collection[str]) -> Sequence[Case]:
        """The cases about one person's mail, newest first: for that person to see."""
        ...

    def spared(self) -> Sequence[Case]:
        """Those that no time ends, newest first: what is held, or waits for a senior person."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete cases flagged and, where they were, decided before `moment`; tell how many.

        What is held stays. Visits before `moment` go.
        """
        ...
