"""What does a body say, which part of it is new, and where does each word stand in the source?

Puts the steps together: HTML or plain text, to the text a reader sees, to clean text, to regions.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import partial

from app.domain.draft import Body, BodyFormat
from app.domain.reading import Part, Region, Text
from app.reading.history import blank, split
from app.reading.html import Anchor, PlainText, read_html
from app.reading.markup.marks import Mark
from app.reading.unicode import clean

READ_AT_MOST = 250_000
"""Code points of text, some forty thousand words: beyond it a body is not read, and that is said."""


@dataclass(frozen=True, slots=True)
class ReadBody:
    """A body, read.

    `own`, `carried` and `signature` are the clean text with everything but the new, the quoted or
    the signature part blanked out by spaces, so that places stay. `hidden` counts characters that
    the markup hides from the reader. `is_complete` is false when there was too much text or markup to
    read to the end; whether the client cut the body is not known here.
    """

    text: Text
    regions: tuple[Region, ...]
    own: str
    carried: str
    signature: str
    is_complete: bool = True
    hidden: int = 0
    html: PlainText | None = None
    anchors: tuple[Anchor, ...] = ()
    """The links of the markup, by their places in the clean text."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of clean text lies in the body as it was handed over."""
        first, last = self.text.in_plain(start, end)
        return self.html.source_span(first, last) if self.html is not None else (first, last)


def read_body(body: Body, *, is_answer: bool = False) -> ReadBody:
    """Read a body, which answers or forwards a mail if `is_answer`. Raises nothing, whatever it holds."""
    html = read_html(body.content) if body.format is BodyFormat.HTML else None
    plain = body.content if html is None else html.text
    text = clean(plain[:READ_AT_MOST])
    marks = () if html is None else tuple(_in_clean(mark, text) for mark in html.marks)
    regions = split(text.clean, marks, is_answer=is_answer)
    only = partial(_only, text.clean, regions)
    return ReadBody(
        text,
        regions,
        own=only(Part.NEW),
        carried=only(Part.QUOTED),
        signature=only(Part.SIGNATURE),
        is_complete=len(plain) <= READ_AT_MOST and (html is None or html.is_complete),
        hidden=0 if html is None else html.hidden,
        html=html,
        anchors=() if html is None else tuple(_anchor_in_clean(anchor, text) for anchor in html.anchors),
    )


def _in_clean(mark: Mark, text: Text) -> Mark:
    if text.origin is None:
        return mark
    end = None if mark.end is None else bisect_left(text.origin, mark.end)
    return Mark(mark.kind, bisect_left(text.origin, mark.start), end)


def _anchor_in_clean(anchor: Anchor, text: Text) -> Anchor:
    if text.origin is None:
        return anchor
    start, end = bisect_left(text.origin, anchor.start), bisect_left(text.origin, anchor.end)
    return Anchor(start, end, anchor.href)


def _only(text: str, regions: tuple[Region, ...], part: Part) -> str:
    return blank(text, ((region.start, region.end) for region in regions if region.part is not part))
