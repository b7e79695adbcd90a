"""Whom can readers of an item ask?

The name, number and address in the sentence that says whom to ask; what it leaves open is taken from the
signature, and then from the sender. Nobody's name is put beside another person's address. Nothing is made up,
and a mobile number is given only where the text gives it out.
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.signed_by import SHARED, TEAM, in_full, signed
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
_EMAIL = re2.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re2.compile(r"(?:\+44 ?|\b0)\d(?:[ -]?\d){8,10}\b")
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
_ASIDE = re2.compile(
    r"(?i)\b(?:parking|park|dietary|diets?|allerg\w+|vegetarian|lunch|refreshments|access requirements"
    r"|wheelchair|invoices?|remittance|unsubscribe|complain\w*)\b"
)
_TEAM_WORD = re2.compile(r"(?i)\b(?:team|services?|office|hub|desk|unit)\b")
_NAMED_BEFORE = re2.compile(
    r"((?:\p{Lu}[\pL&'\x{2019}-]+ )(?:(?:and|of|for|&|\p{Lu}[\pL&'\x{2019}-]*) ?){0,4}[\pL])"
    r"(?:\s*[,:(\x{2013}-]|,? (?:on|at|via|by e-?mail(?: at| on)?|by phone on))?\s*$"
)
_ORDER = re2.compile(
    r"^(?:(?:Please|Contact|Ring|Call|Phone|Telephone|Tel|E-?mail|Ask|Questions?|Queries|Write|Speak"
    r"|Talk|Message"
    r"|Enquiries|To|For|The|With|From|Help|Any) )+"
)
_PICTURE = re2.compile(r"(?i)\.(?:png|jpe?g|gif)@")
_LONGEST = 120
_SIGNATURE_AT_MOST = 2_000
_TAIL = 800
_SURE = 0.5


def contact_of(reading: Reading, said: Sequence[Said]) -> str:
    """A name with a telephone number or an address, as far as the draft gives them."""
    one = _asking(said)
    below = _below(reading)
    writer = _writer(reading.draft.sender, below)
    given = _name_in(reading, one) if one is not None else ""
    phones = _telephones(one.words) if one is not None else []
    emails = _emails(one.words) if one is not None else []
    if emails and not given and _is_somebody_elses(emails[0], writer):
        return _fitting([*phones[:1], emails[0]])
    is_writers = not given or _is_one(given, writer)
    tail = "\n".join(line for line in below if not _FAMILY.search(line))
    if not phones and is_writers:
        phones = [number for number in _telephones(tail) if not _MOBILE.match(number)]
    sender = reading.draft.sender
    if not emails and sender is not None and (is_writers or not _is_personal(sender)):
        emails = [*(_emails(tail) if is_writers else []), *([sender.address] if sender.address else [])]
    parts = [" ".join((given or writer).split()), *phones[:1], *emails[:1]]
    return _fitting([part for part in parts if part])


def _below(reading: Reading) -> list[str]:
    """The last lines of the text, then those of the signature."""
    return [
        *reading.own.rstrip()[-_TAIL:].splitlines(),
        *reading.signature[:_SIGNATURE_AT_MOST].strip().splitlines(),
    ]


def _writer(sender: Mailbox | None, below: Sequence[str]) -> str:
    """The sender's name; that of whoever signs, where the mailbox is a team's."""
    if sender is None or (sender.name and _is_personal(sender)):
        return in_full(sender.name, below) if sender is not None else ""
    by = signed(below)
    is_named = sender.name and SHARED.search(sender.name.casefold())
    if not by and sender.name:
        return in_full(sender.name, below)
    return sender.name if not by or (is_named and SHARED.search(by.casefold())) else by


def _is_somebody_elses(address: str, writer: str) -> bool:
    """Whether an address is made of a person's first and last name, and not of the writer's."""
    local = address.partition("@")[0].casefold()
    parts = local.split(".")
    is_name = len(parts) == 2 and all(part.replace("-", "").isalpha() for part in parts)  # noqa: PLR2004 - two names
    words = {word for name in writer.casefold().split() for word in (name, *name.split("-"))}
    return is_name and not SHARED.search(local) and words.isdisjoint(local.replace("-", ".").split("."))


def _telephones(words: str) -> list[str]:
    return [match[0] for match in _TELEPHONE.finditer(words)]


def _emails(words: str) -> list[str]:
    found = (match[0].rstrip(".'") for match in _EMAIL.finditer(words))
    return [address for address in found if not _PICTURE.search(address)]


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


def _asking(said: Sequence[Said]) -> Said | None:
    """The sentence that says whom to ask: one with a number or an address, best after a word for asking.

    A mobile number without such a word is somebody's own, and a family's is nobody's business.
    """
    ways = [
        (2 * bool(_STRONG.search(one.words)) + bool(_CUE.search(one.words)), -at, one)
        for at, one in enumerate(said)
        if not (one.is_private or _FAMILY.search(one.words) or _is_aside(one))
        and (_telephones(one.words) or _EMAIL.search(one.words))
    ]
    found = [way for way in ways if way[0]] or [
        way for way in ways if not any(map(_MOBILE.match, _telephones(way[2].words)))
    ]
    return max(found, key=lambda way: way[:2])[2] if found else None


def _is_aside(one: Said) -> bool:
    """Whether only somebody who comes with a small wish is to write there."""
    return _ASIDE.search(one.words) is not None and not _STRONG.search(one.words)


def _name_in(reading: Reading, one: Said) -> str:
    """Who is to be asked: somebody, a team, or what stands before the number."""
    before, team = _named_before(one.words), TEAM.search(one.words) or _TEAM_SMALL.search(one.words)
    for person in reading.people:
        is_here = person.field is Field.BODY and one.start <= person.start < one.end
        if is_here and person.who is not Who.RECIPIENT and person.confidence >= _SURE:
            name = reading.own[person.start : person.end]
            longer = [words for words in (before, str(team[1]) if team else "") if name in words]
            return max(longer, key=len, default=name)
    if team or before or (before := _written_out(one.words)):
        return str(team[1]) if team else before
    for sentence in reading.sentences:
        for found in sentence.names:
            if found.kind is NameKind.ORGANISATION and one.start <= found.start < one.end:
                return reading.own[found.start : found.end] if found.confidence >= _SURE else ""
    return ""


def _written_out(words: str) -> str:
    """The name that an address in the sentence is made of, where the sentence has it too."""
    for address in _emails(words):
        parts = address.partition("@")[0].split(".")
        name = r"\s+".join(map(re2.escape, parts))
        if len(parts) > 1 and (match := re2.search(rf"(?i)\b{name}\b", words.replace(address, " "))):
            return str(match[0])
    return ""


def _named_before(words: str) -> str:
    """Who stands right before the number or address: "Appeals Clerk, 01632 960190"."""
    ways = [match.start() for pattern in (_TELEPHONE, _EMAIL) for match in pattern.finditer(words)]
    match = _NAMED_BEFORE.search(words[: min(ways)]) if ways else None
    name = _ORDER.sub("", str(match[1])).strip() if match else ""
    return name if " " in name else ""
