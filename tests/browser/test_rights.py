"""Can the pages about rights and insight be read and used at 320 pixels, in the dark, and by keyboard alone?"""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from app.web.state import WebState
from tests.browser.test_appearance import WIDER_THAN_ITSELF
from tests.browser.test_desk import NARROW, come_in, served, violations
from tests.rights_fakes import FakeHeldRows
from tests.web.conftest import site_for
from tests.web.test_access_pages import ROWS, SAM
from tests.web.test_insight_pages import full

PAGES = (
    "/staff/access",
    "/staff/deleted",
    "/staff/impact",
    "/staff/me",
    "/policy/insight",
    "/review/insight",
    "/policy/report",
)


def site() -> WebState:
    made = full(site_for())
    held = made.staff.held
    rows = FakeHeldRows(ROWS)
    return replace(
        made, staff=replace(made.staff, held=replace(held, access=replace(held.access, rows=rows)))
    )


@pytest.mark.parametrize("colours", NARROW)
def test_rights_and_insight_are_for_everybody(browser: Browser, colours: str) -> None:
    made = site()
    page = browser.new_context(viewport={"width": 320, "height": 640}, **NARROW[colours]).new_page()
    found = {}
    with served(made.desk, staff=made.staff, insight=made.insight) as url:
        come_in(page, url)
        for path in PAGES:
            page.goto(f"{url}{path}")
            wide = page.locator("html").evaluate(WIDER_THAN_ITSELF)
            found[path] = (violations(page), wide)
    page.context.close()

    assert found == dict.fromkeys(PAGES, ([], False))


def test_a_file_is_asked_for_and_taken_by_keyboard(page: Page) -> None:
    made = site()
    with served(made.desk, staff=made.staff, insight=made.insight) as url:
        come_in(page, url)
        page.goto(f"{url}/staff/access")
        page.get_by_label("Their work e-mail address").focus()
        page.keyboard.type(SAM.address)
        page.keyboard.press("Tab")
        page.keyboard.type("A letter of 12 November.")
        for key in ("Tab", "Space", "Tab", "Space", "Tab", "Enter"):
            page.keyboard.press(key)
        expect(page.get_by_role("heading", name="The file")).to_be_visible()
        page.get_by_role("button", name="Take the file").focus()
        with page.expect_download() as taken:
            page.keyboard.press("Enter")

    assert taken.value.suggested_filename == "held-about-s.field.json"
