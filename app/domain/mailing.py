"""What is a mailing, and how far has it come?

One text (or one text for each phase) to many schools: an issue of the bulletin, urgent mail, a cluster note.
Its texts are frozen when it goes out, so that whoever is reached after a crash reads what the others read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.for_whom import ForWhom
from app.domain.school import Phase

ISSUE, REQUEST = "issue", "request"
FOR_ALL = ""
"""The variant of whoever has no text of their own."""


@dataclass(frozen=True, slots=True)
class MailingText:
    """What a school reads. `text` says all that `html` says; `html` may be empty."""

    subject: str
    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Mailing:
    """A mailing as it stands. `texts` are by variant: the phase whose items come first, or FOR_ALL."""

    id: str
    for_whom: ForWhom
    texts: Mapping[str, MailingText]
    begun_at: datetime
    is_regular: bool = False
    """Whether it comes every week: such mail says how to be taken off its list."""
    ended_at: datetime | None = None
    halted: str = ""
    """Why none of it can be sent at present, in words for the desk; empty while it can."""

    def __post_init__(self) -> None:
        """Somebody without a text of their own must have one."""
        if FOR_ALL not in self.texts:
            raise ValueError("a mailing needs a text for all")

    def variant_for(self, phase: Phase) -> str:
        """Which text a school of this phase gets."""
        return phase.value if phase.value in self.texts else FOR_ALL


@dataclass(frozen=True, slots=True)
class Pace:
    """How many messages may go out, of all mailings together; None is as many as the carrier takes."""

    a_minute: int | None = None
    a_day: int | None = None

    @property
    def is_limited(self) -> bool:
        """Whether anything is counted."""
        return self.a_minute is not None or self.a_day is not None


UNLIMITED = Pace()
