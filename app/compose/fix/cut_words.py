"""How are stretches of a text taken out, with everything else left as it is to the byte?

Stretches are places in the text that a reader sees. In HTML only the characters that make them up go, each
from where it stands in the source; tags, comments, blanks between lines and hidden text stay. One thing
more goes: a link whose words are taken out must not keep them in its address, so its tag becomes a bare
``<a>``.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from app import linear
from app.reading.html import Anchor, PlainText
from app.reading.markup.tags import read_tag

_BARE_LINK = "<a>"
_FEWEST_TELLING = 4
"""Letters and figures of which an address must hold so many for it to be taken out with its words."""
_AFTER_OPEN = linear.compile(r"^[A-Za-z!?/]")
_HALF_REFERENCE = linear.compile(r"&#?[A-Za-z0-9]{0,31}$")
_GOES_ON = linear.compile(r"^[A-Za-z0-9#;]")
_SEEN_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the plain text, `end` excluded, and the words to stand in its place; empty for none.

    `respells` tells the same words in other letters: a link that they are the text of stays one.
    """

    start: int
    end: int
    put: str = ""
    respells: bool = False


@dataclass(frozen=True, slots=True)
class _Swap:
    """A stretch of the source, and the source to stand there."""

    start: int
    end: int
    put: str = ""


def cut_text(text: str, cuts: Sequence[Cut]) -> str:
    """A plain text with the stretches exchanged. They lie apart, in any order."""
    return _swapped(text, [_Swap(cut.start, cut.end, cut.put) for cut in cuts])


def cut_html(source: str, page: PlainText, cuts: Sequence[Cut]) -> str:
    """The source of `page` with the stretches exchanged. What nobody typed (a line break, a bullet) stays."""
    swaps: list[_Swap] = []
    for cut in cuts:
        for at, (start, end) in enumerate(_pieces(page, cut.start, cut.end)):
            swaps.append(_Swap(start, end, escape(cut.put, quote=False) if at == 0 else ""))
    swaps += _links(source, page, cuts)
    return _swapped(source, swaps, is_markup=True)


def _pieces(page: PlainText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the characters of a stretch were typed, in order."""
    origin = page.origin
    if not origin.at or start >= end:
        return
    for run in range(max(bisect_right(origin.at, start) - 1, 0), len(origin.at)):
        begins = origin.at[run]
        if begins >= end:
            return
        finishes = origin.at[run + 1] if run + 1 < len(origin.at) else len(page.text)
        place, size = origin.source[run], origin.size[run]
        first, last = max(start, begins), min(end, finishes)
        if size > 0:
            yield place, place + size
        elif size < 0 and first < last:
            yield place + first - begins, place + last - begins


def _links(source: str, page: PlainText, cuts: Sequence[Cut]) -> Iterator[_Swap]:
    """The tags of the links that lose their words, or whose address tells them."""
    told = [(cut, _bare(page.text[cut.start : cut.end])) for cut in cuts if not cut.respells]
    for anchor in page.anchors:
        if anchor.at >= 0 and any(_goes(anchor, cut, words, page) for cut, words in told):
            tag, after = read_tag(source, anchor.at)
            if tag is not None:
                yield _Swap(anchor.at, after, _BARE_LINK)


def _goes(anchor: Anchor, cut: Cut, words: str, page: PlainText) -> bool:
    if not (anchor.start < cut.end and cut.start < anchor.end):
        return False
    left = page.text[anchor.start : max(anchor.start, cut.start)] + page.text[cut.end : anchor.end]
    return not left.strip() or (
        len(words) >= _FEWEST_TELLING and words in _bare(unquote(unescape(anchor.href)))
    )


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _swapped(text: str, swaps: Sequence[_Swap], *, is_markup: bool = False) -> str:
    parts: list[str] = []
    done = 0
    for swap in sorted(swaps, key=lambda swap: (swap.start, swap.end)):
        if swap.start < done:
            continue  # a reference that stands for several characters goes once
        parts.append(text[done : swap.start])
        before, after = "".join(parts[-2:])[-_SEEN_BEFORE:], swap.put or text[swap.end : swap.end + 1]
        if is_markup and _would_join(before, after):
            parts.append(" ")
        parts.append(swap.put)
        done = swap.end
    return "".join((*parts, text[done:]))


def _would_join(before: str, after: str) -> bool:
    """Whether what stood apart would become a tag or a character reference."""
    if before.endswith("<"):
        return _AFTER_OPEN.search(after) is not None
    return _HALF_REFERENCE.search(before) is not None and _GOES_ON.search(after) is not None
