"""Who reads what goes to no address: a text message, a post, an answer to a comment?

The sender says which people they are. No address is made up for them, and nobody pretends to know how many
they are.
"""

from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import Mailbox, Readership, Recipient, RecipientKind

_NAMES = {
    Readership.ONE_FAMILY: "One family",
    Readership.FAMILIES: "A group of families",
    Readership.STAFF: "Staff",
    Readership.PUBLIC: "The public",
}
_BELONGS = {
    Readership.ONE_FAMILY: Belonging.WEBMAIL,  # as a family is in mail: private people
    Readership.FAMILIES: Belonging.WEBMAIL,
    Readership.STAFF: Belonging.INSIDE,
    Readership.PUBLIC: Belonging.OUTSIDE,
}


def audience_of(readership: Readership | None) -> Audience | None:
    """The audience that a readership stands for; None where there is none, as for an e-mail."""
    if readership is None:
        return None
    is_one = readership is Readership.ONE_FAMILY
    kind = RecipientKind.USER if is_one else RecipientKind.GROUP
    belonging = _BELONGS[readership]
    return Audience(
        readers=(Reader(Recipient(Mailbox("", _NAMES[readership]), kind=kind), belonging),),
        people=1,
        is_lower_bound=True,
        inside=int(belonging is Belonging.INSIDE),
        outside=int(belonging is Belonging.OUTSIDE),
        webmail=int(belonging is Belonging.WEBMAIL),
        groups=int(not is_one),
    )
