"""From the click on a card to the changed message: each step asks once, does what it says, and can be undone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

NUMBER = "943 476 5919"


@pytest.fixture
def service(still_service: str) -> str:
    """The whole service, with a website for documents."""
    return still_service


def say_yes(window: ComposeWindow, finding: str, label: str) -> None:
    """Press the step, read the question, press yes: with the keyboard alone."""
    card = window.content.locator(f'[data-finding="{finding}"]').first
    step = card.get_by_role("button", name=label, exact=True)
    expect(step).to_be_attached(timeout=ANSWERS_WITHIN_MS)
    step.press("Enter")
    expect(card.locator(".fix-question")).to_contain_text("?")
    expect(step).to_be_focused()
    step.press("Enter")


def undo(window: ComposeWindow) -> None:
    window.pane.get_by_role("button", name="Undo").press("Enter")


def told(window: ComposeWindow, words: str) -> None:
    expect(window.pane.locator("#notice")).to_contain_text(words, timeout=ANSWERS_WITHIN_MS)


def html(page: Page) -> str:
    return str(page.locator("#body").inner_html())


def test_a_number_is_taken_out_and_nothing_beside_it(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.write("someone@supplies.example", "Form", "x")
    body = "<p>Dear all,</p><p><b>NHS number</b> <i>943</i> 476 5919 is hers.</p><ul><li>One</li></ul>"
    page.locator("#body").evaluate("(e, html) => { e.innerHTML = html }", body)
    say_yes(window, "identifiers/nhs-number", "Take it out")
    told(window, "Taken out")
    assert html(page) == body.replace("<i>943</i> 476 5919", "<i>[removed]</i>")
    expect(window.content.locator('[data-finding="identifiers/nhs-number"]')).to_have_count(
        0, timeout=ANSWERS_WITHIN_MS
    )
    undo(window)
    told(window, "Put back as it was")
    assert html(page) == body


def test_nothing_happens_without_the_yes(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.write("someone@supplies.example", "Form", f"Her NHS number is {NUMBER}.")
    found = window.content.locator('[data-finding="identifiers/nhs-number"]')
    first = found.get_by_role("button", name="Take it out", exact=True)
    expect(first).to_be_attached(timeout=ANSWERS_WITHIN_MS)
    first.click()
    expect(found).to_contain_text("will stand there instead")
    page.keyboard.press("Escape")
    expect(found.get_by_role("button", name="Take it out", exact=True)).to_be_focused()
    expect(page.locator("#body")).to_contain_text(NUMBER)


def test_two_steps_are_undone_one_after_the_other(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.write(
        "someone@supplies.example", "Form", f"Her NHS number is {NUMBER}. The password is Autumn2026! today."
    )
    say_yes(window, "identifiers/nhs-number", "Take it out")
    told(window, "Taken out")
    say_yes(window, "credentials/password", "Take it out")
    expect(page.locator("#body")).not_to_contain_text("Autumn2026")
    expect(window.content.locator('[data-finding="credentials/password"]')).to_have_count(
        0, timeout=ANSWERS_WITHIN_MS
    )
    undo(window)
    expect(page.locator("#body")).to_contain_text("Autumn2026")
    expect(page.locator("#body")).not_to_contain_text(NUMBER)
    told(window, "Before that")
    undo(window)
    expect(page.locator("#body")).to_contain_text(NUMBER)


def _families_in_bcc(page: Page, service: str) -> ComposeWindow:
    window = ComposeWindow(page, service)
    page.fill("#to-input", "; ".join(f"family{n}@gmail.com" for n in range(12)))
    page.press("#to-input", "Enter")
    page.fill("#subject", "Trip")
    page.click("#body")
    page.keyboard.type("The coach leaves at nine on Friday.")
    say_yes(window, "audience-shape/many-outside", "Hide the addresses")
    told(window, "Moved 12 to Bcc")
    return window


def test_families_go_to_bcc_and_come_back(page: Page, service: str) -> None:
    window = _families_in_bcc(page, service)
    expect(page.locator("#row-bcc .chip")).to_have_count(12)
    undo(window)
    told(window, "Put back")
    expect(page.locator("#row-to .chip")).to_have_count(12)


def test_a_program_is_taken_off_and_attached_again(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.write("p.shah@wealdshire.example", "Set-up", "The file is attached.")
    page.set_input_files(
        "input[type=file]", {"name": "setup.exe", "mimeType": "application/x", "buffer": b"MZ" * 40}
    )
    say_yes(window, "attachment-type/program", "Take it out")
    told(window, "is taken off")
    expect(page.get_by_text("setup.exe").first).not_to_be_visible()
    undo(window)
    expect(page.get_by_text("setup.exe").first).to_be_visible()


def test_a_file_becomes_a_link_on_the_website(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.open_sample("false-urgent")
    page.set_input_files(
        "input[type=file]", {"name": "plan.txt", "mimeType": "text/plain", "buffer": b"Bring a pen."}
    )
    say_yes(window, "attachment-load/file-to-schools", "Send a link")
    told(window, "is on the website now")
    link = page.locator("#body a", has_text="plan.txt")
    expect(link).to_have_attribute(
        "href", re.compile(r"^https://bulletin\.kent\.example/documents/[0-9a-f]{64}/")
    )
    reply = page.request.get(
        service + str(link.get_attribute("href")).removeprefix("https://bulletin.kent.example")
    )
    assert (reply.status, reply.body()) == (200, b"Bring a pen.")
    undo(window)
    expect(link).to_have_count(0)
    expect(page.get_by_text("plan.txt").first).to_be_visible()


def test_a_message_written_at_night_waits_for_the_morning(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    page.fill("#pretend", "2026-11-16T21:30")
    window.write("p.shah@wealdshire.example", "Rota", "The rota for next week is done. See you on Thursday.")
    say_yes(window, "hours/out-of-hours", "Send it in the morning")
    told(window, "It will go on Tuesday 17 November at 08:30, once you press Send.")
    expect(window.content.locator('[data-finding="hours/out-of-hours"]')).to_have_count(
        0, timeout=ANSWERS_WITHIN_MS
    )
    undo(window)
    told(window, "Put back")


def test_the_person_chooses_who_stays_in_to(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    page.fill("#to-input", "; ".join(f"person{n}@wealdshire.example" for n in range(10)))
    page.press("#to-input", "Enter")
    page.fill("#subject", "Rota")
    page.click("#body")
    page.keyboard.type("The rota is done.")
    step = window.content.locator("details", has_text="Move some to Cc").last
    expect(step).to_be_attached(timeout=ANSWERS_WITHIN_MS)
    step.locator("summary").first.click()
    step.get_by_label("person9@wealdshire.example").uncheck()
    step.get_by_role("button", name="Move the others to Cc").click()
    told(window, "Moved 1 to Cc.")


def test_a_draft_that_changes_under_the_press_is_left_alone(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.write("someone@supplies.example", "Form", f"Her NHS number is {NUMBER}.")
    step = window.content.get_by_role("button", name="Take it out", exact=True).first
    expect(step).to_be_attached(timeout=ANSWERS_WITHIN_MS)
    page.route("**/api/v1/checks", lambda _route: None)  # the next verdict does not come before the press
    step.press("Enter")
    page.locator("#body").evaluate(
        "e => { e.textContent = 'Hers: 943 476 5919. His: 401 023 2137, NHS numbers.' }"
    )
    step.press("Enter")
    told(window, "has changed since it was checked")
    expect(page.locator("#body")).to_contain_text(NUMBER)


def test_what_was_written_since_stays_when_a_step_is_undone(page: Page, service: str) -> None:
    window = ComposeWindow(page, service)
    window.write("someone@supplies.example", "Form", "x")
    body = "<p>Dear all,</p><p><b>NHS number</b> <i>943</i> 476 5919 is hers.</p><p>Priya</p>"
    page.locator("#body").evaluate("(e, html) => { e.innerHTML = html }", body)
    say_yes(window, "identifiers/nhs-number", "Take it out")
    told(window, "Taken out")
    page.click("#body p:last-child")
    page.keyboard.press("End")
    page.keyboard.type(" Shah", delay=60)
    page.fill("#to-input", "p.shah@wealdshire.example")
    with page.expect_request(lambda request: "Priya Shah" in (request.post_data or "")):
        page.press("#to-input", "Enter")  # then the pane reads all of it, and must not take the way back away
    expect(window.pane.locator("#busy")).to_be_empty(timeout=ANSWERS_WITHIN_MS)
    undo(window)
    told(window, "Put back as it was")
    assert html(page) == body.replace("Priya", "Priya Shah")


def test_a_reader_added_since_stays_when_a_move_is_undone(page: Page, service: str) -> None:
    window = _families_in_bcc(page, service)
    page.fill("#to-input", "p.shah@wealdshire.example")
    page.press("#to-input", "Enter")
    undo(window)
    told(window, "Put back")
    expect(page.locator("#row-to .chip")).to_have_count(13)
