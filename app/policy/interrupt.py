"""How much may come between somebody and Send?

At most a few cards at one Send, the gravest; and on one day only so many drafts are held back by warnings
alone, and fewer by those of one rule. What must be justified or taken out always asks, and so does whatever
puts a person's safety or data at risk: no number swallows it.
"""

from collections.abc import Sequence

from app.domain.verdict import Advice, Mode, SetAside, Severity, Why

CARDS_AT_SEND = 3
INTERRUPTIONS_A_DAY = 5
INTERRUPTIONS_A_RULE = 3
"""Where no pack has its own number, `cards_at_send`, `interruptions_a_day` and `interruptions_a_rule`.

One rule takes part of the day only, so that it cannot use up what the others need.
"""

ALWAYS_ASK = frozenset(
    {
        "identifiers",
        "credentials",
        "confidential-story",
        "other-pupils",
        "pupil-recipients",
        "sexual-and-indecent",
        "hidden-or-shown-recipients",
        "audience-shape/many-outside",
        "school-address-lists/shown-to-outsider",
        "own-details/to-own-account",
        "internal-audience/new-domain-in-thread",
    }
)
"""Checks and findings whose cards are never folded or counted: such a slip cannot be undone."""


def asks(advice: Advice) -> bool:
    """Whether a card holds a message at Send."""
    return advice.mode is Mode.ENFORCE and advice.severity > Severity.INFO


def is_firm(advice: Advice) -> bool:
    """Whether a card asks whatever else was asked."""
    about = {name for finding in advice.findings for name in (finding.check, finding.id)}
    return asks(advice) and (advice.severity >= Severity.JUSTIFY or bool(about & ALWAYS_ASK))


def is_minor(cards: Sequence[Advice]) -> bool:
    """Whether cards that hold a message do so by warnings alone."""
    return any(map(asks, cards)) and not any(map(is_firm, cards))


def fold(cards: Sequence[Advice], most: int) -> list[SetAside]:
    """Those that need not ask because enough graver ones do; `cards` come with the gravest first."""
    room = max(0, most - sum(map(is_firm, cards)))
    minor = [card for card in cards if asks(card) and not is_firm(card)]
    return [SetAside(card, Why.FOLDED) for card in minor[room:]]


def spend(cards: Sequence[Advice]) -> list[SetAside]:
    """The warnings that do not ask because the sender was interrupted often enough today."""
    return [SetAside(card, Why.SPENT) for card in cards if asks(card) and not is_firm(card)]
