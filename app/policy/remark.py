"""What does the policy lint have to say about one place?

A Remark names the place and says what to do; it never changes anything.
"""

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """What is odd about a policy, the weightiest first: in this order remarks are shown."""

    # Staff cannot do as they are told.
    CLASH = "clash"
    PERMISSION_CLASH = "permission-clash"
    CONTACTS_DIFFER = "contacts-differ"
    FIGURES_DIFFER = "figures-differ"
    DEFINED_TOO_NARROWLY = "defined-too-narrowly"
    SAFEGUARD_MISSING = "safeguard-missing"
    NO_PUPIL_PROTOCOL = "no-pupil-protocol"
    OUTSIDE_READERS = "outside-readers"
    # The pack is not what it seems.
    NO_SOURCE = "no-source"
    QUOTE_NOT_IN_SOURCE = "quote-not-in-source"
    UNKNOWN_FINDING = "unknown-finding"
    NEVER_APPLIES = "never-applies"
    LOOSER_THAN_PARENT = "looser-than-parent"
    UNKNOWN_PARENT = "unknown-parent"
    SAME_ID = "same-id"
    NUMBERS_DIFFER = "numbers-differ"
    OPPOSITE_ACTIONS = "opposite-actions"
    NO_ACTION = "no-action"
    NO_LINK = "no-link"
    POINT_NOT_TOLD = "point-not-told"
    NO_SECURE_CHANNEL = "no-secure-channel"
    # The document has aged, or leaves something open.
    LAW_MISDATED = "law-misdated"
    LAW_REPLACED = "law-replaced"
    LAW_UNKNOWN = "law-unknown"
    LAW_LIST_OLD = "law-list-old"
    DEAD_LINK = "dead-link"
    OLD_LINK = "old-link"
    OLD_DOCUMENT = "old-document"
    VAGUE_QUANTITY = "vague-quantity"
    UNDEFINED_TERM = "undefined-term"
    RELATED_POLICIES = "related-policies"
    NO_OWNER = "no-owner"
    NO_REVIEW_DATE = "no-review-date"
    REVIEW_OVERDUE = "review-overdue"
    REVIEW_DUE = "review-due"
    # Worth knowing.
    DIFFERENT_STRENGTH = "different-strength"
    NEVER_FIRST = "never-first"
    OWN_NUMBERS = "own-numbers"
    HARD_WORD = "hard-word"
    HARD_TO_READ = "hard-to-read"
    LONG_MESSAGE = "long-message"


WEIGHTS = {kind: weight for weight, kind in enumerate(RemarkKind)}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at.

    `line` counts from 1: in the source named by `document`, or in the pack's own file when that is
    empty. `rule` is empty for what concerns a whole pack.
    """

    kind: RemarkKind
    pack: str
    rule: str
    line: int
    message: str
    document: str = ""

    @property
    def place(self) -> str:
        """Where to look, as it is printed."""
        return f"{self.pack}/{self.document}:{self.line}" if self.document else f"{self.pack}:{self.line}"
