"""Who, and how many, will read a draft?

People are counted as far as they are known; schools, clusters and phases are what the policy
counts. Whatever could not be opened is said, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.draft import Recipient, RecipientKind
from app.domain.school import Phase, School


class Belonging(StrEnum):
    """What one recipient is to the organisation."""

    INSIDE = "inside"
    SCHOOL = "school"
    CLOSED_SCHOOL = "closed-school"
    OUTSIDE = "outside"
    WEBMAIL = "webmail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reader:
    """One recipient, placed. `schools` has several entries for a trust office or a governor.

    `listed` is true when the very address is in the directory, not only its domain; `members` is
    the size of a group when it is known, `members_outside` how many of them are outside. `is_pupil` when it
    is a pupil, or a group of pupils, whatever it belongs to.
    """

    recipient: Recipient
    belonging: Belonging
    schools: tuple[School, ...] = ()
    listed: bool = False
    members: int | None = None
    is_pupil: bool = False
    members_outside: int | None = None

    @property
    def is_shared(self) -> bool:
        """Whether one mailbox serves several schools; a list of many is no such mailbox."""
        is_list = self.recipient.kind is RecipientKind.GROUP and self.listed
        return len(self.schools) > 1 and not is_list


@dataclass(frozen=True, slots=True)
class Audience:
    """The readers of a draft, counted.

    `schools` counts schools, never addresses; an address that serves several schools counts once.
    `share` is the part of the directory's open schools that is reached (0 to 1). `inside`,
    `outside`, `webmail`, `groups` and `unknown` count an address once however many fields it is in.
    `people` counts the members of each group, so that who is in two counts twice; `members_outside` those
    of them who are outside. `unknown` counts entries that could not be opened or placed; `is_lower_bound` is
    true when there may be more readers than counted. `is_from_school` is true when the sender writes from a
    school or from an office that the directory lists for schools, `is_from_recognised` when from an address
    that may write to all schools, `is_from_private` when from a private person's mail provider.
    """

    readers: tuple[Reader, ...] = ()
    people: int = 0
    is_lower_bound: bool = False
    schools: int = 0
    clusters: tuple[str, ...] = ()
    unclustered: int = 0
    phases: tuple[Phase, ...] = ()
    inside: int = 0
    outside: int = 0
    webmail: int = 0
    groups: int = 0
    unknown: int = 0
    share: float = 0.0
    is_from_school: bool = False
    is_from_recognised: bool = False
    is_from_private: bool = False
    members_outside: int = 0

    @property
    def recipients(self) -> int:
        """Entries in To, Cc and Bcc together."""
        return len(self.readers)

    @property
    def leaving(self) -> int:
        """Entries that are not known to be inside the organisation, and groups in which somebody is not."""
        return sum(r.belonging is not Belonging.INSIDE or bool(r.members_outside) for r in self.readers)

    @property
    def pupils(self) -> tuple[Reader, ...]:
        """The entries that are pupils."""
        return tuple(r for r in self.readers if r.is_pupil)

    @property
    def urns(self) -> frozenset[str]:
        """The schools that can be named: an office of several may be written to for any of them."""
        return frozenset(s.urn for r in self.readers if not r.is_shared for s in r.schools if s.urn)

    @property
    def counts(self) -> Mapping[str, int | bool]:
        """The audience in numbers: what rules ask about, records keep and replies show."""
        return {
            "recipients": self.recipients,
            "people": self.people,
            "is_lower_bound": self.is_lower_bound,
            "schools": self.schools,
            "clusters": len(self.clusters),
            "inside": self.inside,
            "outside": self.outside,
            "webmail": self.webmail,
            "groups": self.groups,
            "unknown": self.unknown,
            "members_outside": self.members_outside,
        }

    @property
    def officers(self) -> tuple[str, ...]:
        """The local officers of the clusters reached, without repeats."""
        reached = (s for r in self.readers for s in r.schools if s.officer and s.cluster in self.clusters)
        return tuple(dict.fromkeys(school.officer for school in reached))
