"""Does the author claim something grave of somebody, or pass on a rumour?

What it sees: sentences of the author's own text, and the subject, that the model hears first of all as a
crime, dishonesty or disgrace of somebody told as a fact; and rumours or somebody's private life told for
their own sake. The words that decided are shown.

What it does not see: whether it is true, or known to the reader; an allegation that says where it comes from,
or stands in a report (low confidence at most); mail to the safeguarding lead or the whistleblowing address,
where none of this is looked for.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.tone.hearing import hear, one_card
from app.domain.finding import Finding
from app.domain.reading import Reading, Tone

_ID = "claims-and-standing"
_KINDS = {"accusation": Tone.DEFAMATION, "gossip": Tone.GOSSIP}


def _look(reading: Reading) -> Iterator[Finding]:
    heard = hear(reading, *_KINDS.values())
    for kind, tone in _KINDS.items():
        yield from one_card(_ID, kind, [h for h in heard if h.tone is tone])


CHECK = Check(
    _ID,
    _look,
    {
        "accusation": "A grave claim about somebody, told as a fact",
        "gossip": "A rumour, or somebody's private life, told for its own sake",
    },
)
