"""Can requests for mail be decided on at 320 pixels, in the dark, without our colours and without a mouse?"""

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from app.bulletin.requests.decide_request import approve, ask, decline
from app.domain.bulk_request import QUESTIONS, Approval, Asked, RequestKind
from app.domain.for_whom import ForWhom
from app.domain.posting import Outlet
from tests.browser.test_appearance import WIDER_THAN_ITSELF
from tests.browser.test_desk import NARROW, come_in, served, violations
from tests.desk_rooms import EDITOR, SENDER, desk_room, leave_to_publish

ASKED = Asked(
    RequestKind.URGENT, "School census: send your return", "It closes soon.\n\nSend your return.",
    ForWhom(clusters=frozenset({"Ashmere"})), "", "School census", date(2026, 11, 19),
)  # fmt: skip


def test_what_is_ticked_is_counted_at_once(browser: Browser) -> None:
    counted = {True: {"schools": 160, "addresses": 158}, False: {"schools": 12, "addresses": 11}}
    room = desk_room(count=lambda whom: counted[not whom.phases])
    entry = leave_to_publish()
    room.desk.postings.add(replace(entry, permission=replace(entry.permission, outlet=Outlet.MAILING_LIST)))
    everybody = replace(ASKED, for_whom=ForWhom())
    one = ask(room.desk, "a key that is long enough", everybody, SENDER, {})
    page = browser.new_page()
    with served(room) as url:
        come_in(page, url)
        page.goto(f"{url}/desk/requests/{one.id}")
        page.get_by_label("Reason, if one is asked for").fill("Only they are late.")
        page.get_by_label("Primary schools").check()
        expect(page.locator("#reach")).to_contain_text("12 schools, 11 addresses")
        expect(page.locator("#reach")).to_contain_text("not the schools that were asked for")
        page.get_by_label("Primary schools").uncheck()
        expect(page.locator("#reach")).to_contain_text("160 schools")
        expect(page.get_by_label("Reason, if one is asked for")).to_have_value("Only they are late.")
    page.close()


@pytest.mark.parametrize("colours", NARROW)
def test_the_pages_are_for_everybody(browser: Browser, colours: str) -> None:
    room = desk_room()
    entry = leave_to_publish()
    room.desk.postings.add(replace(entry, permission=replace(entry.permission, outlet=Outlet.MAILING_LIST)))
    one = ask(room.desk, "a key that is long enough", ASKED, SENDER, {})
    gone = ask(room.desk, "another key that is long", replace(ASKED, subject="Old news"), SENDER, {})
    decline(room.desk, gone.id, gone.version, EDITOR, "It was said before.")
    held = ask(room.desk, "a third key that is long", replace(ASKED, subject="Held"), SENDER, {})
    approve(
        room.desk, held.id, held.version, EDITOR, Approval(ASKED.for_whom, dict.fromkeys(QUESTIONS, True))
    )
    page = browser.new_context(viewport={"width": 320, "height": 640}, **NARROW[colours]).new_page()
    found: dict[str, list[str]] = {}
    with served(room) as url:
        come_in(page, url)
        for path in ("", f"/{held.id}", f"/{gone.id}", f"/{one.id}"):
            page.goto(f"{url}/desk/requests{path}")
            found[path] = violations(page)
            if page.locator("html").evaluate(WIDER_THAN_ITSELF):
                found[path].append("runs off the side")
        page.get_by_role("button", name="Decline").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("Say why")
        found["wrong"] = violations(page)
        page.goto(f"{url}/desk/requests/{held.id}")
        page.get_by_role("button", name="Stop").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").first).to_contain_text("Stopped. Nothing went out")
    page.context.close()

    assert {state: said for state, said in found.items() if said} == {}
