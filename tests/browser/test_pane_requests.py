"""Is mail asked for from the pane that does not fit the bulletin, and does the card know of it?"""

from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService
from tests.browser.test_bulletin_access import opened
from tests.browser.window import ANSWERS_WITHIN_MS


def test_urgent_mail_is_asked_for_with_the_drafts_words_only_when_ticked(
    page: Page, live_service: LiveService
) -> None:
    window, form = opened(page, live_service.url, "urgent-return")
    expect(form.get_by_label("Which law, return")).to_have_value("School census")
    expect(form.get_by_label("What schools shall read")).to_have_value("")
    expect(form.locator("[data-field=for_whom]")).to_contain_text("Your message is to 8 schools; there are")
    expect(form.get_by_label("Only the 8 schools of my message")).to_be_checked()
    form.get_by_label("Put the words of my message in").check()
    form.get_by_role("button", name="Ask the Communications Team").click()
    asked = window.pane.locator("#followed-requests li").first
    expect(asked).to_contain_text("With the Communications Team", timeout=ANSWERS_WITHIN_MS)
    asked.get_by_text("What the policy asks of urgent mail").click()
    expect(asked).to_contain_text("Yes: School census.")
    expect(window.content.locator(".route")).to_contain_text("You have sent this")
    expect(window.content.get_by_role("button", name="It is urgent")).to_have_count(0)
    asked.get_by_role("button", name="Take it back").click()
    expect(asked).to_contain_text("Taken back", timeout=ANSWERS_WITHIN_MS)
    expect(window.content.locator(".route").get_by_role("button", name="It is urgent")).to_be_visible()


def test_a_note_to_a_cluster_knows_its_officer_and_says_what_is_missing(
    page: Page, live_service: LiveService
) -> None:
    window, form = opened(page, live_service.url, "one-cluster")
    expect(form.get_by_label("Local officer")).not_to_have_value("")
    clusters = form.get_by_label("Clusters")
    expect(clusters).not_to_have_value("")
    clusters.fill("")
    form.get_by_label("What schools shall read").fill("The road is closed for two weeks.")
    form.get_by_role("button", name="Send to the local officer").click()
    expect(clusters).to_be_focused(timeout=ANSWERS_WITHIN_MS)
    expect(form.locator("#item-whom-fault")).to_have_text("Name the cluster.")
    clusters.fill("Ashmere")
    form.get_by_role("button", name="Send to the local officer").click()
    expect(window.pane.locator("#followed-requests li").first).to_contain_text(
        "With the Communications Team", timeout=ANSWERS_WITHIN_MS
    )


def test_what_was_sent_is_told_of_its_own_draft_alone(page: Page, live_service: LiveService) -> None:
    window, form = opened(page, live_service.url, "all-schools")
    form.get_by_role("button", name="Send to the editor").click()
    notice = window.pane.locator("#notice")  # by then the draft has it in its session data
    expect(notice).to_contain_text("Item sent to the editor", timeout=ANSWERS_WITHIN_MS)
    expect(window.content.locator(".route")).to_contain_text("You have sent this")
    window.open_sample("role")
    expect(window.content.get_by_role("button", name="Put in the e-bulletin").first).to_be_visible(
        timeout=ANSWERS_WITHIN_MS
    )
    expect(window.content.locator(".route")).not_to_contain_text("You have sent this")


def test_the_form_says_when_schools_would_read_it_too_late(page: Page, live_service: LiveService) -> None:
    _, form = opened(page, live_service.url, "all-schools")
    expect(form.locator(".timing")).to_contain_text("It can go out on Friday")
    form.get_by_label("Act by").fill("2026-11-22")
    expect(form.locator(".timing")).to_contain_text("Too late: schools would read it on Friday")


def test_a_half_written_form_can_be_filled_from_the_message_again(
    page: Page, live_service: LiveService
) -> None:
    window, form = opened(page, live_service.url, "all-schools")
    headline = form.get_by_label("Headline")
    suggested = headline.input_value()
    headline.fill("Half written, then thought better of")
    form.get_by_role("button", name="Back to the message").click()
    window.pane.get_by_role("button", name="Put in the e-bulletin").first.click()
    expect(headline).to_have_value("Half written, then thought better of", timeout=ANSWERS_WITHIN_MS)
    window.pane.get_by_role("button", name="Fill it from the message again").click()
    expect(headline).to_have_value(suggested)
    window.pane.get_by_role("button", name="Undo").click()
    expect(headline).to_have_value("Half written, then thought better of")
