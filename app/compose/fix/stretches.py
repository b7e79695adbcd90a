"""Which words go when a card's step takes them out, and what stands there instead?

A whole sentence or line goes without a trace. What stands amid a sentence leaves "[removed]", so that the
rest still reads; so does everything that is redacted. Places that only a comma parts go as one.
"""

from collections.abc import Iterable, Sequence

from app import linear
from app.compose.fix.cut_words import Cut
from app.domain.draft import Field
from app.domain.finding import Span

REMOVED = "[removed]"
_BETWEEN = linear.compile(r"^[ \t\x{a0},;/&]*(?:\b(?:and|or)\b[ \t\x{a0}]*)?$")
_ENDS = linear.compile(r"(?:^|[.!?:;)\x{201d}\x{2019}\"'\n\t]|[\x{2022}\x{b7}])[ \x{a0}]*$")
_ENDED = linear.compile(r"[.!?:;)\x{201d}\"'][ \x{a0}]*$")
_LINE_OVER = linear.compile(r"^[ \x{a0}]*(?:\n|\t|$)")
_OPENING = linear.compile(r"^[\s:,;.!\x{2013}\x{2014}-]+")
_SPACES = linear.compile(r"[ \t]{2,}")
_SEEN = 60


def cuts_in(text: str, spans: Iterable[Span], *, redacts: bool) -> tuple[Cut, ...]:
    """The cuts in a body's plain text, apart and in order."""
    return tuple(_cut(text, start, end, redacts=redacts) for start, end in _joined(text, spans))


def without_words(subject: str, spans: Iterable[Span], *, redacts: bool) -> str:
    """A subject without the words, nor the marks and spaces that they leave behind."""
    left, done = "", 0
    for start, end in _joined(subject, spans):
        left += subject[done:start] + (REMOVED if redacts else "")
        done = end
    left += subject[done:]
    return left if redacts else _SPACES.sub(" ", _OPENING.sub("", left)).rstrip(" :,;-")


def _joined(text: str, spans: Iterable[Span]) -> Sequence[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted((span.start, min(span.end, len(text))) for span in spans):
        if start >= end:
            continue
        if joined and (start <= joined[-1][1] or _BETWEEN.search(text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _cut(text: str, start: int, end: int, *, redacts: bool) -> Cut:
    if redacts or not _is_whole(text, start, end):
        return Cut(start, end, REMOVED)
    if text[end : end + 1] == " ":
        return Cut(start, end + 1)
    return Cut(start - 1 if text[start - 1 : start] == " " else start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether it is a sentence or a line by itself, so that nothing halting is left."""
    begins = _ENDS.search(text[max(0, start - _SEEN) : start]) is not None
    ends = _ENDED.search(text[max(start, end - _SEEN) : end]) or _LINE_OVER.search(text[end : end + _SEEN])
    return begins and ends is not None


def in_field(spans: Iterable[Span], *fields: Field) -> tuple[Span, ...]:
    """Those that point into one of the fields."""
    return tuple(span for span in spans if span.field in fields)
