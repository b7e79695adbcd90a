"""Which words does a card point at?

The clauses that decided the model's score, with the words that were looked up; else these alone; else the
sentence, which also stands for a stretch that is most of it.
"""

from app import linear
from app.checks.pointing import in_text
from app.checks.tone.cues import Cue
from app.checks.wording.said import text_in
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.reading import Reading, Sentence, Tone

_MOST = 2 / 3
_JOINS = linear.compile(r"(?i)^\s*(?:and|but|so|or|then)\b[\s,]*")
_HANGS = linear.compile(
    r"(?i)(?:\b(?:is|are|was|were|am|be|been|seems?|looks?|not)|['\x{2019}]re|n['\x{2019}]t)[\s,;:\x{2013}-]*$"
)
"""What the clause says of somebody comes after it: "the women in your team were, as ever, ..."."""


def point(reading: Reading, field: Field, sentence: Sentence, tone: Tone, cue: Cue | None) -> Span:
    """The span of the words that decided."""
    start, end = _deciding(text_in(reading, field), sentence, tone, cue)
    return in_text(reading, field, start, end)


def _deciding(text: str, sentence: Sentence, tone: Tone, cue: Cue | None) -> tuple[int, int]:
    places = [sentence.words[tone.value]] if tone.value in sentence.words else []
    if cue is not None and not cue.is_hint and not (places and cue.is_quoted):
        places.append((cue.start, min(cue.end, sentence.end)))
    start = min((first for first, _ in places), default=sentence.start)
    end = max((last for _, last in places), default=sentence.end)
    if _HANGS.search(text[start:end]):
        end = sentence.end
    joins = _JOINS.match(text[start:end]) if start > sentence.start else None
    start += joins.end() if joins else 0
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    is_most = end - start > _MOST * (sentence.end - sentence.start)
    return (sentence.start, sentence.end) if is_most or start >= end else (start, end)
