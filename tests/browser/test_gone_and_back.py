"""The service goes away while somebody is in the middle of something, and comes back: what do they see, and lose?"""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

CLEAR = "No rule applies"
GONE = "Sendwell could not be reached."


class Line:
    """The line between the window and the service: cut it, and put it together again."""

    def __init__(self, page: Page) -> None:
        """Whole at first."""
        self._page = page

    def cut(self, path: str = "**/api/v1/**") -> None:
        """From now on nobody answers."""
        self._page.route(path, lambda route: route.abort("connectionreset"))

    def cut_answers(self, path: str) -> None:
        """From now on what is asked arrives, and its answer gets lost."""

        def lose(route: Route) -> None:
            route.fetch()
            route.abort("connectionreset")

        self._page.route(path, lose)

    def mend(self) -> None:
        """As at first."""
        self._page.unroute_all()


@pytest.fixture
def window(page: Page, still_service: str) -> ComposeWindow:
    return ComposeWindow(page, still_service)


@pytest.fixture
def line(page: Page) -> Line:
    return Line(page)


def _form(window: ComposeWindow) -> Locator:
    window.open_sample("all-schools")
    window.pane.get_by_role("button", name="Put in the e-bulletin").first.click(timeout=ANSWERS_WITHIN_MS)
    return window.pane.locator("form.item-form")


def test_during_a_check_nothing_is_called_clear_and_it_is_checked_again(
    window: ComposeWindow, line: Line
) -> None:
    line.cut()
    window.open_sample("clean")
    expect(window.content).to_contain_text("Your mail is not blocked.", timeout=ANSWERS_WITHIN_MS)
    expect(window.content).not_to_contain_text(CLEAR)
    again = window.pane.get_by_role("button", name="Try again")
    again.focus()
    line.mend()
    again.press("Enter")
    expect(window.content).to_contain_text(CLEAR, timeout=ANSWERS_WITHIN_MS)
    expect(window.content.locator("h2").first).to_be_focused()


def _take_out(window: ComposeWindow) -> None:
    card = window.content.locator('[data-finding="identifiers/nhs-number"]').first
    step = card.get_by_role("button", name="Take it out", exact=True)
    expect(step).to_be_attached(timeout=ANSWERS_WITHIN_MS)
    step.press("Enter")
    expect(card.locator(".fix-question")).to_contain_text("?")
    step.press("Enter")


def test_during_a_fix_the_message_stays_as_it_was(window: ComposeWindow, line: Line, page: Page) -> None:
    window.write("someone@supplies.example", "Form", "Her NHS number is 943 476 5919.")
    line.cut("**/api/v1/fixes")
    _take_out(window)
    notice = window.pane.locator("#notice")
    expect(notice).to_contain_text(f"{GONE} Nothing was changed.", timeout=ANSWERS_WITHIN_MS)
    expect(window.content.locator(".fix button").first).to_be_focused()
    assert "943 476 5919" in page.inner_text("#body")
    line.mend()
    _take_out(window)
    expect(notice).to_contain_text("Taken out", timeout=ANSWERS_WITHIN_MS)
    assert "943 476 5919" not in page.inner_text("#body")


def test_before_a_form_is_filled_there_is_a_way_back_and_a_way_on(window: ComposeWindow, line: Line) -> None:
    line.cut("**/suggestions")
    form = _form(window)
    expect(window.pane.get_by_role("alert")).to_contain_text(GONE, timeout=ANSWERS_WITHIN_MS)
    line.mend()
    window.pane.get_by_role("button", name="Try again").click()
    expect(form.get_by_label("Headline")).to_be_visible(timeout=ANSWERS_WITHIN_MS)


def test_an_item_whose_answer_is_lost_is_there_once(window: ComposeWindow, line: Line) -> None:
    form = _form(window)
    form.get_by_label("Headline").fill("Told once and only once")
    line.cut_answers("**/bulletin/items")
    send = form.get_by_role("button", name="Send to the editor")
    send.click()
    expect(form.get_by_role("alert")).to_contain_text("It may have arrived", timeout=ANSWERS_WITHIN_MS)
    expect(form.get_by_label("Headline")).to_have_value("Told once and only once")
    expect(send).to_be_focused()
    line.mend()
    send.press("Enter")
    followed = window.pane.locator("#followed-items li h3")
    expect(followed).to_have_text(["Told once and only once"], timeout=ANSWERS_WITHIN_MS)
    expect(window.pane.locator("#followed-items h2")).to_be_focused()


def test_at_send_it_goes_and_that_nobody_looked_is_said(
    window: ComposeWindow, line: Line, page: Page
) -> None:
    window.open_sample("clean")
    expect(window.content).to_contain_text(CLEAR, timeout=ANSWERS_WITHIN_MS)
    line.cut()
    page.click("#send")
    expect(page.locator("body")).to_contain_text("could not be reached", timeout=ANSWERS_WITHIN_MS)
    expect(page.locator("body")).not_to_contain_text("checked, all of it")
