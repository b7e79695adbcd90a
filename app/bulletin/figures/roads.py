"""Which routes were used, week by week, and when was mail written?

From what is kept of each Send: the route that was named and the hour, never who or what. Of weeks that are
over, so that nobody can look before and after a mail. What fewer than ten people sent is not told: it could
be told apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.bulletin.desk import BulletinDesk
from app.domain.calendar import SchoolCalendar, in_london
from app.domain.crowd import LEAST_PEOPLE
from app.domain.stretches import Stretch
from app.domain.verdict import Channel
from app.figure_ports import SentDrafts


@dataclass(frozen=True, slots=True)
class Week:
    """One week. `routes` and `out_of_hours` count drafts.

    They are empty where too few people sent any, and where the records are deleted, so not `is_kept`.
    """

    stretch: Stretch
    is_kept: bool
    is_told: bool
    routes: Mapping[Channel, int]
    out_of_hours: int
    items: int
    requests: int

    @property
    def drafts(self) -> int:
        """All that was sent."""
        return sum(self.routes.values())


def weeks(desk: BulletinDesk, sent: SentDrafts, stretch: Stretch, kept_since: date) -> Sequence[Week]:
    """The weeks of a stretch that are over, oldest first. Records are deleted up to `kept_since`."""
    calendar = desk.calendar()
    items = [item.submitted_at for item in desk.book.items()]
    requests = [request.asked_at for request in desk.book.requests()]
    found = []
    for week in stretch.weeks_over(desk.today):
        is_kept = week.first > kept_since
        is_told = is_kept and sent.people(*week.moments) >= LEAST_PEOPLE
        counts = sent.counts(*week.moments) if is_told else ()
        routes = Counter[Channel]()
        for count in counts:
            routes[Channel(count.channel)] += count.drafts
        outside = sum(count.drafts for count in counts if not _is_working(calendar, count.begins))
        asked = [sum(map(week.holds, moments)) for moments in (items, requests)]
        found.append(Week(week, is_kept, is_told, routes, outside, *asked))
    return found


def _is_working(calendar: SchoolCalendar, at: datetime) -> bool:
    local = in_london(at)
    return calendar.is_working_day(local.date()) and calendar.opens <= local.time() < calendar.closes
