"""What is held about one person, all of it, for that person to see and take away?

Registers hold people by address. Records of checks hold them by a code that is made from the address, so they
can be found for the person, and by nobody without the installation's key.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

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
from app.staff.own_cases import OwnCase, cases_as_data, own_cases

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
    "sessions": "Where you are signed in is on the page behind your name at the top.",
    "journal_entries": "It tells of the lines above once more, in codes, so that nobody can change them.",
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
}
"""Why the other tables about people are not shown row by row."""
_VERSIONS = 1000


@dataclass(frozen=True, slots=True)
class RegisterSources:
    """Where to look. `how_long` gives, for each table, how long it is kept."""

    staff: StaffList
    signatures: Signatures
    postings: PostingStore
    records: CheckRecords
    choices: Choices
    packs: PackStore
    bulletin: BulletinBook
    cases: Cases
    how_long: Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
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
    how_long: Mapping[str, str]

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
        return self.staff is None and not any(held) and not any(said)


def own_record(sources: RegisterSources, address: str, name: str, now: datetime, key: str = "") -> OwnRecord:
    """Everything held about the person of that address, and whom the sign-in calls by that key."""
    who = normal_address(address)
    codes = {sources.records.keyed_hash(known) for known in (address.strip().lower(), key) if known}
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
        cases=own_cases(sources.cases, codes),
        items=tuple(sources.bulletin.items(sender=who)) if who else (),
        requests=tuple(sources.bulletin.requests(sender=who)) if who else (),
        how_long=sources.how_long(),
    )


_Dated = TypeVar("_Dated", SenderRecord, Choice)


def _newest_first(held: Callable[[str], Sequence[_Dated]], codes: Iterable[str]) -> tuple[_Dated, ...]:
    """What is held under any of the codes."""
    found = (one for code in codes for one in held(code))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def as_data(own: OwnRecord) -> dict[str, Any]:
    """The same as plain data, to be kept as JSON."""
    return {
        "about": {"name": own.name, "address": own.address},
        "made_at": own.at.isoformat(),
        "staff_list": _staff(own.staff),
        "signatures": [_signature(s) for s in own.signatures],
        "may_post": [_posting(e) for e in own.postings],
        "entries_made_about_others": [_posting(e) for e in own.made],
        "digital_champion": [
            {"of": c.on_behalf_of, "name": c.name, "at": c.at.isoformat(), "named_by": c.by}
            for c in own.champion
        ],
        "policy_changes": [
            {"policy": v.pack, "version": v.number, "at": v.saved_at.isoformat(), "why": v.why}
            for v in own.changes
        ],
        "checks": [
            {"at": c.at.isoformat(), "moment": c.moment, "verdict": c.verdict, "way": c.channel}
            | {"rules": list(c.rules)}
            for c in own.checks
        ],
        "choices": [
            {"at": c.at.isoformat(), "rule": c.rule, "finding": c.finding, "chosen": c.chosen.value}
            | {"reason": c.reason.value}
            for c in own.choices
        ],
        "flagged_sends": cases_as_data(own.cases),
        "bulletin_items": [_item(item) for item in own.items],
        "mail_asked_for": [_request(request) for request in own.requests],
        "kept_for": dict(own.how_long),
        "not_listed": dict(NOT_SHOWN),
    }


def _item(item: Item) -> dict[str, Any]:
    text, said = item.text, {"id": item.id, "at": item.submitted_at.isoformat(), "state": item.state.value}
    said |= {"headline": text.headline, "summary": text.summary, "body": text.body, "contact": text.contact}
    return said | {"closes": text.closes.isoformat() if text.closes else None, "links": list(text.links)}


def _request(request: BulkRequest) -> dict[str, Any]:
    asked, said = request.asked, {"id": request.id, "at": request.asked_at.isoformat()}
    said |= {"state": request.state.value, "answer": request.why, "kind": asked.kind.value}
    return said | {name: getattr(asked, name) for name in ("subject", "body", "reason", "duty")}


def _names(by: str, address: str) -> bool:
    """Whether ``Priya Shah (p.shah@…)``, as histories name people, or the bare address is this person."""
    inside = by.rpartition("(")[2].rstrip(")")
    return bool(address) and address in {normal_address(by), normal_address(inside)}


def _staff(member: StaffMember | None) -> dict[str, Any] | None:
    if member is None:
        return None
    days = {"starts": member.starts, "ends": member.ends}
    said = {name: day.isoformat() if day else None for name, day in days.items()}
    return {"name": member.name, "kind": member.kind.value, "team": member.team, **said}


def _signature(signature: Signature) -> dict[str, Any]:
    withdrawn = signature.withdrawn_at
    return {
        "number": signature.number,
        "version": str(signature.version),
        "signed_at": signature.signed_at.isoformat(),
        "withdrawn_at": withdrawn.isoformat() if withdrawn else None,
        "withdrawn_by": signature.withdrawn_by,
        "why": signature.why,
    }


def _posting(entry: PermissionEntry) -> dict[str, Any]:
    leave = entry.permission
    return {
        "person": leave.address,
        "on_behalf_of": leave.on_behalf_of,
        "outlet": leave.outlet.value,
        "place": leave.place,
        "capacity": leave.capacity,
        "scope": leave.scope,
        "subject": leave.subject,
        "given_by": leave.given_by,
        "starts": leave.starts.isoformat(),
        "ends": leave.ends.isoformat(),
        "entered_at": entry.at.isoformat(),
        "entered_by": entry.by,
        "why": entry.why,
    }


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
    }
    return {name: len(rows) for name, rows in held.items()} | {"staff_list": int(own.staff is not None)}
