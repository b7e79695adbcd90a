"""Which weeks can be told together, so that no few people can be told apart?

Weeks in a row are taken together until ten people are behind them: a block, which is told as one number, once
and for good. No two blocks overlap, so there is nothing to subtract; and whoever looks again a week later
finds the same blocks as before, and at most one more.
"""

from collections.abc import Collection, Sequence

from app.domain.crowd import LEAST_PEOPLE

People = frozenset[str]


def is_crowd(people: Collection[str]) -> bool:
    """Whether they are enough."""
    return len(people) >= LEAST_PEOPLE


def blocks(weeks: Sequence[People]) -> Sequence[Sequence[int]]:
    """The places of the weeks of each block, without those in which nobody was; the last may not be told yet.

    `weeks` tells who is behind each week, from the first on.
    """
    found: list[list[int]] = []
    begun: list[int] = []
    together: People = frozenset()
    for place, people in enumerate(weeks):
        if people:
            begun.append(place)
            together |= people
        if is_crowd(together):
            found.append(begun)
            begun, together = [], frozenset()
    return found
