"""Which drafts are a changed rule tried on before it is saved?

The examples that rules carry, read as drafts to people of a made-up authority, and a few ordinary ones.
Recipients of an example may be addresses or a phrase: ``9 schools``, ``3 primary schools in 1 cluster``,
``all schools``, ``a parent``, ``60 colleagues``, ``a company``, ``all staff``, ``a contact list``; or
``{address: …, name: …, kind: group, exchange: {members: 60, outside: 3}}`` with what Exchange says. With an
``item`` the example is an item of the bulletin: ``{consent: given, contact: …, links: […]}``.
"""

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

import re2

from app.domain.calendar import LONDON
from app.domain.draft import (
    Attachment,
    AttachmentKind,
    Body,
    BodyFormat,
    Draft,
    Field,
    Importance,
    Mailbox,
    Medium,
    Readership,
    Recipient,
    RecipientKind,
    ReplyKind,
)
from app.domain.item_text import Consent, ItemText
from app.domain.mailbox_facts import MailboxFacts
from app.domain.school import Listing, Phase, School

DOMAIN = "council.example"
MONDAY_MORNING = datetime(2026, 11, 16, 10, 0, tzinfo=LONDON)
ALL_SCHOOLS = 60
_PEOPLE_MAX = 2000
_PHASES = (Phase.PRIMARY, Phase.SECONDARY, Phase.SPECIAL)
_SCHOOLS = re2.compile(r"^(\d+|all)(?: ([a-z-]+))? schools?(?: in (\d+) clusters?)?$")
_COUNTED = re2.compile(r"^(an?|\d+) (parents?|colleagues?|compan(?:y|ies)|contact lists?)$")
_SCHOOL = re2.compile(r"^([^@]+)@s(\d+)\.c(\d+)\.([a-z-]+)\.sch\.example$")


def _ordinary(to: str, subject: str, *lines: str) -> Mapping[str, Any]:
    return MappingProxyType({"to": (to,), "subject": subject, "body": "\n\n".join(lines)})


ORDINARY: tuple[Mapping[str, Any], ...] = (
    _ordinary(
        "a colleague",
        "Room for Thursday",
        "Hello Sam,",
        "I have booked room 2.14 for Thursday at 10. Shall we start with the budget?",
        "Thanks,\nPriya",
    ),
    _ordinary(
        "1 school",
        "Your visit on Tuesday",
        "Dear Mrs Okoro,",
        "Thank you for showing us round on Tuesday. The photographs of the new library are on our website.",
        "Kind regards,\nP Shah",
    ),
    _ordinary(
        "a parent",
        "Your question about school meals",
        "Dear Parent,",
        "Thank you for your question. The menu for the spring term will be on our website from Monday.",
        "Yours sincerely,\nP Shah",
    ),
    _ordinary(
        "3 colleagues",
        "Notes of our meeting",
        "Dear all,",
        "My notes of the meeting are below. Please tell me if I missed anything.",
        "1. The budget is agreed.\n2. Training starts in March.",
        "Priya",
    ),
    _ordinary(
        "a company",
        "Order 4411",
        "Good morning,",
        "Could you tell me when the chairs will arrive? We need them by 4 December.",
        "Many thanks,\nP Shah",
    ),
)
"""Everyday mail on which a rule should seldom speak."""


class ExampleDirectory:
    """Knows every ``sNN.cNN.phase.sch.example``: the school's number, its cluster and its phase."""

    def look_up(self, addresses: Iterable[str]) -> Mapping[str, Listing]:
        """What is known of each address."""
        return {address: _listing(address) for address in addresses}

    def open_schools(self) -> int:
        """As many as ``all schools`` are."""
        return ALL_SCHOOLS


def draft_from(example: Mapping[str, Any]) -> Draft:
    """A Draft from one example; what is not said has an ordinary default.

    Raises:
        ValueError: the example cannot be read.
    """
    html = example.get("html")
    item = example.get("item")
    return Draft(
        subject=str(example.get("subject", "Autumn term")),
        body=Body(
            str(html if html is not None else example.get("body", "")),
            BodyFormat.HTML if html is not None else BodyFormat.TEXT,
        ),
        sending_at=_moment(example.get("at")),
        sender=Mailbox(str(example.get("from", f"p.shah@{DOMAIN}")), str(example.get("from_name", "P Shah"))),
        recipients=tuple(
            recipient
            for name in (Field.TO, Field.CC, Field.BCC)
            for phrase in example.get(name.value, ())
            for recipient in _recipients(phrase, name)
        ),
        attachments=tuple(map(_attachment, example.get("attachments", ()))),
        reply=ReplyKind(example.get("reply", "new")),
        importance=Importance(example.get("importance", "normal")),
        medium=Medium.EMAIL if item is None else Medium.BULLETIN,
        readership=None if item is None else Readership.PUBLIC,
        item=None if item is None else _item(example, item),
    )


