"""How do schools leave a subscription list of this installation by the link in a mail?"""

from app.bulletin.mailing.leave_list import LeaveDesk
from app.directory.subscription_lists import take_off
from app.wiring.audiences import lists_in_force
from app.wiring.installation import Installation

_BY, _WHY = "the school", "Left by the link in a mail"


def leave_desk(made: Installation) -> LeaveDesk:
    """What the pages need for it."""
    return LeaveDesk(
        made.mail_room.mailings,
        made.bulletin.address_book,
        made.mail.ids,
        lambda key, urn: take_off(made.registers.lists, key, urn, _BY, _WHY),
        lambda key: lists_in_force(made).get(key, ""),
    )
