"""Does a flagged mail, taken as a whole, sound like work, or like sends that had to be passed on?

What it sees: what the model hears all through the mail, every label; the manners of work that are there;
what its sentences mean, as the encoder has it. Who means ill says it in no set words, yet seldom in those of
a mail for work. How much each tells was learnt from the made-up sends of ``bench/cases`` that may be read.
Names and numbers are covered first, so that it sounds the same whoever is spoken of.

What it does not see: who lies, and ill will in the best of manners. How somebody writes is no fault: it is a
sign beside something else that was seen, never a finding.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from math import inf, log
from operator import mul
from statistics import fmean

from app import linear
from app.checks.packed_sounding import ALONE, PACKED, STEP
from app.checks.tone.quotation import in_own_words
from app.checks.wording.greeting import greeting_of
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import whole_any
from app.domain.reading import Act, Matter, NameKind, Reading, Sentence, Tone
from app.packed import unpacked

Vector = Sequence[float]
Vectors = Callable[[Sequence[str]], Sequence[Vector]]
"""What texts mean, in numbers: one vector of length one for each."""

LABELS = (*Tone, *Matter, *Act)
_MOST = 24
"""So many sentences are weighed for what they mean: a page."""


def strangeness(reading: Reading, vectors: Vectors) -> float:
    """Log odds that it is one to be passed on, if anything is seen in it; no odds at all without vectors."""
    weighed = features(reading, vectors)
    weights = _weights()
    return ALONE + sum(map(mul, weights, weighed)) if len(weights) == len(weighed) else -inf


def features(reading: Reading, vectors: Vectors) -> Vector:
    """What is weighed: labels, the story, manners of work, then the mean of what the sentences mean."""
    said = (*reading.subject_sentences, *sentences_in(reading))
    covered = list(islice(_covered(reading), _MOST))
    meant = [fmean(part) * _WIDE for part in zip(*vectors(covered), strict=True)] if covered else []
    return [*labels_of(said), *map(float, _manners(reading)), *meant]


def labels_of(said: Sequence[Sentence]) -> Iterator[float]:
    """What the model hears all through these sentences, label by label, then the story."""
    for label in LABELS:
        yield (_heard([_score(one, label) for one in said]) - _MIDDLE) / _SPREAD
    yield (_heard([one.story for one in said]) - _MIDDLE) / _SPREAD


@cache
def _weights() -> Vector:
    return unpacked(PACKED, STEP)


def _covered(reading: Reading) -> Iterator[str]:
    """Subject and sentences: each name one name, each number none and of no kind; addresses say nothing."""
    if reading.subject.clean.strip():
        yield _plain(reading.subject.clean)
    for one in sentences_in(reading):
        words, cut = words_of(reading.own, one), one.start
        for name in reversed(one.names):
            if name.kind is NameKind.PERSON:
                words = words[: name.start - cut] + _SOMEBODY + words[name.end - cut :]
        if "@" not in words and words.strip():
            yield _plain(words)


def _plain(words: str) -> str:
    return _NUMBER.sub("0", _KIND.sub("number", words))


def _heard(scores: Sequence[float]) -> float:
    """Log odds, half by the surest sentence and half by all: a long mail is not strange for being long."""
    odds = [_log_odds(one) for one in scores] or [_log_odds(0)]
    return (max(odds) + fmean(odds)) / 2


def _score(sentence: Sentence, label: Tone | Matter | Act) -> float:
    if isinstance(label, Tone):
        return sentence.tone.get(label, 0.0)
    return sentence.matter.get(label, 0.0) if isinstance(label, Matter) else sentence.act.get(label, 0.0)


def _log_odds(score: float) -> float:
    kept = min(max(score, _FAINTEST), 1 - _FAINTEST)
    return log(kept / (1 - kept))


def _manners(reading: Reading) -> Iterator[bool]:
    said = in_own_words(reading)
    yield greeting_of(reading) is not None
    yield from (pattern.search(said) is not None for pattern in (_POLITE, _TITLE))


_FAINTEST = 0.003
_MIDDLE, _SPREAD, _WIDE = -5.0, 3.0, 3.0
_SOMEBODY = "Sam"
_NUMBER = linear.compile(r"\d[\d \x{2013}-]*\d|\d")
_KIND = whole_any(r"""
    (?:the )?(?:unique pupil|upn|nhs|ni|national insurance|passport) (?:numbers?|nos?\.?)|upns?
    account (?:numbers?|nos?\.?)|sort codes?
""")
_POLITE = whole_any("""
    regards|best wishes|kind wishes|yours (?:sincerely|faithfully)|thanks|thank you|please|could you|would you
""")
_TITLE = whole_any("mr|mrs|ms|miss|dr|mx")
