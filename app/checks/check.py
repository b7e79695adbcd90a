"""What is a check?

A Check looks at a Reading and yields Findings. It names every kind of finding it can yield, so
that docs, rules and tests can be proved complete. A finding points at no more places than a person will look
at.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.finding import Finding
from app.domain.reading import Reading

MOST_SPANS = 20


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its id, the function that looks, and each finding kind with its meaning."""

    id: str
    look: Callable[[Reading], Iterator[Finding]]
    kinds: Mapping[str, str]

    @property
    def question(self) -> str:
        """The question that the check answers, in plain words: the first line of its module."""
        about = sys.modules[self.look.__module__].__doc__ or self.id
        return about.partition("\n")[0]


def shortened(finding: Finding) -> Finding:
    """The finding with its first places only; the fact `places` then tells how many there were."""
    if len(finding.spans) <= MOST_SPANS:
        return finding
    facts = {**finding.facts, "places": len(finding.spans)}
    return replace(finding, spans=finding.spans[:MOST_SPANS], facts=facts)
