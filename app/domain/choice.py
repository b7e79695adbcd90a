"""What did the sender make of a piece of advice?

A Choice names the rule and one of a few reasons; it never holds words of the sender's own, so no text of a
draft can slip in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


ANSWERS = frozenset({Chosen.OVERRODE, Chosen.WRONG_WARNING})
"""After these the card need not ask again; what was followed is gone by itself."""


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


def standing_answers(choices: Iterable[Choice]) -> Mapping[tuple[str, str, str], Sequence[Chosen]]:
    """By rule, sender and finding, the answers that stand.

    The choices come oldest first. What is taken back is the sender's answer before to that rule about that
    finding.
    """
    answers: defaultdict[tuple[str, str, str], list[Chosen]] = defaultdict(list)
    for choice in choices:
        theirs = answers[choice.rule, choice.sender_hash, choice.finding]
        if choice.chosen in ANSWERS:
            theirs.append(choice.chosen)
        elif choice.chosen is Chosen.TOOK_BACK and theirs:
            theirs.pop()
    return answers


def callers_of_wrong(choices: Iterable[Choice]) -> Mapping[str, int]:
    """How many different senders call each rule wrong, and have not taken it back.

    The choices come oldest first; each person counts once for a rule, however often they say it.
    """
    wrong = {key[:2] for key, theirs in standing_answers(choices).items() if Chosen.WRONG_WARNING in theirs}
    return Counter(rule for rule, _ in wrong)
