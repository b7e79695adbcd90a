"""Which words does a card point at?

The stretch that decided the model's score, widened to whole words, with the words that were looked up; else
these alone; else the sentence. A stretch that is most of its sentence, or one little word, says no more than
the sentence does.
"""

from app.checks.pointing import in_body, in_subject
from app.checks.tone.cues import Cue
from app.checks.words import word_set
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.reading import Reading, Sentence, Tone

_MOST = 2 / 3
_LITTLE = word_set("""
    a an and are as at be but by do for from had has have he her him his i if in is it its me my no not of on
    or our she so than that the their them then there they this to up us was we were what when who will with
    you your
""")


def point(reading: Reading, field: Field, sentence: Sentence, tone: Tone, cue: Cue | None) -> Span:
    """The span of the words that decided."""
    text = reading.own if field is Field.BODY else reading.subject.clean
    start, end = _deciding(text, sentence, tone, cue)
    return in_body(reading, start, end) if field is Field.BODY else in_subject(reading, start, end)


def _deciding(text: str, sentence: Sentence, tone: Tone, cue: Cue | None) -> tuple[int, int]:
    whole = sentence.start, sentence.end
    if tone.value in sentence.words:
        start, end = _widened(text, sentence, *sentence.words[tone.value])
        if cue is not None and not cue.is_quoted:
            start, end = min(start, cue.start), max(end, min(cue.end, sentence.end))
    elif cue is not None:
        start, end = cue.start, min(cue.end, sentence.end)
    else:
        return whole
    says_little = (
        start >= end
        or text[start:end].strip(" .,;:!?").lower().replace("\u2019", "'").partition("'")[0] in _LITTLE
    )
    is_most = end - start > _MOST * (sentence.end - sentence.start)
    return whole if says_little or is_most else (start, end)


def _widened(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Whole words, without the white space and commas around them."""
    start, end = _stripped(text, max(start, sentence.start), min(end, sentence.end))
    while start > sentence.start and not text[start - 1].isspace():
        start -= 1
    while end < sentence.end and not text[end].isspace():
        end += 1
    start, end = _stripped(text, start, end)
    while start < end < sentence.end and (little := _last_word(text, start, end)) in _LITTLE:
        start, end = _stripped(text, start, end - len(little))
    return start, end


def _last_word(text: str, start: int, end: int) -> str:
    return text[start:end].rpartition(" ")[2].lower()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return start, end
