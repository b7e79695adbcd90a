"""How does an issue of the bulletin read as plain text?

The complete twin of the HTML, in 72 columns, for mail programs and readers that show no HTML: the headlines
first, then every entry with all that it says. Addresses stand on a line of their own and are never broken.
"""

import textwrap
from collections.abc import Iterable, Iterator

from app.bulletin.printed.layout import Entry, LaidOut, LaidOutLink, Paragraph

WIDTH = 72


def issue_text(laid_out: LaidOut) -> str:
    """The whole issue; lines end in a single newline."""
    lines = [*_head(laid_out), *_headlines(laid_out)]
    for section in laid_out.sections:
        lines += ["", "=" * WIDTH, *_wrapped(section.title.upper()), "=" * WIDTH]
        for entry in section.entries:
            lines += ["", *_entry(entry)]
    return "\n".join([*lines, *_foot(laid_out)]) + "\n"


def _head(laid_out: LaidOut) -> Iterator[str]:
    yield from _wrapped(laid_out.title)
    yield from _wrapped(laid_out.issue)
    if laid_out.publisher:
        yield from _wrapped(laid_out.publisher)
    if laid_out.href:
        yield from ("", "Read this issue on the website:", laid_out.href)
    yield from _paragraphs(laid_out.introduction)


def _headlines(laid_out: LaidOut) -> Iterator[str]:
    yield from ("", "In this issue")
    for section in laid_out.sections:
        yield from ("", *_wrapped(section.title))
        for entry in section.entries:
            closes = f" ({entry.closes})" if entry.closes else ""
            yield from _wrapped(f"{entry.number}. {entry.headline}{closes}", "  ", "     ")


def _entry(entry: Entry) -> Iterator[str]:
    yield from _wrapped(f"{entry.number}. {entry.headline}")
    yield from _wrapped(entry.summary)
    yield from _paragraphs(entry.body)
    yield ""
    yield from _wrapped(f"For: {entry.for_whom}")
    if entry.closes:
        yield from _wrapped(f"Please act {entry.closes}.")
    if entry.contact:
        yield from _wrapped(f"Ask: {entry.contact}")
    for link in entry.links:
        yield f"Link: {link.href or link.words}"
    for document in entry.documents:
        yield from _document(document)
    if entry.href:
        yield from ("Read it on the website:", entry.href)


def _document(document: LaidOutLink) -> Iterator[str]:
    note = f" ({document.note})" if document.note else ""
    yield from _wrapped(f"Document: {document.words}{note}")
    if document.href:
        yield document.href


def _foot(laid_out: LaidOut) -> Iterator[str]:
    if laid_out.contact:
        yield from ("", "-" * WIDTH)
        yield from _wrapped(f"Questions about this bulletin: {laid_out.contact}")


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield ""
        for line in paragraph.lines:
            yield from _wrapped(line, "- " if paragraph.is_list else "", "  " if paragraph.is_list else "")


def _wrapped(words: str, first: str = "", more: str = "") -> list[str]:
    """In 72 columns; what cannot be broken, such as an address, keeps its line to itself."""
    return textwrap.wrap(
        words,
        WIDTH,
        initial_indent=first,
        subsequent_indent=more,
        break_long_words=False,
        break_on_hyphens=False,
    )
