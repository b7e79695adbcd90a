"""Is a recipient everybody: an all-staff list, by its name or address?

A mailbox counts by its whole name ("All Staff"), a group also by a part of it ("DL All Staff Kent").
"""

from app import linear
from app.checks.words import any_of
from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import RecipientKind
from app.kept import once_a_check

_BODY = "(?:council|company|authority|trust|county|borough|district|corporate)"
_EVERYBODY = any_of(rf"""
    (?:all|whole|entire)[^a-z]*(?:{_BODY}[^a-z]*)?(?:staff|users?|employees?|colleagues|council|company|organi[sz]ation|officers)
    (?:all|whole|entire)[^a-z]*(?:teachers|school|academy|trust|college|workforce|mailboxes)(?:[^a-z]*staff)?
    (?:staff|users?|employees|council|company|officers|corporate|school|trust)[^a-z]*all
    (?:council|company|organi[sz]ation|authority|trust|school)[^a-z]*wide
    everyone|every[^a-z]*body
""")
_EVERYBODY_IN_A_GROUP = linear.compile(rf"(?i)(?:^|[^a-z]){_EVERYBODY}(?:[^a-z]|$)")
_LIST = "(?:dl|dist|grp|group|list|mail|mailing list)"
_ONLY_EVERYBODY = linear.compile(
    rf"(?i)^[^a-z]*(?:{_LIST}[^a-z]+)?(?:{_EVERYBODY}|all|staff)(?:[^a-z]+{_LIST})?[^a-z]*$"
)


def is_everybody(reader: Reader) -> bool:
    """Whether this is a list of everybody inside."""
    if reader.belonging not in {Belonging.INSIDE, Belonging.UNKNOWN}:
        return False
    mailbox = reader.recipient.mailbox
    names = (mailbox.address.partition("@")[0], mailbox.name.partition("@")[0])
    is_group = reader.recipient.kind in {RecipientKind.GROUP, RecipientKind.CONTACT_LIST}
    return any(_names_everybody(name) or (is_group and _holds_everybody(name)) for name in names)


@once_a_check
def _names_everybody(name: str) -> bool:
    return _ONLY_EVERYBODY.search(name) is not None


@once_a_check
def _holds_everybody(name: str) -> bool:
    return _EVERYBODY_IN_A_GROUP.search(name) is not None


def has_everybody(audience: Audience) -> bool:
    """Whether any recipient is."""
    return any(map(is_everybody, audience.readers))
