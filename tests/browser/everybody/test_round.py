"""Can everybody read and use every page in every state, and is each still as it was when somebody looked at it?

One test a room: it is served once, each state is loaded once, and everything that is asked of a state is asked there.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from playwright.sync_api import Browser

from tests.browser.everybody.kept import differs, pictured
from tests.browser.everybody.looking import COLOURS, SWEEPS, become, looked_at
from tests.browser.everybody.scene import DESKTOP, Place, Room, Scene, State
from tests.browser.everybody.table import ROOMS
from tests.fakes import MONDAY_MORNING

HEARD_WITHIN_MS = 5_000
LOOKS_EVERY_MS = 50
WAITS_MS = 30_000


@contextmanager
def entered(browser: Browser, room: Room, request: pytest.FixtureRequest) -> Iterator[Scene]:
    """The room on a page of its own, on a morning that does not pass; a script that breaks fails the round."""
    served = room.serve() if room.serve else nullcontext(Place(request.getfixturevalue("still_service")))
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    context.add_init_script(path=SWEEPS)
    page, broken = context.new_page(), list[str]()
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.set_default_timeout(WAITS_MS)
    page.clock.set_fixed_time(MONDAY_MORNING)
    with served as place:
        scene = Scene(page, place, room.frame)
        become(scene, room, DESKTOP)
        room.enter(scene)
        yield scene
    context.close()
    assert broken == []


def examined(scene: Scene, room: Room, state: State) -> Iterator[str]:
    """What is wrong with one state."""
    become(scene, room, DESKTOP)
    scene.page.emulate_media(**COLOURS["light"])
    scene.whole.evaluate("window.heard = []")
    state.reach(scene)
    if not _is_at(scene, state):
        yield f"it is at {scene.page.url}, which is no {state.route}"
    if not _is_heard(scene, state):
        yield f"nobody hears “{state.heard}”, only {scene.whole.evaluate('told()')}"
    yield from differs(scene, room, state)
    pictured(scene, room, state)
    yield from looked_at(scene, room)


def _is_at(scene: Scene, state: State) -> bool:
    pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(state.route))
    path = scene.page.url.removeprefix(scene.place.url).partition("?")[0]
    return not state.route or re.fullmatch(pattern, path) is not None


def _is_heard(scene: Scene, state: State) -> bool:
    if not state.heard:
        return True
    for _ in range(HEARD_WITHIN_MS // LOOKS_EVERY_MS):
        if any(state.heard in said for said in scene.whole.evaluate("told()")):
            return True
        scene.page.wait_for_timeout(LOOKS_EVERY_MS)
    return False


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_state_is_for_everybody_and_as_it_was(
    browser: Browser, room: Room, request: pytest.FixtureRequest
) -> None:
    with entered(browser, room, request) as scene:
        found = {state.name: list(examined(scene, room, state)) for state in room.states}

    assert {state: wrong for state, wrong in found.items() if wrong} == {}
