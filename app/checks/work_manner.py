"""How far is a mail, taken as a whole, from what work sounds like?

What it sees: a little of heat, gossip, hurry, threat or ill will all through the mail, as the model hears
it, too faint in any one sentence to be told; and the manners of work that are missing: nobody is greeted,
nothing is asked for or thanked for, nobody has a title. Who means ill says it in no set words, yet seldom in
those of a mail for work: in flagged sends that tells what was meant better than any list (bench/cases).

What it does not see: what is said, ill will in the best of manners, and who simply writes like that. How
somebody writes is no fault: it is a sign beside something else that was seen, never a finding.
"""

from collections.abc import Iterator, Sequence
from math import log
from statistics import fmean

from app.checks.tone.quotation import in_own_words
from app.checks.wording.greeting import greeting_of
from app.checks.wording.said import sentences_in
from app.checks.words import whole_any
from app.domain.reading import Act, Reading, Sentence, Tone


def strangeness(reading: Reading) -> float:
    """Log odds, the mean of the labels, less half for each manner of work; about -8 to 4."""
    said = (*reading.subject_sentences, *sentences_in(reading))
    heard = fmean(_heard([_log_odds(_score(one, label)) for one in said]) for label in _LABELS)
    return heard - _A_MANNER * sum(_manners(reading))


def _heard(odds: Sequence[float]) -> float:
    """Half by the surest sentence, half by all of them, so that a long mail is not strange for being long."""
    return (max(odds) + fmean(odds)) / 2 if odds else _log_odds(0)


def _score(sentence: Sentence, label: Tone | Act) -> float:
    return sentence.tone.get(label, 0.0) if isinstance(label, Tone) else sentence.act.get(label, 0.0)


def _log_odds(score: float) -> float:
    kept = min(max(score, _FAINTEST), 1 - _FAINTEST)
    return log(kept / (1 - kept))


def _manners(reading: Reading) -> Iterator[bool]:
    said = in_own_words(reading)
    yield greeting_of(reading) is not None
    yield from (pattern.search(said) is not None for pattern in (_POLITE, _TITLE))


_LABELS = (Act.ILL_WILL, Tone.ANGER, Tone.ABUSE, Tone.GOSSIP, Tone.THREAT, Tone.URGENCY)
_FAINTEST = 0.003
_A_MANNER = 0.5
_POLITE = whole_any("""
    regards|best wishes|kind wishes|yours (?:sincerely|faithfully)|thanks|thank you|please|could you|would you
""")
_TITLE = whole_any("mr|mrs|ms|miss|dr|mx")
