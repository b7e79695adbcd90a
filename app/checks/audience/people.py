"""How many people inside the organisation does a draft reach?

Each address counts once, however many fields it is in; a group counts its members when they are
known (but those outside), and one otherwise.
"""

from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import RecipientKind


def people_inside(audience: Audience) -> int:
    """People inside, as far as they are known."""
    counted = {
        reader.recipient.mailbox.address.lower() or str(place): 1
        if reader.members is None
        else reader.members - (reader.members_outside or 0)
        for place, reader in enumerate(audience.readers)
        if reader.belonging is Belonging.INSIDE
    }
    return sum(counted.values())


def has_group_inside(audience: Audience) -> bool:
    """Whether some entry inside is a group."""
    return any(_is_group_inside(reader) for reader in audience.readers)


def _is_group_inside(reader: Reader) -> bool:
    return reader.belonging is Belonging.INSIDE and reader.recipient.kind is RecipientKind.GROUP
