"""What is held about one person, all of it, for that person to see?

Registers hold people by address. Records of checks hold them by codes that are made from the address, or from
what the sign-in calls them: they can be found for the person, and by nobody without the installation's key.
What is not told line by line here is counted table by table.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from app.bulletin_ports import BulletinBook
from app.domain.address import normal_address
from app.domain.bulk_request import BulkRequest
from app.domain.choice import Choice
from app.domain.item import Item
from app.domain.posting import Champion, PermissionEntry
from app.domain.staff import Signature, StaffMember
from app.ports import CheckRecords, Choices, PackStore, PackVersion, SenderRecord
from app.register_ports import PostingStore, Signatures, StaffList
from app.review_ports import Cases
from app.staff.held_about import Everything
from app.staff.kept.persons import PERSONS
from app.staff.own_cases import OwnCase, own_cases
from app.staff.subject_access import AccessDesk
from app.staff.who_looked import Looked, who_looked

SHOWN = frozenset(
    {
        "staff",
        "signatures",
        "posting_entries",
        "champions",
        "pack_versions",
        "check_records",
        "choices",
        "cases",
        "case_moves",
        "bulletin_items",
        "bulletin_requests",
    }
)
"""The tables that the page shows row by row."""
NOT_SHOWN: Mapping[str, str] = {
    "sent_mails": "Fingerprints go after 24 hours, and nothing in them can be read.",
    "exchange_facts": "They are codes of addresses, without who asked, and go after a day or so.",
    "exchange_tokens": "It is a key and no record: it lasts an hour or so, and nobody can read it.",
    "sessions": "Where you are signed in is on the page behind your name at the top.",
    "journal_entries": "It tells of the lines above once more, in codes, so that nobody can change them.",
    "case_words": "What you attached is on the page of the flagged send above.",
    "review_visits": "When you came in to review, and for what, is told to the data protection officer only.",
    "case_senders": "It holds only the codes by which the flagged sends above were found for you.",
    "marks": "They are codes for cards you answered, and go by themselves.",
    "rules_shown": "It holds no more than the lines above: which rule you were shown, and the last day.",
    "bulletin_moves": "Each step that an editor made is in the history of the item, on its page at the desk.",
    "bulletin_issues": "Who published an issue is on the issue’s page at the desk.",
    "documents": "A document is on the website, where anybody can open it; who put it there is not shown.",
    "address_lookups": "Each time is on the page about lookups, with who it was for.",
    "placements": "Each move of a school is on the page of the school.",
    "list_entries": "Each change of a subscription list is on its page.",
    "directory_shelf": "It holds who imported the directory last; that is on the page of the import.",
    "steps": "The history of rules that stepped down is on the pages about the policy.",
    "access_requests": "Each step of them is told under “Who looked”.",
    "account_codes": "It holds only codes, by which the checks above were found for you.",
}
"""Why the other tables about people are not shown row by row."""
_VERSIONS = 1000


@dataclass(frozen=True, slots=True)
class RegisterSources:
    """Where to look. `access` finds what stands in every table, and says how long each is kept."""

    staff: StaffList
    signatures: Signatures
    postings: PostingStore
    records: CheckRecords
    choices: Choices
    packs: PackStore
    bulletin: BulletinBook
    cases: Cases
    access: AccessDesk


@dataclass(frozen=True)
class OwnRecord:
    """Everything about one person."""

    name: str
    address: str
    at: datetime
    staff: StaffMember | None
    signatures: tuple[Signature, ...]
    postings: tuple[PermissionEntry, ...]
    made: tuple[PermissionEntry, ...]
    """Entries of the register of posters that this person made about others."""
    champion: tuple[Champion, ...]
    changes: tuple[PackVersion, ...]
    """Changes to the policy that this person saved."""
    checks: tuple[SenderRecord, ...]
    choices: tuple[Choice, ...]
    cases: tuple[OwnCase, ...]
    """Sends of this person that a rule flagged."""
    items: tuple[Item, ...]
    """What this person submitted for the bulletin, as it stands."""
    requests: tuple[BulkRequest, ...]
    """The mail to schools that this person asked for."""
    looked: tuple[Looked, ...]
    """Who looked at any of it, or took it for them."""
    find_everything: Callable[[], Everything] = field(compare=False, repr=False)
    """Finds the same and the rest, table by table; reads much."""
    how_long: Mapping[str, str]

    @property
    def rest(self) -> Mapping[str, int]:
        """How many rows there are in tables that are not shown line by line, where they can be found."""
        return {table: self.everything.count(table) for table in NOT_SHOWN if table in PERSONS}

    @cached_property
    def everything(self) -> Everything:
        """All of it, table by table."""
        return self.find_everything()

    @property
    def rules(self) -> Mapping[str, int]:
        """How often each rule spoke about their drafts, the most often first."""
        counted = Counter(rule for check in self.checks for rule in check.rules)
        return dict(counted.most_common())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is held."""
        held = (self.signatures, self.postings, self.made, self.champion, self.changes)
        said = (self.checks, self.choices, self.cases, self.items, self.requests)
        return self.staff is None and not any((*held, *said, self.everything.many))


