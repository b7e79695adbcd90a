"""Where did the bulletin tell of something?

Items that went out, and whose words, or whose documents' words, hold all that was looked for: those that say
it in their headline first, then the newest. Issues by their number, day and opening words stand above them.
What went out since the last search is read first, so the index is never behind.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from app.bulletin.printed.archive import Archive, PublicItem
from app.bulletin.searching.asked import Typed, understood
from app.bulletin.searching.excerpt import Pieces, excerpt, marked
from app.bulletin.searching.words import words_of
from app.domain.issue import Issue
from app.domain.item import IssueKey, Item
from app.website_ports import Documents, IndexedItem, Phrase, Scan, WordIndex

PAGE = 10
ISSUES_MAX = 5
_PAGES_MAX = 1_000
_DOCUMENT_WORDS = 10_000
"""Of all documents of an item together: PostgreSQL knows the places of some 16,000 words of a text."""
_BREAK = "0end0"
"""Stands between the parts of an item, so that no phrase reaches over."""


@dataclass(frozen=True, slots=True)
class InDocument:
    """A document of an item that says what the item itself does not, and a stretch of it."""

    name: str
    href: str
    excerpt: Pieces


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that says it: its headline and a stretch of it, with what was looked for marked."""

    item: PublicItem
    headline: Pieces
    excerpt: Pieces
    documents: tuple[InDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueHit:
    """An issue that says it, in its name or in its opening words."""

    name: Pieces
    href: str
    excerpt: Pieces


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of the items that were found. `count` is over all pages, which begin with 1.

    `issues` are the newest of those that say it; they stand on the first page.
    """

    typed: Typed
    count: int = 0
    page: int = 1
    found: tuple[Hit, ...] = ()
    issues: tuple[IssueHit, ...] = ()

    @property
    def pages(self) -> int:
        """How many there are; at least one."""
        return max(-(-self.count // PAGE), 1)


def search(archive: Archive, index: WordIndex, documents: Documents, words: str, page: int = 1) -> Hits:
    """A page of what was found; the last one when there are fewer."""
    typed = understood(words)
    if not typed.phrases:
        return Hits(typed)
    bring_up_to_date(index, documents)
    count = index.count(typed.phrases)
    last = max(-(-count // PAGE), 1)
    shown = max(1, min(page, last, _PAGES_MAX))
    numbers = index.find(typed.phrases, PAGE, (shown - 1) * PAGE)
    items = (found for number in numbers if (found := archive.item(number)))
    issues = tuple(islice(_issues(archive, typed), ISSUES_MAX)) if shown == 1 else ()
    return Hits(typed, count, shown, tuple(_hit(archive, documents, item, typed) for item in items), issues)


def bring_up_to_date(index: WordIndex, documents: Documents) -> None:
    """Read what went out, or was changed, since the last time."""
    while unread := index.unread():
        index.put([_indexed(item, item.issue, documents) for item in unread if item.issue])


def _indexed(item: Item, issue: IssueKey, documents: Documents) -> IndexedItem:
    text = item.text
    parts = [_stream(part) for part in (text.headline, text.summary, text.body, text.contact)]
    words, left = list(parts), _DOCUMENT_WORDS
    for number in text.documents:
        lexemes = _stream(_words_in(documents, number)).split()[:left]
        words.append(" ".join(lexemes))
        left -= len(lexemes)
    return IndexedItem(item.id, item.version, issue, parts[0], f" {_BREAK} ".join(filter(None, words)))


def _words_in(documents: Documents, number: str) -> str:
    """Its name and its words, of a document that can be opened or is still to be scanned."""
    facts = documents.facts(number)
    if facts is None or facts.scan is Scan.INFECTED:
        return ""
    return f"{facts.name.rpartition('.')[0]}\n{documents.words(number)}"


def _stream(text: str) -> str:
    return " ".join(word.lexeme for word in words_of(text))


def _says(text: str, phrases: Collection[Phrase]) -> frozenset[Phrase]:
    """Which of them a text says."""
    stream = f" {_stream(text)} "
    return frozenset(phrase for phrase in phrases if f" {' '.join(phrase)} " in stream)


def _hit(archive: Archive, documents: Documents, item: PublicItem, typed: Typed) -> Hit:
    entry = item.entry
    body = (("; " if paragraph.is_list else " ").join(paragraph.lines) for paragraph in entry.body)
    parts = [entry.summary, *body, entry.contact]
    said = " ".join(filter(None, parts))
    unsaid = set(typed.phrases) - _says(f"{entry.headline}\n{said}", typed.phrases)
    inside = tuple(_in_documents(archive, documents, item.number, unsaid)) if unsaid else ()
    return Hit(item, marked(entry.headline, typed.phrases), excerpt(said, typed.phrases), inside)


def _in_documents(
    archive: Archive, documents: Documents, number: str, unsaid: Collection[Phrase]
) -> Iterator[InDocument]:
    """The documents that say what the item does not."""
    item = archive.book.item(number)
    for document in item.text.documents if item else ():
        words, link = _words_in(documents, document), archive.website.document(document)
        here = _says(words, unsaid)
        if link and here:
            yield InDocument(link.words, link.href, excerpt(" ".join(words.split()), here))


def _issues(archive: Archive, typed: Typed) -> Iterator[IssueHit]:
    """Newest first."""
    for issue in archive.issues():
        name, opening = _name(issue), " ".join(issue.introduction.split())
        if len(_says(f"{name}\n{opening}", typed.phrases)) == len(set(typed.phrases)):
            href = archive.website.issue(issue.key)
            yield IssueHit(marked(name, typed.phrases), href, excerpt(opening, typed.phrases))


def _name(issue: Issue) -> str:
    """Without the day of the week, which is the same for nearly all."""
    return f"Issue {issue.key.number}, {issue.goes_out.day} {issue.goes_out:%B %Y}"
