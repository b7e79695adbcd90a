"""A card that was answered in the pane does not come up at Send; and words that are no e-mail can be pasted in."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

HOME = "They live at 14 Elm Grove, Ashford TN24 8UU."


def test_a_card_that_is_kept_as_it_is_does_not_hold_the_message(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url)
    window.write("sales@supplies.example", "Delivery", HOME)
    keep = window.pane.locator("button.keep")
    expect(keep).to_have_count(1, timeout=ANSWERS_WITHIN_MS)
    page.click("#send")
    page.get_by_role("button", name="Don't Send").click(timeout=ANSWERS_WITHIN_MS)
    keep.click()
    expect(window.content).to_contain_text("1 card you have answered", timeout=ANSWERS_WITHIN_MS)
    page.click("#send")

    expect(page.locator("#toast")).to_contain_text("would have gone", timeout=ANSWERS_WITHIN_MS)


def test_where_a_reason_is_asked_for_it_is_given_in_the_pane_and_then_the_message_goes(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url, "?condition=soft-block-reason")
    expect(window.content).to_contain_text("who really needs it?", timeout=ANSWERS_WITHIN_MS)
    page.click("#send")
    alert = page.get_by_role("dialog")
    expect(alert).to_contain_text("who really needs it?", timeout=ANSWERS_WITHIN_MS)
    expect(alert.get_by_role("button", name="Send Anyway")).to_have_count(0)
    alert.get_by_role("button", name="See what to do").click()
    expect(window.content.locator("article h3:focus")).to_contain_text("who really needs it?")
    window.content.locator("summary", has_text="Send it as it is").press("Enter")
    window.content.locator("button.keep-reason").first.press("Enter")
    expect(window.content).to_contain_text("1 card you have answered", timeout=ANSWERS_WITHIN_MS)
    page.click("#send")

    expect(page.locator("#toast")).to_contain_text("would have gone", timeout=ANSWERS_WITHIN_MS)


def test_a_post_is_pasted_in_answered_and_copied(page: Page, live_service: LiveService) -> None:
    page.goto(f"{live_service.url}/paste")
    page.get_by_label("A post on our account").check()
    page.fill("#words", f"Well done to Oliver Hart! {HOME}")
    card = page.locator("article.card").first
    expect(card).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    expect(page.locator("#content")).to_contain_text("For anybody to read")
    expect(page.locator("#count")).to_contain_text("characters")
    page.get_by_role("button", name="Start again").click()

    expect(page.locator("#content")).to_contain_text("Paste or type the words", timeout=ANSWERS_WITHIN_MS)


def test_a_pasted_text_can_be_checked_by_keyboard_alone_at_320_pixels(
    page: Page, live_service: LiveService
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{live_service.url}/paste")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("Sports day is on Friday.")

    expect(page.locator("#words")).to_have_value("Sports day is on Friday.")
    expect(page.locator("#content")).to_contain_text("No rule applies", timeout=ANSWERS_WITHIN_MS)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
