"""Does somebody who plays a difficult Outlook in the window see what is promised, in a real browser?

Every condition is held to its words in Node (``addin-ui/tests/host-conditions.test.ts``). Here are those that only a
browser shows whole: frames, storage, reloads, the real service and the real file of the events.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

SENDS_WITHIN_MS = 12_000
NOT_CHECKED = re.compile("was not checked|Not all of this message was checked")

# The condition, words in the pane, words of the toast or dialog after Send.
PLAYED = [
    ("at-most-100-recipients", "Outlook did not list every recipient", re.compile("who really needs it")),
    ("to-fails", "Outlook did not give the To field", re.compile("list or group|Not all of this message")),
    ("encrypted", "Outlook did not give the text of the message", NOT_CHECKED),
    ("plain-text", "No rule applies", re.compile("it would have gone now. You can carry on")),
    ("storage-closed", "No rule applies", re.compile("it would have gone now. You can carry on")),
    ("service-down", "Your mail is not blocked", NOT_CHECKED),
    ("answers-html", "Your mail is not blocked", NOT_CHECKED),
    ("answer-cut-off", "Your mail is not blocked", NOT_CHECKED),
    (
        "android",
        "This Outlook does not tell Sendwell what is attached",
        re.compile("Outlook did not ask Sendwell"),
    ),
    ("send-asked-twice", "No rule applies", re.compile("it would have gone now. You can carry on")),
    ("send-loads-slowly", "No rule applies", re.compile("longer than expected")),
    ("send-without-item", "No rule applies", re.compile("Nothing on it says that it was checked")),
    ("headers-unsupported", "No rule applies", re.compile("Nothing on it says that it was checked")),
    ("item-switched", "Outlook names nobody in To, Cc or Bcc", re.compile("Add at least one recipient")),
    ("contact-list", "How many schools is this for?", re.compile("own list of schools|list or group")),
]


@pytest.mark.parametrize("example", PLAYED, ids=[p[0] for p in PLAYED])
def test_a_condition_is_played_and_told(
    page: Page, live_service: LiveService, example: tuple[str, str, re.Pattern[str]]
) -> None:
    condition, in_pane, at_send = example
    window = ComposeWindow(page, live_service.url, f"?condition={condition}")
    expect(window.content).to_contain_text(in_pane, timeout=ANSWERS_WITHIN_MS)
    if in_pane != "No rule applies":
        expect(window.content.get_by_role("heading", name="No rule applies", exact=True)).to_have_count(0)
    page.click("#send")
    seen = page.locator("dialog.alert:not(.alert-busy), #toast").filter(has_text=at_send)
    expect(seen.first).to_be_visible(timeout=SENDS_WITHIN_MS)


@pytest.mark.parametrize(
    ("condition", "heading"),
    [
        ("office-js-blocked", "Open this in Outlook"),
        ("outside-outlook", "Open this in Outlook"),
        ("ready-never", "Outlook has not answered"),
        ("no-item", "Outlook does not let Sendwell see this message"),
        ("appointment", "Meeting invitations are not checked"),
        ("message-being-read", "Nothing is being written here"),
    ],
)
def test_a_pane_without_a_message_says_which_it_has(
    page: Page, live_service: LiveService, condition: str, heading: str
) -> None:
    window = ComposeWindow(page, live_service.url, f"?condition={condition}")
    expect(window.content.get_by_role("heading", name=heading)).to_be_visible(timeout=ANSWERS_WITHIN_MS)


def test_an_outlook_that_is_ready_very_late_is_waited_for(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url, "?condition=ready-very-late")
    expect(window.content).to_contain_text("Outlook has not answered", timeout=ANSWERS_WITHIN_MS)
    expect(window.content).to_contain_text("No rule applies", timeout=ANSWERS_WITHIN_MS)
    expect(window.pane.locator("#theme select")).to_have_count(1)


def test_a_newcomer_chooses_a_condition_and_goes_back(page: Page, live_service: LiveService) -> None:
    ComposeWindow(page, live_service.url)
    page.select_option("#condition", "service-down")
    expect(page).to_have_url(re.compile(r"\?condition=service-down$"))
    expect(page.locator("#playing")).to_contain_text("Nobody answers at its address")
    expect(page.locator("#condition")).to_have_value("service-down")
    page.locator("#playing").get_by_role("button", name="Back to an ordinary day").click()
    expect(page.locator("#playing")).to_be_hidden()
    expect(page.locator("#condition")).to_have_value("")
