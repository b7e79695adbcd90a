"""Can an editor build an issue of twenty items by keyboard alone, narrow, dark and without our colours?"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from app.bulletin.edit import claim, edit, send_back
from app.bulletin.publish import go_out, gone_out, publish
from app.bulletin_ports import DeliveryState
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.issue import QUESTIONS, Issue
from app.domain.school import Phase
from app.web.desk.placing import open_issue
from app.web.desk.room import DeskRoom, Gate, Gates, HowFar, Shown
from app.web.issue_mail import Look, issue_html
from tests.browser.conftest import PROJECT
from tests.browser.in_process import answering
from tests.browser.test_appearance import WIDER_THAN_ITSELF
from tests.desk_rooms import EDITOR, OTHER, PRIMARY, desk_room, later, made_ready, placed, put_in
from tests.fakes import FakeClock
from tests.web.conftest import app_for, site_for

AXE = PROJECT / "addin-ui/node_modules/axe-core/axe.min.js"
RUN_AXE = """
() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], iframes: false})
  .then(r => r.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ")).slice(0, 3).join(", ")))
"""
HAS_FOCUS = """
name => {
  const at = document.activeElement;
  return at.id === name || (at.tagName === "BUTTON" && at.innerText.includes(name));
}
"""
NARROW: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
WHOM = (
    EVERYBODY,
    PRIMARY,
    ForWhom(phases=frozenset({Phase.SECONDARY})),
    ForWhom(clusters=frozenset({"Ashmere"})),
)
NEWS = (
    "Census day is Thursday 21 January", "Bikeability places for spring", "SENCO forum moves online",
    "Moderation in Ashmere", "Choir day at the Corn Hall", "Options evenings", "Free meals: check who is eligible",
    "Flu vaccination dates", "Early years funding headcount", "Governor training in January", "Payroll closes early",
    "Asbestos survey returns", "Reading volunteers wanted", "Apprenticeship levy guide", "Snow closure line tested",
    "New attendance codes", "School meals menu", "Museum loans open", "Admissions round dates", "Year 6 transition day",
)  # fmt: skip


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


def open_now(room: DeskRoom) -> Issue:
    issue = open_issue(room.desk)
    assert issue
    return issue


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
    assert asked == ["beforeunload"]


def full_room() -> tuple[DeskRoom, dict[str, str]]:
    """A desk on which everything has happened, and where each state is seen."""
    clock = FakeClock()
    gates = Gates(
        (
            Gate(
                "A child’s name",
                "Take out the parts shown.",
                "Must go",
                "block",
                "004 §4",
                is_stop=True,
                parts=(
                    Shown("body", "The rest", "Olivia-Wilhelmina Hartley-Featherstonehaugh"),
                    Shown("contact", "Whom to ask", "Olivia"),
                ),
                more=2,
            ),
            Gate("Long sentence", "Cut it."),
        ),
        ("pictures",),
    )
    far = HowFar({DeliveryState.SENT: 150, DeliveryState.WAITING: 8}, "The carrier refuses our password.")
    room = desk_room(clock, gates=lambda _: gates, how_far=lambda key: far if key.number == 11 else HowFar())
    placed(room, NEWS[:4])
    publish(room.desk, open_now(room).key, open_now(room).version, dict.fromkeys(QUESTIONS, True), EDITOR)
    later(clock, days=4)
    gone = room.desk.book.issues()[0].key
    go_out(room.desk, gone)
    gone_out(room.desk, gone)
    places = {"out": f"/desk/issues/{gone}", "issues": "/desk/issues", "inbox": "/desk"}
    new = put_in(room, "Choir day", body="Come along.\n\n- bring music", closes=date(2026, 11, 25))
    edit(room.desk, new.id, 1, replace(new.text, body="Do come along.\n\n- bring music"), OTHER)
    theirs, back = put_in(room, "Dance day"), put_in(room, "Drama day")
    claim(room.desk, theirs.id, OTHER)
    send_back(room.desk, back.id, 1, EDITOR, "Which drama?")
    made_ready(room, "Music day", for_whom=PRIMARY)
    placed(room, NEWS[5:9], for_whom=PRIMARY)
    room = replace(room, alike=lambda item: (back,) if item.id == new.id else ())
    places |= {
        "item": f"/desk/items/{new.id}",
        "claimed": f"/desk/items/{theirs.id}",
        "sent back": f"/desk/items/{back.id}",
    }
    return room, places | {"issue": f"/desk/issues/{open_now(room).key}"}


def quicker_than(page: Page, room: DeskRoom, address: str, headline: str, *, claims: bool = False) -> None:
    """Tom changes the item, while Priya writes; then she saves."""
    page.goto(address)
    page.get_by_label("Headline").fill(headline)
    page.get_by_label("Whom to ask").fill(f"Priya, for {headline}, 01632 960600")
    now = room.desk.item(address.rpartition("/")[2])
    if claims:
        claim(room.desk, now.id, OTHER)
    else:
        other = replace(now.text, headline=f"{headline} of Tom"[:60], summary="Come along, all of you.")
        edit(room.desk, now.id, now.version, other, OTHER)
    page.get_by_role("button", name="Save", exact=False).last.click()
    expect(page.get_by_role("alert").first).to_be_visible()


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return list(page.evaluate(RUN_AXE))


@pytest.mark.parametrize("colours", NARROW)
def test_every_state_is_open_to_everybody_at_320_pixels(browser: Browser, colours: str) -> None:
    room, places = full_room()
    page = browser.new_context(viewport={"width": 320, "height": 640}, **NARROW[colours]).new_page()
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        found[state] = violations(page)
        if page.locator("html").evaluate(WIDER_THAN_ITSELF):
            found[state].append("runs off the side")

    with served(room) as url:
        come_in(page, url)
        for state, path in places.items():
            page.goto(f"{url}{path}")
            look(state)
        page.goto(f"{url}{places['item']}")
        page.get_by_label("Headline").fill("")
        page.get_by_role("button", name="Save", exact=False).last.click()
        look("wrong")
        page.goto(f"{url}{places['issue']}")
        for box in page.locator("input[name=answers]").all():
            box.check()
        page.get_by_role("button", name="Publish").click()
        look("held")
        page.goto(f"{url}/desk/items/{room.desk.book.issues()[0].order[0]}")
        look("item of a held issue")
        for state, headline in (("both changed it", "Choir week"), ("only the other did", "Choir day")):
            quicker_than(page, room, f"{url}{places['item']}", headline)
            look(state)
        quicker_than(page, room, f"{url}{places['item']}", "Choir term", claims=True)
        look("the other has it now")
        page.goto(f"{url}/staff/postings/new?outlet=bulletin&back={places['issue']}")
        look("leave to publish")
        page.goto(f"{url}/policy/settings/calendar")
        page.get_by_label("Goes out every").select_option("Thursday")
        page.get_by_role("button", name="Look at what would change").last.click()
        look("a calendar that moves an issue")
    with served(desk_room()) as url:
        page.goto(f"{url}/desk")  # the same machine, so she has said who she is
        look("empty inbox")
        page.goto(f"{url}/desk/issues/2026-27-11")
        look("empty issue")
    page.context.close()
    assert {state: what for state, what in found.items() if what} == {}


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_the_mail_is_open_to_everybody(browser: Browser, look: Look) -> None:
    room, _ = full_room()
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    page.set_content(issue_html(room.laid_out(open_now(room)), look))

    assert violations(page) == []
    assert not page.locator("html").evaluate(WIDER_THAN_ITSELF)
    page.context.close()
