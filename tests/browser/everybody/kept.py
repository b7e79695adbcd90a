"""Is a state still as it was when somebody looked at it, and where is its picture?

What a screen reader would find in a state is kept as a file beside the tests; a page that changed fails until
``make screens`` has renewed it, with the pictures in ``docs/screens``, and somebody has looked at the difference.
"""

import base64
import difflib
import os
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import PROJECT
from tests.browser.everybody.looking import become
from tests.browser.everybody.scene import DESKTOP, PHONE, Room, Scene, State

SNAPSHOTS = Path(__file__).with_name("snapshots")
SCREENS = PROJECT / "docs" / "screens"
IS_RENEWED = bool(os.environ.get("RENEW_SCREENS"))
MOST_HIGH, SCALE, QUALITY = 1600, 0.7, 45
HERE = "http://sendwell.example"
"""Stands in a snapshot for wherever it was served."""
_EXACTLY = "- /children: deep-equal\n"
_INDENT = re.compile(r" *")
_ADDRESS = re.compile(r"^\s*- /url: .*\n", re.MULTILINE)
_MEASURED = (
    r"Right \d+ of the \d+ times it spoke in our test\.",
    r"\d+% \(likely \d+ to \d+%\)",
    r"\d+ drafts, \d+ \w+ \d{4}",
)
"""What a rule's card says is new whenever it is measured: kept as the form that it has."""
_SETTLES_IN_MS = 250


def snapshot_of(room: Room, state: State) -> Path:
    """Where it is kept."""
    return SNAPSHOTS / room.name / f"{state.name}.yml"


def said_in(scene: Scene) -> str:
    """What stands there now, without the addresses of links and the figures of rules' cards."""
    said = without_addresses(f"{scene.whole.locator('body').aria_snapshot()}\n")
    return without_figures(said.replace(scene.place.url, HERE))


def without_figures(said: str) -> str:
    """A snapshot with patterns where figures of rules' cards stand."""
    for form in _MEASURED:
        said = f": /{form}/\n".join(re.split(rf": {form}\n", said))
    return said


def without_addresses(said: str) -> str:
    """A snapshot with links that hold nothing else left whole."""
    lines = _ADDRESS.sub("", said).splitlines()
    inside = [*(_INDENT.match(line).end() for line in lines), 0]  # type: ignore[union-attr]  # it always matches
    mended = (
        line.removesuffix(":") if inside[at + 1] <= inside[at] else line for at, line in enumerate(lines)
    )
    return "\n".join(mended) + "\n"


def differs(scene: Scene, room: Room, state: State) -> list[str]:
    """What is other than it was kept; nothing while it is being renewed."""
    kept = snapshot_of(room, state)
    if IS_RENEWED:
        _renew(scene, kept)
        return []
    if not kept.is_file():
        return ["nobody has looked at it yet: run make screens, look, and commit"]
    was = kept.read_text(encoding="utf-8")
    try:
        expect(scene.whole.locator("body")).to_match_aria_snapshot(
            _EXACTLY + was.replace(HERE, scene.place.url)
        )
    except AssertionError:
        lines = difflib.unified_diff(
            was.splitlines(), said_in(scene).splitlines(), "kept", "now", n=1, lineterm=""
        )
        return ["it has changed: look at it, then run make screens and commit", *lines]
    return []


def _renew(scene: Scene, kept: Path) -> None:
    now = said_in(scene)
    for _ in range(20):
        scene.page.wait_for_timeout(_SETTLES_IN_MS)
        before, now = now, said_in(scene)
        if now == before:
            break
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(now, encoding="utf-8")


def screen_of(room: Room, state: State, width: int = DESKTOP["width"]) -> Path:
    """The picture of a state; the pane has one width."""
    narrow = f"-{width}" if width != DESKTOP["width"] else ""
    return SCREENS / room.name / f"{state.name}{narrow}.jpg"


def pictured(scene: Scene, room: Room, state: State) -> None:
    """Keep its picture, or both. Leaves the window wide."""
    if not IS_RENEWED:
        return
    for size in (PHONE, DESKTOP) if state.is_kept_narrow else (DESKTOP,):
        become(scene, room, size)
        file = screen_of(room, state, size["width"])
        file.parent.mkdir(parents=True, exist_ok=True)
        if scene.frame:
            file.write_bytes(_pane(scene, room))
        else:
            high = scene.page.evaluate("document.documentElement.scrollHeight")
            file.write_bytes(_taken(scene, {"x": 0, "y": 0, "width": size["width"], "height": high}))
    become(scene, room, DESKTOP)


def _pane(scene: Scene, room: Room) -> bytes:
    """The pane alone, as high as what it says."""
    become(scene, room, {"width": 360, "height": 300})
    high = scene.whole.evaluate("document.documentElement.scrollHeight")
    top = (scene.page.locator("#pane").bounding_box() or {"y": 0})["y"]
    become(scene, room, {"width": 360, "height": int(min(high, MOST_HIGH) + top) + 2})
    return _taken(scene, {"x": 0, "y": top, "width": 360, "height": high})


def _taken(scene: Scene, clip: dict[str, float]) -> bytes:
    """Small, and good enough to read: all of them together stay a few megabytes in the repository."""
    drawn = scene.page.context.new_cdp_session(scene.page)
    asked = {**clip, "height": min(clip["height"], MOST_HIGH), "scale": SCALE}
    manner = {"format": "jpeg", "quality": QUALITY, "clip": asked, "captureBeyondViewport": True}
    return base64.b64decode(drawn.send("Page.captureScreenshot", manner)["data"])
