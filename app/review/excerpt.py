"""Which words of a draft does a sender attach?

The sentences that a card points at, or subject and text; never what is quoted below, and no file.
"""

from app.domain.draft import Field
from app.domain.reading import Reading
from app.domain.reveal import ATTACHED_MAX, Extent
from app.domain.verdict import Advice


def words_to_attach(extent: Extent, advice: Advice, reading: Reading) -> str:
    """Empty where the card points at no words; cut at what can be attached."""
    if extent is Extent.DRAFT:
        return f"{reading.subject.clean}\n\n{reading.own.rstrip()}".strip()[:ATTACHED_MAX]
    said = [reading.subject.clean] if any(s.field is Field.SUBJECT for s in advice.spans) else []
    places = sorted({_around(s.start, s.end, reading) for s in advice.spans if s.field is Field.BODY})
    said += [reading.own[start:end].strip() for start, end in places]
    return "\n…\n".join(one for one in said if one)[:ATTACHED_MAX]


def _around(start: int, end: int, reading: Reading) -> tuple[int, int]:
    """The sentences that it lies in; where it lies in none, its line."""
    over = [s for s in reading.sentences if s.start < end and start < s.end]
    if over:
        return min(s.start for s in over), max(s.end for s in over)
    text = reading.own
    line_end = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end
