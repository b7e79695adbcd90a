"""Which part of a body did its author write just now?

Tells new text from quoted history and signatures by the marks that mail clients leave and by what
they write in plain words. When it is not sure, the text is new: a warning too many can be waved
away, a missed one cannot.
"""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.reading import Part, Region
from app.reading.earlier import Stretch, history_start, is_header, is_separator, quoted_lines
from app.reading.markup.marks import Mark, MarkKind
from app.reading.signature import find_signatures


def split(clean: str, marks: Sequence[Mark] = (), *, is_answer: bool = False) -> tuple[Region, ...]:
    """Regions that cover `clean` in order without gaps; `marks` hold places in `clean`."""
    size = len(clean)
    marked = _merge(_marked(clean, marks), size)
    rest = blank(clean, marked)
    history = history_start(rest, is_answer=is_answer)
    quotes = [start for start, _ in marked]
    written = quoted_lines(rest[:history], quotes)
    quoted = _joined(clean, _merge([*marked, *written, (history, size)], size))
    signed = _merge(((m.start, m.end or size) for m in marks if m.kind is MarkKind.SIGNATURE), size)
    signatures = [
        stretch
        for start, end in _gaps(quoted, size)
        for stretch in _merge(find_signatures(clean, start, end, signed), end)
    ]
    return tuple(_regions(size, quoted, signatures))


def blank(text: str, stretches: Iterable[Stretch]) -> str:
    """The text with these stretches blanked out by spaces; lines and places stay."""
    pieces, at = [], 0
    for start, end in stretches:
        pieces.append(text[at:start])
        pieces.append("\n".join(" " * len(line) for line in text[start:end].split("\n")))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _regions(size: int, quoted: Sequence[Stretch], signatures: Sequence[Stretch]) -> Iterator[Region]:
    named = [(start, end, Part.QUOTED) for start, end in quoted]
    named += [(start, end, Part.SIGNATURE) for start, end in signatures]
    at = 0
    for start, end, part in sorted(named):
        if at < start:
            yield Region(Part.NEW, at, start)
        yield Region(part, start, end)
        at = end
    if at < size:
        yield Region(Part.NEW, at, size)


def _merge(stretches: Iterable[Stretch], size: int) -> list[Stretch]:
    merged: list[Stretch] = []
    for first, last in sorted(stretches):
        start, end = max(0, first), min(last, size)
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        elif start < end:
            merged.append((start, end))
    return merged


def _joined(clean: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same, with those joined that only white space keeps apart."""
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and clean[joined[-1][1] : start].isspace():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _gaps(stretches: Sequence[Stretch], size: int) -> Iterator[Stretch]:
    at = 0
    for start, end in stretches:
        if at < start:
            yield at, start
        at = end
    if at < size:
        yield at, size


def _marked(clean: str, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """What the client's own elements say is quoted."""
    size = len(clean)
    quotes = [mark.start for mark in marks if mark.kind is MarkKind.QUOTE]
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        end = size if mark.end is None else mark.end
        if mark.kind in {MarkKind.QUOTE, MarkKind.CREDIT}:
            yield mark.start, end
        elif mark.kind is MarkKind.HISTORY:
            yield mark.start, size
            return
        elif mark.kind is MarkKind.RULE:
            if is_header(clean, _first_ink(clean, mark.start), needs_evidence=False):
                yield mark.start, size
                return
        elif mark.kind is MarkKind.WRAPPER:
            while at < len(quotes) and quotes[at] < mark.start:
                at += 1
            has_quote = at < len(quotes) and quotes[at] < end
            if not has_quote or is_separator(clean, _first_ink(clean, mark.start)):
                yield mark.start, end


def _first_ink(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
