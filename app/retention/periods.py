"""Which kinds of data are there, how long is each kept, and what stays all the same?

A kind is deleted by whoever keeps it; what is held as evidence is counted and left alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


def _none(before: datetime) -> int:  # noqa: ARG001 - kinds of which nothing can be held
    """Nothing of this kind can be held."""
    return 0


@dataclass(frozen=True, slots=True)
class Period:
    """How long one kind of data is kept.

    `setting` is the name of what says so, and `lasts` what it says. `forget` deletes what is past its time
    and tells how much there was; `held` tells how much of that stays. Both are given the end of that time.
    """

    kind: str
    title: str
    setting: str
    lasts: timedelta
    forget: Callable[[datetime], int]
    held: Callable[[datetime], int] = _none

    def ends(self, now: datetime) -> datetime:
        """What is from before this moment is past its time."""
        return now - self.lasts
