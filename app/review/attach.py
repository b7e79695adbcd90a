"""What may a sender add to a case about a mail of theirs?

Words of that mail, if they choose to, which lie sealed until they take them back or the case is decided.
Their name stays out of the steps of the case.
"""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind
from app.domain.errors import CaseError
from app.domain.item import Person
from app.domain.reveal import ATTACHED_MAX, Attached, Extent
from app.ports import Clock
from app.review_ports import Cases

SENDER = Person("The sender", "")


@dataclass(frozen=True, slots=True)
class OwnSide:
    """A sender at a case of theirs. `codes` stand for them."""

    cases: Cases
    clock: Clock
    codes: Collection[str]

    def case(self, number: str) -> Case | None:
        """The case; None for one of somebody else, as for none at all."""
        return next((case for case in self.cases.of_sender(self.codes) if case.id == number), None)

    def attach(self, number: str, words: str, extent: Extent = Extent.WORDS) -> Case:
        """Seal words with the case. Raises CaseError: no such case of theirs, closed, or too many words."""
        now = self.clock.now()
        return attach(self.cases, self._theirs(number), Attached(extent, now), words)

    def take_back(self, number: str) -> Case:
        """Delete all that is attached. Raises CaseError for nothing, or when it is held as evidence."""
        taken = self._theirs(number).taken_back()
        self.cases.keep(taken, CaseMove(CaseMoveKind.TOOK_BACK, self.clock.now(), SENDER))
        return taken

    def _theirs(self, number: str) -> Case:
        found = self.case(number)
        if found is None:
            raise CaseError("There is no such case about a mail of yours.")
        return found


def attach(cases: Cases, case: Case, attached: Attached, words: str) -> Case:
    """Seal words with a case, as its sender chose. Raises CaseError."""
    said = words.strip()
    if not said:
        raise CaseError("Put in the words that the reviewer shall be able to ask for.", "words")
    if len(said) > ATTACHED_MAX:
        raise CaseError(f"At most {ATTACHED_MAX:,} characters can be attached.", "words")
    after = case.with_attached(attached)
    cases.keep(after, CaseMove(CaseMoveKind.ATTACHED, attached.at, SENDER), said)
    return after


def question_for_sender(cases: Cases, case: Case) -> str:
    """The newest question that is not answered yet; empty when nothing is asked."""
    if case.state is CaseState.CLOSED:
        return ""
    steps = [
        m for m in cases.history(case.id) if m.kind in {CaseMoveKind.ASKED_SENDER, CaseMoveKind.ATTACHED}
    ]
    return steps[-1].why if steps and steps[-1].kind is CaseMoveKind.ASKED_SENDER else ""
