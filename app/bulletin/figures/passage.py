"""Whom were the bulletin's items for, and how long did they take from their sender to the schools?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from app.bulletin.desk import BulletinDesk
from app.bulletin.printed.said_for_whom import NO_LISTS, ListNames, section_of
from app.domain.calendar import in_london
from app.domain.item import ItemState
from app.domain.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Passage:
    """Items that went out: by section, in the order of an issue, and the days each took, shortest first."""

    audiences: Mapping[str, int]
    days: Sequence[int]

    @property
    def middle(self) -> float:
        """Half of the items took no longer, in days; 0 where there are none."""
        return median(self.days) if self.days else 0


def passage(desk: BulletinDesk, stretch: Stretch, lists: ListNames = NO_LISTS) -> Passage:
    """Of the items whose issue went out in a stretch of time."""
    out = {i.key: in_london(i.held_until).date() for i in desk.book.issues() if i.held_until}
    gone = [item for item in desk.book.items((ItemState.OUT,)) if item.issue in out]
    gone = [item for item in gone if item.issue and stretch.first <= out[item.issue] <= stretch.last]
    counted = Counter(section_of(item.text.for_whom, lists) for item in gone)
    took = ((out[item.issue] - in_london(item.submitted_at).date()).days for item in gone if item.issue)
    return Passage(
        {key.title: counted[key] for key in sorted(counted)}, sorted(max(days, 0) for days in took)
    )
