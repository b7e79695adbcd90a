"""Does a draft become an item of the bulletin in two presses, and does its sender see what becomes of it?"""

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow


def _opened(page: Page, url: str) -> tuple[ComposeWindow, Locator]:
    window = ComposeWindow(page, url)
    window.open_sample("all-schools")
    return window, _form(window)


def _form(window: ComposeWindow) -> Locator:
    window.pane.get_by_role("button", name="Put in the e-bulletin").first.click(timeout=ANSWERS_WITHIN_MS)
    form = window.pane.locator("form.item-form")
    expect(form).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    return form


def test_two_presses_make_an_item_that_is_followed(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("all-schools")
    press = window.pane.get_by_role("button", name="Put in the e-bulletin").first
    expect(press).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    subject = page.input_value("#subject")
    press.click()
    send = window.pane.get_by_role("button", name="Send to the editor")
    expect(send).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    headline = window.pane.get_by_label("Headline").input_value()
    send.click()
    item = window.pane.locator("#followed-items li").first
    expect(item).to_contain_text("With the editors", timeout=ANSWERS_WITHIN_MS)
    expect(item).to_contain_text(headline)
    expect(window.pane.locator("#notice")).to_contain_text("Item sent to the editor")
    expect(window.pane.locator("#followed-items h2")).to_be_focused()
    assert page.input_value("#subject") == subject
    window.pane.locator("#followed-items").get_by_role("button", name="Take it back").first.click()
    expect(item).to_contain_text("Taken back", timeout=ANSWERS_WITHIN_MS)


def test_what_is_wrong_is_said_at_its_field(page: Page, live_service: LiveService) -> None:
    _, form = _opened(page, live_service.url)
    headline = form.get_by_label("Headline")
    headline.fill("")
    form.get_by_role("button", name="Send to the editor").click()
    expect(headline).to_be_focused(timeout=ANSWERS_WITHIN_MS)
    expect(form.locator("#item-headline-fault")).to_have_text("Write a headline.")
    headline.fill("Long " * 20)
    expect(form.locator(".too-long")).to_have_text("99 of 60")
    expect(form.locator("#item-headline-fault")).to_be_empty()


def test_a_double_click_makes_one_item(page: Page, live_service: LiveService) -> None:
    window, form = _opened(page, live_service.url)
    form.get_by_label("Headline").fill("Pressed twice in a hurry")
    form.get_by_role("button", name="Send to the editor").dblclick()
    followed = window.pane.locator("#followed-items li")
    expect(followed).to_contain_text(["Pressed twice in a hurry"], timeout=ANSWERS_WITHIN_MS)
    expect(followed).to_have_count(1)


def test_words_stay_when_the_service_is_away(page: Page, live_service: LiveService) -> None:
    window, form = _opened(page, live_service.url)
    form.get_by_label("Headline").fill("Kept while nobody answers")

    def nobody(route: Route) -> None:
        route.abort()

    page.route("**/api/v1/bulletin/items", nobody)
    form.get_by_role("button", name="Send to the editor").click()
    expect(form.get_by_role("alert")).to_contain_text("Your words are kept here", timeout=ANSWERS_WITHIN_MS)
    page.unroute("**/api/v1/bulletin/items")
    form.get_by_role("button", name="Send to the editor").click()
    expect(window.pane.locator("#followed-items")).to_contain_text(
        "Kept while nobody answers", timeout=ANSWERS_WITHIN_MS
    )


def test_a_half_written_form_is_there_again(page: Page, live_service: LiveService) -> None:
    window, form = _opened(page, live_service.url)
    form.get_by_label("Headline").fill("Half written when the pane was closed")
    page.wait_for_timeout(300)  # what is typed is kept by now
    window.pane.locator("html").evaluate("() => location.reload()")
    expect(_form(window).get_by_label("Headline")).to_have_value("Half written when the pane was closed")


def test_another_message_has_a_pane_of_its_own(page: Page, live_service: LiveService) -> None:
    window, form = _opened(page, live_service.url)
    form.get_by_label("Headline").fill("Written for the first message")
    page.wait_for_timeout(300)  # what is typed is kept by now
    window.open_sample("false-urgent")
    expect(window.content).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    expect(_form(window).get_by_label("Headline")).not_to_have_value("Written for the first message")
    page.click("#discard")
    expect(window.content).to_contain_text("Nothing to check yet", timeout=ANSWERS_WITHIN_MS)
