"""Does the compose window lead a newcomer from a draft to a cited verdict and a route out?"""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

# Sample, the channel it is shown, the finding of one of its cards, and a word of that card.
SAMPLES = [
    ("all-schools", "bulletin", "audience-shape/all-schools", "e-bulletin"),
    ("urgent-return", "communications-team", "audience-shape/several-schools", "Communications Team"),
    ("false-urgent", "bulletin", "urgency-and-deadline/email-feels-better", "not a reason"),
    ("one-cluster", "local-officer", "audience-shape/one-or-two-clusters", "local officer"),
    ("role", "bulletin", "audience-shape/role-audience", "role"),
    ("one-school", "send", "", ""),
    ("contact-list", "unknown-audience", "audience-shape/unknown-audience", "schools"),
    ("large-file", "bulletin", "attachment-load/size", "18.4 MB"),
    ("pupil-data", "secure-channel", "identifiers/nhs-number", "••• ••• 5919"),
    ("casework", "secure-channel", "casework-guard/casework", "one child"),
    ("many-families", "send", "audience-shape/many-outside", "12"),
    ("angry", "telephone", "hostile-tone/threat", "ten minutes"),
    ("password", "send", "credentials/login", "password"),
    ("address-list", "send", "school-address-lists/list-in-attachment", "school addresses"),
    ("all-staff", "send", "internal-audience/all-user", "everyone"),
    ("forgotten-file", "send", "correctness/attachment-missing", "attachment"),
    ("late-night", "send", "hours/out-of-hours", "now"),
]


@pytest.mark.parametrize("example", SAMPLES, ids=[s[0] for s in SAMPLES])
def test_a_sample_shows_its_route_and_its_advice(
    page: Page, live_service: LiveService, example: tuple[str, str, str, str]
) -> None:
    sample, channel, finding, words = example
    window = ComposeWindow(page, live_service.url)
    window.open_sample(sample)
    if finding:
        card = window.content.locator(f'article[data-finding="{finding}"]').first
        expect(card).to_contain_text(words, timeout=ANSWERS_WITHIN_MS, ignore_case=True)
        expect(card.locator("blockquote").first).to_have_count(1)
    elsewhere = window.content.locator("[data-channel]:not([data-channel=send])")
    if channel == "send":
        expect(window.content.locator(".summary")).to_be_visible(timeout=ANSWERS_WITHIN_MS)
        expect(elsewhere).to_have_count(0)
    else:
        expect(elsewhere).to_have_attribute("data-channel", channel, timeout=ANSWERS_WITHIN_MS)


