"""How are the pages served on fakes, room by room, and who comes in?"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

from app.web.state import WebState
from tests.browser.everybody.scene import Place, Scene
from tests.browser.in_process import answering
from tests.web.conftest import app_for, site_for


@contextmanager
def pages(site: WebState | None = None, inside: Any = None, **where: str) -> Iterator[Place]:
    """The pages on fakes."""
    with answering(app_for(site or site_for())) as url:
        yield Place(url, where, inside)


def pages_of(make: Callable[[], WebState], **where: str) -> Callable[[], AbstractContextManager[Place]]:
    """The same, put together when it is served."""
    return lambda: pages(make(), **where)


def desk_pages(room: Any, **different: Any) -> WebState:
    """The pages of a desk, at the desk's own time."""
    return replace(site_for(), clock=room.desk.clock, desk=room, **different)


def as_priya(scene: Scene) -> None:
    """Come in, as somebody who may do everything."""
    scene.page.goto(f"{scene.place.url}/who?then=/account")
    scene.page.get_by_role("button", name="Priya Shah").click()
    scene.page.get_by_role("button", name="Not you?").wait_for()
