"""Can everybody fill the forms for the bulletin: enlarged, without our colours, by keyboard alone?"""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PROJECT, LiveService
from tests.browser.test_appearance import WIDER_THAN_ITSELF, low_contrasts
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

AXE = PROJECT / "addin-ui" / "node_modules" / "axe-core" / "axe.min.js"
WAYS = {
    "all-schools": "Put in the e-bulletin",
    "urgent-return": "It is urgent",
    "one-cluster": "Send to the local officer",
}
SENDS = {
    "all-schools": "Send to the editor",
    "urgent-return": "Ask the Communications Team",
    "one-cluster": "Send to the local officer",
}
HAS_FOCUS = "name => (document.activeElement.innerText || '').trim() === name"


def axe_faults(window: ComposeWindow) -> list[str]:
    """What axe finds wrong in the pane."""
    frame = window.page.frames[-1]
    frame.evaluate(AXE.read_text())
    found: list[str] = frame.evaluate("axe.run(document).then(all => all.violations.map(v => v.id))")
    return found


def opened(page: Page, url: str, sample: str) -> tuple[ComposeWindow, Locator]:
    """The form that a sample's card leads to."""
    window = ComposeWindow(page, url)
    window.open_sample(sample)
    if page.locator("#show-pane").is_visible():
        page.click("#show-pane")
    window.pane.get_by_role("button", name=WAYS[sample]).first.click(timeout=ANSWERS_WITHIN_MS)
    form = window.pane.locator("form.item-form")
    expect(form).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    return window, form


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sample", WAYS)
def test_forms_faults_and_what_is_followed_are_for_everybody(
    browser: Browser, live_service: LiveService, scheme: Literal["light", "dark"], sample: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    window, form = opened(context.new_page(), live_service.url, sample)
    assert axe_faults(window) == []
    assert low_contrasts(window.pane) == []
    first = form.locator("input[type=text]").first
    first.fill("")
    form.get_by_role("button", name=SENDS[sample]).click()
    expect(form.locator(".fault:not(:empty)").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    assert axe_faults(window) == []
    assert low_contrasts(window.pane) == []
    context.close()


@pytest.mark.parametrize("sample", WAYS)
def test_forms_fit_320_pixels_and_text_four_times_as_large(
    browser: Browser, live_service: LiveService, sample: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    window, form = opened(context.new_page(), live_service.url, sample)
    for size in ("100%", "400%"):
        window.pane.locator("html").evaluate("(e, size) => { e.style.fontSize = size }", size)
        assert not form.evaluate(WIDER_THAN_ITSELF), size
        assert not window.pane.locator("html").evaluate(WIDER_THAN_ITSELF), size
    context.close()


def test_without_colours_of_our_own_the_form_keeps_its_edges(
    browser: Browser, live_service: LiveService
) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    window, form = opened(context.new_page(), live_service.url, "all-schools")
    for part in (form.locator(".timing"), form.get_by_label("Headline"), form.locator(".primary")):
        assert part.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    assert axe_faults(window) == []
    context.close()


def test_an_item_is_sent_by_keyboard_alone(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("all-schools")
    card = window.pane.get_by_role("button", name="Put in the e-bulletin").first
    expect(card).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    window.pane.locator("#theme select").focus()
    _tab_to(window, "Put in the e-bulletin")
    page.keyboard.press("Enter")
    expect(window.pane.locator("#form-title")).to_be_focused(timeout=ANSWERS_WITHIN_MS)
    expect(window.pane.locator("form.item-form")).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    page.keyboard.press("Tab")
    expect(window.pane.get_by_label("Headline")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Sent without a mouse")
    _tab_to(window, "Send to the editor")
    page.keyboard.press("Enter")
    heading = window.pane.locator("#followed-items h2")
    expect(heading).to_be_focused(timeout=ANSWERS_WITHIN_MS)
    expect(window.pane.locator("#followed-items")).to_contain_text("Sent without a mouse")
    _tab_to(window, "Take it back")
    page.keyboard.press("Enter")
    expect(window.pane.locator("#followed-items li").first).to_contain_text(
        "Taken back", timeout=ANSWERS_WITHIN_MS
    )


def _tab_to(window: ComposeWindow, name: str, most: int = 60) -> None:
    frame = window.page.frames[-1]
    for _ in range(most):
        if frame.evaluate(HAS_FOCUS, name):
            return
        window.page.keyboard.press("Tab")
    pytest.fail(f"{name} is not reached by Tab")
