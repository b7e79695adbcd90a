"""Does the sender want a reviewer to be able to ask for words of this draft, and which?

Chosen with the answer to a card, for that card in that one draft, and only where the client gives drafts a
name; forgotten after a day. What is kept until Send is a keyed hash: the words stay in the draft.
"""

from dataclasses import dataclass
from datetime import timedelta

from app.compose.ask_once import Asking
from app.domain.choice import ANSWERS, Chosen
from app.domain.errors import ChoiceError
from app.domain.reveal import Extent

HELD_FOR = timedelta(days=1)
OFFERED = (Extent.EXCERPT, Extent.DRAFT)


@dataclass(frozen=True, slots=True)
class Card:
    """One card in one draft. `draft` is what `attach_key` says of the draft."""

    draft: str
    rule: str
    finding: str


def attach_key(draft: str, asking: Asking) -> str:
    """What stands for a draft, for the client to hand back; empty where the client gave it no name."""
    return asking.memory.keyed_hash(f"attaches\0{asking.caller}\0{draft}") if draft else ""


def note_attaching(card: Card, chosen: Chosen, extent: Extent | None, asking: Asking) -> None:
    """Keep what was chosen last for this card; what is no answer takes it back. Raises ChoiceError."""
    if extent is not None and (chosen not in ANSWERS or extent not in OFFERED or not card.draft):
        raise ChoiceError("Words can be attached only with an answer to a card that offers it.")
    marks = asking.memory.marks
    marks.drop(card.draft, [_mark(card, one, asking) for one in OFFERED])
    if extent is not None:
        now = asking.memory.now()
        marks.keep(card.draft, [_mark(card, extent, asking)], now, now + HELD_FOR)


def attaching(card: Card, asking: Asking) -> Extent | None:
    """What is to be attached at Send; None for nothing."""
    if not card.draft:
        return None
    held = asking.memory.marks.held(card.draft, asking.memory.now())
    return next((one for one in OFFERED if _mark(card, one, asking) in held), None)


def _mark(card: Card, extent: Extent, asking: Asking) -> str:
    """Bound to the person: whoever hands back the key of another's draft sets nothing of theirs."""
    return asking.memory.keyed_hash(f"{asking.caller}\0{card.rule}\0{card.finding}\0{extent.value}")[:32]
