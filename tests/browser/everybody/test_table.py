"""Is every page of the service in the table, and every state of the table looked at and kept?"""

from collections.abc import Sequence
from pathlib import Path

from fastapi.routing import APIRoute

from app.web.site import ROUTERS
from tests.browser.everybody.index import INDEX, index_of
from tests.browser.everybody.kept import SCREENS, SNAPSHOTS, screen_of, snapshot_of
from tests.browser.everybody.scene import PHONE, Room
from tests.browser.everybody.table import ROOMS

NO_PAGES = {
    # What is fetched as a file, or leads on at once.
    "/bulletin/feed.atom", "/documents/{number}/{name}", "/desk/documents/{number}/file", "/desk/figures/{number}.csv",
    "/policy/insight/{number}.csv", "/review/insight/{number}.csv", "/policy/report/{number}.csv",
    "/policy/settings/{document}/download", "/policy/history/{number}/download", "/policy/packs/{pack}/download",
    "/staff/me/download", "/staff/journal/head", "/staff/list/example", "/staff/register/download", "/staff/impact/text", "/staff",
    "/who/ask-again",
    # What stands in a frame of the page: the mail itself, which is the room of that name.
    "/desk/issues/{key}/preview",
}  # fmt: skip
NOT_YET = {
    # Pages that only a file or a list of somebody's brings about; their own tests hold them (tests/web).
    "/desk/documents/{number}", "/desk/directory/lists/{key}",
}  # fmt: skip


def test_every_page_is_in_the_table() -> None:
    routes = {
        route.path
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    }
    shown = {state.route for room in ROOMS for state in room.states} - {"", "/", "/paste"}

    assert shown - routes == set()
    assert routes - shown - NO_PAGES - NOT_YET == set()


def test_names_are_given_once() -> None:
    names = [f"{room.name}/{state.name}" for room in ROOMS for state in room.states]

    assert len(names) == len(set(names))


def _kept(rooms: Sequence[Room]) -> set[Path]:
    """The snapshots and screens of some rooms."""
    rows = [(room, state) for room in rooms for state in room.states]
    narrow = {screen_of(*row, PHONE["width"]) for row in rows if row[1].is_kept_narrow}
    return {snapshot_of(*row) for row in rows} | {screen_of(*row) for row in rows} | narrow


def test_every_state_is_kept_and_no_other_is_left() -> None:
    found = {*SNAPSHOTS.rglob("*.yml"), *SCREENS.rglob("*.jpg")}

    assert found == _kept(ROOMS)
    assert INDEX.read_text(encoding="utf-8") == index_of(ROOMS)
