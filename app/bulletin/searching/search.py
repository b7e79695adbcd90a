"""Where did the bulletin tell of something?

Items that went out, and whose words hold all that was looked for: those that say it in their headline first,
then the newest. What went out since the last search is read first, so the index is never behind.
"""

from dataclasses import dataclass

from app.bulletin.printed.archive import Archive, PublicItem
from app.bulletin.searching.asked import Typed, understood
from app.bulletin.searching.excerpt import Pieces, excerpt, marked
from app.bulletin.searching.words import words_of
from app.domain.item import IssueKey, Item
from app.website_ports import IndexedItem, WordIndex

PAGE = 10
_PAGES_MAX = 1_000
_BREAK = "0end0"
"""Stands between the parts of an item, so that no phrase reaches over."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that says it: its headline and a stretch of it, with what was looked for marked."""

    item: PublicItem
    headline: Pieces
    excerpt: Pieces


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found. `count` is over all pages, which begin with 1."""

    typed: Typed
    count: int = 0
    page: int = 1
    found: tuple[Hit, ...] = ()

    @property
    def pages(self) -> int:
        """How many there are; at least one."""
        return max(-(-self.count // PAGE), 1)


def search(archive: Archive, index: WordIndex, words: str, page: int = 1) -> Hits:
    """A page of what was found; the last one when there are fewer."""
    typed = understood(words)
    if not typed.phrases:
        return Hits(typed)
    bring_up_to_date(index)
    count = index.count(typed.phrases)
    last = max(-(-count // PAGE), 1)
    shown = max(1, min(page, last, _PAGES_MAX))
    numbers = index.find(typed.phrases, PAGE, (shown - 1) * PAGE)
    items = (found for number in numbers if (found := archive.item(number)))
    return Hits(typed, count, shown, tuple(_hit(item, typed) for item in items))


def bring_up_to_date(index: WordIndex) -> None:
    """Read what went out, or was changed, since the last time."""
    while unread := index.unread():
        index.put([_indexed(item, item.issue) for item in unread if item.issue])


def _indexed(item: Item, issue: IssueKey) -> IndexedItem:
    text = item.text
    parts = [_stream(part) for part in (text.headline, text.summary, text.body, text.contact)]
    return IndexedItem(item.id, item.version, issue, parts[0], f" {_BREAK} ".join(filter(None, parts)))


def _stream(text: str) -> str:
    return " ".join(word.lexeme for word in words_of(text))


def _hit(item: PublicItem, typed: Typed) -> Hit:
    entry = item.entry
    body = (("; " if paragraph.is_list else " ").join(paragraph.lines) for paragraph in entry.body)
    parts = [entry.summary, *body, entry.contact]
    said = " ".join(filter(None, parts))
    return Hit(item, marked(entry.headline, typed.phrases), excerpt(said, typed.phrases))
