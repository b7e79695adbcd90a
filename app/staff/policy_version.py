"""Which policy is it that people sign?

The cards of the packs in force. What they say is material: other words there ask everybody to sign again.
Case, punctuation and the order of the cards are not, and neither are the words of the rules: those are only
noted beside the signature, as is what the monitoring notice said was kept.
"""

import hashlib
from collections.abc import Iterable

from app.domain.staff import Version
from app.policy.policy import Policy
from app.policy.staff_card import StaffCard

_LENGTH = 16


def cards_of(policy: Policy) -> tuple[StaffCard, ...]:
    """Every card, in the order of the packs."""
    return tuple(card for pack in policy.packs for card in pack.staff_cards.cards)


def version_of(policy: Policy, notice: Iterable[str]) -> Version:
    """The version in force. `notice` is what is kept and how long, in any order."""
    rules = (
        f"{rule.id}\0{rule.title}\0{rule.message}\0{rule.clause.quote}"
        for pack in policy.packs
        for rule in pack.rules
    )
    return Version(
        cards=_hash(_plain(f"{card.title} {card.words} {card.clause.quote}") for card in cards_of(policy)),
        rules=_hash(rules),
        notice=_hash(notice),
    )


def as_text(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Title and words of each card, to be kept with a signature."""
    return tuple((card.title, card.words) for card in cards_of(policy))


def _plain(words: str) -> str:
    """Letters and digits only: what a comma more does not change."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:_LENGTH]
