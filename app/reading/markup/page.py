"""How do pieces of HTML text become lines, and where did each character come from?

White space is collapsed and line breaks are put between blocks as a browser does. Each run of
characters remembers its place in the source; a line break, tab or bullet that nobody typed has none.
"""

from bisect import bisect_right
from dataclasses import dataclass

_COLLAPSES = frozenset(" \t\n\r\f")
_TO_SPACE = str.maketrans("\t\r\f", "   ")
_BLANK = " \t\u00a0\u200b\u200c\u200d\ufeff\u034f\u00ad"
_SAME = -1  # the run is the same, character by character, in text and source


@dataclass(frozen=True, slots=True)
class Origin:
    """For each run of the text: where it starts, its place in the source, and its size there.

    A size of -1 says that text and source are the same, 0 that the run was put in.
    """

    at: tuple[int, ...] = ()
    source: tuple[int, ...] = ()
    size: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of text lies in the source; empty when nothing of it was typed."""
        if not self.at:
            return start, end
        first = max(bisect_right(self.at, start) - 1, 0)
        if start >= end:
            place = self.source[first] + (start - self.at[first] if self.size[first] == _SAME else 0)
            return place, place
        last = bisect_right(self.at, end - 1) - 1
        begin = self._begin(first, start)
        if self.size[first] == 0 and first < last:
            begin = self._begin(first + 1, self.at[first + 1])
        finish = self._finish(last, end)
        if self.size[last] == 0 and first < last:
            finish = self._finish(last - 1, self.at[last])
        return begin, max(begin, finish)

    def _begin(self, run: int, place: int) -> int:
        return self.source[run] + (place - self.at[run] if self.size[run] == _SAME else 0)

    def _finish(self, run: int, place: int) -> int:
        return self.source[run] + (place - self.at[run] if self.size[run] == _SAME else self.size[run])


class Page:
    """Text as it is being laid out. All places are code points of the source."""

    def __init__(self) -> None:
        """Start an empty page."""
        self.length = 0
        self._out: list[str] = []
        self._at: list[int] = []
        self._source: list[int] = []
        self._size: list[int] = []
        self._breaks = 0
        self._break_at = 0
        self._space_at = -1
        self._prefix = ""
        self._is_fresh = True  # nothing yet in this line, cell or list item
        self._has_any = False  # something in this line, be it a tab
        self._has_ink = False  # something to be seen in this line
        self._line = (0, 0, 0)

    @property
    def text(self) -> str:
        """What was laid out so far."""
        return "".join(self._out)

    @property
    def origin(self) -> Origin:
        """Where it came from."""
        return Origin(tuple(self._at), tuple(self._source), tuple(self._size))

    @property
    def place(self) -> int:
        """Where the next words will stand at the earliest: a line of blanks may yet be dropped."""
        return self.length if self._has_ink else self._line[2]

    def add(self, chunk: str, at: int) -> None:
        """Add text as written in the source, collapsing its white space."""
        chunk = chunk.replace("\n", " ")
        if not chunk.isprintable():
            chunk = chunk.translate(_TO_SPACE)
        core = chunk.lstrip(" ")
        if len(core) < len(chunk):
            self.space(at)
        at += len(chunk) - len(core)
        chunk, core = core, core.rstrip(" ")
        begin = 0
        while begin < len(core):
            end = core.find("  ", begin) + 1
            if end == 0:
                end = len(core)
            self._put(core[begin:end], at + begin, _SAME)
            begin = end
            while begin < len(core) and core[begin] == " ":
                begin += 1
        if core and len(core) < len(chunk):
            self.space(at + len(core))

    def add_kept(self, chunk: str, at: int) -> None:
        """Add text as written in the source with its white space."""
        self._put(chunk, at, _SAME)
        tail = chunk.rpartition("\n")[2]
        if len(tail) < len(chunk):
            self._start_line()
            self._is_fresh = not tail
            self._has_any = bool(tail)
            self._has_ink = bool(tail.strip(_BLANK))

    def add_decoded(self, text: str, at: int, size: int) -> None:
        """Add text that the source spells otherwise, in `size` characters."""
        if text in _COLLAPSES:
            self.space(at)
        else:
            self._put(text, at, size)

    def space(self, at: int) -> None:
        """White space: one space, if more follows in the same line."""
        if not self._is_fresh and self._space_at < 0:
            self._space_at = at

    def block(self, breaks: int, at: int, *, is_row: bool = False) -> None:
        """A block starts or ends here; `breaks` is 2 when an empty line is wanted."""
        if self._has_any if is_row else not self._is_fresh:
            self._breaks = max(self._breaks, breaks)
            self._break_at = at
        self._space_at = -1

    def line_break(self, at: int) -> None:
        """``<br>``."""
        self._flush_breaks()
        self._drop_blank_line()
        self._insert("\n", at)
        self._space_at = -1

    def cell(self, at: int, *, is_first: bool) -> None:
        """A table cell starts: a tab before all but the first of a row."""
        self._space_at = -1
        if is_first:
            self._flush_breaks()
        else:
            self._breaks = 0
            self._insert("\t", at)
        self._is_fresh = True

    def item(self, prefix: str) -> None:
        """A list item starts: `prefix` stands before its first words."""
        self._prefix = prefix

    def tab(self, at: int) -> None:
        """A tab that the client wrote as spaces."""
        self._flush_breaks()
        self._insert("\t", at)

    def _put(self, text: str, at: int, size: int) -> None:
        if self._breaks:
            self._flush_breaks()
        elif self._space_at >= 0:
            self._append(" ", self._space_at, _SAME)
        self._space_at = -1
        has_ink = bool(text.strip(_BLANK))
        if self._prefix and has_ink:
            prefix, self._prefix = self._prefix, ""
            self._insert(prefix, at)
        self._append(text, at, size)
        self._is_fresh = False
        self._has_any = True
        self._has_ink = self._has_ink or has_ink

    def _append(self, text: str, at: int, size: int) -> None:
        follows = (
            size == _SAME
            and self._size
            and self._size[-1] == _SAME
            and self._source[-1] + self.length - self._at[-1] == at
        )
        if not follows:
            self._run(at, size)
        self._out.append(text)
        self.length += len(text)

    def _insert(self, text: str, at: int) -> None:
        if not (self._size and self._size[-1] == 0):
            self._run(at, 0)
        self._out.append(text)
        self.length += len(text)
        self._has_any = True
        if text.endswith("\n"):
            self._is_fresh = True
            self._start_line()

    def _run(self, at: int, size: int) -> None:
        self._at.append(self.length)
        self._source.append(at)
        self._size.append(size)

    def _flush_breaks(self) -> None:
        if self._breaks:
            breaks, self._breaks = self._breaks, 0
            self._drop_blank_line()
            self._insert("\n" * breaks, self._break_at)

    def _drop_blank_line(self) -> None:
        """A line of nothing but blanks is an empty line."""
        if self._has_ink:
            return
        pieces, runs, length = self._line
        del self._out[pieces:], self._at[runs:], self._source[runs:], self._size[runs:]
        self.length = length

    def _start_line(self) -> None:
        self._has_any = self._has_ink = False
        self._line = (len(self._out), len(self._at), self.length)
