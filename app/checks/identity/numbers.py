"""Which numbers with a shape of their own stand in a passage?

A NumberKind is one row: how it is written, what proves it, which words name it, and how sure each of
these makes us. `find_numbers` is the one way all rows are looked for.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import re2

from app.checks.patterns.candidates import EXAMINED_AT_MOST, Candidate, matches, windows
from app.checks.patterns.cues import Cue, Standing
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import Sighting
from app.checks.words import Pattern
from app.domain.finding import Confidence
from app.kept import kept

_CHAIN = 60
_PREFILTER_AT_MOST = 200_000


def _never(_: Candidate) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class NumberKind:
    """One row of the table of numbers.

    `shape` is a pattern, or the digit counts to look for. `cued`, `canonical` and `bare` are the
    confidence with its label, in its usual form, and with neither; None says nothing. `is_doubtful`
    numbers (made for tests, or of a look-alike series) are never surer than medium. `checked` when the
    number's own digits prove it; those are also looked for in signatures.
    """

    kind: str
    shape: Pattern | frozenset[int]
    cue: Cue
    is_valid: Callable[[str], bool]
    cued: Confidence = Confidence.HIGH
    canonical: Confidence | None = None
    bare: Confidence | None = None
    is_canonical: Callable[[Candidate], bool] = _never
    is_doubtful: Callable[[Candidate], bool] = _never
    checked: bool = True
    stands_alone: bool = False

    def candidates(self, passage: Passage) -> Iterator[Candidate]:
        """Every place in the passage that has the shape and passes its own check."""
        if isinstance(self.shape, frozenset):
            found = windows(passage.text, passage.runs, self.shape)
        else:
            found = matches(passage.text, self.shape)
        return (c for c in found if self.is_valid(c.bare))

    def confidence(self, candidate: Candidate, standing: Standing) -> Confidence | None:
        """How sure the words beside it and its written form make us."""
        if standing is Standing.FOR:
            sure: Confidence | None = self.cued
        elif not self.stands_alone and (standing is Standing.AGAINST or candidate.joined):
            return None
        else:
            sure = self.canonical if self.is_canonical(candidate) else self.bare
        return min(sure, Confidence.MEDIUM) if sure and self.is_doubtful(candidate) else sure


def find_numbers(kinds: Sequence[NumberKind], passage: Passage) -> Iterator[Sighting]:
    """Every number of these kinds in the passage; a list goes on under the label it began with."""
    for kind in kinds:
        last_named = -_CHAIN - 1
        for candidate in islice(kind.candidates(passage), EXAMINED_AT_MOST):
            standing = kind.cue.standing(passage, candidate.start, candidate.end)
            if standing is Standing.NONE and candidate.start - last_named <= _CHAIN:
                standing = Standing.FOR
            sure = kind.confidence(candidate, standing)
            if sure is None:
                continue
            last_named = candidate.end if standing is Standing.FOR else last_named
            yield Sighting(
                kind.kind, candidate.start, candidate.end, sure, kind.is_canonical(candidate), kind.checked
            )


class Prefilter:
    """Which of many patterns match somewhere, in one pass. A very long text is told that all may."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile the patterns into one set."""
        self._all = range(len(patterns))
        self._set = re2.Set.SearchSet()
        for pattern in patterns:
            self._set.Add(pattern)
        self._set.Compile()
        self._asked = kept(self._match)

    def matching(self, text: str) -> frozenset[int]:
        """The positions of the patterns that match."""
        if len(text) > _PREFILTER_AT_MOST:
            return frozenset(self._all)
        return self._asked(text)

    def _match(self, text: str) -> frozenset[int]:
        return frozenset(self._set.Match(text) or ())
