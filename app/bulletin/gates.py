"""What do the checks say of an item, read as a page that everybody can see?

The item is read as a draft of its own kind, for the public: its headline is the subject, all its other words
are the body. A card that blocks stops an item from being made ready; one that asks for a reason asks the
editor for it. The opening words of an issue are read likewise.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.draft import Attachment, Body, Draft, Field, Mailbox, Medium, Readership
from app.domain.finding import Finding, Span
from app.domain.item import Person
from app.domain.item_text import ItemText
from app.domain.verdict import Advice, Severity, Verdict

_BETWEEN = "\n\n"
_WORDS_MAX = 80


class Judged(Protocol):
    """A draft at the end of its road."""

    @property
    def verdict(self) -> Verdict:
        """What is said of it."""
        ...

    def in_plain(self, span: Span) -> Span:
        """A span by its places in the text as it was written."""
        ...


Judge = Callable[[Draft], Judged]
"""The road of a draft, without anything being kept."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words that a card points at, and the field that they stand in."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """An item, or an issue's opening words, as the checks read it. `parts` say which field is where."""

    draft: Draft
    parts: tuple[tuple[str, int, int], ...]

    def places(self, span: Span) -> Iterator[Place]:
        """What a span of the plain text points at, field by field."""
        if span.field is Field.SUBJECT:
            yield Place("headline", _shown(self.draft.subject[span.start : span.end]))
        elif span.field is Field.ATTACHMENTS:
            yield Place("documents", _shown(self.draft.attachments[span.start].name))
        elif span.field is Field.BODY:
            for field, start, end in self.parts:
                if words := _shown(self.draft.body.content[max(start, span.start) : min(end, span.end)]):
                    yield Place(field, words)


@dataclass(frozen=True, slots=True)
class Gated:
    """What the checks say of a page, and where."""

    page: Page
    judged: Judged

    @property
    def verdict(self) -> Verdict:
        """All of it."""
        return self.judged.verdict

    def places(self, advice: Advice) -> tuple[Place, ...]:
        """What a card is about, each place once."""
        return self._places(advice.finding.spans)

    def beside(self, advice: Advice) -> tuple[tuple[Finding, tuple[Place, ...]], ...]:
        """What else was seen of the same cause, where it stands elsewhere than what the card is about."""
        known, shown = set(self.places(advice)), set(advice.spans)
        found: list[tuple[Finding, tuple[Place, ...]]] = []
        for finding in advice.joined:
            elsewhere = self._places(span for span in finding.spans if span in shown)
            places = tuple(place for place in elsewhere if place not in known)
            known.update(places)
            found += [(finding, places)] if places else []
        return tuple(found)

    def _places(self, spans: Iterable[Span]) -> tuple[Place, ...]:
        found = map(self.judged.in_plain, spans)
        return tuple(dict.fromkeys(place for span in found for place in self.page.places(span)))


def gates(
    text: ItemText, sender: Person, at: datetime, judge: Judge, documents: Sequence[Attachment] = ()
) -> Gated:
    """What is to be said of an item. `documents` are those on the website that it names."""
    page = _page(_fields(text), sender, at, text, documents)
    return Gated(page, judge(page.draft))


def gates_of_opening(words: str, editor: Person, at: datetime, judge: Judge) -> Gated:
    """What is to be said of the words that open an issue: who writes them is who can be asked."""
    said = ItemText("", "", words, contact=editor.name or editor.address)
    page = _page([("introduction", "", words)], editor, at, said)
    return Gated(page, judge(page.draft))


def is_stop(advice: Advice) -> bool:
    """Whether an item may not be made ready before this is put right."""
    return advice.severity is Severity.BLOCK


def _fields(text: ItemText) -> Iterator[tuple[str, str, str]]:
    """Field, label and words, in reading order. What is asked of whom stands before the rest of the text.

    At its end it would be taken for a signature.
    """
    yield "summary", "", text.summary
    yield "contact", "Ask: ", text.contact
    for link in text.links:
        yield "links", "Link: ", link
    yield "body", "", text.body


def _page(
    fields: Iterable[tuple[str, str, str]],
    writer: Person,
    at: datetime,
    item: ItemText,
    documents: Sequence[Attachment] = (),
) -> Page:
    said, parts, end = list[str](), list[tuple[str, int, int]](), 0
    for field, label, words in ((f, label, w.strip()) for f, label, w in fields if w.strip()):
        start = end + len(_BETWEEN) * bool(said) + len(label)
        end = start + len(words)
        said.append(f"{label}{words}")
        parts.append((field, start, end))
    draft = Draft(
        subject=item.headline,
        body=Body(_BETWEEN.join(said)),
        sending_at=at,
        sender=Mailbox(writer.address, writer.name),
        attachments=tuple(documents),
        medium=Medium.BULLETIN,
        readership=Readership.PUBLIC,
        item=item,
    )
    return Page(draft, tuple(parts))


def _shown(words: str) -> str:
    """On one line, not too long, and without a bracket of which the other half stands elsewhere."""
    line = " ".join(words.split())
    line = line.lstrip("(") if line.count("(") > line.count(")") else line
    return line if len(line) <= _WORDS_MAX else f"{line[: _WORDS_MAX - 1]}…"
