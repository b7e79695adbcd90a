"""Which rooms can be reached from every page?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation. `is_public` places are shown to people who have not said who they are."""

    path: str
    label: str
    is_public: bool = False


PLACES: tuple[Place, ...] = (
    Place("/policy", "Policy"),
    Place("/staff", "Staff"),
    Place("/desk", "Bulletin desk"),
    Place("/bulletin", "Bulletin", is_public=True),
    Place("/help", "Help", is_public=True),
    Place("/notice", "What is kept", is_public=True),
)


def place_of(path: str) -> str:
    """The path of the place that a page belongs to; empty when it is in none."""
    inside = (p.path for p in PLACES if path == p.path or path.startswith(f"{p.path}/"))
    return max(inside, key=len, default="")
