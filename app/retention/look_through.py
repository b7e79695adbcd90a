"""What is past its time, and is it deleted?

A clock that leapt by more than a month is not believed at once: a machine that started in a wrong year would
delete everything. It is after a day, in which somebody may have set it right.

Every kind once a day, each by itself: one that fails keeps no other from it, and is tried again in an hour.
What was done stands in the database, so a process that starts anew goes on where the last one was killed, and
several do not do it twice. Deleting again what is gone changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.domain.calendar import in_london
from app.domain.errors import SendwellError
from app.ports import Clock
from app.retention.periods import Period
from app.rights_ports import Deletion, Deletions

AGAIN = timedelta(hours=1)
_LOOK_AGAIN = timedelta(minutes=5)
_LEAP, _BELIEVED_AFTER = timedelta(days=31), timedelta(days=1)


@dataclass
class LookThrough:
    """Looks through all kinds when a day begins. Not thread-safe: one thread of a process has it."""

    periods: Sequence[Period]
    deletions: Deletions
    clock: Clock
    done: date | None = None
    """The day that is over and done with, as far as this process knows."""
    not_before: datetime | None = None
    leapt_at: datetime | None = None
    """Since when the clock is not believed."""

    def look(self) -> Sequence[Deletion]:
        """What is due now; cheap when nothing is."""
        now = self.clock.now()
        today = in_london(now).date()
        if self.done == today or self._is_waiting(now):
            return ()
        if not self._is_believed(now):
            self.not_before = now + _LOOK_AGAIN
            return ()
        noted = self.deletions.of_day(today)
        open_ones = [p for p in self.periods if p.kind not in noted or noted[p.kind].failed]
        due = [p for p in open_ones if p.kind not in noted or now - noted[p.kind].at >= AGAIN]
        found = tuple(self._through(period, now, today) for period in due)
        is_done = len(due) == len(open_ones) and not any(one.failed for one in found)
        self.done, self.not_before = (today, None) if is_done else (None, now + _LOOK_AGAIN)
        return found

    def at_start(self) -> Sequence[Deletion]:
        """Everything, whatever was done today: a setting may have changed."""
        now = self.clock.now()
        if not self._is_believed(now):
            return ()
        today = in_london(now).date()
        return tuple(self._through(period, now, today) for period in self.periods)

    def has_leapt(self, now: datetime) -> bool:
        """Whether something was looked through once, and nothing in the month before `now`."""
        if self.deletions.recent(in_london(now).date() - _LEAP):
            return False
        return bool(self.deletions.recent(date.min))

    def _is_believed(self, now: datetime) -> bool:
        self.leapt_at = (self.leapt_at or now) if self.has_leapt(now) else None
        return self.leapt_at is None or now - self.leapt_at >= _BELIEVED_AFTER

    def _is_waiting(self, now: datetime) -> bool:
        """Nobody waits until a year to which the clock leapt for a moment."""
        return self.not_before is not None and now < self.not_before <= now + _LOOK_AGAIN

    def _through(self, period: Period, now: datetime, today: date) -> Deletion:
        before = period.ends(now)
        noted = Deletion(period.kind, today, now, before, 0)
        try:
            noted = replace(noted, gone=period.forget(before), held=period.held(before))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other kinds are looked through
            noted = replace(noted, failed=type(error).__name__[:64])
        try:
            self.deletions.keep(noted)
        except SendwellError as error:  # it is done, and will be noted when it is done again
            noted = replace(noted, failed=type(error).__name__[:64])
        return noted
