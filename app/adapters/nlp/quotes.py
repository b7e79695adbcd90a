"""Which words of a mail are somebody else's?

Finds the insides of double and curly quotation marks and the lines that start with `>`, so that the
tone of a quotation is not held against the person who quotes it. Every function is one pass over the
text. A quotation ends at its closing mark; one that is never closed before the paragraph ends, or
that runs past `LONGEST` characters, is not a quotation.
"""

from bisect import bisect_left

LONGEST = 1_000
STAND_INS = ("", "a", "it", "the", "word", "quote")

_SINGLE_OPENED, _SINGLE_CLOSED = "\u2018", "\u2019"  # the second is also the apostrophe
_CLOSING = {"“": "”", "„": "“", "«": "»", _SINGLE_OPENED: _SINGLE_CLOSED}
_OPENING = frozenset({'"', *_CLOSING})


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of quoted words, marks excluded, in order and without overlap."""
    spans: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        stripped = line.lstrip()
        if stripped.startswith(">"):
            spans.append((position, position + len(line.rstrip())))
        else:
            spans.extend((position + start, position + end) for start, end in _in_line(line))
        position += len(line)
    return [span for span in spans if span[0] < span[1]]


def _in_line(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    if _OPENING.isdisjoint(line):
        return spans
    opened_at, closing = -1, ""
    for at, mark in enumerate(line):
        if closing:
            if mark == closing and not (mark == _SINGLE_CLOSED and _inside_word(line, at)):
                if at - opened_at <= LONGEST:
                    spans.append((opened_at, at))
                opened_at, closing = -1, ""
        elif mark == '"':
            opened_at, closing = at + 1, '"'
        elif mark in _CLOSING:
            opened_at, closing = at + 1, _CLOSING[mark]
    return spans


def _inside_word(line: str, at: int) -> bool:
    return at + 1 < len(line) and line[at + 1].isalnum()


def mask(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """`text[start:end]` with each quoted run replaced by one neutral word and spaces, so that places stay."""
    pieces: list[str] = []
    position = start
    first = max(0, bisect_left(spans, (start, start)) - 1)
    for span_start, span_end in spans[first:]:
        if span_start >= end:
            break
        if span_end <= start:
            continue
        pieces.append(text[position : max(position, span_start)])
        position = max(position, span_start)
        room = max(0, min(end, span_end) - position)
        pieces.append(STAND_INS[min(room, len(STAND_INS) - 1)].ljust(room))
        position += room
    pieces.append(text[position:end])
    return "".join(pieces)
