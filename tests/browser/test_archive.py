"""Can everybody read the bulletin's website: narrow, dark, without our colours, without a script?"""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser

from app.bulletin.publish import go_out, publish
from app.domain.issue import QUESTIONS
from app.web.desk.placing import open_issue
from tests.archive_rooms import LeavingRoom, archive_room
from tests.browser.test_appearance import WIDER_THAN_ITSELF
from tests.browser.test_desk import AXE, NARROW, RUN_AXE
from tests.desk_rooms import EDITOR, PRIMARY, desk_room, placed
from tests.fakes import FakeClock
from tests.web.conftest import app_for, site_for

BODY = "Please bring:\n- a pen\n- paper\n\nThe hall is open from 8:30.\nParking is behind it."
LINK = "https://very-long-addresses.example/" + "and-on-" * 20


@contextmanager
def served(clock: FakeClock) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The website with one issue out, as an address, and its paths."""
    room = desk_room(clock)
    closing = date(2026, 11, 30)
    items = placed(room, ("Census day is near",), body=BODY, links=(LINK,), closes=closing)
    items += placed(
        room, ("Choir day at the Corn Hall",), for_whom=PRIMARY, contact="Music team, 01234 567890"
    )
    issue = open_issue(room.desk)
    assert issue
    answers = dict.fromkeys(QUESTIONS, True)
    held = publish(room.desk, issue.key, issue.version, answers, EDITOR)
    assert held.held_until
    clock.at = held.held_until
    go_out(room.desk, issue.key)
    clock.at = clock.at.replace(month=12, day=20)
    lists = LeavingRoom()
    site = replace(site_for(), clock=clock, desk=room, archive=archive_room(room, leave=lists.desk))
    server = uvicorn.Server(uvicorn.Config(app_for(site), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    found = ("/bulletin/search?q=day", "/bulletin/search?q=volcano", "/bulletin/search")
    leave = f"/leave/request-7/{lists.code()}"
    paths = ("/bulletin", f"/bulletin/{issue.key}", f"/bulletin/items/{items[0].id}", *found, leave)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", paths
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("look", NARROW.values(), ids=list(NARROW))
def test_every_page_is_for_everybody(browser: Browser, look: Mapping[str, Any]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True, **look)
    page = context.new_page()
    wrong: dict[str, Any] = {}
    with served(FakeClock()) as (url, paths):
        for path in paths:
            page.goto(f"{url}{path}")
            page.add_script_tag(path=AXE)
            found = page.evaluate(RUN_AXE), page.locator("html").evaluate(WIDER_THAN_ITSELF)
            if any(found):
                wrong[path] = found
    context.close()

    assert wrong == {}


def test_from_the_list_to_the_item_without_a_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(FakeClock()) as (url, _):
        page.goto(f"{url}/bulletin")
        page.get_by_role("link", name="Issue 11").click()
        page.get_by_role("heading", name="Census day is near").get_by_role("link").click()
        heading, said = page.get_by_role("heading", level=1).inner_text(), page.locator("main").inner_text()
    context.close()

    assert heading == "Census day is near"
    assert "The day for this is over" in said
    assert "Parking is behind it." in said


def test_an_item_is_found_by_keyboard_without_a_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(FakeClock()) as (url, _):
        page.goto(f"{url}/bulletin")
        page.get_by_role("link", name="Search").press("Enter")
        page.get_by_label("What are you looking for?").focus()
        page.keyboard.type("parking pens")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Census day is near").get_by_role("link").press("Enter")
        heading = page.get_by_role("heading", level=1).inner_text()
    context.close()

    assert heading == "Census day is near"
