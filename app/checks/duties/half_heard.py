"""Beside which day is a law half heard?

Not enough to say that a law sets the day, and too much to say that none does: the language model half hears
one, or a law, a court or a fine is named. Or the law is sure and its day has gone by, and nothing tells
whether it was met. Only the sender knows, and can be asked. What is about leisure, or only about attending
something, is none.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from app.checks.dated import words_around
from app.checks.duties.attending import is_about_attending
from app.checks.duties.dates import DatedDuty, latest_gone
from app.checks.duties.sightings import Sentences, find_chasing
from app.checks.duties.unnamed import faint_sentences_of_law, has_power
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.reading import DateMention, DateRole, Reading, Sentence

_BRIEF = 120
_VACANCY = whole_any("vacanc(?:y|ies)|recruit\\w*|job adverts?")
_MUST = whole_any("must|ha(?:s|ve) to|required|obliged|compulsory")
_MET = whole_any(r"""
    thank(?:s| you)|well done|congratulations|all in|on time|none (?:late|missing)|has been (?:moved|extended|postponed|put back)
    (?:every|all) (?:\w+ ){0,3}(?:sent|submitted|returned|approved|completed|uploaded)
    (?:had|has|was|were|(?:schools|all|you|they|we|most) have)(?: all| already| now| each| been)* (?:approved|submitted|returned|sent|completed|met|uploaded|published|received|agreed|passed|signed)
""")  # noqa: E501 - one phrase a line


def find_half_heard(reading: Reading, sooner_than: date | None = None) -> tuple[Sentence, DateMention] | None:
    """The sentence, and the nearest day to come in it or beside it; anywhere in a brief mail.

    With `sooner_than`, a day that is surely one of law: only one before it, in the sentence itself.
    """
    first, end = reading.draft.sending_at.date(), sooner_than or date.max
    places = Sentences(reading.sentences)
    found = [
        (mention.day, number, sentence, mention)
        for number, sentence in enumerate(faint_sentences_of_law(reading))
        for mention in _beside(reading, places, sentence, is_alone=sooner_than is not None)
        if first <= mention.day < end and not _is_free_to_attend(reading, places, sentence, mention)
    ]
    if not found:
        return None
    _, _, sentence, mention = min(found, key=lambda one: one[:2])
    return sentence, mention


def find_gone_by(reading: Reading, pairs: Sequence[DatedDuty]) -> DateMention | None:
    """The day of a duty that went by last, where no later one is told and nothing says that it was met."""
    if any(p.mention.day >= reading.draft.sending_at.date() for p in pairs) or _MET.search(reading.own):
        return None
    gone = [p.mention for p in latest_gone(reading, pairs) if p.confidence > Confidence.LOW]
    return next(iter(gone or _gone_and_chased(reading)), None)


def _gone_and_chased(reading: Reading) -> list[DateMention]:
    """Days by which something was wanted where a law is half heard, in mail that says that it is missing."""
    if not any(map(find_chasing, (reading.subject.clean, *_texts(reading)))):
        return []
    today, faint = reading.draft.sending_at.date(), faint_sentences_of_law(reading)
    gone = (d for d in reading.dates if d.role is DateRole.DEADLINE and d.day < today)
    return [d for d in gone if any(s.start <= d.start < s.end for s in faint)]


def _texts(reading: Reading) -> Iterator[str]:
    return (words_of(reading.own, s) for s in sentences_in(reading))


def _beside(
    reading: Reading, places: Sentences, sentence: Sentence, *, is_alone: bool
) -> Iterator[DateMention]:
    if is_alone:
        yield from (m for m in reading.dates if sentence.start <= m.start < sentence.end)
        return
    here = places.of(sentence.start)
    is_brief = len(reading.own.split()) <= _BRIEF
    for mention in reading.dates:
        if is_brief or abs(places.of(mention.start) - here) <= 1:
            yield mention
    yield from reading.subject_dates


def _is_free_to_attend(reading: Reading, places: Sentences, law: Sentence, mention: DateMention) -> bool:
    """Whether a day is one to book, attend or apply by; not where a power says that one must."""
    words = _sentence_of(reading, places, mention)
    if _VACANCY.search(reading.subject.clean):
        return True
    return is_about_attending(words) and not (has_power(reading, law) and _MUST.search(words))


def _sentence_of(reading: Reading, places: Sentences, mention: DateMention) -> str:
    """The words of the sentence, or the subject line, that a day stands in."""
    text = words_around(reading, mention)
    if mention.field is Field.SUBJECT:
        return text
    number = places.of(mention.start)
    if number < 0:
        return ""
    sentence = reading.sentences[number]
    return text[sentence.start : sentence.end]
