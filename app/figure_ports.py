"""What do the figures count that lies outside the process?

Numbers alone: no school, no person and no text comes through here. Protocols with their contracts; the fakes
are in ``tests/figure_fakes.py``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SentCount:
    """How many different drafts somebody pressed Send on in a quarter of an hour, with the route named."""

    begins: datetime
    channel: str
    drafts: int


class SentDrafts(Protocol):
    """The records of what was sent, counted."""

    def counts(self, since: datetime, until: datetime) -> Sequence[SentCount]:
        """From `since` to before `until`, oldest first; quarters of an hour without a draft are left out."""
        ...

    def people(self, since: datetime, until: datetime) -> int:
        """How many different people sent something from `since` to before `until`."""
        ...


class SchoolMails(Protocol):
    """What became of mail to schools, counted."""

    def spread(self, mailings: Collection[str]) -> Mapping[int, int]:
        """How many schools got how many of these mailings: ``{3: 120}`` is 120 schools with three each.

        A school has got a mailing when any message of it to one of its addresses was taken; it counts once.
        Schools that got none, and addresses that the directory no longer holds, are left out.
        """
        ...

    def arrived(self, mailings: Collection[str]) -> int:
        """How many of these mailings somebody got: some may be on the website alone, or not have begun."""
        ...
