"""How does a check point at what it saw?

Spans with the excerpt that the sender is shown: at most 80 characters, white space joined. Words
only; a check that points at an identifier or a secret masks its own excerpt.
"""

from collections.abc import Iterable

from app.domain.audience import Reader
from app.domain.draft import Draft, Field
from app.domain.finding import Span
from app.domain.reading import Reading

LONGEST_EXCERPT = 80


def excerpt_of(words: str) -> str:
    """The words as one line, cut at a word when they are too long."""
    line = " ".join(words[: LONGEST_EXCERPT * 4].split())
    if len(line) <= LONGEST_EXCERPT:
        return line
    cut = line[: LONGEST_EXCERPT - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def in_body(reading: Reading, start: int, end: int) -> Span:
    """A stretch of the clean body."""
    return Span(Field.BODY, start, end, excerpt_of(reading.body.clean[start:end]))


def in_subject(reading: Reading, start: int, end: int) -> Span:
    """A stretch of the clean subject."""
    return Span(Field.SUBJECT, start, end, excerpt_of(reading.subject.clean[start:end]))


def in_text(reading: Reading, field: Field, start: int, end: int) -> Span:
    """A stretch of the clean subject or body, whichever is meant."""
    return (in_subject if field is Field.SUBJECT else in_body)(reading, start, end)


def to_entries(draft: Draft, field: Field, positions: Iterable[int]) -> tuple[Span, ...]:
    """One span for each entry, by its position in the field."""
    entries = draft.addressed(field)
    return tuple(
        Span(field, at, at + 1, excerpt_of(entries[at].mailbox.name or entries[at].mailbox.address))
        for at in positions
    )


def to_readers(draft: Draft, readers: Iterable[Reader]) -> tuple[Span, ...]:
    """One span for each entry of the readers, To first."""
    recipients = {reader.recipient for reader in readers}
    return tuple(
        span
        for field in (Field.TO, Field.CC, Field.BCC)
        for span in to_entries(
            draft, field, [at for at, r in enumerate(draft.addressed(field)) if r in recipients]
        )
    )


def to_whole_field(draft: Draft, field: Field) -> Span:
    """All entries of a recipient field as one span."""
    return Span(field, 0, len(draft.addressed(field)))
