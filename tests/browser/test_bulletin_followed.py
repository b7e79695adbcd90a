"""Does a sender see in the pane what the desk does with an item, until schools can read it?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from app.bulletin.build_issue import open_issue, place
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import claim, make_ready, send_back
from app.bulletin.publish import go_out, gone_out, publish
from app.domain.issue import QUESTIONS, Issue
from app.domain.item import Item
from app.main import create_app
from app.settings import load_settings
from tests.browser.in_process import answering
from tests.browser.test_bulletin_access import opened
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow
from tests.desk_rooms import EDITOR, leave_to_publish
from tests.fakes import FakeClock
from tests.register_fakes import FakePostingStore

WEBSITE = "https://schools.example"
NUMBER = "() => JSON.parse(localStorage.getItem('sendwell-items'))[0]"


@dataclass
class Running:
    """The service in this process, and its desk at a time that can be moved on."""

    url: str
    desk: BulletinDesk
    clock: FakeClock

    def issue(self) -> Issue:
        """The one that is open."""
        found = open_issue(self.desk)
        assert found
        return found


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    app = create_app(load_settings({}, data=tmp_path, sample=True, engine=False, public_url=WEBSITE))
    clock, postings = FakeClock(datetime.now(UTC)), FakePostingStore()
    entry = leave_to_publish()
    always = replace(
        entry.permission, starts=clock.now().date(), ends=clock.now().date() + timedelta(days=99)
    )
    postings.add(replace(entry, permission=always))
    desk = replace(app.state.service.bulletin.desk, clock=clock, postings=postings)
    with answering(app) as url:
        yield Running(url, desk, clock)


def test_from_the_form_to_the_issue_that_it_went_out_in(page: Page, running: Running) -> None:
    window, form = opened(page, running.url, "all-schools")
    form.get_by_role("button", name="Send to the editor").click()
    item = window.pane.locator("#followed-items li").first
    expect(item).to_contain_text("With the editors", timeout=ANSWERS_WITHIN_MS)
    number = window.page.frames[-1].evaluate(NUMBER)
    desk = running.desk

    claimed = claim(desk, number, EDITOR)
    _looks_again(window)
    expect(item).to_contain_text("Being edited", timeout=ANSWERS_WITHIN_MS)
    send_back(desk, number, claimed.version, EDITOR, "Say whom to ask.")
    _looks_again(window)
    expect(item).to_contain_text("It was sent back: Say whom to ask.", timeout=ANSWERS_WITHIN_MS)
    _mends(window, item)

    _goes_out(running, desk.item(number), window, item)
    link = item.get_by_role("link", name="Read it as it went out").get_attribute("href")
    assert link
    assert link.startswith(WEBSITE)
    assert page.request.get(link.replace(WEBSITE, running.url)).ok


def _looks_again(window: ComposeWindow) -> None:
    """As somebody who closes the pane and comes back."""
    window.pane.locator("html").evaluate("() => location.reload()")


def _mends(window: ComposeWindow, item: Locator) -> None:
    item.get_by_role("button", name="Mend and send again").click()
    form = window.pane.locator("form.item-form")
    form.get_by_label("Whom to ask").fill("Priya Shah, 01632 960114")
    form.get_by_role("button", name="Send to the editor").click()
    expect(item).not_to_contain_text("sent back", timeout=ANSWERS_WITHIN_MS)


def _goes_out(running: Running, at_the_desk: Item, window: ComposeWindow, item: Locator) -> None:
    desk, issue = running.desk, running.issue()
    ready = make_ready(desk, at_the_desk.id, at_the_desk.version, EDITOR)
    _looks_again(window)
    expect(item).to_contain_text("It is ready, and waits for an issue.", timeout=ANSWERS_WITHIN_MS)
    place(desk, issue.key, ready.id, EDITOR, even_late=True)
    _looks_again(window)
    expect(item).to_contain_text(f"It is placed in issue {issue.key.number}", timeout=ANSWERS_WITHIN_MS)
    held = running.issue()
    publish(desk, held.key, held.version, dict.fromkeys(QUESTIONS, True), EDITOR)
    running.clock.at += timedelta(days=60)
    go_out(desk, held.key)
    gone_out(desk, held.key)
    _looks_again(window)
    expect(item).to_contain_text(f"It went out in issue {issue.key.number}", timeout=ANSWERS_WITHIN_MS)
    expect(item.get_by_role("button", name="Take it back")).to_have_count(0)
