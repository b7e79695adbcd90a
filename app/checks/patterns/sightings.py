"""What is one place where an identifier stands, and what may the sender be shown of it?

A Sighting is a place with its sureness. Where two overlap the surer wins, then the longer. Masks keep
at most the last four characters of an identifier, and nothing of a secret.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.finding import Confidence

SECRET = "••••••••"  # noqa: S105 - what is shown in place of one
_KEPT = 4
_SHOWN_AT_MOST = 24


@dataclass(frozen=True, slots=True)
class Sighting:
    """One identifier in one passage: code points, end excluded. `checked` when its own digits prove it."""

    kind: str
    start: int
    end: int
    confidence: Confidence
    canonical: bool = False
    checked: bool = False


def masked(written: str) -> str:
    """The written form with all but its last four letters and digits hidden (fewer of a short one)."""
    places = [i for i, c in enumerate(written) if c.isalnum()]
    kept = set(places[-min(_KEPT, max(0, len(places) - _KEPT)) :]) if len(places) > _KEPT else set()
    shown = "".join(
        c if i in kept else "•" if c.isalnum() else " " if c.isspace() else c for i, c in enumerate(written)
    )
    shown = " ".join(shown.split())
    return shown if len(shown) <= _SHOWN_AT_MOST else "…" + shown[-_SHOWN_AT_MOST:]


def without_overlaps(sightings: Iterable[Sighting]) -> list[Sighting]:
    """One label for each place: checked before unchecked, surer before less sure, longer before shorter."""
    ranked = sorted(
        sightings, key=lambda s: (s.checked, s.confidence, s.end - s.start, -s.start), reverse=True
    )
    starts: list[int] = []
    kept: list[Sighting] = []
    for sighting in ranked:
        at = bisect_left(starts, sighting.end)
        if at > 0 and _end_of(kept, at - 1) > sighting.start:
            continue
        starts.insert(at, sighting.start)
        kept.insert(at, sighting)
    return kept


def _end_of(kept: list[Sighting], at: int) -> int:
    return kept[at].end
