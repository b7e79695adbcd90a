"""Which words of a draft does a search go over, and whose are they?

A Passage is one stretch of text with a way to point into it: the subject, the author's own words,
the signature, the quoted part (only when it is forwarded) and what can be read of attachments.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.checks.once import once_a_reading
from app.checks.patterns.candidates import Group, digit_runs
from app.checks.patterns.tables import Tables
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Span
from app.domain.reading import Reading


class Whose(StrEnum):
    """Where a passage stands."""

    OWN = "own"
    SIGNATURE = "signature"
    QUOTED = "quoted"
    ATTACHED = "attached"


@dataclass(frozen=True)
class Passage:
    """One stretch of text. In an attachment, `index` is its position and spans point at the whole."""

    field: Field
    whose: Whose
    text: str
    index: int = 0

    @cached_property
    def tables(self) -> Tables:
        """The rows and columns in the text, read when first asked for."""
        return Tables(self.text)

    @cached_property
    def runs(self) -> list[list[Group]]:
        """The runs of digits in the text, likewise."""
        return list(digit_runs(self.text))

    def span(self, start: int, end: int, excerpt: str) -> Span:
        """A span over these characters, or over the attachment that holds them."""
        if self.field is Field.ATTACHMENTS:
            return Span(self.field, self.index, self.index + 1, excerpt)
        return Span(self.field, start, end, excerpt)


@once_a_reading
def passages(reading: Reading) -> tuple[Passage, ...]:
    """Everything that is searched, in the order a reader meets it; blank parts are left out."""
    parts = [
        Passage(Field.SUBJECT, Whose.OWN, reading.subject.clean),
        Passage(Field.BODY, Whose.OWN, reading.own),
        Passage(Field.BODY, Whose.SIGNATURE, reading.signature),
    ]
    if reading.draft.reply is ReplyKind.FORWARD:
        parts.append(Passage(Field.BODY, Whose.QUOTED, reading.carried))
    for index, attachment in enumerate(reading.draft.attachments):
        name = attachment.name.replace("_", " ")
        parts.append(Passage(Field.ATTACHMENTS, Whose.ATTACHED, name, index))
        parts.append(Passage(Field.ATTACHMENTS, Whose.ATTACHED, reading.files[index] or "", index))
    return tuple(part for part in parts if part.text and not part.text.isspace())
