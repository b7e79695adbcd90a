"""Will a reader see at once what this mail is about and what to do?

What it sees: no subject, or one vague word; long sentences (more than 25 words on average, or two over
35) and paragraphs over 120 words; in 60 words of prose or more, a reading age of 14 or more; office talk
that a plainer word stands for; an abbreviation that readers outside may not know and that is not written
out once; in a longer mail, a request or deadline that only comes in the last third and after 100 words,
or, to schools, none at all; and a body dressed in many colours, typefaces or large pictures.

What it does not see: whether the subject fits the text; passives; requests without any usual wording
("I look forward to your figures"); text inside pictures; the signature and quoted messages.
"""

from collections.abc import Iterator

from app import linear
from app.checks.check import Check
from app.checks.pointing import excerpt_of, in_body
from app.checks.wording.abbreviations import unexplained
from app.checks.wording.asking import first_ask
from app.checks.wording.formal import is_formal_letter
from app.checks.wording.jargon import Jargon, find_jargon
from app.checks.wording.prose import Stretch, count_words, paragraphs, sentences
from app.checks.wording.reading_age import reading_age
from app.checks.wording.styling import styling_of
from app.checks.words import any_of
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading

_ID = "subject-and-structure"
_LONG_MEAN = 25
_LONG_SENTENCE = 35
_FEWEST_LONG = 2
_FEWEST_FOR_MEAN = 3
_LONG_PARAGRAPH = 120
_HARD_AGE = 14
_HARDEST = 2
_MOST_JARGON = 5
_LONG_MAIL = 120
_LATE, _BURIED = 2 / 3, 100
_COLOURS = 5
_TYPEFACES = 4
_PICTURES_KB = 1_000
_SHORTEST_SUBJECT = 3
_LONGEST_MARKS = 500

_REPLY_MARKS = linear.compile(
    r"(?i)^(?:\s*(?:re|fw|fwd|aw|wg|sv|\[[^\]]{0,30}\])\s*(?:\[\d+\])?\s*:?\s*(?::|$|\s))*"
)
_VAGUE_SUBJECTS = any_of("""
    hi|hiya|hello|hey|hi all|hello all|hi everyone|dear all|morning|good morning|sorry|hmm+|test|untitled
    questions?|query|queries|quick (?:question|query|one|note|update|reminder)|an? (?:question|query|request)
    favour|updates?|info|information|for (?:your )?info(?:rmation)?|fyi|urgent|very urgent|important|asap
    meeting|help|help please|please help|requests?|documents?|docs?|files?|attached|attachments?
    (?:please )?see attached|stuff|misc|various|notes?|messages?|e-?mail|mail|letters?|forms?
    report|data|details
    reminders?|follow ?-?up|following up|issues?|problems?|news|thanks|thank you|many thanks|something|things
    read|read this|please read|read me|as (?:discussed|promised|requested)|no subject|subject|to do
    today|tomorrow|yesterday|reply|response|answer|call|chat|catch ?up
""")
_VAGUE = linear.compile(rf"(?i)^\W*{_VAGUE_SUBJECTS}\W*$")


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _subject(reading)
    measured = list(sentences(reading))
    long_ones = [s for s in measured if s.words > _LONG_SENTENCE]
    is_long_winded = _is_long_winded(measured, long_ones)
    if is_long_winded:
        yield _long_sentences(reading, measured, long_ones)
    yield from _long_paragraphs(reading)
    yield from _hard_to_read(reading, measured)
    yield from _jargon(reading)
    yield from _asks(reading, is_long_winded=is_long_winded)
    yield from _abbreviations(reading)
    yield from _styled(reading)


def _subject(reading: Reading) -> Iterator[Finding]:
    subject = reading.subject.clean
    marks = _REPLY_MARKS.match(subject[:_LONGEST_MARKS])
    bare = subject[marks.end() if marks else 0 :].strip()
    whole = (Span(Field.SUBJECT, 0, len(subject), subject.strip()[:80]),)
    if not bare:
        yield Finding(_ID, "no-subject", Confidence.HIGH, whole, {"words": len(reading.own.split())})
    elif reading.draft.reply in {ReplyKind.NEW, ReplyKind.FORWARD} and _is_vague(bare):
        yield Finding(_ID, "vague-subject", Confidence.MEDIUM, whole, {"words": len(bare.split())})


def _is_vague(bare: str) -> bool:
    letters = sum(c.isalpha() for c in bare)
    is_scrap = letters < _SHORTEST_SUBJECT and not bare.isupper() and not any(c.isdigit() for c in bare)
    return is_scrap or not any(c.isalnum() for c in bare) or _VAGUE.search(bare) is not None


