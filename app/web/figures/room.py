"""What do the figures count from?

The desk's book, what became of mail to schools, and what is kept of each Send: numbers alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.figure_ports import SchoolMails, SentDrafts


@dataclass(frozen=True, slots=True)
class FiguresRoom:
    """Built once. Records of checks are deleted after `records_days`, messages after `messages_days`."""

    sent: SentDrafts
    mails: SchoolMails
    open_schools: Callable[[], int]
    records_days: int
    messages_days: int
