"""Does the clock of this machine tell the time?

By what else is known of it: the database's own clock, the newest entry of the journal, and how long ago
anything here was last looked through. Periods, sessions and tokens all go by it.
"""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.adapters.store.engine import reading
from app.domain.journal import when
from app.wiring.ground import Ground
from app.wiring.retention import look_through

if TYPE_CHECKING:
    from app.wiring.installation import Installation

_MAY_DIFFER = timedelta(minutes=2)
_KEEP_TIME = "Let this machine keep time by NTP"


def wrong_clock(made: "Installation") -> str:
    """What is wrong with it; empty when nothing is."""
    now, known = made.clock.now(), _of_database(made.ground)
    if abs(known - now) > _MAY_DIFFER:
        how = "ahead of" if known > now else "behind"
        seconds = f"{abs((known - now).total_seconds()):,.0f}"
        return f"the database’s is {seconds} seconds {how} this machine’s. {_KEEP_TIME}, and the other"
    newest = _newest_entry(made.ground)
    if newest is not None and newest - now > _MAY_DIFFER:
        return f"the journal’s newest entry is of {newest:%Y-%m-%d %H:%M}, which is to come. {_KEEP_TIME}"
    if look_through(made).has_leapt(now):
        return (
            "nothing was looked through here for more than a month. If the clock is wrong, set it right: a"
            " day after the service started, what is past its time by this clock is deleted"
        )
    return ""


def _of_database(ground: Ground) -> datetime:
    with reading(ground.engine) as connection:
        said = connection.exec_driver_sql("SELECT CURRENT_TIMESTAMP").scalar_one()
    return said if isinstance(said, datetime) else datetime.fromisoformat(said).replace(tzinfo=UTC)


def _newest_entry(ground: Ground) -> datetime | None:
    head = ground.journal.head()
    last = next(iter(ground.journal.entries(head.size - 1)), None) if head else None
    return when(last.text) if last and last.text else None
