"""What did the sender make of a piece of advice?

A Choice names the rule and one of a few reasons; it never holds words of the sender's own, so no text of a
draft can slip in.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Chosen(StrEnum):
    """What was done."""

    FOLLOWED = "followed"
    OVERRODE = "overrode"
    WRONG_WARNING = "wrong-warning"
    TOOK_BACK = "took-back"
    """The sender undid the choice before: the card may ask again."""


class ChoiceReason(StrEnum):
    """Why, as one of the answers that the pane offers."""

    NONE = ""
    NOT_THERE = "not-there"
    """What the card says is not in the mail."""
    DOES_NOT_FIT = "does-not-fit"
    """It is there, but the rule is not meant for this."""
    AGREED = "agreed"
    """Somebody who may decide it has agreed."""
    NO_OTHER_WAY = "no-other-way"
    """The channel that is advised cannot be used."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice about one card. `sender_hash` is keyed; it stands for nobody outside this installation."""

    at: datetime
    sender_hash: str
    rule: str
    finding: str
    chosen: Chosen
    reason: ChoiceReason = ChoiceReason.NONE
