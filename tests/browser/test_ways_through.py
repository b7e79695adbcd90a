"""Can somebody get on from wherever they are: an unknown list, a link, many recipients, a held message?"""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow


def test_how_many_schools_is_asked_and_answered(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("contact-list")
    window.content.get_by_label("One school").check(timeout=ANSWERS_WITHIN_MS)
    answer = window.content.locator(".answer")
    expect(answer).to_have_text("Then you can send it yourself")
    window.content.get_by_label("More schools than that").check()
    expect(answer).to_contain_text("Next issue")
    with page.expect_response("**/api/v1/checks", timeout=ANSWERS_WITHIN_MS):
        page.fill("#subject", "Bikeability places in the spring term")
    page.wait_for_timeout(300)  # what is drawn anew is drawn by now
    expect(window.content.get_by_label("More schools than that")).to_be_checked()


def test_links_leave_the_pane_where_it_is(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("pupil-data")
    links = window.content.locator("a")
    expect(links.first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    assert set(links.evaluate_all("all => all.map(a => a.target + ' ' + a.rel)")) == {
        "_blank noopener noreferrer"
    }


def test_many_recipients_show_whole_rows_and_how_many_more(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("all-schools")
    more = page.locator("#row-to .more-people")
    expect(more).to_have_text(re.compile(r"^and \d+ more$"))
    cut = """box => { const end = box.getBoundingClientRect().bottom;
        return [...box.querySelectorAll('.chip')].map(c => c.getBoundingClientRect())
            .filter(c => c.top < end - 1 && c.bottom > end + 1).length; }"""
    assert page.locator("#row-to .recipient-box").evaluate(cut) == 0
    more.click()
    expect(page.locator("#to-input")).to_be_focused()
    expect(more).to_be_hidden()
    page.locator("#subject").focus()
    expect(more).to_be_visible()


def test_tab_reaches_the_message_at_once_by_the_skip_link(page: Page, live_service: LiveService) -> None:
    ComposeWindow(page, live_service.url)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the message")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#body")).to_be_focused()


def test_what_should_come_out_first_makes_not_sending_the_first_choice(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("address-list")
    expect(window.content.locator(".card-block").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    page.click("#send")
    alert = page.get_by_role("dialog")
    expect(alert).to_contain_text("Take the list out first", timeout=ANSWERS_WITHIN_MS)
    expect(alert.get_by_role("button").first).to_have_text("Don't Send")
    expect(alert.get_by_role("button").first).to_be_focused()
    expect(alert.get_by_role("button", name="Send Anyway")).to_be_visible()


def test_a_held_message_shows_the_words_it_is_held_for(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("angry")
    card = window.content.locator(".card-justify, .card-warn").first
    words = card.locator(".excerpts q").first.inner_text(timeout=ANSWERS_WITHIN_MS)
    page.click("#send")
    expect(page.get_by_role("dialog")).to_contain_text(f"“{words}”", timeout=ANSWERS_WITHIN_MS)
