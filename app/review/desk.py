"""What does everything at the review desk work with?

Reviewers look at cases of others only; and at what is in one after opening it, which is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, is_open_to
from app.domain.errors import CaseError
from app.domain.item import Person
from app.ports import Clock
from app.review_ports import Cases

OPEN_STATES = (CaseState.WAITING, CaseState.CLAIMED, CaseState.WITH_SENIOR)


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """Built once. `last_check` is when Send was last pressed, so that an empty queue says what it means.

    `seniors` are the people of whom one is asked where conduct is in question, as the settings name them.
    """

    cases: Cases
    clock: Clock
    last_check: Callable[[], datetime | None] = lambda: None
    seniors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """One reviewer at one case. `seen` is the version that they looked at; 0 for whichever it is."""

    desk: ReviewDesk
    number: str
    by: Person
    seen: int = 0

    @property
    def case(self) -> Case:
        """The case. Raises CaseError when there is none, or it is not the version that they looked at."""
        found = self.desk.cases.case(self.number)
        if found is None:
            raise CaseError("There is no such case. It may have been deleted.")
        if self.seen and found.version != self.seen:
            raise CaseError("Somebody changed this case meanwhile. Look at it again.")
        return found

    @property
    def is_open(self) -> bool:
        """Whether they have opened it lately."""
        return is_open_to(self.by, self.desk.cases.history(self.number), self.desk.clock.now())

    @property
    def opened(self) -> Case:
        """The case, uncovered. Raises CaseError as above, and while it is covered for them."""
        found = self.case
        if not self.is_open:
            raise CaseError("Open this case first.")
        return found

    def keep(self, case: Case, kind: CaseMoveKind, why: str = "", to: Person | None = None) -> Case:
        """The case as it stands now, with the step that led there."""
        self.desk.cases.keep(case, CaseMove(kind, self.desk.clock.now(), self.by, why.strip(), to=to))
        return case


def require_not_own(desk: ReviewDesk, number: str, person: Person, field: str = "to") -> None:
    """Raises CaseError, for that field, when a case is about a mail of that person's own."""
    sender = desk.cases.sender(number)
    if sender and is_whose(sender, person):
        raise CaseError(f"This is about a mail of {person.name}. Somebody else has to look at it.", field)


def is_whose(sender: Person, person: Person) -> bool:
    """Whether the person is whoever sent it; nobody is, where no address is known."""
    return bool(sender.address) and sender.address.casefold() == person.address.casefold()


@dataclass(frozen=True, slots=True)
class OfOneRule:
    """The cases of one rule, the riskiest first."""

    rule: str
    cases: Sequence[Case]


def queue(desk: ReviewDesk) -> Sequence[OfOneRule]:
    """What is open: the rule with the riskiest case first, and then that with the most. Never by person."""
    by_rule = sorted(desk.cases.cases(OPEN_STATES), key=_rule)
    found = [OfOneRule(rule, sorted(cases, key=_soonest)) for rule, cases in groupby(by_rule, _rule)]
    return sorted(found, key=lambda one: (-one.cases[0].flagged.risk.rank, -len(one.cases), one.rule))


def _rule(case: Case) -> str:
    return case.flagged.rule


def _soonest(case: Case) -> tuple[int, datetime, str]:
    return -case.flagged.risk.rank, case.at, case.id
