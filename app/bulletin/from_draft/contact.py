"""Whom can readers of an item ask?

The name, number and address in the sentence that says whom to ask; what it leaves open is taken from the
signature, and then from the sender. Nobody's name is put beside another person's address. Nothing is made up,
and a mobile number is given only where the text gives it out.
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.own_text import Said
from app.domain.draft import Field, Mailbox
from app.domain.people import Who
from app.domain.reading import NameKind, Reading
from app.reading.signature import is_sign_off

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
    r"|[Ll]ine|[Cc]ontrol [Rr]oom|[Ss]ection|[Ss]tandards|[Cc]entre))\b"
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
_WRITTEN_NAME = re2.compile(
    r"^(?:[Tt]he )?(\p{Lu}[\pL'\x{2019}-]*(?: (?:(?:and|of|for|&|de|van|der"
    r"|la) )?\p{Lu}[\pL'\x{2019}-]*\.?){1,4})"
    r"\s*(?:$|[,|(x]|\s[\x{2013}\x{2014}-]\s)"
)
_LAST_LINES = 15
_POST = re2.compile(
    r"(?i)\b(?:advis[eo]r|officer|manager|lead(?:er)?|director|co-?ordinator|head|deputy|teacher|clerk|secretary"
    r"|psychologist|nurse|archivist|partner\w*|project|programme|group|university|consultant|specialist|assistant|administrator|council|department)\b"
)
_SHARED = re2.compile(
    r"(?:team|service|office|hub|desk|unit|school|admission|training|forum|network|info|enquir|support"
    r"|help|hr"
    r"|finance|payroll|governor|safe|health|sport|music|library|transport|policy|data|early|inclusion|send?co"
    r"|education|learning|booking|event|grant|bid|award|nurse|survey|return|test|assess|trust|young|children)"
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
        return sender.name if sender is not None else ""
    signed = _signed(below)
    is_named = sender.name and _SHARED.search(sender.name.casefold())
    return sender.name if not signed or (is_named and _SHARED.search(signed.casefold())) else signed


def _signed(below: Sequence[str]) -> str:
    """The name in the last line that looks like one and begins a block; one among other names is a list's."""
    name, lines = "", [line.strip() for line in below]
    for at in [at for at, line in enumerate(lines) if line][-_LAST_LINES:]:
        match = _WRITTEN_NAME.match(lines[at])
        before, behind = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
        begins = not before or is_sign_off(before)
        is_listed = _WRITTEN_NAME.match(behind) is not None and not _is_post(behind)
        if match and begins and not (match[1].isupper() or is_listed or is_sign_off(lines[at])):
            name = str(match[1])
    return name


def _is_post(line: str) -> bool:
    return _POST.search(line) is not None or _SHARED.search(line.casefold()) is not None


def _is_somebody_elses(address: str, writer: str) -> bool:
    """Whether an address is made of a person's first and last name, and not of the writer's."""
    local = address.partition("@")[0].casefold()
    parts = local.split(".")
    is_name = len(parts) == 2 and all(part.replace("-", "").isalpha() for part in parts)  # noqa: PLR2004 - two names
    words = {word for name in writer.casefold().split() for word in (name, *name.split("-"))}
    return is_name and not _SHARED.search(local) and words.isdisjoint(local.replace("-", ".").split("."))


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
    is_shared = _SHARED.search(local) is not None or _TEAM_WORD.search(mailbox.name) is not None
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
        if not (one.is_private or _FAMILY.search(one.words))
        and (_telephones(one.words) or _EMAIL.search(one.words))
    ]
    found = [way for way in ways if way[0]] or [
        way for way in ways if not any(map(_MOBILE.match, _telephones(way[2].words)))
    ]
    return max(found, key=lambda way: way[:2])[2] if found else None


def _name_in(reading: Reading, one: Said) -> str:
    """Who is to be asked: somebody, a team, or what stands before the number."""
    before, team = _named_before(one.words), _TEAM.search(one.words)
    for person in reading.people:
        is_here = person.field is Field.BODY and one.start <= person.start < one.end
        if is_here and person.who is not Who.RECIPIENT and person.confidence >= _SURE:
            name = reading.own[person.start : person.end]
            longer = [words for words in (before, str(team[1]) if team else "") if name in words]
            return max(longer, key=len, default=name)
    if team or before:
        return str(team[1]) if team else before
    for sentence in reading.sentences:
        for found in sentence.names:
            if found.kind is NameKind.ORGANISATION and one.start <= found.start < one.end:
                return reading.own[found.start : found.end] if found.confidence >= _SURE else ""
    return ""


def _named_before(words: str) -> str:
    """Who stands right before the number or address: "Appeals Clerk, 01632 960190"."""
    ways = [match.start() for pattern in (_TELEPHONE, _EMAIL) for match in pattern.finditer(words)]
    match = _NAMED_BEFORE.search(words[: min(ways)]) if ways else None
    name = _ORDER.sub("", str(match[1])).strip() if match else ""
    return name if " " in name else ""
