"""What is asked of every state, whoever looks at it and however they use it?

WCAG 2.2 AA as axe finds it, in light, in dark and with forced colours; 320 px, 400 % zoom, spaced text, reduced motion;
and a walk through all of it with Tab. ``sweeps.js`` is the part of this that runs in the page.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

from tests.browser.conftest import PROJECT
from tests.browser.everybody.scene import DESKTOP, PHONE, ZOOMED, Room, Scene

AXE = PROJECT / "addin-ui/node_modules/axe-core/axe.min.js"
SWEEPS = Path(__file__).with_name("sweeps.js")
RUN_AXE = """
runOnly => axe.run(document, {runOnly, iframes: false, preload: false, resultTypes: ["violations"]})
  .then(r => r.violations.map(v => "axe: " + v.id + ": " + v.nodes.map(n => n.target.join(" ")).slice(0, 3).join(", ")))
"""
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer other colours can change; the others see the same page again, and would only take time."""
SETTLES_MS = 300
"""Chromium tells some colours of before for a while after they have changed."""
COLOURS: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
STOPS_OF_A_DATE = 4
"""Day, month, year and the calendar."""
MORE_STOPS = 40
"""Those inside frames, and going round once more."""


def violations(whole: Page | Frame, rules: Sequence[str] = EVERY_RULE) -> list[str]:
    """What axe finds wrong."""
    if not whole.evaluate("'axe' in window"):
        whole.evaluate(AXE.read_text(encoding="utf-8"))
    return list(whole.evaluate(RUN_AXE, rules))


def looked_at(scene: Scene, room: Room) -> list[str]:
    """What is wrong with the state that the page is in. Leaves it narrow, at the top."""
    return [*_wide(scene), *_narrow(scene, room), *_zoomed(scene, room)]


def _wide(scene: Scene) -> Iterator[str]:
    for fault in _swept(scene, "wide", "pressable", "colourAlone", "order"):
        yield f"at {DESKTOP['width']} px: {fault}"


def _narrow(scene: Scene, room: Room) -> Iterator[str]:
    become(scene, room, PHONE)
    scene.whole.evaluate("window.scrollTo(0, 0)")  # axe measures what stands half above the window as small
    yield from _swept(scene, "wide", "cut")
    for name, colours in COLOURS.items():
        if room.is_mail and name == "forced colours":
            continue
        found = _in_colours(scene, colours, EVERY_RULE if name == "light" else OF_COLOURS)
        found += _swept(scene, "marks", "edges") if name == "forced colours" else []
        yield from (f"in {name}: {fault}" for fault in found)
    scene.page.emulate_media(**COLOURS["light"], reduced_motion="reduce")
    yield from _swept(scene, "moving")
    scene.page.emulate_media(reduced_motion="no-preference")
    scene.whole.evaluate("sweeps.space(true)")
    yield from (f"with spaced text: {fault}" for fault in _swept(scene, "wide", "cut"))
    scene.whole.evaluate("sweeps.space(false)")
    if room.grows:
        scene.whole.evaluate("size => sweeps.grow(size)", room.grows)
        yield from (f"with text of {room.grows}: {fault}" for fault in _swept(scene, "wide"))
        scene.whole.evaluate("sweeps.grow('')")


def _zoomed(scene: Scene, room: Room) -> Iterator[str]:
    become(scene, room, ZOOMED)
    for fault in (*_swept(scene, "wide", "cut"), *_walked(scene), *_swept(scene, "covered")):
        yield f"at 400 %: {fault}"


def become(scene: Scene, room: Room, size: Mapping[str, int]) -> None:
    """Another size of window."""
    scene.page.set_viewport_size({"width": size["width"], "height": size["height"]})
    if size != DESKTOP:
        room.narrow(scene)


def _in_colours(scene: Scene, colours: Mapping[str, Any], rules: Sequence[str]) -> list[str]:
    """What axe finds wrong in some colours: what is so still when they have settled."""
    scene.page.emulate_media(**colours)
    if found := violations(scene.whole, rules):
        scene.page.wait_for_timeout(SETTLES_MS)
        scene.whole.evaluate("document.documentElement.style.setProperty('--drawn', performance.now())")
        found = violations(scene.whole, rules)
    return found


def _swept(scene: Scene, *names: str) -> list[str]:
    called = ", ".join(f"...sweeps.{name}()" for name in names)
    return list(scene.whole.evaluate(f"[{called}]"))


def _walked(scene: Scene) -> Iterator[str]:
    """Through everything with Tab: each control is reached, in order, and is seen with the focus on it."""
    whole, last = scene.whole, -1
    expected = whole.evaluate("sweeps.begin()")
    for _ in range(expected * STOPS_OF_A_DATE + MORE_STOPS):
        scene.page.keyboard.press("Tab")
        met = whole.evaluate("sweeps.here()")
        if met is None or met["again"]:
            break
        yield from met["faults"]
        if 0 <= met["at"] < last:
            yield f"Tab goes back from stop {last} to stop {met['at']}"
        last = max(last, met["at"])
    yield from whole.evaluate("sweeps.missed()")
