"""Does the author write suggestively, or in sexual detail?

What it sees: sentences of the author's own text, and the subject, that the model hears first of all as
suggestive, flirting or a remark on somebody's body; explicit where sexual acts or parts are named in such a
sentence. The words that decided are shown.

What it does not see: lessons, policies and medical or safeguarding words (words alone say nothing); what is
quoted or reported (low confidence at most); pictures, and what stands in attachments or the quoted thread.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.tone.hearing import Heard, hear, one_card
from app.checks.tone.offence_phrases import EXPLICIT
from app.checks.tone.strong_words import OBSCENE
from app.domain.draft import Field
from app.domain.finding import Finding
from app.domain.reading import Reading, Tone

_ID = "sexual-and-indecent"


def _look(reading: Reading) -> Iterator[Finding]:
    heard = hear(reading, Tone.SEXUAL)
    explicit = [h for h in heard if _is_explicit(reading, h)]
    suggestive = [h for h in heard if h not in explicit]
    for kind, found in (("explicit", explicit), ("suggestive", suggestive)):
        yield from one_card(_ID, kind, found)


def _is_explicit(reading: Reading, heard: Heard) -> bool:
    text = reading.own if heard.span.field is Field.BODY else reading.subject.clean
    words = text[heard.sentence.start : heard.sentence.end]
    return EXPLICIT.search(words) is not None or OBSCENE.search(words) is not None


CHECK = Check(
    _ID,
    _look,
    {
        "suggestive": "A sentence that may read as flirting, or as a remark on somebody's body",
        "explicit": "A sentence that names sexual acts or parts",
    },
)