def _item(example: Mapping[str, Any], given: Mapping[str, Any]) -> ItemText:
    """An item of the bulletin: its headline is the subject, its summary the first paragraph of the body."""
    body = str(example.get("body", ""))
    return ItemText(
        headline=str(example.get("subject", "")),
        summary=body.partition("\n\n")[0],
        body=body,
        contact=str(given.get("contact", "")),
        links=tuple(given.get("links", ())),
        consent=Consent(given.get("consent", Consent.UNKNOWN)),
    )


def _listing(address: str) -> Listing:
    match = _SCHOOL.match(address.lower())
    if match is None or match[4] not in {phase.value for phase in Phase}:
        return Listing()
    number, cluster = int(match[2]), int(match[3])
    school = School(
        urn=f"9{cluster:02}{number:03}",
        name=f"School {number}",
        phase=Phase(match[4]),
        cluster=f"Cluster {cluster}",
        officer=f"officer{cluster}@{DOMAIN}",
        domain=address.rpartition("@")[2],
    )
    return Listing((school,), is_exact=match[1] == "office")


def _moment(at: object) -> datetime:
    if at is None:
        return MONDAY_MORNING
    moment = at if isinstance(at, datetime) else datetime.fromisoformat(str(at))
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _attachment(given: Any) -> Attachment:
    if not isinstance(given, Mapping):
        return Attachment(str(given), 20_000)
    content = str(given["text"]).encode() if "text" in given else None
    if given.get("base64"):
        try:
            content = base64.b64decode(given["base64"], validate=True)
        except binascii.Error as error:
            raise ValueError("an attachment is no base64") from error
    size = int(float(given["mb"]) * 1_000_000) if "mb" in given else len(content or b"")
    kind = AttachmentKind(given.get("kind", "file"))
    return Attachment(str(given.get("name", "")), size, bool(given.get("inline", False)), kind, content)


def _recipients(phrase: object, field: Field) -> Iterator[Recipient]:
    text = str(phrase)
    if isinstance(phrase, Mapping):
        kind = RecipientKind(phrase.get("kind", "user"))
        mailbox = Mailbox(str(phrase.get("address", "")), str(phrase.get("name", "")))
        yield Recipient(mailbox, field, kind, _facts(phrase.get("exchange") or {}))
    elif "@" in text:
        yield Recipient(Mailbox(text), field)
    elif text == "all staff":
        yield Recipient(Mailbox(f"all-staff@{DOMAIN}", "All Staff"), field, RecipientKind.GROUP)
    elif match := _SCHOOLS.match(text):
        yield from (Recipient(Mailbox(address), field) for address in _school_addresses(*match.groups()))
    elif match := _COUNTED.match(text):
        count = 1 if match[1] in {"a", "an"} else min(int(match[1]), _PEOPLE_MAX)
        yield from (_one(match[2], i, field) for i in range(1, count + 1))
    else:
        raise ValueError(f"cannot read the recipients {text!r}")


def _facts(given: Mapping[str, Any]) -> MailboxFacts:
    """What Exchange is to say of a recipient: ``{members: 12, outside: 3}``, ``{is_away: true}``."""
    try:
        return MailboxFacts(**given)
    except TypeError as error:
        raise ValueError(f"cannot read what Exchange says: {error}") from error


def _school_addresses(count: str, phase: str | None, clusters: str | None) -> list[str]:
    number = ALL_SCHOOLS if count == "all" else min(int(count), _PEOPLE_MAX)
    spread = max(1, int(clusters)) if clusters else max(1, min(number, 20))
    phases = (Phase(phase),) if phase else _PHASES
    return [
        f"office@s{i + 1:02}.c{i % spread + 1:02}.{phases[i % len(phases)].value}.sch.example"
        for i in range(number)
    ]


def _one(who: str, i: int, field: Field) -> Recipient:
    if who.startswith("parent"):
        return Recipient(Mailbox(f"family{i}@gmail.com", f"Parent {i}"), field, RecipientKind.OUTSIDE)
    if who.startswith("colleague"):
        return Recipient(Mailbox(f"colleague{i}@{DOMAIN}", f"Colleague {i}"), field)
    if who.startswith("compan"):
        return Recipient(Mailbox(f"sales{i}@supplies.example", f"Supplies {i}"), field, RecipientKind.OUTSIDE)
    return Recipient(Mailbox("", f"My list {i}"), field, RecipientKind.CONTACT_LIST)
