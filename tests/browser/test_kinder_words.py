"""Can somebody take up kinder words from the card, with the keyboard alone, and take them back?"""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

SHOUTED = "The hall is booked. SEND ME THE REGISTER NOW!!! Priya"
KINDER = "Please could you send me the register as soon as you can?"


def shouting(page: Page, service: LiveService) -> ComposeWindow:
    window = ComposeWindow(page, service.url)
    window.write("someone@supplies.example", "Hall", SHOUTED)
    expect(window.content.locator(".kinder").first).to_be_attached(timeout=ANSWERS_WITHIN_MS)
    return window


def test_kinder_words_wait_for_a_press_and_can_be_taken_back(page: Page, live_service: LiveService) -> None:
    window = shouting(page, live_service)
    expect(window.content.locator(".kinder-text").first).to_have_text(KINDER)
    expect(page.locator("#body")).to_contain_text(SHOUTED)
    use = window.content.get_by_role("button", name="Use these words").first
    use.focus()
    with page.expect_response("**/api/v1/checks", timeout=ANSWERS_WITHIN_MS):
        page.keyboard.press("Enter")
        expect(page.locator("#body")).to_contain_text(f"The hall is booked. {KINDER} Priya")
    notice = window.pane.get_by_role("status").filter(has_text="Your draft now has the kinder words")
    expect(notice).to_be_in_viewport()
    expect(window.content.locator(".kinder")).to_have_count(0, timeout=ANSWERS_WITHIN_MS)
    window.pane.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#body")).to_contain_text(SHOUTED)


def test_the_way_back_goes_with_the_draft_it_was_for(page: Page, live_service: LiveService) -> None:
    window = shouting(page, live_service)
    window.content.get_by_role("button", name="Use these words").first.click()
    undo = window.pane.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    page.click("#discard")
    expect(undo).to_have_count(0, timeout=ANSWERS_WITHIN_MS)


def test_beside_a_picture_the_words_are_copied_and_the_message_stays(
    page: Page, live_service: LiveService
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window = shouting(page, live_service)
    dot = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    page.locator("#body").evaluate(f"e => e.append(Object.assign(new Image(), {{src: '{dot}'}}))")
    window.content.get_by_role("button", name="Use these words").first.click()
    expect(window.pane.locator("#notice")).to_contain_text(re.compile("copied|type them over"))
    expect(page.locator("#body")).to_contain_text(SHOUTED)
