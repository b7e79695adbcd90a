"""What does a reader see of an HTML body, and where in the source does each character stand?

Our own reader, because every library parser tried took minutes on hostile input or lost text: one
pass, no recursion, linear in the length of the source. It follows the HTML standard where that
decides what is shown (comments, conditional comments, unclosed tags, implied end tags) and drops
what is not: scripts, styles, hidden elements, pictures and their descriptions.
"""

from dataclasses import dataclass, replace

from app.reading.markup.elements import CLOSERS, Element, OpenElements, names
from app.reading.markup.marks import Mark, MarkKind
from app.reading.markup.page import Origin, Page
from app.reading.markup.tags import HIDDEN, LABEL, PRE, SPACE, TAB, Tag, read_entity, read_tag

MOST_TAGS = 250_000

_BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p "
    "pre section summary table tbody tfoot thead tr ul"
)
_SPACED = names("p h1 h2 h3 h4 h5 h6")
_CLOSES_P = _BLOCKS - names("html body tr tbody thead tfoot caption legend")
_CLOSES_SOME = _CLOSES_P | CLOSERS
_VOID = names("area base basefont bgsound br col embed hr img input link meta param source track wbr")
_RAW = names("script style title iframe noembed noframes")
_CELLS = names("td th")
_ROWS = names("tr table tbody thead tfoot caption")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_REFERENCE_STARTS = _LETTERS | {"#"}
_AFTER_RAW_NAME = frozenset(SPACE + "/>")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link: its words in the text, end excluded (none for a picture), and where it leads, as written.

    `at` is where its tag begins in the source; -1 where that is not told.
    """

    start: int
    end: int
    href: str
    at: int = -1


@dataclass(frozen=True, slots=True)
class PlainText:
    """A body as its reader sees it.

    `hidden` counts characters that the markup hides; they are not in `text`. `is_complete` is
    false when there was too much markup: `text` then holds the beginning, and the rest is unread.
    """

    text: str
    origin: Origin
    marks: tuple[Mark, ...] = ()
    hidden: int = 0
    is_complete: bool = True
    anchors: tuple[Anchor, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` lies in the source; empty when nothing of it was typed."""
        return self.origin.span(start, end)


def read_html(source: str) -> PlainText:
    """Read a whole HTML body or document. Raises nothing, whatever the source."""
    return _HtmlReading(source).run()


