"""What stands where in an issue of the bulletin?

An issue with its items becomes a LaidOut: sections by audience, in each the entries in the editor's order. It
is a plain tree; `issue_text` writes it as text and the pages' renderer as HTML, so that mail, preview and
archive say the same. A variant for a phase begins with that phase's sections. Nothing is added to what
editors wrote, and nothing of it is left out but what would be said twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlsplit

from app.bulletin.printed.said_for_whom import NO_LISTS, PHASES, ListNames, SectionKey, said, section_of
from app.domain.calendar import day_in_words
from app.domain.issue import Issue
from app.domain.item import IssueKey, Item
from app.domain.school import Phase
from app.domain.written import is_hidden

LANGUAGE = "en-GB"
_BULLETS = ("- ", "• ", "* ", "– ")
_SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the bulletin is called, who publishes it, and whom to ask about it."""

    title: str = "E-bulletin for schools"
    publisher: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class LaidOutLink:
    """Somewhere to go. `href` is empty when the address is none that a reader could follow safely."""

    words: str
    href: str = ""
    note: str = ""
    """What is to be known before one follows it: "PDF, 120 KB"."""


class Website(Protocol):
    """Where issues, items and documents can be read; an empty address when there is no public website."""

    def issue(self, key: IssueKey) -> str:
        """The address of an issue's own page."""
        ...

    def item(self, number: str) -> str:
        """The address of an item's own page."""
        ...

    def document(self, number: str) -> LaidOutLink | None:
        """A document by its id; None when it is not kept any more."""
        ...


class NoWebsite:
    """Nothing is published, so items are read in full where they stand."""

    def issue(self, key: IssueKey) -> str:  # noqa: ARG002 - there is none whichever it is
        """None."""
        return ""

    def item(self, number: str) -> str:  # noqa: ARG002 - there is none whichever it is
        """None."""
        return ""

    def document(self, number: str) -> LaidOutLink | None:  # noqa: ARG002 - there is none whichever it is
        """None."""
        return None


NO_WEBSITE = NoWebsite()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its lines, or a list by its entries."""

    lines: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as it is read. `body` is there only when no page of its own tells the rest."""

    anchor: str
    number: int
    headline: str
    summary: str
    for_whom: str
    closes: str
    """``by Friday 5 December``; empty when nothing closes."""
    contact: str
    links: tuple[LaidOutLink, ...]
    documents: tuple[LaidOutLink, ...]
    body: tuple[Paragraph, ...]
    href: str
    on_paper: tuple[Paragraph, ...] = ()
    """What its page tells beyond the summary, for whoever prints the issue: paper follows no links."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries for one audience."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A whole issue. `variant` is the phase that comes first, empty for none."""

    title: str
    subject: str
    publisher: str
    contact: str
    issue: str
    """``Issue 12, Friday 5 December 2026``."""
    introduction: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    href: str
    variant: str = ""
    language: str = LANGUAGE

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, as they are read."""
        return tuple(entry for section in self.sections for entry in section.entries)


def lay_out(  # noqa: PLR0913 - an issue, what it says, and where it is read
    issue: Issue,
    items: Iterable[Item],
    masthead: Masthead,
    phase: Phase | None = None,
    *,
    website: Website = NO_WEBSITE,
    lists: ListNames = NO_LISTS,
) -> LaidOut:
    """The issue with those of `items` that stand in its order, for readers of `phase`."""
    sections, number = [], 1
    for place, (title, placed) in enumerate(in_sections(issue, items, lists, phase), 1):
        entries = tuple(_entry(item, n, issue, website, lists) for n, item in enumerate(placed, number))
        sections.append(Section(f"section-{place}", _line(title), entries))
        number += len(entries)
    when = f"Issue {issue.key.number}, {day_in_words(issue.goes_out)} {issue.goes_out.year}"
    return LaidOut(
        title=_line(masthead.title),
        subject=f"{_line(masthead.title)}, issue {issue.key.number}: {day_in_words(issue.goes_out)}",
        publisher=_line(masthead.publisher),
        contact=_line(masthead.contact),
        issue=when,
        introduction=paragraphs(issue.introduction),
        sections=tuple(sections),
        href=website.issue(issue.key),
        variant=PHASES[phase] if phase else "",
    )


def in_sections(
    issue: Issue, items: Iterable[Item], lists: ListNames = NO_LISTS, phase: Phase | None = None
) -> Sequence[tuple[str, Sequence[Item]]]:
    """The titles of the sections with the items in each, as they are read."""
    known = {item.id: item for item in items}
    grouped: dict[SectionKey, list[Item]] = {}
    for item in (known[number] for number in issue.order if number in known):
        grouped.setdefault(section_of(item.text.for_whom, lists), []).append(item)
    keys = sorted(grouped, key=lambda key: (not _is_of(phase, grouped[key]), key))
    return [(key.title, grouped[key]) for key in keys]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Plain text as paragraphs and lists: an empty line ends one, a dash or bullet begins an entry."""
    found: list[Paragraph] = []
    lines: list[str] = []
    is_list = False
    for line in [*text.splitlines(), ""]:
        words = _line(line)
        is_entry = words.startswith(_BULLETS)
        if lines and (not words or (is_list and not is_entry) or (is_entry and not is_list)):
            found.append(Paragraph(tuple(lines), is_list))
            lines = []
        if words:
            is_list = is_entry
            lines.append(words[2:].strip() if is_entry else words)
    return tuple(found)


def _is_of(phase: Phase | None, items: Sequence[Item]) -> bool:
    """Whether a section is told apart by that phase. All its items have the same phases."""
    return phase is not None and phase in items[0].text.for_whom.phases


def _entry(item: Item, number: int, issue: Issue, website: Website, lists: ListNames) -> Entry:
    text, href = item.text, website.item(item.id)
    found = (website.document(document) for document in text.documents)
    return Entry(
        anchor=f"item-{number}",
        number=number,
        headline=_line(text.headline),
        summary=_line(text.summary),
        for_whom=_line(said(text.for_whom, lists)),
        closes=_closes(text.closes, issue.goes_out),
        contact=_line(text.contact),
        links=tuple(_link(link) for link in text.links if _line(link)),
        documents=tuple(document for document in found if document),
        body=() if href else paragraphs(text.rest),
        href=href,
        on_paper=paragraphs(text.rest) if href else (),
    )


def _closes(day: date | None, goes_out: date) -> str:
    if day is None:
        return ""
    year = "" if day.year == goes_out.year else f" {day.year}"
    return f"by {day_in_words(day)}{year}"


def _link(address: str) -> LaidOutLink:
    """An address to follow; only words when it is none that a browser should be sent to."""
    words = _line(address)
    try:
        parts = urlsplit(words)
    except ValueError:
        return LaidOutLink(words)
    is_safe = parts.scheme in _SCHEMES and " " not in words and bool(parts.netloc or parts.scheme == "mailto")
    if not is_safe:
        return LaidOutLink(words)
    short = words.split(":", 1)[1].removeprefix("//").removeprefix("www.").removesuffix("/")
    return LaidOutLink(short, words)


def _line(words: str) -> str:
    """On one line, without control characters and marks that turn the reading order about."""
    plain = "".join(" " if is_hidden(sign) else sign for sign in words)
    return " ".join(plain.split())
