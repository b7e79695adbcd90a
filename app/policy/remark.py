"""What does the policy lint have to say about one place?

A Remark names the place and says what to do; it never changes anything.
"""

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """What is odd about a policy."""

    DIFFERENT_STRENGTH = "different-strength"
    OPPOSITE_ACTIONS = "opposite-actions"
    NEVER_FIRST = "never-first"
    SAME_ID = "same-id"
    UNKNOWN_FINDING = "unknown-finding"
    NO_ACTION = "no-action"
    NO_LINK = "no-link"
    HARD_WORD = "hard-word"
    LONG_MESSAGE = "long-message"
    NO_OWNER = "no-owner"
    NO_REVIEW_DATE = "no-review-date"
    REVIEW_OVERDUE = "review-overdue"
    NO_SOURCE = "no-source"
    QUOTE_NOT_IN_SOURCE = "quote-not-in-source"
    CONTACTS_DIFFER = "contacts-differ"
    NUMBERS_DIFFER = "numbers-differ"
    OWN_NUMBERS = "own-numbers"
    NO_PUPIL_PROTOCOL = "no-pupil-protocol"
    LAW_MISDATED = "law-misdated"
    DEAD_LINK = "dead-link"
    OLD_DOCUMENT = "old-document"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at.

    `line` counts from 1, in the pack file; in the source document for the last three kinds. `rule`
    is empty for what concerns a whole pack.
    """

    kind: RemarkKind
    pack: str
    rule: str
    line: int
    message: str
