"""Does the author write suggestively, in sexual detail, or hand on an indecent picture of a child?

What it sees: sentences of the author's own text, and the subject, that the model hears first of all as
suggestive, flirting or a remark on somebody's body; explicit where sexual acts or parts are named in such a
sentence. The words that decided are shown. Words that speak of an indecent picture of a child in a mail that
carries a picture file, told by its name alone; and that bad material came by mail or was met by chance.

What it does not see: lessons, policies and medical or safeguarding words (words alone say nothing); what is
quoted or reported (low confidence at most); what a picture shows (none is ever opened), what stands in
attachments or the quoted thread, and mail to the safeguarding lead or the whistleblowing address.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.indecent.pictures import find_came_across, find_handed_on, pictures
from app.checks.tone.hearing import Heard, hear, one_card
from app.checks.tone.offence_phrases import EXPLICIT
from app.checks.tone.strong_words import OBSCENE
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading, Tone

_ID = "sexual-and-indecent"


def _look(reading: Reading) -> Iterator[Finding]:
    heard = hear(reading, Tone.SEXUAL)
    explicit = [h for h in heard if _is_explicit(reading, h)]
    suggestive = [h for h in heard if h not in explicit]
    for kind, found in (("explicit", explicit), ("suggestive", suggestive)):
        yield from one_card(_ID, kind, found)
    handed = find_handed_on(reading)
    if handed is not None:
        sure, spans = handed
        yield Finding(_ID, "indecent-image", sure, spans, {"pictures": len(list(pictures(reading)))})
    met = find_came_across(reading)
    if met and handed is None:
        yield Finding(_ID, "came-across", Confidence.MEDIUM, met, {"sentences": len(met)})


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
        "indecent-image": "Words of an indecent picture of a child, in a mail with a picture file",
        "came-across": "Somebody was sent, or met by chance, material that nobody should see at work",
    },
)
