"""From a card to the question that it waits for, and on by the answer, with the keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

HALF_HEARD = "<p>Dear all,</p><p>Schools are fined for that. We meet on Thursday.</p>"
DECIDES = "schools: one answer decides how it goes"


def test_a_card_leads_to_the_question_and_the_answer_to_its_form(page: Page, still_service: str) -> None:
    window = ComposeWindow(page, still_service)
    window.open_sample("all-schools")
    page.fill("#subject", "Registers")
    page.locator("#body").evaluate("(e, html) => { e.innerHTML = html }", HALF_HEARD)
    card = window.content.locator("article").filter(has_text=DECIDES)
    expect(card).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    expect(window.content).not_to_contain_text("this goes in the e-bulletin")
    card.get_by_role("button", name="Answer the question above").press("Enter")
    yes = window.content.get_by_role("radio", name="Yes: the law, the government or a court sets it")
    expect(yes).to_be_focused()
    page.keyboard.press("Space")
    expect(window.content.locator(".answer")).to_contain_text("Ask the Communications Team to send it")
    window.content.get_by_role("button", name="It is urgent").press("Enter")
    expect(window.pane.locator("#form-title")).to_be_focused()
    back = window.pane.get_by_role("button", name="Back to the message")
    expect(back).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    back.press("Enter")
    expect(window.content.get_by_role("button", name="It is urgent")).to_be_focused()
    expect(yes).to_be_checked()


def test_at_send_both_answers_are_said(page: Page, still_service: str) -> None:
    window = ComposeWindow(page, still_service)
    window.open_sample("all-schools")
    page.fill("#subject", "Registers")
    page.locator("#body").evaluate("(e, html) => { e.innerHTML = html }", HALF_HEARD)
    expect(window.content).to_contain_text(DECIDES, timeout=ANSWERS_WITHIN_MS)
    page.click("#send")
    dialog = page.get_by_role("dialog").or_(page.get_by_role("alertdialog")).first
    expect(dialog).to_contain_text(DECIDES, timeout=ANSWERS_WITHIN_MS)
    expect(dialog).to_contain_text("If no law sets that day, it goes in the weekly e-bulletin.")
    expect(dialog).not_to_contain_text("this goes in the e-bulletin")
    dialog.get_by_role("button", name="See what to do").click()
    expect(window.content.locator("h3").filter(has_text=DECIDES)).to_be_focused(timeout=ANSWERS_WITHIN_MS)
