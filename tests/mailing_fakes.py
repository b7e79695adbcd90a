"""Harmless stand-ins for what a mail-out needs from outside."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from app.bulletin_ports import Delivery, DeliveryState, Entry, Outcome, Said
from app.domain.for_whom import ForWhom
from app.domain.mailing import UNLIMITED, Mailing, Pace

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class FakeMailings:
    kept: dict[str, Mailing] = field(default_factory=dict)

    def begin(self, mailing: Mailing) -> None:
        self.kept.setdefault(mailing.id, mailing)

    def mailing(self, number: str) -> Mailing | None:
        return self.kept.get(number)

    def going(self) -> Sequence[Mailing]:
        return sorted((m for m in self.kept.values() if not m.ended_at), key=lambda m: (m.begun_at, m.id))

    def halt(self, number: str, why: str) -> None:
        self.kept[number] = replace(self.kept[number], halted=why)

    def end(self, number: str, at: datetime) -> None:
        if not self.kept[number].ended_at:
            self.kept[number] = replace(self.kept[number], ended_at=at, halted="")

    def forget_before(self, moment: datetime) -> int:
        old = [m.id for m in self.kept.values() if m.ended_at and m.ended_at < moment]
        for number in old:
            del self.kept[number]
        return len(old)


@dataclass
class FakeWorkers:
    beats: dict[str, datetime] = field(default_factory=dict)

    def beat(self, worker: str, at: datetime) -> None:
        self.beats[worker] = at

    def signs(self) -> Mapping[str, datetime]:
        return dict(self.beats)

    def bury(self, worker: str) -> None:
        self.beats.pop(worker, None)


@dataclass
class FakeDeliveries:
    rows: dict[tuple[str, str], Delivery] = field(default_factory=dict)
    tried: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def plan(self, mailing: str, planned: Iterable[tuple[Entry, str]]) -> int:
        for entry, variant in planned:
            self.rows.setdefault((mailing, entry.key), Delivery(mailing, entry.key, variant))
        return len(self._of(mailing))

    def take(
        self, mailing: str, worker: str, at: datetime, most: int, pace: Pace = UNLIMITED
    ) -> Sequence[Delivery]:
        for limit, window in ((pace.a_minute, timedelta(minutes=1)), (pace.a_day, timedelta(days=1))):
            if limit is not None:
                most = min(most, limit - sum(tried > at - window for tried in self.tried.values()))
        due = [d for d in self._of(mailing, DeliveryState.WAITING) if (d.next_try or AT_ONCE) <= at]
        due.sort(key=lambda d: (d.next_try or AT_ONCE, d.key))
        taken = [
            replace(d, state=DeliveryState.IN_FLIGHT, tries=d.tries + 1, next_try=None, worker=worker)
            for d in due[: max(most, 0)]
        ]
        self.rows |= {(d.mailing, d.key): d for d in taken}
        self.tried |= {(d.mailing, d.key): at for d in taken}
        return taken

    def settle(self, settled: Sequence[Delivery]) -> int:
        flying = [d for d in settled if self._is_in_flight(d)]
        self.rows |= {(d.mailing, d.key): replace(d, worker="") for d in flying}
        return len(flying)

    def give_up(self, worker: str) -> int:
        flying = [d for d in self.rows.values() if d.state is DeliveryState.IN_FLIGHT]
        left = [d for d in flying if f"{d.worker}/".startswith(f"{worker}/")]
        for d in left:
            self.rows[d.mailing, d.key] = replace(d, state=DeliveryState.WAITING, worker="", next_try=None)
        return len(left)

    def next_due(self, mailing: str) -> datetime | None:
        return min((d.next_try or AT_ONCE for d in self._of(mailing, DeliveryState.WAITING)), default=None)

    def progress(self, mailing: str) -> Mapping[DeliveryState, int]:
        return {state: len(self._of(mailing, state)) for state in DeliveryState}

    def reasons(self, mailing: str) -> Sequence[Said]:
        tried = {DeliveryState.WAITING, DeliveryState.REFUSED}
        told = Counter((d.state, d.reason) for d in self._of(mailing) if d.reason and d.state in tried)
        found = [Said(state, reason, number) for (state, reason), number in told.items()]
        return sorted(found, key=lambda said: (-said.messages, said.state, said.reason))[:10]

    def _of(self, mailing: str, state: DeliveryState | None = None) -> list[Delivery]:
        return [d for d in self.rows.values() if d.mailing == mailing and state in {None, d.state}]

    def _is_in_flight(self, delivery: Delivery) -> bool:
        held = self.rows[delivery.mailing, delivery.key]
        return held.state is DeliveryState.IN_FLIGHT and held.worker == delivery.worker


@dataclass
class FakeEntries:
    """The part of an address book that a mail-out uses."""

    held: dict[Entry, str] = field(default_factory=dict)
    noted: list[tuple[str, str, bool]] = field(default_factory=list)
    lookups: list[tuple[int, str]] = field(default_factory=list)

    def count(self, for_whom: ForWhom) -> Mapping[str, int]:
        return {"addresses": len(list(self.entries(for_whom))), "schools": len(self.held), "unreachable": 0}

    def entries(self, for_whom: ForWhom) -> Iterable[Entry]:
        return (e for e in self.held if not for_whom.phases or e.phase in for_whom.phases)

    def addresses(self, keys: Collection[str], purpose: str, by: str = "") -> Mapping[str, str]:  # noqa: ARG002 - as the port has it
        self.lookups.append((len(keys), purpose))
        return {entry.key: address for entry, address in self.held.items() if entry.key in keys}

    def refused(self, key: str, reason: str, at: datetime, *, for_good: bool) -> None:  # noqa: ARG002 - as the port has it
        self.noted.append((key, reason, for_good))


@dataclass
class FakePublisher:
    """Takes everything, unless `answer` says otherwise."""

    answer: Callable[[str, int], Outcome] = lambda _address, _turn: Outcome()
    most_at_once: int = 10
    sent: list[tuple[str, EmailMessage]] = field(default_factory=list)
    calls: int = 0

    def send(self, messages: Sequence[tuple[str, EmailMessage]]) -> Sequence[Outcome]:
        self.calls += 1
        outcomes = [self.answer(address, self.calls) for address, _ in messages]
        self.sent += [m for m, outcome in zip(messages, outcomes, strict=True) if outcome.refusal is None]
        return outcomes
