"""What is a fix: which step of which card is to be made, and what becomes of the draft by it?

A change is told, never made: only the sender's own client sets it, after asking once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.draft import Field
from app.domain.finding import Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """A step of a card as the client shows it. `spans` are the card's own, in plain text.

    `links` tell where a file can be opened, by its position, for a step that puts links in place of files.
    """

    rule: str
    finding: str
    kind: str
    spans: tuple[Span, ...] = ()
    links: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A recipient, by field and position, and the field that it goes to; None takes it out."""

    field: Field
    at: int
    to: Field | None


@dataclass(frozen=True, slots=True)
class Fix:
    """What becomes of a draft. None, or nothing, is what stays as it is.

    `asks` is the question to put once, `said` what to tell afterwards. `body` is in the format that the draft
    came in, `above` is HTML to put before it, `detached` are positions of attachments.
    """

    asks: str
    said: str = ""
    subject: str | None = None
    body: str | None = field(default=None, repr=False)
    above: str = field(default="", repr=False)
    moves: Sequence[Move] = ()
    sending_at: datetime | None = None
    detached: tuple[int, ...] = ()
