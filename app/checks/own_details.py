"""Does the writer give away private details of their own, or send work to their own account?

What it sees: the writer's mobile number, private e-mail address, home address or birth date, told in the
first person in their own text, when families, pupils or other outside people read it; and mail forwarded,
or files sent, to a private address that looks like the sender's own name.
What it does not see: signatures, work numbers, details of other people (see `identifiers`), and forwarding
set up in the mailbox.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from app import linear
from app.checks.audience.own_name import is_own_account
from app.checks.check import Check
from app.checks.identity import homes
from app.checks.identity.births import STAFF_AGES, written_dates
from app.checks.identity.phones import OWN, WORK, find_phones
from app.checks.patterns.passages import Passage, Whose
from app.checks.patterns.sightings import masked
from app.checks.pointing import to_entries
from app.checks.words import whole_any
from app.domain.address import domain_of, is_webmail
from app.domain.audience import Belonging
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import Reading

ID = "own-details"
KINDS: Mapping[str, str] = {
    "own-mobile": "The writer's private mobile or home number, told to outside readers",
    "own-webmail": "The writer's private e-mail address, told to outside readers",
    "own-home-address": "Where the writer lives, told to outside readers",
    "own-birth-date": "The writer's birth date, told to outside readers",
    "to-own-account": "Mail forwarded, or files sent, to a private address like the sender's own name",
}
_LONDON = ZoneInfo("Europe/London")
_MY_MAIL = whole_any(
    """
    my (?:own |personal |private |home |other )*(?:e-?mail|gmail|hotmail|yahoo|icloud|outlook|address|account)
    (?:e-?mail|contact|reach|write to|message|get) me
    me (?:at|on)
    my e-?mail address
    """
)
_MY_HOME = whole_any(
    """
    my (?:own |new |home |private |current )*address(?: is| will be)?
    i(?:'m| am)? (?:now )?liv(?:e|ing) (?:at|in)
    i(?:'ve| have)? (?:just )?moved to
    i(?:'m| am) moving to
    to my (?:house|home|flat)
    my (?:house|home|flat) (?:is|at)
    (?:me|i'm|i am) (?:[^.!?\n]{0,40} )?at home(?: at| on| in|,|:)?
    """
)
_MY_BIRTH = whole_any(
    """
    my (?:date of birth|d\\.?o\\.?b|birth ?date|birthday)
    i was born
    """
)
_SENTENCE = linear.compile(r"[.!?]\s|\n\s*\n")
_REACH = 70
_TRIGGER = linear.compile(r"(?i)\b(?:me|my|i|i'm|i've)\b")


def look(reading: Reading) -> Iterator[Finding]:
    """Details told in the first person to outside readers, and mail to one's own account."""
    audience = reading.audience
    if (audience.webmail or audience.outside) and _TRIGGER.search(reading.own) is not None:
        today = reading.draft.sending_at.astimezone(_LONDON).date()
        yield from _mobiles(reading)
        yield from _webmail(reading)
        yield from _homes(reading)
        yield from _births(reading, today)
    yield from _own_account(reading)


def _mobiles(reading: Reading) -> Iterator[Finding]:
    passage = Passage(Field.BODY, Whose.OWN, reading.own)
    places = []
    for phone in find_phones(passage):
        before = _same_sentence(phone.before)
        mine = OWN.search(before) is not None and WORK.search(before) is None
        private = "home" in before.lower() or "landline" in before.lower() or "personal" in before.lower()
        if mine and (phone.is_mobile or private):
            places.append((phone.start, phone.end))
    yield from _finding(reading, "own-mobile", places, Confidence.HIGH)


def _webmail(reading: Reading) -> Iterator[Finding]:
    places = [
        (mention.start, mention.end)
        for mention in reading.addresses
        if mention.field is Field.BODY
        and reading.own[mention.start : mention.end].strip()
        and is_webmail(domain_of(mention.address))
        and _MY_MAIL.search(_before(reading, mention.start)) is not None
    ]
    yield from _finding(reading, "own-webmail", places, Confidence.HIGH)


def _homes(reading: Reading) -> Iterator[Finding]:
    places = []
    for start, end in homes.find_streets(reading.own):
        if _MY_HOME.search(_before(reading, start)) is not None:
            places.append((start, end))
    yield from _finding(reading, "own-home-address", places, Confidence.HIGH)


def _births(reading: Reading, today: date) -> Iterator[Finding]:
    places = [
        (written.start, written.end)
        for written in written_dates(reading.own, today)
        if written.age_at(today) in STAFF_AGES
        and _MY_BIRTH.search(_before(reading, written.start)) is not None
    ]
    yield from _finding(reading, "own-birth-date", places, Confidence.HIGH)


def _own_account(reading: Reading) -> Iterator[Finding]:
    """Forwards and files only: a line to oneself is nothing."""
    draft = reading.draft
    files = sum(not attachment.inline for attachment in draft.attachments)
    if draft.sender is None or not (files or draft.reply is ReplyKind.FORWARD):
        return
    spans: list[Span] = []
    sure = Confidence.LOW
    private = {id(r.recipient) for r in reading.audience.readers if r.belonging is Belonging.WEBMAIL}
    for field in (Field.TO, Field.CC, Field.BCC):
        for place, recipient in enumerate(draft.addressed(field)):
            likeness = is_own_account(draft.sender, recipient.mailbox) if id(recipient) in private else None
            if likeness is not None:
                sure = max(sure, likeness)
                spans += to_entries(draft, field, [place])
    if spans:
        facts: dict[str, Fact] = {"forward": draft.reply is ReplyKind.FORWARD, "attachments": files}
        yield Finding(ID, "to-own-account", sure, tuple(spans), facts)


def _finding(
    reading: Reading, kind: str, places: list[tuple[int, int]], sure: Confidence
) -> Iterator[Finding]:
    if places:
        spans = tuple(Span(Field.BODY, a, b, masked(reading.own[a:b])) for a, b in places)
        yield Finding(ID, kind, sure, spans, {"count": len(places)})


def _before(reading: Reading, start: int) -> str:
    return _same_sentence(reading.own[max(0, start - _REACH) : start])


def _same_sentence(words: str) -> str:
    return str(_SENTENCE.split(words)[-1])


CHECK = Check(ID, look, KINDS)
