"""Drafts as people write them in YAML: the cast, a shorthand for recipients, and marked spans.

Recipients may be addresses or a phrase: ``9 schools``, ``3 primary schools in 1 cluster``,
``all schools``, ``a parent``, ``12 parents``, ``a colleague``, ``60 colleagues``, ``a company``,
``all staff`` (a group), ``a contact list``. In a body, ``⟦kind|words⟧`` marks what a check must
point at.
"""

import base64
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.domain.draft import (
    Attachment,
    AttachmentKind,
    Body,
    BodyFormat,
    Draft,
    Field,
    Importance,
    Mailbox,
    Recipient,
    RecipientKind,
    ReplyKind,
)
from app.domain.school import Phase
from tests.fakes import LONDON, MONDAY_MORNING, OWN_DOMAIN, school_address

_MARK = re.compile(r"⟦([a-z0-9-]+)\|(.*?)⟧", re.DOTALL)
_SCHOOLS = re.compile(r"^(\d+|all)(?: ([a-z-]+))? schools?(?: in (\d+) clusters?)?$")
_COUNTED = re.compile(r"^(an?|\d+) (parents?|colleagues?|compan(?:y|ies)|contact lists?)$")
ALL_SCHOOLS = 60


def unmarked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without marks, and each mark as kind, start, end."""
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        marks.append((match[1], len(plain), len(plain) + len(match[2])))
        plain += match[2]
        at = match.end()
    return plain + text[at:], marks


def draft_from(example: Mapping[str, Any]) -> Draft:
    """A Draft from one YAML example; what is not said has an ordinary default."""
    unknown = set(example) - _KEYS
    if unknown:
        raise ValueError(f"unknown keys in an example draft: {sorted(unknown)}")
    html = example.get("html")
    return Draft(
        subject=unmarked(str(example.get("subject", "Autumn term")))[0],
        body=Body(
            unmarked(str(html if html is not None else example.get("body", "")))[0],
            BodyFormat.HTML if html is not None else BodyFormat.TEXT,
        ),
        sending_at=_moment(example.get("at")),
        sender=Mailbox(
            str(example.get("from", f"p.shah@{OWN_DOMAIN}")), str(example.get("from_name", "P Shah"))
        ),
        recipients=tuple(
            recipient
            for name in (Field.TO, Field.CC, Field.BCC)
            for phrase in example.get(name.value, ())
            for recipient in _recipients(phrase, name)
        ),
        attachments=tuple(_attachment(a) for a in example.get("attachments", ())),
        reply=ReplyKind(example.get("reply", "new")),
        importance=Importance(example.get("importance", "normal")),
    )


_KEYS = {
    "subject",
    "body",
    "html",
    "at",
    "from",
    "from_name",
    "to",
    "cc",
    "bcc",
    "attachments",
    "reply",
    "importance",
}


def _moment(at: Any) -> datetime:
    if at is None:
        return MONDAY_MORNING
    moment = at if isinstance(at, datetime) else datetime.fromisoformat(str(at))
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _attachment(a: Any) -> Attachment:
    if isinstance(a, str):
        return Attachment(a, 20_000)
    content = a.get("text", None)
    data = content.encode() if content is not None else None
    if a.get("base64"):
        data = base64.b64decode(a["base64"])
    return Attachment(
        a["name"],
        int(float(a["mb"]) * 1_000_000) if "mb" in a else len(data or b""),
        bool(a.get("inline", False)),
        AttachmentKind(a.get("kind", "file")),
        data,
    )


def _recipients(phrase: Any, field: Field) -> list[Recipient]:
    if isinstance(phrase, Mapping):
        return [
            Recipient(
                Mailbox(phrase.get("address", ""), phrase.get("name", "")),
                field,
                RecipientKind(phrase.get("kind", "user")),
            )
        ]
    text = str(phrase)
    if "@" in text:
        return [Recipient(Mailbox(text), field)]
    if text == "all staff":
        return [Recipient(Mailbox(f"all-staff@{OWN_DOMAIN}", "All Staff"), field, RecipientKind.GROUP)]
    if match := _SCHOOLS.match(text):
        return [Recipient(Mailbox(a), field) for a in _school_addresses(*match.groups())]
    if match := _COUNTED.match(text):
        count = 1 if match[1] in {"a", "an"} else int(match[1])
        return [_one(match[2], i, field) for i in range(1, count + 1)]
    raise ValueError(f"cannot read the recipients {text!r}")


def _school_addresses(count: str, phase: str | None, clusters: str | None) -> list[str]:
    number = ALL_SCHOOLS if count == "all" else int(count)
    spread = int(clusters) if clusters else max(1, min(number, 20))
    phases = [Phase(phase)] if phase else [Phase.PRIMARY, Phase.SECONDARY, Phase.SPECIAL]
    return [school_address(i + 1, i % spread + 1, phases[i % len(phases)]) for i in range(number)]


def _one(who: str, i: int, field: Field) -> Recipient:
    if who.startswith("parent"):
        return Recipient(Mailbox(f"family{i}@gmail.com", f"Parent {i}"), field, RecipientKind.OUTSIDE)
    if who.startswith("colleague"):
        return Recipient(Mailbox(f"colleague{i}@{OWN_DOMAIN}", f"Colleague {i}"), field)
    if who.startswith("compan"):
        return Recipient(Mailbox(f"sales{i}@supplies.example", f"Supplies {i}"), field, RecipientKind.OUTSIDE)
    return Recipient(Mailbox("", f"My list {i}"), field, RecipientKind.CONTACT_LIST)
