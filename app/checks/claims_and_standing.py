"""Does the author claim something grave, run somebody down, or bind the organisation?

What it sees: sentences of the author's own text, and the subject, that the model hears first of all as a
crime, dishonesty or disgrace of somebody told as a fact; and rumours or somebody's private life told for
their own sake. The words that decided are shown. Beside the model, narrow patterns: the own organisation run
down, a person run down by name, harm said as certain without a source, blame accepted or a loss made good,
promises that bind as a letter does, and conduct alleged of a colleague or pupil off the road meant for it.

What it does not see: whether it is true, or known to the reader; an allegation that says where it comes from,
or stands in a report (low confidence at most); apologies; what is denied, asked, conditional, quoted or
"without prejudice"; mail to the safeguarding lead or the whistleblowing address, where none of this is looked
for, nor allegations and criticism to a head, HR, auditor, regulator, union or lawyer.
"""

from collections.abc import Iterator

from app.checks.check import Check
from app.checks.claims.allegations import find_alleged
from app.checks.claims.hearers import is_for_such_ears
from app.checks.claims.opinions import find_against_own, find_judged, find_unsourced
from app.checks.claims.running_down import find_run_down
from app.checks.claims.undertakings import find_binding, find_blame
from app.checks.tone.hearing import hear, one_card
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading, Sentence, Tone

_ID = "claims-and-standing"
_KINDS = {"accusation": Tone.DEFAMATION, "gossip": Tone.GOSSIP}


def _look(reading: Reading) -> Iterator[Finding]:
    heard = hear(reading, *_KINDS.values())
    for kind, tone in _KINDS.items():
        yield from one_card(_ID, kind, [h for h in heard if h.tone is tone])
    claimed = [h.sentence for h in heard if h.sure >= Confidence.MEDIUM]
    yield from _card("liability", find_blame(reading))
    yield from _card("commitment", find_binding(reading))
    yield from _card("allegation", find_alleged(reading, claimed))
    if not is_for_such_ears(reading):
        yield from _card("against-own", find_against_own(reading))
        yield from _card("unsourced-claim", find_unsourced(reading, claimed))
        yield from _card("run-down", find_run_down(reading))
        yield from _card("judgement", find_judged(reading, [*claimed, *_insulted(reading)]))


def _card(kind: str, spans: tuple[Span, ...]) -> Iterator[Finding]:
    if spans:
        yield Finding(_ID, kind, Confidence.MEDIUM, spans, {"sentences": len(spans)})


def _insulted(reading: Reading) -> list[Sentence]:
    """The sentences whose manner has a card of its own."""
    heard = hear(reading, Tone.ABUSE, Tone.DISCRIMINATION, Tone.SEXUAL, Tone.THREAT, Tone.OBSCENITY)
    return [h.sentence for h in heard if h.sure >= Confidence.MEDIUM]


CHECK = Check(
    _ID,
    _look,
    {
        "accusation": "A grave claim about somebody, told as a fact",
        "gossip": "A rumour, or somebody's private life, told for its own sake",
        "against-own": "The own school, council or trust run down",
        "judgement": "A person run down by name",
        "run-down": "A person, a school or an organisation run down in everyday words",
        "unsourced-claim": "A harmful claim told as certain, with no source",
        "liability": "Blame accepted, or a loss promised to be made good",
        "commitment": "Words that bind the organisation as a letter does, or end what bound it",
        "allegation": "Grave conduct alleged of a colleague or pupil, off the road meant for it",
    },
)
