"""Can a head teacher's office use the policy pages, with a mouse and by keyboard?"""

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService

RULE = "/policy/rules/no-bulk-to-schools"


def come_in(page: Page, service: LiveService, path: str) -> None:
    page.goto(f"{service.url}{path}")
    page.get_by_role("button", name="Priya Shah").click()
    expect(page.get_by_role("button", name="Not you?")).to_be_visible()


def test_a_rule_is_changed_and_put_back(page: Page, live_service: LiveService) -> None:
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security" in said.text else None)
    come_in(page, live_service, RULE)
    page.get_by_label("What the card says").fill("Please use the bulletin.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    page.get_by_label("Why?").fill("shorter")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("It is in force everywhere")
    page.get_by_role("link", name="See the change, or take it back").click()
    expect(page.get_by_role("cell", name="Please use the bulletin.")).to_be_visible()
    page.get_by_label("Why?").fill("it was good")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status")).to_contain_text("It is in force everywhere")
    assert refused == []


def test_terms_are_tried_by_keyboard_and_live_at_once(page: Page, live_service: LiveService) -> None:
    come_in(page, live_service, "/policy/settings/calendar")
    page.get_by_label("Closes so many working days before").fill("3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("What would change")
    page.get_by_label("Closes so many working days before").fill("30")
    page.get_by_label("Why?").fill("the printers are slow")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="a whole number from 0 to 10").click()
    expect(page.get_by_label("Why?")).to_have_value("the printers are slow")
    page.get_by_label("Closes so many working days before").fill("3")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text(
        "It was Friday"
    )  # it moves an open issue, so it is told first
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("It is in force everywhere")
    page.goto(f"{live_service.url}/policy/settings")
    expect(page.get_by_text("Last changed: “the printers are slow”")).to_be_visible()


def test_the_keyboard_gets_everywhere(page: Page, live_service: LiveService) -> None:
    come_in(page, live_service, "/policy")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Writing to Kent schools")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Writing to Kent schools")
