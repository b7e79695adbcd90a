"""Is a draft written in confidence, so that nobody may score how it speaks?

A report to the safeguarding lead or to the whistleblowing address names people, quotes abuse and is
upset, and should be. It is in confidence when every recipient is such an address and the address can be
trusted to be one: the organisation's own, a school's, or a public body's.
"""

from collections.abc import Sequence

from app import linear
from app.domain.address import is_within, normal_address
from app.domain.audience import Audience, Belonging

PUBLIC_BODIES = ("gov.uk", "police.uk", "nhs.uk", "nhs.net")
_WORDS = linear.compile(r"[a-z]+")


def is_in_confidence(
    audience: Audience, names: Sequence[str], own: Sequence[str], school_suffixes: Sequence[str]
) -> bool:
    """Whether each recipient is an address of one of the `names` (local parts) at a trusted domain.

    False without recipients, and where the client did not list every one of them.
    """
    trusted = (*own, *school_suffixes, *PUBLIC_BODIES)
    listed = frozenset("".join(_WORDS.findall(name.lower())) for name in names) - {""}
    return bool(audience.readers) and all(
        _is_named(reader.recipient.mailbox.address, listed)
        and (
            reader.belonging in {Belonging.INSIDE, Belonging.SCHOOL}
            or is_within(normal_address(reader.recipient.mailbox.address).rpartition("@")[2], trusted)
        )
        for reader in audience.readers
    )


def _is_named(address: str, listed: frozenset[str]) -> bool:
    """``mash-duty@`` is named by "mash", ``child.protection@`` by "childprotection"."""
    local = normal_address(address).rpartition("@")[0]
    words = _WORDS.findall(local)
    return not listed.isdisjoint(words) or "".join(words) in listed