def own_record(sources: RegisterSources, address: str, name: str, now: datetime, key: str = "") -> OwnRecord:
    """Everything held about the person of that address, and whom the sign-in calls by that key."""
    whoever = sources.access.whoever(address, key)
    who, codes = whoever.address, whoever.codes
    cases = own_cases(sources.cases, codes)
    entries = sources.postings.entries()
    return OwnRecord(
        name=name,
        address=who,
        at=now,
        staff=next((m for m in sources.staff.everyone() if m.address == who), None),
        signatures=tuple(sources.signatures.of(who)),
        postings=tuple(e for e in entries if e.permission.address == who),
        made=tuple(e for e in entries if _names(e.by, who) and e.permission.address != who),
        champion=tuple(c for c in sources.postings.champions() if c.address == who or _names(c.by, who)),
        changes=tuple(v for v in sources.packs.history(_VERSIONS) if _names(v.saved_by, who)),
        checks=_newest_first(sources.records.of_sender, codes),
        choices=_newest_first(sources.choices.of_sender, codes),
        cases=cases,
        items=tuple(sources.bulletin.items(sender=who)) if who else (),
        requests=tuple(sources.bulletin.requests(sender=who)) if who else (),
        looked=who_looked(cases, sources.access.requests.about(who) if who else ()),
        find_everything=lambda: sources.access.everything(whoever),
        how_long=sources.access.how_long(),
    )


_Dated = TypeVar("_Dated", SenderRecord, Choice)


def _newest_first(held: Callable[[str], Sequence[_Dated]], codes: Iterable[str]) -> tuple[_Dated, ...]:
    """What is held under any of the codes."""
    found = (one for code in codes for one in held(code))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def _names(by: str, address: str) -> bool:
    """Whether ``Priya Shah (p.shah@…)``, as histories name people, or the bare address is this person."""
    inside = by.rpartition("(")[2].rstrip(")")
    return bool(address) and address in {normal_address(by), normal_address(inside)}


def counts(own: OwnRecord) -> Mapping[str, int]:
    """How much is held, for the add-in to show."""
    held: Mapping[str, Sequence[object]] = {
        "signatures": own.signatures,
        "may_post": own.postings,
        "checks": own.checks,
        "choices": own.choices,
        "policy_changes": own.changes,
        "flagged_sends": own.cases,
        "bulletin_items": own.items,
        "mail_asked_for": own.requests,
        "looks": own.looked,
        "shown_to_reviewers": tuple(move for case in own.cases for move in case.shown),
        "asked_by_reviewers": tuple(case for case in own.cases if case.is_asked),
    }
    return {name: len(rows) for name, rows in held.items()} | {"staff_list": int(own.staff is not None)}
