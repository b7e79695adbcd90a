"""How does a mailing reach every address once, whatever the carrier says and whoever crashes?

Every address has its delivery before anything is sent. A worker takes some, hands the messages to the carrier
and keeps what it said: sent, refused for good, or to be tried again later. What was in flight when a worker
died is sent again with the same Message-ID; nothing else is ever sent twice, and nothing is left out.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import structlog

from app.bulletin_ports import (
    AddressBook,
    Deliveries,
    Delivery,
    DeliveryState,
    Mailings,
    Outcome,
    Publisher,
    Refusal,
)
from app.domain.mailing import UNLIMITED, Mailing, Pace
from app.ports import Clock

log = structlog.get_logger("sendwell.mailings")

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
_GONE = "No longer in the directory."
_TOO_LATE = "Not taken in time: "
_BROKEN = "The carrier broke off."
_UNWRITTEN = "The message cannot be written. Ask whoever runs Sendwell to look into the log."
_SWAY = 0.2
_SOON = 1.0

WriteMessage = Callable[[Mailing, Delivery, str], EmailMessage]
"""From a mailing, a delivery (whose variant says which text) and the address; the same each time."""


@dataclass(frozen=True)
class Habits:
    """How mail is sent here. What was never taken counts as refused after `give_up_after`: old news harm."""

    pace: Pace = UNLIMITED
    batch: int = 200
    """How many a worker takes at a time; the carrier is given them in portions of its own."""
    give_up_after: timedelta = timedelta(hours=72)
    look_again: timedelta = timedelta(seconds=30)
    """How long to wait for other workers, for the pace, or while nothing can be sent."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a worker did in one go. `wait` is when it should look again, in seconds; None when all is done."""

    sent: int
    wait: float | None


def _always() -> bool:
    return True


