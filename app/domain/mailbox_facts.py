"""What does the organisation's own mail service say of somebody whom a draft is to?

What Outlook shows above a message as mail tips: how large a group is and who of it is outside, whether a
moderator reads first, whether automatic replies are on. Whatever was not told is None, and None is never 0.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class MailboxFacts:
    """What is known of one mailbox or group.

    `members` and `outside` (those of them outside the organisation) are of groups; who is in a group of the
    group counts too. `is_moderated` and `is_restricted` (it does not take mail from this sender) are as the
    asker stands; all else is the same for everybody. `largest` is in bytes. `away_until` is the day on
    which automatic replies end, where that is set. The words of an automatic reply are nowhere here.
    """

    members: int | None = None
    outside: int | None = None
    is_moderated: bool | None = None
    is_restricted: bool | None = None
    is_full: bool | None = None
    is_away: bool | None = None
    away_until: date | None = None
    largest: int | None = None


NOTHING_KNOWN = MailboxFacts()


class Told(StrEnum):
    """How much the mail service has said of the recipients of a draft."""

    NOT_ASKED = "not-asked"
    """It is not asked here: nothing is missing."""
    ALL = "all"
    LATER = "later"
    """What is missing is being fetched, for the next look."""
    NOT_NOW = "not-now"
    """Whoever asks brought no token to ask with, as at Send."""
    REFUSED = "refused"
    """The sender's organisation does not let us ask, or wants a new sign-in first."""
    UNREACHED = "unreached"
    """The mail service cannot be reached, or asked to be left alone for a while."""
