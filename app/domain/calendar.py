"""When do schools work, and when does the bulletin go out?

Date arithmetic only: terms, half terms, INSET days, issue days, cut-offs and working hours. All
times are in Europe/London.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hours:
    """The sending time against the working week. `next_morning` is when work starts again."""

    is_working: bool
    is_term: bool
    next_morning: datetime