class _HtmlReading:
    """One pass over one source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.page = Page()
        self.open = OpenElements()
        self.flags = 0
        self.hidden = 0
        self.marks: list[Mark] = []
        self.anchors: list[Anchor] = []
        self.quotes = 0
        self.tags = 0
        self.known: dict[str, Tag] = {}

    def run(self) -> PlainText:
        """Read it all."""
        source, size = self.source, len(self.source)
        at = done = 0
        while self.tags < MOST_TAGS:
            at = source.find("<", at)
            if at < 0 or at + 1 >= size:
                self._text(done, size)
                done = size
                break
            following = source[at + 1]
            if following in _LETTERS or following in "!?" or (following == "/" and at + 2 < size):
                if done < at:
                    self._text(done, at)
                at = done = self._markup(at, following)
            else:
                at += 1
        while self.open:
            self._close_last(size)
        page = self.page
        return PlainText(
            page.text,
            page.origin,
            tuple(self.marks),
            self.hidden,
            is_complete=done >= size,
            anchors=tuple(self.anchors),
        )

    def _markup(self, at: int, following: str) -> int:
        self.tags += 1
        source = self.source
        if following == "!" and source.startswith("<!--", at):
            return self._past_comment(at)
        if following in "!?" or (following == "/" and source[at + 2] not in _LETTERS):
            end = source.find(">", at + 2)
            return end + 1 if end >= 0 else len(source)
        end = source.find(">", at)
        if end < 0:  # a tag that never ends is not shown
            return len(source)
        tag = self.known.get(source[at:end])
        after = end + 1
        if tag is None:
            tag, after = read_tag(source, at)
            if tag is None:
                return after
            if after == end + 1:
                self.known[source[at:end]] = tag
        if tag.is_end:
            self._end(tag.name, at)
            return after
        return self._start(tag, at, after)

    def _past_comment(self, at: int) -> int:
        source = self.source
        for empty in ("<!-->", "<!--->"):
            if source.startswith(empty, at):
                return at + len(empty)
        end = source.find("--", at + 4)
        while end >= 0:
            for close in ("-->", "--!>"):
                if source.startswith(close, end):
                    return end + len(close)
            end = source.find("--", end + 1)
        return len(source)

    def _start(self, tag: Tag, at: int, after: int) -> int:
        name = tag.name
        if name in _CLOSES_SOME:
            closes_paragraph = name in _CLOSES_P
            while nearest := self.open.closed_by_start(name, closes_paragraph=closes_paragraph):
                self._close_to(nearest, at)
        if name in _VOID:
            self._void(name, at)
            return after
        if name in _RAW:
            return self._past_raw(name, after)
        if name == "plaintext":
            self._text(after, len(self.source))
            return len(self.source)
        element = Element(name, self.flags, number=tag.number or 1, has_bullets=tag.has_bullets)
        element.breaks = (2 if name in _SPACED and not tag.is_tight else 1) if name in _BLOCKS else 0
        self.flags = (self.flags & ~tag.clears) | tag.sets
        if not self.flags & HIDDEN:
            self._lay_out(element, tag, at)
        if tag.mark is not None and not self.quotes and not self.flags & HIDDEN:
            element.mark = len(self.marks)
            self.marks.append(Mark(tag.mark, self.page.place))
            self.quotes += tag.mark is MarkKind.QUOTE
        if tag.href and not self.flags & HIDDEN:
            element.anchor = len(self.anchors)
            self.anchors.append(Anchor(self.page.place, self.page.place, tag.href, at))
        self.open.push(element)
        return after

    def _lay_out(self, element: Element, tag: Tag, at: int) -> None:
        name, page = element.name, self.page
        if element.breaks:
            page.block(element.breaks, at, is_row=name in _ROWS)
        if name in _CELLS:
            row = self.open.rows[-1] if self.open.rows else element
            page.cell(at, is_first=row.cells == 0)
            row.cells += 1
        elif name == "li":
            page.item(self._bullet(tag))
        if tag.sets & TAB:
            page.tab(at)

    def _bullet(self, tag: Tag) -> str:
        if not self.open.lists:
            return "• "
        inside = self.open.lists[-1]
        if not (inside.has_bullets and tag.has_bullets):
            return ""
        if inside.name != "ol":
            return "• "
        number = tag.number if tag.number is not None else inside.number
        inside.number = number + 1
        return f"{number}. "

    def _void(self, name: str, at: int) -> None:
        if self.flags & HIDDEN:
            return
        if name == "br":
            self.page.line_break(at)
        elif name == "hr":
            self.page.block(1, at)

    def _past_raw(self, name: str, at: int) -> int:
        source = self.source
        while (end := source.find("</", at)) >= 0:
            at = end + 2 + len(name)
            if source[end + 2 : at].lower() == name and source[at : at + 1] in _AFTER_RAW_NAME:
                close = source.find(">", at)
                return close + 1 if close >= 0 else len(source)
            at = end + 2
        return len(source)

    def _end(self, name: str, at: int) -> None:
        names = self.open.closed_by_end(name)
        if names:
            self._close_to(names, at)
        elif name == "br":
            self._void(name, at)
        elif name == "p" and not self.flags & HIDDEN:
            self.page.block(2, at)

    def _close_to(self, names: tuple[str, ...], at: int) -> None:
        while self._close_last(at) not in names:
            pass

    def _close_last(self, at: int) -> str:
        element = self.open.pop()
        if element.mark >= 0:
            mark = self.marks[element.mark]
            self.quotes -= mark.kind is MarkKind.QUOTE
            self.marks[element.mark] = Mark(mark.kind, mark.start, max(mark.start, self.page.place))
        if element.anchor >= 0:
            anchor = self.anchors[element.anchor]
            self.anchors[element.anchor] = replace(anchor, end=max(anchor.start, self.page.place))
        if element.breaks and not self.flags & HIDDEN:
            self.page.block(element.breaks, at, is_row=element.name in _ROWS)
        self.flags = element.flags
        return element.name

    def _text(self, start: int, end: int) -> None:
        """Text between tags, with its character references."""
        if start >= end:
            return
        source, begin = self.source, start
        at = source.find("&", start, end)
        while at >= 0:
            found = read_entity(source, at) if source[at + 1 : at + 2] in _REFERENCE_STARTS else None
            if found is None or found[1] > end:
                at = source.find("&", at + 1, end)
                continue
            self._written(begin, at)
            begin = found[1]
            self._decoded(found[0], at, begin - at)
            at = source.find("&", begin, end)
        self._written(begin, end)

    def _written(self, start: int, end: int) -> None:
        if start >= end:
            return
        chunk, flags = self.source[start:end], self.flags
        if flags & HIDDEN:
            self.hidden += sum(map(len, chunk.split()))
        elif flags & (TAB | LABEL) and not (bare := chunk.strip(SPACE + "\u00a0")):
            self._spacer(start)
        elif flags & LABEL and len(bare) == 1 and not bare.isdigit():
            self.page.add_decoded("•", start + chunk.index(bare), 1)
        elif flags & PRE:
            self.page.add_kept(chunk, start)
        else:
            self.page.add(chunk, start)

    def _decoded(self, text: str, at: int, size: int) -> None:
        if self.flags & HIDDEN:
            self.hidden += not text.isspace()
        elif self.flags & (TAB | LABEL) and text.isspace():
            self._spacer(at)
        else:
            self.page.add_decoded(text, at, size)

    def _spacer(self, at: int) -> None:
        """Blanks that Word wrote to fill a tab, or the room after a bullet."""
        if not self.flags & TAB:
            self.page.space(at)
