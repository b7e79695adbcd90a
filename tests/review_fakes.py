"""Harmless stand-ins for everything in ``app/review_ports.py``."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Visit
from app.domain.errors import CaseError
from app.domain.item import Person
from app.domain.reveal import Attached
from app.review_ports import Whose


@dataclass
class FakeCases:
    kept: dict[str, Case] = field(default_factory=dict)
    whose: dict[str, Whose] = field(default_factory=dict)
    moves: dict[str, list[CaseMove]] = field(default_factory=dict)
    said: dict[str, list[tuple[Attached, str]]] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)

    def begin(self, case: Case, whose: Whose, move: CaseMove) -> bool:
        if case.id in self.kept:
            return False
        self.kept[case.id], self.whose[case.id], self.moves[case.id] = case, whose, [move]
        return True

    def case(self, number: str) -> Case | None:
        return self.kept.get(number)

    def cases(self, states: Collection[CaseState], limit: int = 10_000) -> Sequence[Case]:
        return self._newest([c for c in self.kept.values() if c.state in states])[:limit]

    def held(self) -> Sequence[Case]:
        found = self._newest([c for c in self.kept.values() if c.hold])
        return sorted(found, key=lambda case: case.hold.review_on if case.hold else date.max)

    def alike(self, case: Case) -> Sequence[Case]:
        prints = case.flagged.fingerprint
        return self._newest(
            [c for c in self.kept.values() if c.flagged.fingerprint == prints and c.id != case.id]
        )

    def history(self, number: str) -> tuple[CaseMove, ...]:
        return tuple(self.moves.get(number, ()))

    def sender(self, number: str) -> Person | None:
        return self.whose[number].sender if number in self.whose else None

    def note(self, number: str, move: CaseMove) -> None:
        self.moves[number].append(move)

    def keep(self, case: Case, move: CaseMove, words: str = "") -> None:
        if self.kept[case.id].version != case.version - 1:
            raise CaseError("Somebody changed this case meanwhile. Look at it again.")
        self.kept[case.id] = case
        self.moves[case.id].append(move)
        if words:
            self.said.setdefault(case.id, []).append((case.attached[-1], words))
        if not case.attached:
            self.said.pop(case.id, None)

    def words(self, number: str) -> Sequence[tuple[Attached, str]]:
        return tuple(self.said.get(number, ()))

    def come_in(self, visit: Visit) -> None:
        self.visits.append(visit)

    def visit(self, person: Person) -> Visit | None:
        return next((v for v in reversed(self.visits) if v.by.address == person.address), None)

    def reviewers(self) -> Sequence[Person]:
        at_work = {CaseMoveKind.OPENED, CaseMoveKind.CLAIMED}
        found = {m.by for moves in self.moves.values() for m in moves if m.kind in at_work}
        return sorted(found, key=lambda person: (person.name, person.address))

    def of_sender(self, codes: Collection[str]) -> Sequence[Case]:
        return self._newest([self.kept[n] for n, whose in self.whose.items() if whose.codes & set(codes)])

    def spared(self) -> Sequence[Case]:
        return self._newest(
            [c for c in self.kept.values() if c.hold is not None or c.state is CaseState.WITH_SENIOR]
        )

    def forget_before(self, moment: datetime) -> int:
        old = [
            c.id
            for c in self.kept.values()
            if c.at < moment and (c.decision is None or c.decision.at < moment)
            if c.hold is None and c.state is not CaseState.WITH_SENIOR
        ]
        for number in old:
            del self.kept[number], self.whose[number], self.moves[number]
            self.said.pop(number, None)
        self.visits = [visit for visit in self.visits if visit.at >= moment]
        return len(old)

    def _newest(self, found: Sequence[Case]) -> Sequence[Case]:
        return tuple(sorted(sorted(found, key=lambda c: c.id), key=lambda c: c.at, reverse=True))
