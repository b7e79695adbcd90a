"""Does the draft hold numbers or details that say who somebody is?

What it sees: UK pupil, NHS, learner, tax, National Insurance, candidate and teacher numbers, bank accounts,
IBANs, cards, driving licences, passports, number plates, birth dates, home addresses, private telephone
numbers and lists of children, in subject, body, readable attachments, attachment names and what is
forwarded; also when spaces, dots or hyphens break them up. A checksum counts only with a label or the
usual written form. A file that is said to hold such is half heard: for the route alone.
What it does not see: names alone, pictures and Office files, numbers that fail their check digit, and
numbers that their own words call something else (an order, a ticket, a telephone number).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from app.checks.check import Check
from app.checks.identity import banks, birth_dates, homes, own_accounts, people_rows, phones
from app.checks.identity.described import personal_file
from app.checks.identity.kinds import NUMBERS
from app.checks.identity.numbers import NumberKind, Prefilter, find_numbers
from app.checks.patterns import disguises
from app.checks.patterns.passages import Passage, Whose, passages
from app.checks.patterns.sightings import Sighting, masked, without_overlaps
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import Reading, Text

ID = "identifiers"
HIDDEN = "hidden-characters"
KINDS: Mapping[str, str] = {
    "upn": "A unique pupil number whose check letter is right",
    "nhs-number": "An NHS number that passes its check digit",
    "uln": "A unique learner number that passes its check digit",
    "utr": "A unique taxpayer reference that passes its check digit",
    "national-insurance-number": "A National Insurance number of a series in use",
    "bank-account": "A sort code and account number, or one of them with its label",
    "iban": "An international bank account number that passes its check digits",
    "payment-card": "A payment card number that passes its check digit",
    "driving-licence": "A driving licence number",
    "passport": "A passport number beside the word",
    "passport-mrz": "The machine-readable line of a passport, check digits and all",
    "date-of-birth": "A date that its label or its row says is somebody's birth date",
    "home-address": "A private postal address",
    "personal-phone": "A telephone number of a family, or a private mobile",
    "candidate-number": "A unique candidate identifier of the exam boards beside its label",
    "teacher-number": "A teacher reference number beside its label",
    "vehicle-registration": "A number plate beside its label",
    "class-list": "Three rows or more that name children beside birth dates, pupil numbers or marks",
    HIDDEN: "Invisible or disguised characters inside words or numbers",
}
_LONDON = ZoneInfo("Europe/London")
_SPANS_AT_MOST = 1_000
_ACCOUNTS = frozenset({banks.KIND, "iban"})


@dataclass(frozen=True, slots=True)
class Search:
    """One way of looking, and a pattern without which it would find nothing."""

    trigger: str
    find: Callable[[Passage, date], Iterator[Sighting]]
    in_signature: bool = False


def _number_search(kind: NumberKind) -> Search:
    if isinstance(kind.shape, frozenset):
        trigger = rf"\d(?:[ .·\x{{2013}}-]{{0,3}}\d){{{min(kind.shape) - 1}}}"
    else:
        trigger = kind.shape.pattern
    return Search(trigger, lambda passage, _: find_numbers((kind,), passage), kind.checked)


SEARCHES: tuple[Search, ...] = (
    *map(_number_search, NUMBERS),
    Search(
        r"\d\d[ \x{2013}-]{0,3}\d\d[ \x{2013}-]{0,3}\d\d", lambda passage, _: banks.find_accounts(passage)
    ),
    Search(r"\d{6}|\d[ /.-]{1,3}\d|(?:19|20)\d\d|'\d\d", birth_dates.find_birth_dates),
    Search(r"(?i)\d[A-Z]{2}\b|\d[a-z]?,? (?:the )?[a-z]", lambda passage, _: homes.find_homes(passage)),
    Search(
        r"(?:\+ ?44|0)(?:[ ().\x{2013}-]{0,3}\d){9}", lambda passage, _: phones.find_personal_phones(passage)
    ),
)
_PREFILTER = Prefilter([search.trigger for search in SEARCHES])


@dataclass(frozen=True, slots=True)
class Seen:
    """One sighting where it was seen, and how many people or numbers it stands for."""

    sighting: Sighting
    passage: Passage
    count: int = 1

    def span(self) -> Span:
        """The masked span that is shown."""
        written = self.passage.text[self.sighting.start : self.sighting.end]
        return self.passage.span(self.sighting.start, self.sighting.end, self._shown(written))

    def _shown(self, written: str) -> str:
        if self.sighting.kind == people_rows.CLASS_LIST:
            return f"{self.count} rows"
        return banks.shown(written) if self.sighting.kind == banks.KIND else masked(written)


def look(reading: Reading) -> Iterator[Finding]:
    """One finding for each kind, its surest sightings first."""
    today = reading.draft.sending_at.astimezone(_LONDON).date()
    seen: dict[str, list[Seen]] = {}
    for passage in passages(reading):
        for sight in _sightings(passage, today):
            seen.setdefault(sight.sighting.kind, []).append(sight)
    for kind in KINDS:
        if kind in seen:
            yield _finding(kind, seen[kind])
    if people_rows.CLASS_LIST not in seen and (said := personal_file(reading)):
        yield Finding(ID, people_rows.CLASS_LIST, Confidence.LOW, said, {"described": True})
    yield from _disguised(reading)


def _sightings(passage: Passage, today: date) -> Iterator[Seen]:
    found: list[Sighting] = []
    for place in sorted(_PREFILTER.matching(passage.text)):
        search = SEARCHES[place]
        if search.in_signature or passage.whose is not Whose.SIGNATURE:
            found += search.find(passage, today)
    for sighting in without_overlaps(found):
        is_ours = sighting.kind in _ACCOUNTS and own_accounts.is_our_own(
            passage, sighting.start, sighting.end
        )
        yield Seen(replace(sighting, confidence=Confidence.LOW) if is_ours else sighting, passage)
    if passage.whose is not Whose.SIGNATURE:
        for sighting, rows in people_rows.find_class_lists(passage, today):
            yield Seen(sighting, passage, rows)


def _finding(kind: str, seen: list[Seen]) -> Finding:
    seen = sorted(seen, key=lambda s: s.sighting.confidence, reverse=True)
    facts: dict[str, Fact] = {
        "count": sum(s.count for s in seen),
        "canonical": any(s.sighting.canonical for s in seen),
        "quoted": all(s.passage.whose is Whose.QUOTED for s in seen),
    }
    spans = tuple(dict.fromkeys(s.span() for s in seen[:_SPANS_AT_MOST]))
    return Finding(ID, kind, seen[0].sighting.confidence, spans, facts)


def _disguised(reading: Reading) -> Iterator[Finding]:
    """Words with hidden characters: surest in what looks like a number."""
    forwarded = reading.draft.reply is ReplyKind.FORWARD
    words = [(Field.SUBJECT, reading.subject, *place) for place in disguises.disguised_words(reading.subject)]
    words += [
        (Field.BODY, reading.body, start, end)
        for start, end in disguises.disguised_words(reading.body)
        if forwarded or not reading.own[start:end].isspace()
    ]
    if not words:
        return
    numbers = any(c.isdigit() for _, text, start, end in words for c in text.clean[start:end])
    spans = tuple(
        _disguised_span(field, text, start, end) for field, text, start, end in words[:_SPANS_AT_MOST]
    )
    facts: dict[str, Fact] = {"count": len(words), "canonical": False, "quoted": False}
    yield Finding(ID, HIDDEN, Confidence.HIGH if numbers else Confidence.MEDIUM, spans, facts)


def _disguised_span(field: Field, text: Text, start: int, end: int) -> Span:
    word = text.clean[start:end]
    return Span(field, start, end, masked(word) if any(c.isdigit() for c in word) else word[:80])


CHECK = Check(ID, look, KINDS)