def test_a_clear_note_is_said_to_be_clear_and_no_more(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    expect(window.content).to_contain_text("Nothing to check yet")
    window.open_sample("clean")
    expect(window.content).to_contain_text("No rule applies", timeout=ANSWERS_WITHIN_MS)
    expect(window.content).to_contain_text("Please still read it through")
    expect(window.live).to_have_text("No rule applies. Please still read it through")


def test_every_sample_in_the_list_is_looked_at(page: Page, live_service: LiveService) -> None:
    ComposeWindow(page, live_service.url)
    listed = page.locator("[data-sample]").evaluate_all("all => all.map(e => e.dataset.sample)")
    assert sorted(listed) == sorted([*(s[0] for s in SAMPLES), "clean"])


def test_a_draft_typed_by_hand_is_checked_after_a_pause(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.write("Dana Whitlock", "The form", "The NHS number you need is 943 476 5919.")
    card = window.content.locator('article[data-finding="identifiers/nhs-number"]').first
    expect(card).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    page.locator("#body").fill("Thank you for the form.")
    expect(card).to_have_count(0, timeout=ANSWERS_WITHIN_MS)


def test_the_whole_journey_by_keyboard(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    expect(page.locator("#notes")).to_contain_text("Sendwell is on.", timeout=ANSWERS_WITHIN_MS)
    page.locator("#toggle-pane").focus()
    page.keyboard.press("Tab")  # the bar's Dismiss
    page.keyboard.press("Tab")  # From
    page.keyboard.press("Tab")  # To
    for name in ("Ashmere Infant", "Dunwold High", "Eastmarch Infant", "Ashmere Nursery"):
        page.keyboard.type(name)
        expect(page.locator("#to-suggestions [role=option]").first).to_be_visible()
        page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    page.keyboard.press("Delete")
    expect(page.locator("#row-to .chip")).to_have_count(3)
    page.locator("#subject").focus()
    page.keyboard.type("Open day in March")
    page.keyboard.press("Tab")
    page.keyboard.type("Dear colleagues, our centre has an open day in March.")
    expect(window.content.locator("[data-channel=bulletin]")).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("button", name="See what to do")).to_be_focused(timeout=ANSWERS_WITHIN_MS)
    page.keyboard.press("Enter")
    heading = window.content.locator("article h3:focus")
    expect(heading).to_contain_text("bulletin", timeout=ANSWERS_WITHIN_MS)


def test_take_action_opens_a_closed_pane_at_its_card(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("password")
    page.click("#toggle-pane")
    expect(page.locator("iframe[title=Sendwell]")).to_have_count(0)
    page.click("#send")
    page.get_by_role("button", name="See what to do").click(timeout=ANSWERS_WITHIN_MS)
    heading = window.content.locator("article h3:focus")
    expect(heading).to_contain_text("login", timeout=ANSWERS_WITHIN_MS)


def test_a_pane_opened_by_hand_takes_the_focus_to_its_heading(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("all-schools")
    page.click("#toggle-pane")
    page.click("#toggle-pane")
    heading = window.content.locator("h2:focus")
    expect(heading).to_contain_text("e-bulletin", timeout=ANSWERS_WITHIN_MS)


def test_another_sender_is_another_draft(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("clean")
    expect(window.content).to_contain_text("No rule applies", timeout=ANSWERS_WITHIN_MS)
    with page.expect_request("**/api/v1/checks", timeout=ANSWERS_WITHIN_MS) as asked:
        page.select_option("#from", index=1)
    assert "admissions@wealdshire.example" in (asked.value.post_data or "")


def test_send_anyway_goes_nowhere_and_says_so(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("password")
    page.click("#send")
    alert = page.get_by_role("dialog")
    expect(alert).to_contain_text("Policy:", timeout=ANSWERS_WITHIN_MS)
    assert len(alert.locator("#alert-text").inner_text()) <= 500
    alert.get_by_role("button", name="Send Anyway").click()
    expect(page.locator("#toast")).to_contain_text("Nothing was sent: this is a try-out window")
    expect(page.locator("#subject")).to_have_value("Your access to the ordering portal")


def test_the_addresses_are_hidden_once_asked_and_shown_again_by_undo(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("many-families")
    hide = window.content.get_by_role("button", name="Hide the addresses")
    hide.press("Enter", timeout=ANSWERS_WITHIN_MS)
    expect(window.content.locator(".fix-question")).to_contain_text("?")
    hide.press("Enter")
    expect(page.locator("#row-bcc .chip")).to_have_count(12)
    expect(page.locator("#row-to .chip")).to_have_count(0)
    window.pane.get_by_role("button", name="Undo").click()
    expect(page.locator("#row-to .chip")).to_have_count(12)


def test_what_outlook_does_not_give_is_said(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url, "?condition=to-fails")
    window.open_sample("clean")
    expect(window.content.locator(".not-checked")).to_contain_text(
        "Outlook did not give the To field", timeout=ANSWERS_WITHIN_MS
    )


def test_an_older_outlook_is_enough(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url, "?condition=mailbox-1-5")
    window.open_sample("all-schools")
    expect(window.content.locator("[data-channel=bulletin]")).to_be_visible(timeout=ANSWERS_WITHIN_MS)


def test_the_pane_says_where_to_open_it_outside_outlook(page: Page, live_service: LiveService) -> None:
    page.route("https://appsforoffice.microsoft.com/**", lambda route: route.abort())
    page.goto(f"{live_service.url}/addin/pane.html")
    expect(page.locator("#content")).to_contain_text("Open this in Outlook", timeout=ANSWERS_WITHIN_MS)


def test_a_service_that_is_gone_leaves_the_mail_free(
    browser: Browser, page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert browser.is_connected()
    service = LiveService(tmp_path_factory.mktemp("short-lived"))
    service.wait()
    window = ComposeWindow(page, service.url)
    window.open_sample("password")
    expect(window.content.locator("article").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    service.stop()
    page.fill("#subject", "Another subject")
    expect(window.content).to_contain_text("Not checked", timeout=ANSWERS_WITHIN_MS)
    expect(window.content).to_contain_text("Your mail is not blocked")
    expect(window.content.locator("article")).to_have_count(0)
    page.click("#send")
    expect(page.locator("#toast")).to_contain_text(
        "This message was not checked. Sendwell could not be reached. Your mail is not blocked.",
        timeout=ANSWERS_WITHIN_MS,
    )
    expect(window.pane.locator("#foot")).to_have_text(
        "This draft was not checked against your organisation’s policy."
    )


def test_a_notification_of_the_add_in_is_shown_above_the_message(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url)
    expect(page.locator("#notes")).to_contain_text("Sendwell is on.", timeout=ANSWERS_WITHIN_MS)
    # Outlook takes three calls at once, and the pane is asking as well: a call too many is asked again.
    window.content.evaluate("""async () => {
        const note = {type: 'informationalMessage', message: '9 schools', icon: 'i', persistent: false};
        const add = done => Office.context.mailbox.item.notificationMessages.addAsync('of-a-test', note, done);
        while ((await new Promise(add)).status !== 'succeeded') await new Promise(r => setTimeout(r, 50));
    }""")
    note = page.locator("#notes li", has_text="9 schools")
    note.get_by_role("button", name="Dismiss").click()
    expect(note).to_have_count(0)


def test_the_bar_says_who_it_goes_to_before_the_pane_is_open(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    expect(page.locator("#notes")).to_contain_text("Sendwell is on.", timeout=ANSWERS_WITHIN_MS)
    page.click("#toggle-pane")
    window.open_sample("all-schools")
    expect(page.locator("#notes")).to_contain_text(
        "14 schools · goes in the e-bulletin", timeout=ANSWERS_WITHIN_MS
    )


def test_send_is_answered_by_the_file_that_outlook_runs(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("clean")
    with page.expect_request(
        lambda request: '"moment":"send"' in (request.post_data or ""), timeout=ANSWERS_WITHIN_MS
    ) as asked:
        page.click("#send")
    assert asked.value.frame.url.endswith("/addin/launch-try.html")
    expect(page.locator("#toast")).to_contain_text("it would have gone now", timeout=ANSWERS_WITHIN_MS)


def test_a_name_that_nobody_has_is_asked_about_before_sending(page: Page, live_service: LiveService) -> None:
    ComposeWindow(page, live_service.url).write("nobody at all", "Hello", "Hello")
    page.click("#send")
    expect(page.locator("#toast")).to_contain_text("“nobody at all” is not an address")
    expect(page.locator("#row-to .chip-unresolved")).to_be_focused()
