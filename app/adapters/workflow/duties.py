"""What is an engine given to do?

Plain functions, each of which may be done again after it broke off, by any process. What is on hold, which
mailings are going and what is left of them stands in our own tables; an engine sees to it that it is done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


def _nothing() -> None:
    """There is nothing of the kind."""


@dataclass(frozen=True)
class Duties:
    """What there is to do.

    `look` does what the clock and the calendar say, and is done every few seconds. `going` gives the mailings
    that have not ended. Each is planned, and then worked on under a worker's name, as long as that may go on;
    `work` tells in how many seconds there is more to do, or None when the mailing is done. `give_up` makes
    due again what a dead worker had in hand. `aside` may take long, and is begun again once it is done.
    """

    look: Callable[[], None]
    going: Callable[[], Sequence[str]]
    plan: Callable[[str], int]
    work: Callable[[str, str, Callable[[], bool]], float | None]
    give_up: Callable[[str], int]
    aside: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, in seconds. A worker that gave no sign of life for `silence` counts as dead."""

    look: float = 5.0
    silence: float = 20.0
