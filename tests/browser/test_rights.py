"""Can a file about somebody be asked for and taken by keyboard alone?"""

from playwright.sync_api import Page, expect

from tests.browser.everybody.rows_people import site_of_staff
from tests.browser.test_desk import come_in, served
from tests.web.test_access_pages import SAM


def test_a_file_is_asked_for_and_taken_by_keyboard(page: Page) -> None:
    made = site_of_staff()
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
