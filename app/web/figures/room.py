"""What do the figures count from?

The desk's book, what became of mail to schools, and what is kept of each Send: numbers alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.figure_ports import SchoolMails, SentDrafts


@dataclass(frozen=True, slots=True)
class FiguresRoom:
    """Built once. `shown` tells to how many people a card of each rule was shown since a day.

    Records of checks are deleted after `records_days`, messages after `messages_days`.
    """

    sent: SentDrafts
    mails: SchoolMails
    open_schools: Callable[[], int]
    shown: Callable[[date], Mapping[str, int]]
    records_days: int
    messages_days: int
