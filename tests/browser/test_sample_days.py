"""Does somebody who tries Sendwell see the same issue in a sample, in the form and at the desk, in a holiday too?"""

from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect

from app.domain.calendar import LONDON
from tests.browser.in_process import whole_service
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow
from tests.fakes import FakeClock

DAYS = [
    ("2026-11-22T20:00", "2026-11-23T10:00", "Friday 27 November", "Friday 11 December"),
    ("2026-12-26T09:00", "2027-01-04T10:00", "Friday 8 January", "Friday 22 January"),
    ("2027-07-19T09:00", "2027-09-06T10:00", "Friday 10 September", "Friday 24 September"),
]


@pytest.mark.parametrize(("now", "monday", "issue", "survey"), DAYS, ids=["sunday", "christmas", "summer"])
def test_a_sample_is_written_in_the_week_of_the_next_issue(
    browser: Browser, now: str, monday: str, issue: str, survey: str
) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=LONDON)
    page = browser.new_page(locale="en-GB", timezone_id="Europe/London")
    page.clock.set_fixed_time(at)
    with whole_service(FakeClock(at)) as url:
        window = ComposeWindow(page, url)
        window.open_sample("false-urgent")
        expect(page.locator("#pretend")).to_have_value(monday)
        expect(page.locator("#body")).to_contain_text(f"our survey by {survey}.")
        expect(window.content.locator(".route")).to_contain_text(
            f"Next issue {issue}", timeout=ANSWERS_WITHIN_MS
        )
    page.close()


def test_the_examples_of_an_empty_desk_can_be_worked_on(browser: Browser) -> None:
    page = browser.new_page(locale="en-GB", timezone_id="Europe/London")
    with whole_service(FakeClock(datetime(2026, 12, 26, 9, tzinfo=LONDON))) as url:
        page.goto(f"{url}/who?then=/desk")
        page.get_by_role("button", name="Priya Shah").click()
        page.get_by_role("button", name="Put in some examples").click()
        expect(page.get_by_role("status")).to_contain_text("Here are some examples.")
        expect(page.get_by_text("Similar to")).to_have_count(2)
        page.get_by_role("link", name="Art prize for a Year 6 pupil").click()
        expect(page.get_by_text("Must go")).to_be_visible()
        page.goto(f"{url}/desk/requests")
        expect(page.get_by_text("Urgent", exact=True)).to_be_visible()
    page.close()
