"""What time is it?"""

from datetime import datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class SystemClock:
    """The machine's clock, in Europe/London."""

    def now(self) -> datetime:
        """The present moment, timezone-aware."""
        return datetime.now(LONDON)
