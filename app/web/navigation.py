"""Which rooms can be reached from every page?"""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.caller import Role


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation, for people with a role; without one it is for everybody."""

    path: str
    label: str
    role: Role | None = None


PLACES: tuple[Place, ...] = (
    Place("/policy", "Policy", Role.ADMINISTRATOR),
    Place("/staff", "Staff", Role.SENDER),
    Place("/desk", "Bulletin desk", Role.EDITOR),
    Place("/review", "Review", Role.REVIEWER),
    Place("/bulletin", "Bulletin"),
    Place("/help", "Help"),
    Place("/notice", "What is kept"),
)


def places_for(roles: Collection[Role]) -> list[Place]:
    """What somebody may open."""
    return [place for place in PLACES if place.role is None or place.role in roles]


def start_of(roles: Collection[Role]) -> str:
    """Where somebody begins: in the first room that their work is in, or else in everybody's."""
    places = places_for(roles)
    own = (place for place in places if place.role not in {None, Role.SENDER})
    return next(own, places[0]).path


def place_of(path: str) -> str:
    """The path of the place that a page belongs to; empty when it is in none."""
    inside = (p.path for p in PLACES if path == p.path or path.startswith(f"{p.path}/"))
    return max(inside, key=len, default="")
