"""How do several checks share what one of them has worked out?

A function of a Reading is worked out once for each Reading, and forgotten with it: nothing of a draft
outlives its check.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from app.domain.reading import Reading

_T = TypeVar("_T")


def once_a_reading(work: Callable[[Reading], _T]) -> Callable[[Reading], _T]:
    """The same function; its answer is remembered while the Reading lives, and shared, so never change it."""
    known: WeakKeyDictionary[Reading, _T] = WeakKeyDictionary()

    @wraps(work)
    def remembered(reading: Reading) -> _T:
        try:
            return known[reading]
        except KeyError:
            pass
        answer = known[reading] = work(reading)
        return answer

    return remembered
