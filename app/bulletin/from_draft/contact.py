"""Whom can readers of an item ask?

The name, number and address in the sentence that says whom to ask; what it leaves open is taken from the
signature, and then from the sender. Nobody's name is put beside another person's address. Nothing is made up,
and a mobile number is given only where the text gives it out.
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.named import first_name_in, in_full_by, labelled_in, name_beside, name_in
from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.signed_by import SHARED, in_full, signed
from app.bulletin.from_draft.ways import (
    EMAIL,
    beside,
    emails,
    parts_of,
    telephones,
)
from app.domain.draft import Mailbox
from app.domain.reading import Reading

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
_SMALL = (
    r"parking|park|dietary|diets?|allerg\w+|vegetarian|lunch|refreshments|access requirements|access needs"
    r"|wheelchair|invoices?|remittance|unsubscribe|complain\w*"
    r"|press|media|emergenc\w+|at risk|exhibitors?|log-?in|donat\w+"
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
_ABOUT = re2.compile(r"(?i)^(?:anything|everything) (?:about|to do with)\b")
_STEM = 4
_TEAM_WORD = re2.compile(r"(?i)\b(?:team|services?|office|hub|desk|unit)\b")
_LONGEST = 120
_SIGNATURE_AT_MOST = 2_000
_TAIL = 800
_SHORT_LINE = 6
_GIVEN_OUT = re2.compile(r"[:,] \p{Lu}[\pL'-]+ \p{Lu}[\pL'-]+, 07[\d ]{9,11}\.?$")
_INVITES_CALLS = re2.compile(r"(?i)\b(?:text|best|call|ring)\b")
_REST = re2.compile(r"(?i)^(?:everything|anything) else\b")
_PART = re2.compile(
    r"(?i)^[\w ,&'-]{0,40}?\b(?:primary|secondary|north|south|east|west|central|coast"
    r"|[A-Z] ?[\x{2013}-] ?[A-Z])\b"
)


def contact_of(reading: Reading, said: Sequence[Said]) -> str:
    """A name with a telephone number or an address, as far as the draft gives them."""
    subject, sender = reading.subject.clean, reading.draft.sender
    one = _asking(said, subject)
    below = [line for line in _below(reading) if not is_aside(line, subject)]
    writer = _writer(sender, below)
    if one is None and sender is not None and not signed(below):
        writer = beside(below, only_people=_is_personal(sender)) or writer
    words = one.words if one is not None else ""
    phones = telephones(first_name_in(words)[1]) or telephones(words)
    addresses = emails(words)
    given = _fuller(name_in(reading, one), writer) if one is not None else ""
    given = in_full_by(addresses[0], given, reading.body.plain) if given and addresses else given
    if not given and not _is_personal_or_none(sender):
        given, line = labelled_in([*(one.words for one in said), *below])
        phones, addresses = (telephones(line), emails(line)) if EMAIL.search(line) else (phones, addresses)
        phones = phones or telephones(line)
    if addresses and not given and _is_not_of(addresses[0], writer, sender):
        return _fitting([*phones[:1], addresses[0]])
    is_ours = sender is not None and sender.address in addresses and not _is_personal(sender)
    is_writers = not given or is_ours or _is_one(given, writer)
    tail = "\n".join(line for line in below if not _FAMILY.search(line))
    if not phones and is_writers:
        phones = _phones_below(tail, writer)
    if not given and phones and not _is_personal_or_none(sender):
        given = name_beside(below, phones[0])
    if not addresses and sender is not None and (is_writers or not _is_personal(sender)):
        addresses = [
            *(_theirs(emails(tail), given or writer) if is_writers else []),
            *([sender.address] if sender.address else []),
        ]
    parts = [" ".join((given or writer).split()), *phones[:1], *addresses[:1]]
    return _fitting([part for part in parts if part])


def _phones_below(tail: str, writer: str) -> list[str]:
    """Numbers at the end, those in short lines first; a mobile only where it is given out beside a name."""
    lines = sorted(tail.splitlines(), key=lambda line: len(line.split()) > _SHORT_LINE)
    fixed = [number for line in lines for number in telephones(line) if not _MOBILE.match(number)]
    given_out = (line for line in lines if (writer and writer in line) or _INVITES_CALLS.search(line))
    return fixed or [number for line in given_out for number in telephones(line)]


def _theirs(addresses: list[str], name: str) -> list[str]:
    """Addresses without those that are made of somebody else's name."""
    return [address for address in addresses if not _is_somebody_elses(address, name)]


