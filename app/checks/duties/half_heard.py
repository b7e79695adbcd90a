"""Beside which day is a law half heard?

Not enough to say that a law sets the day, and too much to say that none does: the language model half hears
one, or a law, a court or a fine is named. Or the law is sure and its day has gone by, and nothing tells
whether it was met. Only the sender knows, and can be asked. What is about leisure, or only about attending
something, is none.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from app.checks.dated import words_around
from app.checks.duties.dates import DatedDuty, is_about_attending, latest_gone
from app.checks.duties.sightings import Sentences
from app.checks.duties.unnamed import faint_sentences_of_law
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.reading import DateMention, Reading, Sentence

_BRIEF = 120
_MET = whole_any(r"""
    thank(?:s| you)|well done|congratulations|all in|on time|none (?:late|missing)|has been (?:moved|extended|postponed|put back)
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
        if first <= mention.day < end and not is_about_attending(_sentence_of(reading, places, mention))
    ]
    if not found:
        return None
    _, _, sentence, mention = min(found, key=lambda one: one[:2])
    return sentence, mention


def find_gone_by(reading: Reading, pairs: Sequence[DatedDuty]) -> DatedDuty | None:
    """The duty whose day went by last, where no later day is told and nothing says that it was met."""
    if any(p.mention.day >= reading.draft.sending_at.date() for p in pairs) or _MET.search(reading.own):
        return None
    gone = [p for p in latest_gone(reading, pairs) if p.confidence > Confidence.LOW]
    return gone[0] if gone else None


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
