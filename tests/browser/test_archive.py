"""Is the bulletin's website read and searched without a script, and by keyboard?"""

from playwright.sync_api import Browser

from tests.browser.everybody.rows_public import website


def test_from_the_list_to_the_item_without_a_script(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with website() as place:
        page.goto(f"{place.url}/bulletin")
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
    with website() as place:
        page.goto(f"{place.url}/bulletin")
        page.get_by_role("link", name="Search").press("Enter")
        page.get_by_label("What are you looking for?").focus()
        page.keyboard.type("parking pens")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Census day is near").get_by_role("link").press("Enter")
        heading = page.get_by_role("heading", level=1).inner_text()
    context.close()

    assert heading == "Census day is near"
