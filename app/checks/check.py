"""What is a check?

A Check looks at a Reading and yields Findings. It names every kind of finding it can yield, so
that docs, rules and tests can be proved complete.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.finding import Finding
from app.domain.reading import Reading


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its id, the function that looks, and each finding kind with its meaning."""

    id: str
    look: Callable[[Reading], Iterator[Finding]]
    kinds: Mapping[str, str]
