"""How much mail did schools get from here in a term?

Issues of the bulletin, urgent mail, mail to chosen schools and notes to a cluster, as they were delivered:
how many schools got how many. No school is named, and nothing tells whether anybody opened a mail.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.bulletin.desk import BulletinDesk
from app.bulletin.go_out import mailing_of_issue, mailing_of_request
from app.domain.asked import RequestKind
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.issue import Issue, IssueState
from app.domain.stretches import Stretch
from app.figure_ports import SchoolMails


class MailKind(StrEnum):
    """What a school got."""

    ISSUE = "issue"
    URGENT = RequestKind.URGENT.value
    CHOSEN = RequestKind.CHOSEN.value
    CLUSTER_NOTE = RequestKind.CLUSTER_NOTE.value


@dataclass(frozen=True, slots=True)
class Spread:
    """How many schools got how many of some mailings; every open school is in it, be it with none.

    `mailings` are those that somebody got.
    """

    mailings: int
    schools: Mapping[int, int]

    @property
    def reached(self) -> int:
        """Schools that got any."""
        return sum(self.schools.values()) - self.schools.get(0, 0)

    @property
    def most(self) -> int:
        """What the busiest school got."""
        return max((mails for mails, schools in self.schools.items() if schools), default=0)

    @property
    def middle(self) -> int:
        """Half of the schools got no more than this."""
        half, seen = sum(self.schools.values()) / 2, 0
        for mails, schools in sorted(self.schools.items()):
            seen += schools
            if seen >= half:
                return mails
        return 0


@dataclass(frozen=True, slots=True)
class Burden:
    """All mail of a stretch, and by kind."""

    all_of_it: Spread
    kinds: Mapping[MailKind, Spread]


def burden(desk: BulletinDesk, mails: SchoolMails, stretch: Stretch, open_schools: int) -> Burden:
    """What schools got in a stretch of time."""
    sent: dict[MailKind, list[str]] = {kind: [] for kind in MailKind}
    sent[MailKind.ISSUE] = [mailing_of_issue(issue.key) for issue in _issues(desk, stretch)]
    for request in _requests(desk, stretch):
        sent[MailKind(request.asked.kind.value)].append(mailing_of_request(request.id))
    every = [number for numbers in sent.values() for number in numbers]
    return Burden(
        _spread(mails, every, open_schools),
        {kind: _spread(mails, numbers, open_schools) for kind, numbers in sent.items()},
    )


def _spread(mails: SchoolMails, numbers: Sequence[str], open_schools: int) -> Spread:
    found = dict(mails.spread(numbers)) if numbers else {}
    return Spread(
        mails.arrived(numbers) if found else 0, {0: max(open_schools - sum(found.values()), 0), **found}
    )


def _issues(desk: BulletinDesk, stretch: Stretch) -> Iterable[Issue]:
    gone = {IssueState.GOING_OUT, IssueState.OUT}
    return (i for i in desk.book.issues() if i.state in gone and i.held_until and stretch.holds(i.held_until))


def _requests(desk: BulletinDesk, stretch: Stretch) -> Iterable[BulkRequest]:
    gone = desk.book.requests((RequestState.GOING_OUT, RequestState.OUT))
    return (r for r in gone if r.held_until and stretch.holds(r.held_until))
