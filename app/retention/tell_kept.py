"""Is nothing kept longer than it should be? What was deleted when, what failed, and what is held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.calendar import in_london
from app.retention.look_through import LookThrough
from app.retention.periods import Period
from app.rights_ports import Deletion

LATELY = timedelta(days=30)
LATE = timedelta(hours=48)
"""After so long without a look something is wrong."""


@dataclass(frozen=True, slots=True)
class KindKept:
    """One kind: its newest look, when it last went well, and how much went lately."""

    period: Period
    last: Deletion | None
    well_at: datetime | None
    gone: int
    is_late: bool

    @property
    def held(self) -> int:
        """How much is past its time and stays."""
        return self.last.held if self.last else 0


@dataclass(frozen=True, slots=True)
class Kept:
    """All kinds, those where something is wrong first; and the latest looks, newest first."""

    kinds: Sequence[KindKept]
    since: date
    looks: Sequence[Deletion]

    @property
    def wrong(self) -> Sequence[KindKept]:
        """The kinds that were not looked through lately, or where it fails."""
        return [one for one in self.kinds if one.is_late]


def tell_kept(look: LookThrough) -> Kept:
    """As it stands now."""
    now = look.clock.now()
    since = in_london(now - LATELY).date()
    looks = look.deletions.recent(since)
    kinds = [_kind(period, [one for one in looks if one.kind == period.kind], now) for period in look.periods]
    return Kept(sorted(kinds, key=lambda one: not one.is_late), since, looks)


def _kind(period: Period, looks: Sequence[Deletion], now: datetime) -> KindKept:
    well = next((one.at for one in looks if not one.failed), None)
    is_late = well is None or now - well > LATE
    return KindKept(period, next(iter(looks), None), well, sum(one.gone for one in looks), is_late)
