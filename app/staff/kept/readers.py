"""Who can see what stands in each table?

Through pages, by role; whoever runs the computer has the database as well. A test of the house fails while a
table or a role is not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.caller import Role


class Reader(StrEnum):
    """Somebody who can see something, in the words of the notice."""

    YOU = "the person it is about"
    EDITOR = "the bulletin desk"
    REVIEWER = "reviewers"
    ADMINISTRATOR = "administrators"
    EVERYBODY = "everybody"


READERS: Mapping[Role, Reader] = {
    Role.SENDER: Reader.YOU,
    Role.EDITOR: Reader.EDITOR,
    Role.REVIEWER: Reader.REVIEWER,
    Role.ADMINISTRATOR: Reader.ADMINISTRATOR,
}
ABOUT_ROLES: Mapping[Role, str] = {
    Role.SENDER: "Everything that is held about you, on the page “What is held about you”, at any time.",
    Role.ADMINISTRATOR: (
        "The rules and their history, and how often each rule spoke: numbers of ten people or more only. The"
        " staff list, who has signed, and who may post. They see no mail and no checks of anybody. When you"
        " ask for all that is held about you, one of them takes the file for you; you read who, when and why."
    ),
    Role.EDITOR: "What was submitted for the bulletin and asked for as mail to schools, with who did so.",
    Role.REVIEWER: (
        "Of a send that a rule stopped, or that was answered and sent all the same, where the rule asks for"
        " review: the rule, kinds and numbers, never the words. Your name only after they opened the case for"
        " abuse or a fault; you read who did. Words of yours only if you attached them yourself, for a"
        " quarter of an hour, after a second person agreed. Never of mail in confidence, nor of what is off"
        " the record."
    ),
}
"""What people with each role can see."""
NAMES: Mapping[Role, str] = {
    Role.SENDER: "You",
    Role.ADMINISTRATOR: "Whoever keeps the policy and the registers",
    Role.EDITOR: "Whoever works at the bulletin desk",
    Role.REVIEWER: "Whoever reviews flagged sends",
}
"""How the notice calls them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Who can see rows of a table, and who only numbers made from them."""

    rows: tuple[Reader, ...] = ()
    numbers: tuple[Reader, ...] = ()

    @property
    def said(self) -> str:
        """In words."""
        shown = ", ".join(self.rows)
        told = f"in numbers {', '.join(self.numbers)}" if self.numbers else ""
        return "; ".join(filter(None, (shown, told))) or "nobody, on any page"


_YOU, _DESK, _REVIEW = Reader.YOU, Reader.EDITOR, Reader.REVIEWER
_KEEPER, _ALL = Reader.ADMINISTRATOR, Reader.EVERYBODY
SEEN: Mapping[str, Seen] = {
    "staff": Seen((_YOU, _KEEPER)),
    "sessions": Seen((_YOU,)),
    "signatures": Seen((_YOU, _KEEPER)),
    "posting_entries": Seen((_YOU, _KEEPER)),
    "champions": Seen((_YOU, _KEEPER)),
    "pack_versions": Seen((_YOU, _KEEPER)),
    "steps": Seen((_KEEPER,)),
    "cases": Seen((_YOU, _REVIEW), (_KEEPER,)),
    "case_senders": Seen(),
    "case_moves": Seen((_YOU, _REVIEW)),
    "case_words": Seen((_YOU, _REVIEW)),
    "review_visits": Seen((_REVIEW,)),
    "bulletin_items": Seen((_YOU, _DESK)),
    "bulletin_moves": Seen((_YOU, _DESK)),
    "bulletin_issues": Seen((_DESK,)),
    "bulletin_requests": Seen((_YOU, _DESK)),
    "bulletin_words": Seen((_ALL,)),
    "documents": Seen((_ALL,)),
    "mailings": Seen((_DESK,)),
    "deliveries": Seen(numbers=(_DESK,)),
    "workers": Seen(),
    "check_records": Seen((_YOU,), (_DESK, _REVIEW, _KEEPER)),
    "choices": Seen((_YOU,), (_REVIEW, _KEEPER)),
    "rules_shown": Seen(numbers=(_DESK, _REVIEW, _KEEPER)),
    "marks": Seen(),
    "sent_mails": Seen(),
    "texts_for_many": Seen(),
    "marks_for_many": Seen(),
    "school_mails": Seen(),
    "journal_entries": Seen(),
    "address_lookups": Seen((_DESK,)),
    "placements": Seen((_DESK,)),
    "list_entries": Seen((_DESK,)),
    "directory_shelf": Seen((_KEEPER,)),
    "refused_addresses": Seen(numbers=(_DESK,)),
    "schools": Seen((_DESK,)),
    "addresses": Seen(numbers=(_DESK,)),
    "mail_domains": Seen(),
    "directory_state": Seen((_DESK,)),
    "staff_state": Seen((_KEEPER,)),
    "policy_editions": Seen((_YOU, _KEEPER)),
    "exchange_facts": Seen(),
    "exchange_tokens": Seen(),
    "access_requests": Seen((_YOU, _KEEPER)),
    "account_codes": Seen(),
    "deletions": Seen((_KEEPER,)),
    "teams": Seen(numbers=(_KEEPER,)),
}
"""By table. `Seen()` is for what no page shows anybody."""