def _is_personal_or_none(sender: Mailbox | None) -> bool:
    return sender is None or _is_personal(sender)


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
    if (
        given
        and writer.casefold().startswith(f"{given} ".casefold())
        and not SHARED.search(writer.casefold())
    ):
        return writer
    return writer if given and f" {writer}".casefold().endswith(f" {given}".casefold()) else given


def _is_not_of(address: str, writer: str, sender: Mailbox | None) -> bool:
    """Whether an address is somebody else's, or of another house than the sender's."""
    house = address.casefold().partition("@")[2]
    own = (sender.address if sender else "").casefold().partition("@")[2]
    is_elsewhere = bool(own) and not (f".{house}".endswith(f".{own}") or f".{own}".endswith(f".{house}"))
    return is_elsewhere or _is_somebody_elses(address, writer)


def _is_one(name: str, other: str) -> bool:
    """Whether two names may be one person's or team's."""
    return not {*name.casefold().split()}.isdisjoint(other.casefold().split())


def _is_personal(mailbox: Mailbox) -> bool:
    """Whether an address is made of its holder's own name."""
    local = mailbox.address.partition("@")[0].casefold()
    words = [word.casefold() for word in mailbox.name.split()]
    is_shared = SHARED.search(local) is not None or _TEAM_WORD.search(mailbox.name) is not None
    return len(words) > 1 and words[-1].split("-")[0] in local and local != words[-1] and not is_shared


def _fitting(parts: list[str]) -> str:
    while parts and len(", ".join(parts)) > _LONGEST:
        parts.pop()
    return ", ".join(parts)


def _asking(said: Sequence[Said], subject: str) -> Said | None:
    """The sentence that says whom to ask: one with a number or an address, best after a word for asking.

    A mobile number without such a word is somebody's own, and a family's is nobody's business.
    """
    parts = _parts(said)
    ways = [
        (_pull(EMAIL.sub("", one.words)), -at, one)
        for at, one in enumerate(said)
        if at not in parts
        and not (one.is_private or _FAMILY.search(one.words) or is_aside(one.words, subject))
        and (telephones(one.words) or EMAIL.search(one.words))
    ]
    found = [way for way in ways if way[0]] or [
        way
        for way in ways
        if not any(map(_MOBILE.match, telephones(way[2].words))) or _GIVEN_OUT.search(way[2].words)
    ]
    return max(found, key=lambda way: way[:2])[2] if found else None


def _pull(words: str) -> int:
    return 4 * bool(_REST.search(words)) + 2 * bool(_STRONG.search(words)) + bool(_CUE.search(words))


def _parts(said: Sequence[Said]) -> set[int]:
    """Which stand in a row of people of whom each has one part of the schools: nobody in it is for all."""
    rows = [at for at, one in enumerate(said) if _PART.search(one.words) and telephones(one.words)]
    return {at for at in rows if at - 1 in rows or at + 1 in rows}


def is_aside(words: str, subject: str) -> bool:
    """Whether nobody is to write there but who has a small wish beside the matter, or nobody at all.

    What is the draft's own matter is no aside: parking, in a draft about parking.
    """
    if _NOT_THERE.search(words) or _ABOUT.search(words):
        return True
    wish = _WISH.search(words)
    if wish is None and _STRONG.search(words):
        return False
    found = wish[1] if wish else (match[0] if (match := _ASIDE.search(words)) else "")
    return bool(found) and found.casefold()[:_STEM] not in subject.casefold()
