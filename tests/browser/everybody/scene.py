"""What is one row of the table: a state of a page, and how somebody comes to it?

A room is served once and looked at on one page; its states are reached one after the other. A state is known by the
route that answers it, so that the table can be held against the service's own routes.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Frame, Page

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 %."""


@dataclass(frozen=True, slots=True)
class Place:
    """A room as it is served: its address, where things are in it, and what the test can reach into."""

    url: str
    where: Mapping[str, str] = field(default_factory=dict)
    inside: Any = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A page in a room, while the round is made."""

    page: Page
    place: Place
    frame: str = ""
    """Part of the address of the frame that is looked at, where it is not the page itself."""

    def open(self, path: str) -> None:
        """Go to a path; ``{names}`` in it are places of this room."""
        self.page.goto(f"{self.place.url}{path.format(**self.place.where)}")

    @property
    def whole(self) -> Page | Frame:
        """What is looked at."""
        found = (frame for frame in self.page.frames if self.frame and self.frame in frame.url)
        return next(found, self.page)


@dataclass(frozen=True, slots=True)
class State:
    """One row. `heard` are words that a screen reader is told when it comes about."""

    name: str
    route: str
    reach: Callable[[Scene], None]
    heard: str = ""
    is_kept_narrow: bool = False
    """Its screen is kept at 320 px too."""


@dataclass(frozen=True, slots=True)
class Room:
    """States that are served together; without `serve` by the whole service. `frame` is as in `Scene`.

    `enter` comes first; `narrow` is done whenever the window becomes narrow.
    """

    name: str
    title: str
    serve: Callable[[], AbstractContextManager[Place]] | None
    states: tuple[State, ...]
    enter: Callable[[Scene], None] = lambda _: None
    frame: str = ""
    narrow: Callable[[Scene], None] = lambda _: None
    is_mail: bool = False
    """What becomes of it without our colours is up to whoever's program shows it."""
    grows: str = ""
    """How much larger its text alone may become at 320 px, as the pane's must (1.4.4); empty: by zoom only."""


def page_at(name: str, path: str, route: str = "", *, is_kept_narrow: bool = False) -> State:
    """A state that is a page with an address; its route is named where the path is not it."""
    return State(
        name,
        route or path.partition("?")[0],
        lambda scene: scene.open(path),
        is_kept_narrow=is_kept_narrow,
    )
