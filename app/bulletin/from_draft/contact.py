"""Whom can readers of an item ask?

The name, number and address in the sentence that says whom to ask; what it leaves open is taken from the
signature, and then from the sender. Nothing is made up, and a mobile number only where the text gives it out.
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.own_text import Said
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
_TEAM = re2.compile(
    r"\b(?:the )?((?:\p{Lu}[\pL&'-]*|and|&|of)(?: (?:\p{Lu}[\pL&'-]*|and|&|of|duty))*"
    r" (?:[Tt]eam|[Ss]ervices?|[Hh]elp ?[Dd]esk|[Hh]elpline|[Hh]ub|[Oo]ffice|[Dd]esk|[Dd]uty (?:line|desk)"
    r"|[Ll]ine))\b"
)
_TEAM_WORD = re2.compile(r"(?i)\b(?:team|services?|office|hub|desk|unit)\b")
_PICTURE = re2.compile(r"(?i)\.(?:png|jpe?g|gif)@")
_LONGEST = 120
_SIGNATURE_AT_MOST = 2_000
_TAIL = 800
_SURE = 0.5


def contact_of(reading: Reading, said: Sequence[Said]) -> str:
    """A name with a telephone number or an address, as far as the draft gives them."""
    one = _asking(said)
    sender = reading.draft.sender
    sender_name = sender.name if sender is not None else ""
    given = _name_in(reading, one) if one is not None else ""
    name = given or sender_name
    phones = _telephones(one.words) if one is not None else []
    emails = _emails(one.words) if one is not None else []
    is_senders = not given or _is_one(given, sender_name)
    below = f"{reading.signature[:_SIGNATURE_AT_MOST]}\n{reading.own.rstrip()[-_TAIL:]}"
    tail = "\n".join(line for line in below.splitlines() if not _FAMILY.search(line))
    if not phones and (is_senders or not emails):
        phones = [number for number in _telephones(tail) if not _MOBILE.match(number)] if is_senders else []
    if not emails and sender is not None and (is_senders or not _is_personal(sender)):
        emails = [sender.address] if sender.address else []
    parts = [" ".join(name.split()), *phones[:1], *emails[:1]]
    return _fitting([part for part in parts if part])


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
    return len(words) > 1 and words[-1].split("-")[0] in local and not _TEAM_WORD.search(mailbox.name)


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
        if not (one.is_private or _FAMILY.search(one.words))
        and (_telephones(one.words) or _EMAIL.search(one.words))
    ]
    found = [way for way in ways if way[0]] or [
        way for way in ways if not any(map(_MOBILE.match, _telephones(way[2].words)))
    ]
    return max(found, key=lambda way: way[:2])[2] if found else None


def _name_in(reading: Reading, one: Said) -> str:
    for person in reading.people:
        is_here = person.field is Field.BODY and one.start <= person.start < one.end
        if is_here and person.who is not Who.RECIPIENT and person.confidence >= _SURE:
            return reading.own[person.start : person.end]
    team = _TEAM.search(one.words)
    if team:
        return str(team[1])
    for sentence in reading.sentences:
        for name in sentence.names:
            if name.kind is NameKind.ORGANISATION and one.start <= name.start < one.end:
                return reading.own[name.start : name.end] if name.confidence >= _SURE else ""
    return ""
