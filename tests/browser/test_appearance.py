"""Does the pane take on the colours of the Outlook around it, and remember what somebody chose?

That every state can be read in any of them is held by the round (``tests/browser/everybody``).
"""

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ComposeWindow


def test_the_pane_follows_outlook_into_the_dark_and_remembers_a_choice(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url)
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "light")
    page.click("#dark")
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "dark")
    window.pane.get_by_label("Colours").select_option("light")
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "light")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "light")