def _is_long_winded(measured: list[Stretch], long_ones: list[Stretch]) -> bool:
    if len(long_ones) >= _FEWEST_LONG:
        return True
    return len(measured) >= _FEWEST_FOR_MEAN and sum(s.words for s in measured) / len(measured) > _LONG_MEAN


def _long_sentences(reading: Reading, measured: list[Stretch], long_ones: list[Stretch]) -> Finding:
    shown = long_ones or [s for s in measured if s.words > _LONG_MEAN]
    shown = sorted(shown, key=lambda s: -s.words)
    facts = {"longest": shown[0].words, "long": len(long_ones)}
    spans = tuple(in_body(reading, s.start, s.end) for s in shown)
    return Finding(_ID, "long-sentences", Confidence.MEDIUM, spans, facts)


def _long_paragraphs(reading: Reading) -> Iterator[Finding]:
    long_ones = sorted(
        (p for p in paragraphs(reading.own) if p.words > _LONG_PARAGRAPH), key=lambda p: -p.words
    )
    if long_ones:
        spans = tuple(in_body(reading, p.start, p.end) for p in long_ones)
        yield Finding(_ID, "long-paragraph", Confidence.MEDIUM, spans, {"words": long_ones[0].words})


def _hard_to_read(reading: Reading, measured: list[Stretch]) -> Iterator[Finding]:
    found = reading_age(reading.own, measured)
    if found and found.age >= _HARD_AGE:
        spans = tuple(in_body(reading, s.start, s.end) for s in found.hardest[:_HARDEST])
        yield Finding(_ID, "hard-to-read", Confidence.MEDIUM, spans, {"age": found.age})


def _jargon(reading: Reading) -> Iterator[Finding]:
    found = find_jargon(reading)
    if found:
        spans = tuple(_beside_plainer(reading, jargon) for jargon in found[:_MOST_JARGON])
        yield Finding(_ID, "jargon", Confidence.MEDIUM, spans, {"words": len(found)})


def _beside_plainer(reading: Reading, jargon: Jargon) -> Span:
    said = reading.body.clean[jargon.start : jargon.end]
    return Span(Field.BODY, jargon.start, jargon.end, excerpt_of(f"{said} → {jargon.plainer}"))


def _asks(reading: Reading, *, is_long_winded: bool) -> Iterator[Finding]:
    words = count_words(reading.own)
    if words <= _LONG_MAIL:
        return
    ask = first_ask(reading)
    if ask:
        start, end = ask
        before = count_words(reading.own[:start])
        is_late = before >= _BURIED and before / words > _LATE
        if is_late and not is_formal_letter(reading.subject.clean, reading.own):
            facts = {"words": words, "before": before}
            yield Finding(_ID, "ask-comes-late", Confidence.MEDIUM, (in_body(reading, start, end),), facts)
    elif reading.audience.schools and is_long_winded and not (reading.dates or reading.subject_dates):
        yield Finding(_ID, "no-ask-or-date", Confidence.MEDIUM, (), {"words": words})


def _abbreviations(reading: Reading) -> Iterator[Finding]:
    found = unexplained(reading)
    if found:
        sure = Confidence.MEDIUM if any(a.is_jargon for a in found) else Confidence.LOW
        ranked = sorted(found, key=lambda a: (not a.is_jargon, a.start))
        spans = tuple(in_body(reading, a.start, a.end) for a in ranked)
        yield Finding(_ID, "unexplained-abbreviation", sure, spans, {"abbreviations": len(found)})


def _styled(reading: Reading) -> Iterator[Finding]:
    style = styling_of(reading.draft)
    if style.colours >= _COLOURS or style.typefaces >= _TYPEFACES or style.picture_kb >= _PICTURES_KB:
        facts = {"colours": style.colours, "typefaces": style.typefaces, "picture_kb": style.picture_kb}
        yield Finding(_ID, "styled-body", Confidence.MEDIUM, (), facts)


CHECK = Check(
    _ID,
    _look,
    {
        "no-subject": "The subject is empty; it tells how many words the writer has written",
        "vague-subject": "The subject does not say what the mail is about",
        "long-sentences": "Sentences of more than 25 words on average, or two over 35",
        "hard-to-read": "Prose that needs a reader of 14 or more, by the mean of two formulas",
        "jargon": "Office talk, each with the plainer word; to families also words of the trade of schools",
        "unexplained-abbreviation": "An abbreviation that readers outside may not know",
        "long-paragraph": "A paragraph of more than 120 words",
        "ask-comes-late": "A request or deadline only in the last third of a longer mail, after 100 words",
        "no-ask-or-date": "A longer mail to schools with no request and no date",
        "styled-body": "Many colours or typefaces, or large pictures in the text",
    },
)
