"""About whom of a draft's recipients is Exchange asked?

About groups, and about people at the organisation's own domains: it knows nothing of others, and they are
nobody else's business. Groups come first; of very many people only the first are asked about, as Outlook
does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.address import is_within, normal_address
from app.domain.draft import Draft, Recipient, RecipientKind
from app.domain.mailbox_facts import MailboxFacts, Told

MOST_GROUPS = 200
MOST_PEOPLE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """Addresses in their normal spelling, each once."""

    groups: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Groups first."""
        return (*self.groups, *self.people)


def asked_about(draft: Draft, own: tuple[str, ...]) -> Asked:
    """Whom to ask about; `own` are the organisation's domains."""
    groups: dict[str, None] = {}
    people: dict[str, None] = {}
    for recipient in draft.recipients:
        address = normal_address(recipient.mailbox.address)
        if address and recipient.kind is RecipientKind.GROUP:
            groups[address] = None
        elif address and _is_colleague(recipient, address, own):
            people[address] = None
    once = [address for address in people if address not in groups]
    return Asked(tuple(groups)[:MOST_GROUPS], tuple(once[:MOST_PEOPLE]))


def with_facts(draft: Draft, facts: Mapping[str, MailboxFacts], told: Told) -> Draft:
    """The draft with what was told of its recipients."""
    recipients = tuple(_with_facts(recipient, facts) for recipient in draft.recipients)
    return replace(draft, recipients=recipients, told=told)


def _with_facts(recipient: Recipient, facts: Mapping[str, MailboxFacts]) -> Recipient:
    known = facts.get(normal_address(recipient.mailbox.address))
    return recipient if known is None else replace(recipient, facts=known)


def _is_colleague(recipient: Recipient, address: str, own: tuple[str, ...]) -> bool:
    is_person = recipient.kind in {RecipientKind.USER, RecipientKind.UNKNOWN}
    return is_person and is_within(address.rpartition("@")[2], own)
