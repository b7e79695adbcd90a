"""Does a mail, taken as a whole, read like one that is meant to hurt or to gain by a wrong?

What it sees: what all its sentences mean together, as the language model has it halfway up, where no label
has taken hold yet. Who follows a colleague home, offers money for a place, sells a register or writes to a
pupil in secret says nothing bad in any one sentence. It was learnt from made-up mails that a reviewer
should see, beside ordinary ones (``python -m bench.cases.whole``), and at least one sentence must sound
faintly of a fault. The sentences that weigh most are shown.

What it does not see: ill will in the best of manners, and in a letter of more than a page; whether it is a
joke between friends. A report of what others said or did, and mail in confidence, are left alone.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from math import inf
from operator import mul
from statistics import fmean

from app.checks.check import Check
from app.checks.packed_harm import ALONE, PACKED, STEP
from app.checks.pointing import in_text
from app.checks.tone.hearing import MANNERS
from app.checks.tone.quotation import is_report, tells_of_others
from app.checks.tone.tones import score
from app.checks.wording.said import sentences_in, text_in
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding
from app.domain.reading import Act, Reading, Sentence
from app.packed import unpacked

_ID = "as-a-whole"
SURE, PERHAPS = 1.25, 1.0
"""Log odds from which on it is a warning, and a hint: ``python -m bench.cases.whole`` counts both."""
MOST = 24
"""Sentences that a mail may have, about a page: nothing is said of longer ones, as few were learnt from."""
_SHOWN = 2
_FAINT = 0.1
"""Without it 13 of 1,276 ordinary mails of a made-up week pass, with it 4; of 337 grave ones 142, and 124."""


def _look(reading: Reading) -> Iterator[Finding]:
    weighed = weighed_of(reading)
    if odds_of(weighed) < PERHAPS or not _is_half_heard(weighed) or is_report(reading):
        return
    own = [one for one in weighed if not tells_of_others(_words(reading, *one[:2]))]
    odds = min(odds_of(weighed), odds_of(own))
    if odds < PERHAPS:
        return
    loudest = sorted(own, key=lambda one: one[2], reverse=True)[:_SHOWN]
    spans = tuple(in_text(reading, field, s.start, s.end) for field, s, _ in sorted(loudest, key=_place))
    sure = Confidence.HIGH if odds >= SURE else Confidence.MEDIUM
    yield Finding(_ID, "harm", sure, spans, {"sentences": len(weighed)}, is_of_whole=True)


Weighed = tuple[Field, Sentence, float]
"""A sentence, where it stands, and what it adds to the log odds if the mail had no other."""


def weighed_of(reading: Reading) -> Sequence[Weighed]:
    """The subject's sentences, then the first of the text, with what each weighs."""
    weights = _weights()
    said = (
        *((Field.SUBJECT, one) for one in reading.subject_sentences),
        *((Field.BODY, one) for one in sentences_in(reading)),
    )
    meant = ((field, one) for field, one in said if one.sense and len(one.sense) == len(weights))
    weighed = [(field, one, sum(map(mul, weights, one.sense))) for field, one in islice(meant, MOST + 1)]
    return weighed if len(weighed) <= MOST else ()


def odds_of(weighed: Sequence[Weighed]) -> float:
    """Log odds that it is meant to hurt; none where nothing is said."""
    return ALONE + fmean(weight for _, _, weight in weighed) if weighed else -inf


@cache
def _weights() -> Sequence[float]:
    return unpacked(PACKED, STEP)


def _is_half_heard(weighed: Sequence[Weighed]) -> bool:
    """Whether a sentence sounds faintly of a fault; what is short and kind ("yep, all yours") does not."""
    return any(max(score(one, *MANNERS), one.act.get(Act.ILL_WILL, 0.0)) >= _FAINT for _, one, _ in weighed)


def _words(reading: Reading, field: Field, one: Sentence) -> str:
    return text_in(reading, field)[one.start : one.end]


def _place(one: Weighed) -> tuple[bool, int]:
    return one[0] is Field.SUBJECT, one[1].start


CHECK = Check(
    _ID,
    _look,
    {"harm": "A mail that as a whole may be meant to hurt somebody, or to gain by a wrong"},
)
