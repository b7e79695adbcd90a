"""Whom can readers of an item ask?

The name, number and address in the sentence that says whom to ask; what it leaves open is taken from the
signature, and then from the sender. Nobody's name is put beside another person's address. Nothing is made up,
and a mobile number is given only where the text gives it out.
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.signed_by import SHARED, TEAM, in_full, signed
from app.bulletin.from_draft.ways import (
    EMAIL,
    beside,
    emails,
    named_before,
    parts_of,
    telephones,
    written_out,
)
from app.domain.draft import Field, Mailbox
from app.domain.people import Who
from app.domain.reading import NameKind, Reading

_CUE = re2.compile(
    r"(?i)\b(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|contact|further (?:information|details)"
    r"|more (?:information|details)"
    r"|advice|help(?:line|desk)?|speak to|talk to|get in touch|details from|ring|call|phone|telephone"
    r"|e-?mail|write to|ask"
    r"|message|duty desk|drop [\w ]{1,30} a line)\b"
)
_STRONG = re2.compile(
    r"(?i)\b(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|contact|(?:further|more) (?:information|details)"
    r"|advice|help)\b"
)
_MOBILE = re2.compile(r"^(?:\+44 ?|0)7")
_FAMILY = re2.compile(
    r"(?i)\b(?:her|his|their|\w+'s) (?:mum|mother|dad|father|parents?|carers?|nan|gran|grand\w+|aunt\w*|uncle"
    r"|step\w+|guardian|family|brother|sister)\b"
)
_TEAM_SMALL = re2.compile(
    r"(?i)\b(?:ring|call|phone|telephone|contact|e-?mail|message|ask|write to|speak to|talk to|questions? to"
    r"|queries to|enquiries to|help from|advice from) (?:the|our) ((?:[\pL&'-]+ ){1,3}(?:team|service"
    r"|help ?desk|helpline|hub|office|desk|duty line|line|unit|section))\b"
)
_SMALL = (
    r"parking|park|dietary|diets?|allerg\w+|vegetarian|lunch|refreshments|access requirements|access needs"
    r"|wheelchair|invoices?|remittance|unsubscribe|complain\w*"
)
_ASIDE = re2.compile(rf"(?i)\b(?:{_SMALL})\b")
_WISH = re2.compile(
    r"(?i)\b(?:if you (?:need|have|require|want|would like)|for|about|with|any|your) (?:[\w-]+ ){0,2}?"
    rf"({_SMALL})\b"
)
_NOT_THERE = re2.compile(
    r"(?i)\b(?:don't|do not|never|rather than|instead of) (?:ask|ring|call|phone|e-?mail|contact|write)"
    r"(?:ing)?\b"
)
_STEM = 4
_TEAM_WORD = re2.compile(r"(?i)\b(?:team|services?|office|hub|desk|unit)\b")
_LONGEST = 120
_SIGNATURE_AT_MOST = 2_000
_TAIL = 800
_SURE = 0.5


def contact_of(reading: Reading, said: Sequence[Said]) -> str:
    """A name with a telephone number or an address, as far as the draft gives them."""
    subject, sender = reading.subject.clean, reading.draft.sender
    one = _asking(said, subject)
    below = [line for line in _below(reading) if not is_aside(line, subject)]
    writer = _writer(sender, below)
    if one is None and sender is not None and not signed(below):
        writer = beside(below, only_people=_is_personal(sender)) or writer
    given = _fuller(_name_in(reading, one), writer) if one is not None else ""
    phones = telephones(one.words) if one is not None else []
    addresses = emails(one.words) if one is not None else []
    if addresses and not given and _is_somebody_elses(addresses[0], writer):
        return _fitting([*phones[:1], addresses[0]])
    is_writers = not given or _is_one(given, writer)
    tail = "\n".join(line for line in below if not _FAMILY.search(line))
    if not phones and is_writers:
        phones = [number for number in telephones(tail) if not _MOBILE.match(number)]
    if not addresses and sender is not None and (is_writers or not _is_personal(sender)):
        addresses = [*(emails(tail) if is_writers else []), *([sender.address] if sender.address else [])]
    parts = [" ".join((given or writer).split()), *phones[:1], *addresses[:1]]
    return _fitting([part for part in parts if part])


def _below(reading: Reading) -> list[str]:
    """The last lines of the text, then those of the signature."""
    return [
        *reading.own.rstrip()[-_TAIL:].splitlines(),
        *reading.signature[:_SIGNATURE_AT_MOST].strip().splitlines(),
    ]


def _writer(sender: Mailbox | None, below: Sequence[str]) -> str:
    """The sender's name; that of whoever signs, where the mailbox is a team's."""
    if sender is None:
        return ""
    by = signed(below)
    if sender.name and _is_personal(sender) and not _has_own_address(by, sender.name, below):
        return in_full(sender.name, below)
    is_named = sender.name and SHARED.search(sender.name.casefold())
    if not by and sender.name:
        return in_full(sender.name, below)
    is_mailbox = not by or (is_named and SHARED.search(by.casefold()))
    return in_full(sender.name, below) if is_mailbox else by


def _has_own_address(by: str, mailbox: str, below: Sequence[str]) -> bool:
    """Whether whoever signs has an address below, and shares no word with what the mailbox is called."""
    words = by.casefold().replace("-", " ").split()
    own = (parts for line in below for address in emails(line) if (parts := parts_of(address)))
    is_other = words and set(words).isdisjoint(mailbox.casefold().replace("-", " ").split())
    return bool(is_other) and any(set(parts) <= set(words) for parts in own)


def _is_somebody_elses(address: str, writer: str) -> bool:
    """Whether an address is made of a person's first and last name, and not of the writer's."""
    parts = parts_of(address)
    words = {word for name in writer.casefold().split() for word in (name, *name.split("-"))}
    return bool(parts) and words.isdisjoint(parts)


def _fuller(given: str, writer: str) -> str:
    """The writer's name where it ends in the one given: "School Place Planning" for "Place Planning"."""
    return writer if given and f" {writer}".casefold().endswith(f" {given}".casefold()) else given


