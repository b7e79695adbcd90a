"""Which steps of a verdict's cards can be made for the sender, and what is asked first?"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.compose.fix.plan import Planning
from app.domain.draft import Field
from app.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Offered:
    """What to ask before a step is made for the sender, or the fields of which they choose who stays."""

    asks: str = ""
    chooses: tuple[Field, ...] = ()
    is_done: bool = False
    """There is nothing left of it to do, so nobody is told to."""


NOT_OFFERED = Offered()
NO_OFFERS: Mapping[tuple[int, int], Offered] = MappingProxyType({})


def offer_steps(verdict: Verdict, planning: Planning) -> Mapping[tuple[int, int], Offered]:
    """By position of the advice and of its step; what is the sender's own to do is left out."""
    found = {}
    for at, advice in enumerate(verdict.advice):
        for step, action in enumerate(advice.actions):
            plan = planning.plan(advice, action)
            asks = plan.asks if plan else ""
            offered = Offered(asks, planning.choices(advice, action), planning.is_done(action))
            if offered != NOT_OFFERED:
                found[at, step] = offered
    return MappingProxyType(found)
