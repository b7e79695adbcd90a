"""Can the form for the bulletin be filled and sent by keyboard alone?"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

WAYS = {
    "all-schools": "Put in the e-bulletin",
    "urgent-return": "It is urgent",
    "one-cluster": "Send to the local officer",
}
HAS_FOCUS = "name => (document.activeElement.innerText || '').trim() === name"


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
