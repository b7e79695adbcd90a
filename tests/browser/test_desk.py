"""Can an editor build an issue of twenty items by keyboard alone, and lose nothing by a slip?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.issue import QUESTIONS
from app.domain.school import Phase
from app.web.desk.room import DeskRoom
from tests.browser.everybody.rows_desk import NEWS, open_now
from tests.browser.in_process import answering
from tests.desk_rooms import PRIMARY, desk_room, later, placed, put_in
from tests.fakes import FakeClock
from tests.web.conftest import app_for, site_for

HAS_FOCUS = """
name => {
  const at = document.activeElement;
  return at.id === name || (at.tagName === "BUTTON" && at.innerText.includes(name));
}
"""
WHOM = (
    EVERYBODY,
    PRIMARY,
    ForWhom(phases=frozenset({Phase.SECONDARY})),
    ForWhom(clusters=frozenset({"Ashmere"})),
)


@contextmanager
def served(room: DeskRoom, **different: Any) -> Iterator[str]:
    """The pages with this desk, as an address."""
    site = replace(site_for(), clock=room.desk.clock, desk=room, **different)
    with answering(app_for(site)) as url:
        yield url


def come_in(page: Page, url: str, path: str = "/desk") -> None:
    page.set_default_timeout(60_000)  # machines that build are busy
    page.goto(f"{url}{path}")
    page.get_by_role("button", name="Priya Shah").click()
    expect(page.get_by_role("button", name="Not you?")).to_be_visible()


@dataclass
class Keyboard:
    """Counts every key that is pressed."""

    page: Page
    pressed: int = 0
    started: float = field(default_factory=time.monotonic)

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            expect(self.page.locator("html.keys-on")).to_be_attached()  # the script comes last
            self.page.keyboard.press(key)
            self.pressed += 1

    def tab_to(self, name: str, most: int = 120) -> None:
        """On with Tab until what is named has the focus."""
        for _ in range(most):
            if self.page.evaluate(HAS_FOCUS, name):
                return
            self.press("Tab")
        pytest.fail(f"{name} is not reached by Tab")


def test_twenty_items_from_the_inbox_to_publish_by_keyboard_alone(page: Page) -> None:
    clock = FakeClock()
    room = desk_room(clock)
    for number, headline in enumerate(NEWS):
        later(clock, minutes=1)
        put_in(
            room, headline, for_whom=WHOM[number % 4], body="Please tell whoever does this at your school."
        )
    with served(room) as url:
        come_in(page, url)
        keys = Keyboard(page)
        keys.press("j")
        keys.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Census day")
        for left in reversed(range(20)):
            keys.press("r")
            expect(page.get_by_role("status")).to_contain_text(
                {0: "last new item", 1: "No other new item"}.get(left, f"{left - 1} more new item")
            )
        keys.press("b")
        expect(page.get_by_role("heading", name="In this issue (20)")).to_be_visible()
        first = page.locator("[data-item] a").first
        before = first.inner_text()
        keys.press("j", times=2)
        keys.press("Alt+ArrowUp")
        expect(first).not_to_have_text(before)
        expect(page.locator("[data-item]").first.locator(":focus")).to_have_count(1)
        keys.press("Alt+ArrowDown")  # again, without looking for it
        expect(first).to_have_text(before)
        expect(page.locator("[data-item]").nth(1).locator(":focus")).to_have_count(1)
        keys.press("2")
        expect(page.locator("iframe")).to_have_attribute("title", "Issue 11 as Plain text")
        keys.tab_to("accurate")
        for _ in QUESTIONS:
            keys.press("Space")
            keys.press("Tab")
        keys.tab_to("Publish issue")
        keys.press("Enter")
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        taken = time.monotonic() - keys.started
        print(f"20 items by keyboard: {keys.pressed} keys, {taken:.1f} s")  # noqa: T201 - the figure of this test
        assert len(room.desk.book.issues()[0].order) == 20
        assert keys.pressed < 150
        keys.tab_to("Stop")
        keys.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Nothing went out")


def test_single_keys_rest_while_typing_and_can_be_turned_off(page: Page) -> None:
    room = desk_room()
    item = put_in(room, "Choir day")
    with served(room) as url:
        come_in(page, url, f"/desk/items/{item.id}")
        page.get_by_label("Headline").fill("Drama")
        page.get_by_label("Headline").press("r")
        expect(page.get_by_label("Headline")).to_have_value("Dramar")
        page.reload()
        page.get_by_text("Keyboard shortcuts").click()
        page.get_by_label("Use single keys").uncheck()
        page.get_by_role("heading", level=1).click()
        page.keyboard.press("r")
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Choir day")
        expect(page.locator(".key").first).to_be_hidden()
    assert room.desk.item(item.id) == item


def test_an_item_is_dragged_to_its_place(page: Page) -> None:
    room = desk_room()
    one, two, three = placed(room, ("Choir day", "Dance day", "Drama day"))
    with served(room) as url:
        come_in(page, url, "/desk/issues/2026-27-11")
        page.locator(f"#row-{three.id} .grip").drag_to(
            page.locator(f"#row-{one.id}"), target_position={"x": 60, "y": 3}
        )
        expect(page.locator("[data-item]").first).to_contain_text("Drama day")
        page.wait_for_load_state()
    assert open_now(room).order == (three.id, one.id, two.id)


def test_words_that_were_not_saved_are_not_lost_by_a_slip(page: Page) -> None:
    room = desk_room()
    item = put_in(room, "Choir day")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with served(room) as url:
        come_in(page, url, f"/desk/items/{item.id}")
        page.get_by_label("Summary").fill("Half a sentence")
        page.get_by_role("link", name="Inbox").first.click()
        expect(page.get_by_label("Summary")).to_have_value("Half a sentence")
        page.get_by_label("Why", exact=True).fill("Which choir?")
        with page.expect_event("dialog"):  # what was written beside it is not sent along
            page.get_by_role("button", name="Send back").click()
        expect(page.get_by_label("Summary")).to_have_value("Half a sentence")
    assert asked == ["beforeunload"] * 2


def test_what_cannot_be_sent_stays_in_its_form(page: Page) -> None:
    room = desk_room()
    item = put_in(room, "Choir day")
    told = page.get_by_role("alert")
    with served(room) as url:
        come_in(page, url, f"/desk/items/{item.id}")
        page.get_by_label("Summary").fill("The hall is open from nine.")
        page.route("**/account", lambda asked: asked.abort("internetdisconnected"))
        page.get_by_role("button", name="Save").click()
        expect(told).to_contain_text("cannot be reached")
        page.unroute("**/account")
        page.context.clear_cookies()
        page.get_by_role("button", name="Try again").click()
        expect(told).to_contain_text("You were signed out")
        with page.expect_popup() as opened:
            told.get_by_role("link").click()
        opened.value.get_by_role("button", name="Priya Shah").click()
        expect(opened.value.get_by_role("button", name="Not you?")).to_be_visible()
        expect(page.get_by_label("Summary")).to_have_value("The hall is open from nine.")
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("status").first).to_contain_text("Saved")
    assert room.desk.item(item.id).text.summary == "The hall is open from nine."


def test_two_presses_are_one(page: Page) -> None:
    room = desk_room()
    item = put_in(room, "Choir day")
    with served(room) as url:
        come_in(page, url, f"/desk/items/{item.id}")
        sent: list[str] = []
        page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
        page.get_by_role("button", name="Claim").dblclick()
        expect(page.get_by_role("status").first).to_contain_text("You have claimed it.")
        assert len(sent) == 1
        page.get_by_label("Summary").fill("")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("link", name="Inbox").first.click()
        expect(page.get_by_role("alert")).to_be_visible()
    assert len(room.desk.book.history(item.id)) == 2
