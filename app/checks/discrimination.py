"""Does the author run somebody down for who they are?

What it sees: sentences of the author's own text, and the subject, that the model hears first of all as
contempt, a stereotype or worse treatment because of race, nationality, religion, sex, age, disability,
sexuality or the like; slurs by name; a sweeping bad word about a whole group of people. The words that
decided are shown.

What it does not see: a group that is only named (equality work, staff networks, access needs, lessons); slurs
that are quoted or reported, or stand in a report of an incident (low confidence at most); prejudice that
shows only in what is left out.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.tone.hearing import hear, one_card
from app.domain.finding import Finding
from app.domain.reading import Reading, Tone

_ID = "discrimination"


def _look(reading: Reading) -> Iterator[Finding]:
    heard = hear(reading, Tone.DISCRIMINATION)
    slurs = [h for h in heard if h.cue is not None and not (h.cue.leaves_no_doubt or h.cue.is_hint)]
    remarks = [h for h in heard if h not in slurs]
    for kind, found in (("slur", slurs), ("remark", remarks)):
        yield from one_card(_ID, kind, found)


CHECK = Check(
    _ID,
    _look,
    {
        "slur": "A word that demeans people for who they are",
        "remark": "A sentence that may demean or shut out people for who they are",
    },
)
