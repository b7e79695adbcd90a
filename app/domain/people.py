"""Who is named in a draft, and whose person is that?

A Person is one mention of somebody by name. The sender and the recipients know of each other already;
everybody else is a third party, and theirs are the names that need protecting.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.draft import Field


class Who(StrEnum):
    """What a named person is to the draft."""

    SENDER = "sender"
    """The sender, or whoever else signs."""

    RECIPIENT = "recipient"
    """Somebody it is addressed to, by address or by greeting."""

    THIRD_PARTY = "third-party"


@dataclass(frozen=True, slots=True)
class Person:
    """A mention: code points of the field's clean text, end excluded, a title included.

    `confidence`, from 0 to 1, is that this names a person at all.
    """

    start: int
    end: int
    confidence: float
    who: Who = Who.THIRD_PARTY
    field: Field = Field.BODY