def _is_one(name: str, other: str) -> bool:
    """Whether two names may be one person's or team's."""
    return not {*name.casefold().split()}.isdisjoint(other.casefold().split())


def _is_personal(mailbox: Mailbox) -> bool:
    """Whether an address is made of its holder's own name."""
    local = mailbox.address.partition("@")[0].casefold()
    words = [word.casefold() for word in mailbox.name.split()]
    is_shared = SHARED.search(local) is not None or _TEAM_WORD.search(mailbox.name) is not None
    return len(words) > 1 and words[-1].split("-")[0] in local and not is_shared


def _fitting(parts: list[str]) -> str:
    while parts and len(", ".join(parts)) > _LONGEST:
        parts.pop()
    return ", ".join(parts)


def _asking(said: Sequence[Said], subject: str) -> Said | None:
    """The sentence that says whom to ask: one with a number or an address, best after a word for asking.

    A mobile number without such a word is somebody's own, and a family's is nobody's business.
    """
    ways = [
        (2 * bool(_STRONG.search(one.words)) + bool(_CUE.search(one.words)), -at, one)
        for at, one in enumerate(said)
        if not (one.is_private or _FAMILY.search(one.words) or is_aside(one.words, subject))
        and (telephones(one.words) or EMAIL.search(one.words))
    ]
    found = [way for way in ways if way[0]] or [
        way for way in ways if not any(map(_MOBILE.match, telephones(way[2].words)))
    ]
    return max(found, key=lambda way: way[:2])[2] if found else None


def is_aside(words: str, subject: str) -> bool:
    """Whether nobody is to write there but who has a small wish beside the matter, or nobody at all.

    What is the draft's own matter is no aside: parking, in a draft about parking.
    """
    if _NOT_THERE.search(words):
        return True
    wish = _WISH.search(words)
    if wish is None and _STRONG.search(words):
        return False
    found = wish[1] if wish else (match[0] if (match := _ASIDE.search(words)) else "")
    return bool(found) and found.casefold()[:_STEM] not in subject.casefold()


def _name_in(reading: Reading, one: Said) -> str:
    """Who is to be asked: somebody, a team, or what stands before the number."""
    before, team = named_before(one.words), TEAM.search(one.words) or _TEAM_SMALL.search(one.words)
    for person in reading.people:
        is_here = person.field is Field.BODY and one.start <= person.start < one.end
        if is_here and person.who is not Who.RECIPIENT and person.confidence >= _SURE:
            name = reading.own[person.start : person.end]
            longer = [words for words in (before, str(team[1]) if team else "") if name in words]
            return max(longer, key=len, default=name)
    if team or before or (before := written_out(one.words)):
        return str(team[1]) if team else before
    for sentence in reading.sentences:
        for found in sentence.names:
            if found.kind is NameKind.ORGANISATION and one.start <= found.start < one.end:
                return reading.own[found.start : found.end] if found.confidence >= _SURE else ""
    return ""
