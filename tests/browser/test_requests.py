"""Is what somebody ticks of a request counted at once?"""

from dataclasses import replace

from playwright.sync_api import Browser, expect

from app.bulletin.requests.decide_request import ask
from app.domain.for_whom import ForWhom
from tests.browser.everybody.rows_desk import ASKED, may_mail
from tests.browser.test_desk import come_in, served
from tests.desk_rooms import SENDER, desk_room


def test_what_is_ticked_is_counted_at_once(browser: Browser) -> None:
    counted = {True: {"schools": 160, "addresses": 158}, False: {"schools": 12, "addresses": 11}}
    room = may_mail(desk_room(count=lambda whom: counted[not whom.phases]))
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


def test_a_request_is_turned_into_an_item_and_back_by_keyboard_alone(browser: Browser) -> None:
    room = may_mail(desk_room())
    one = ask(room.desk, "a key that is long enough", ASKED, SENDER, {})
    page = browser.new_page()
    with served(room) as url:
        come_in(page, url)
        page.goto(f"{url}/desk/requests/{one.id}")
        for kind, name in (
            ("button", "Turn it into a bulletin item"),
            ("link", "The request"),
            ("button", "Turn it back into a request"),
        ):
            page.get_by_role(kind, name=name, exact=True).focus()  # type: ignore[arg-type]  # a role by its name
            page.keyboard.press("Enter")
            page.wait_for_load_state()
        expect(page.get_by_text("the request waits for a decision again")).to_be_visible()
        expect(page.get_by_role("button", name="Turn it into a bulletin item")).to_be_visible()
    page.close()
