"""What did the mail service not say of the recipients, and why?

Said beside a verdict, so that a group nobody could count is never taken for a small one. Where the mail
service is not asked at all, nothing is missing.
"""

from collections.abc import Mapping

from app.domain.draft import Draft, RecipientKind
from app.domain.finding import Unchecked
from app.domain.mailbox_facts import Told

_WHY: Mapping[Told, str] = {
    Told.ALL: "Exchange does not say",
    Told.LATER: "Exchange has not answered yet",
    Told.NOT_NOW: "Exchange is asked while you write, with the pane open",
    Told.REFUSED: "Exchange may not be asked for you until your organisation allows it, or you sign in again",
    Told.UNREACHED: "Exchange cannot be reached just now",
}


def untold(draft: Draft) -> tuple[Unchecked, ...]:
    """At most one sentence: of groups first, else of who is away."""
    if draft.told is Told.NOT_ASKED:
        return ()
    groups = {
        recipient.mailbox.address.lower()
        for recipient in draft.recipients
        if recipient.kind is RecipientKind.GROUP and recipient.facts.members is None
    }
    why = _WHY[draft.told]
    if groups:
        which = "the group" if len(groups) == 1 else f"{len(groups)} groups"
        return (Unchecked("audience", f"How many people are in {which} is not known: {why}."),)
    if draft.told is Told.ALL:
        return ()
    return (Unchecked("audience", f"Whether your readers are away is not known: {why}."),)
