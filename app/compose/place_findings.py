"""Which findings of a draft stand on the same words, or in the same paragraph?

The policy joins what has one cause into one card. It never sees the draft, so each finding is told here which
others stand where it stands: by id, without any position, so that a feature record can keep it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from sys import maxsize
from typing import TypeAlias

from app import linear
from app.domain.draft import Field
from app.domain.finding import Finding, Span
from app.domain.reading import Reading

_GAP = linear.compile(r"\n\s*\n")
_WRITTEN = (Field.SUBJECT, Field.BODY)
_Stretch: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one finding stands in the text: stretches by field, and its paragraphs."""

    words: Mapping[Field, tuple[_Stretch, ...]]
    paragraphs: frozenset[tuple[Field, int]]

    def is_within(self, other: "_Place") -> bool:
        """Whether every stretch of it touches one of the other's."""
        return all(
            _touches(stretch, other.words.get(field, ()))
            for field, mine in self.words.items()
            for stretch in mine
        )


_EVERYWHERE = _Place(dict.fromkeys(_WRITTEN, ((0, maxsize),)), frozenset())


def place_findings(findings: Sequence[Finding], reading: Reading) -> list[Finding]:
    """The same findings, each with the ids of those that stand where it stands.

    Two stand on the same words when every place of the one touches a place of the other, and likewise for
    paragraphs. What points at no words of subject or body stands nowhere; what was heard from the whole text,
    everywhere.
    """
    breaks = [gap.end() for gap in _GAP.finditer(reading.body.clean)] if findings else []
    places = [(at, place) for at, finding in enumerate(findings) if (place := _place(finding, breaks))]
    words, paragraphs = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set)
    for (at, one), (beside, other) in combinations(places, 2):
        for together, stand in ((words, _on_same_words), (paragraphs, _in_same_paragraph)):
            if stand(one, other):
                together[at].add(findings[beside].id)
                together[beside].add(findings[at].id)
    placed = {
        at: replace(findings[at], same_words=frozenset(words[at]), same_paragraph=frozenset(paragraphs[at]))
        for at, _ in places
    }
    return [placed.get(at, finding) for at, finding in enumerate(findings)]


def _place(finding: Finding, breaks: Sequence[int]) -> _Place | None:
    if finding.is_of_whole:
        return _EVERYWHERE
    spans = [span for span in finding.spans if span.field in _WRITTEN and span.start < span.end]
    if not spans:
        return None
    words = {field: tuple(_stretches(spans, field)) for field in _WRITTEN}
    return _Place(words, frozenset(p for span in spans for p in _paragraphs(span, breaks)))


def _stretches(spans: Iterable[Span], field: Field) -> list[_Stretch]:
    """The stretches in one field, in order and apart."""
    apart: list[_Stretch] = []
    for start, end in sorted((s.start, s.end) for s in spans if s.field is field):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _paragraphs(span: Span, breaks: Sequence[int]) -> set[tuple[Field, int]]:
    """The paragraphs that a stretch reaches into; of a very long one, its ends."""
    if span.field is Field.SUBJECT:
        return {(Field.SUBJECT, 0)}
    return {(Field.BODY, bisect_right(breaks, span.start)), (Field.BODY, bisect_left(breaks, span.end))}


def _touches(stretch: _Stretch, apart: Sequence[_Stretch]) -> bool:
    """Whether a stretch shares a character with one of several that are in order and apart."""
    start, end = stretch
    after = bisect_left(apart, (end, 0))
    return after > 0 and apart[after - 1][1] > start


def _on_same_words(one: _Place, other: _Place) -> bool:
    return one.is_within(other) or other.is_within(one)


def _in_same_paragraph(one: _Place, other: _Place) -> bool:
    return one.paragraphs <= other.paragraphs or other.paragraphs <= one.paragraphs