@dataclass(frozen=True)
class MailOut:
    """Sends mailings. `sway` gives numbers from -1 to 1, so that not all come back at the same moment."""

    mailings: Mailings
    deliveries: Deliveries
    book: AddressBook
    publisher: Publisher
    write: WriteMessage
    clock: Clock
    habits: Habits = field(default_factory=Habits)
    sway: Callable[[], float] = lambda: random.uniform(-1, 1)  # noqa: S311 (no secret hangs on it)

    def plan(self, number: str) -> int:
        """Keep a delivery for each address of a mailing that began; the same again adds nothing. How many.

        Must be done before anybody works on it: a mailing without deliveries is done.
        """
        mailing = self.mailings.mailing(number)
        if mailing is None or mailing.ended_at:
            return 0
        if planned := sum(self.deliveries.progress(number).values()):
            return planned
        entries = self.book.entries(mailing.for_whom)
        return self.deliveries.plan(number, ((entry, mailing.variant_for(entry.phase)) for entry in entries))

    def work(self, number: str, worker: str, may_go_on: Callable[[], bool] = _always) -> Round:
        """Send what is due of a mailing. `worker` is nobody else's name.

        `may_go_on` is asked before each portion: no longer when the service stops, or when others may think
        that this worker is dead. May be done again after it broke off: what it had in flight is due again.
        """
        mailing = self.mailings.mailing(number)
        if mailing is None or mailing.ended_at:
            return Round(0, None)
        self.deliveries.give_up(worker)
        sent = 0
        while may_go_on():
            batch = self._send_batch(mailing, worker, may_go_on)
            sent += batch.sent
            if batch.wait != 0:
                return Round(sent, batch.wait)
            mailing = replace(mailing, halted="")
        return Round(sent, _SOON)

    def _send_batch(self, mailing: Mailing, worker: str, may_go_on: Callable[[], bool]) -> Round:
        now = self._now()
        is_late = now >= mailing.begun_at + self.habits.give_up_after
        portion = self.publisher.most_at_once
        most = 1 if mailing.halted and not is_late else max(self.habits.batch, portion)
        taken = self.deliveries.take(mailing.id, worker, now, most, self.habits.pace)
        if not taken:
            return Round(0, self._rest(mailing, now))
        addresses = self.book.addresses([delivery.key for delivery in taken], mailing.id)
        sent, wait = 0, 0.0
        while taken and not wait and may_go_on():
            done = self._send_portion(mailing, taken[:portion], addresses, is_late=is_late)
            sent, wait, taken = sent + done.sent, done.wait or 0, taken[portion:]
        self.deliveries.settle([_as_it_was(delivery) for delivery in taken])
        return Round(sent, wait)

    def _send_portion(
        self, mailing: Mailing, taken: Sequence[Delivery], addresses: Mapping[str, str], *, is_late: bool
    ) -> Round:
        outcomes = self._hand_over(mailing, taken, addresses)
        now = self._now()
        settled = [
            self._settled(d, outcome, now, is_late) for d, outcome in zip(taken, outcomes, strict=True)
        ]
        self._tell_the_book(settled, outcomes, now)
        self.deliveries.settle(settled)
        sent = sum(delivery.state is DeliveryState.SENT for delivery in settled)
        return Round(sent, 0 if is_late else self._pause(mailing, outcomes))

    def _hand_over(
        self, mailing: Mailing, taken: Sequence[Delivery], addresses: Mapping[str, str]
    ) -> Sequence[Outcome]:
        """One outcome for each. An address that left the directory since the plan is refused."""
        reachable = [delivery for delivery in taken if delivery.key in addresses]
        try:
            messages = [(addresses[d.key], self.write(mailing, d, addresses[d.key])) for d in reachable]
        except Exception as error:  # noqa: BLE001 (all of the mailing waits, and the desk says so)
            log.error("message not written", mailing=mailing.id, error=type(error).__name__)  # noqa: TRY400 (a traceback may hold addresses)
            return [Outcome(Refusal.EVERYTHING, _UNWRITTEN)] * len(taken)
        try:
            said = self.publisher.send(messages) if messages else ()
            answers = dict(zip((d.key for d in reachable), said, strict=True))
        except Exception as error:  # noqa: BLE001 (whatever a carrier does, nobody is missed)
            log.error("carrier broke off", mailing=mailing.id, error=type(error).__name__)  # noqa: TRY400 (likewise)
            answers = {d.key: Outcome(Refusal.LATER, _BROKEN) for d in reachable}
        return [answers.get(d.key, Outcome(Refusal.THIS_ADDRESS, _GONE)) for d in taken]

    def _tell_the_book(self, settled: Sequence[Delivery], outcomes: Sequence[Outcome], now: datetime) -> None:
        for delivery, outcome in zip(settled, outcomes, strict=True):
            is_theirs = outcome.refusal in {Refusal.THIS_ADDRESS, Refusal.LATER} and outcome.reason != _GONE
            if delivery.state is DeliveryState.REFUSED and is_theirs:
                for_good = outcome.refusal is Refusal.THIS_ADDRESS
                self.book.refused(delivery.key, outcome.reason, now, for_good=for_good)

    def _settled(self, delivery: Delivery, outcome: Outcome, now: datetime, is_late: bool) -> Delivery:
        reason = outcome.reason
        if outcome.refusal is None:
            return replace(delivery, state=DeliveryState.SENT, reason="")
        if outcome.refusal is Refusal.THIS_ADDRESS:
            return replace(delivery, state=DeliveryState.REFUSED, reason=reason)
        if is_late:
            return replace(delivery, state=DeliveryState.REFUSED, reason=_TOO_LATE + reason)
        if outcome.refusal is Refusal.EVERYTHING:  # nobody's fault who gets it, so no try of theirs
            return replace(_as_it_was(delivery), reason=reason)
        due = now + self._back_off(delivery.tries, outcome.retry_after)
        return replace(delivery, state=DeliveryState.WAITING, reason=reason, next_try=due)

    def _back_off(self, tries: int, asked: float | None) -> timedelta:
        """Twice as long each time, with some sway; never sooner than the carrier asked for."""
        doubled = min(FIRST_WAIT * int(2 ** min(tries - 1, 16)), LONGEST_WAIT)
        return max(doubled * (1 + _SWAY * self.sway()), timedelta(seconds=asked or 0))

    def _pause(self, mailing: Mailing, outcomes: Sequence[Outcome]) -> float:
        """After a batch: none when anything was taken; a carrier that takes nothing is let be for a while."""
        halted = next((o for o in outcomes if o.refusal is Refusal.EVERYTHING), None)
        if halted:
            self.mailings.halt(mailing.id, halted.reason or "The carrier takes nothing from us.")
        elif mailing.halted:
            self.mailings.halt(mailing.id, "")
        asked = max((o.retry_after or 0 for o in outcomes), default=0)
        if halted or all(o.refusal is Refusal.LATER for o in outcomes):
            return max(self.habits.look_again.total_seconds(), asked)
        return 0

    def _rest(self, mailing: Mailing, now: datetime) -> float | None:
        """Nothing could be taken. All is done, or others have the rest in flight, or some are due later."""
        counts = self.deliveries.progress(mailing.id)
        look_again = self.habits.look_again.total_seconds()
        if not counts[DeliveryState.WAITING] and not counts[DeliveryState.IN_FLIGHT]:
            self.mailings.end(mailing.id, now)
            return None
        due = self.deliveries.next_due(mailing.id)
        return max((due - now).total_seconds(), 1.0) if due and due > now else look_again

    def _now(self) -> datetime:
        """In UTC, where an hour is an hour also when the clocks change."""
        return self.clock.now().astimezone(UTC)


def _as_it_was(delivery: Delivery) -> Delivery:
    """Before it was taken."""
    return replace(delivery, state=DeliveryState.WAITING, tries=delivery.tries - 1)
