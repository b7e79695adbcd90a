"""Signing in at the pane: msal as it is, over a stand-in for Outlook's bridge, by keyboard."""

import base64
import json
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

TENANT = "11111111-2222-4333-8444-555555555555"
CHECKED = "No text of your message is kept"
SIGN_IN = {
    "authority": f"https://login.microsoftonline.com/{TENANT}",
    "client": "66666666-7777-4888-8999-000000000000",
    "scope": "66666666-7777-4888-8999-000000000000/Draft.Check",
    "is_entra": True,
}
CLAIMS = {"tid": TENANT, "oid": "ann", "sub": "ann", "name": "Ann Hall", "ver": "2.0", "iss": "x", "aud": "y"}
ID_TOKEN = ".".join(
    base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
    for part in ({"alg": "none"}, CLAIMS, "signature")
)
BRIDGE = """(idToken) => {
  const listeners = [];
  const answer = (request) => {
    if (request.method === "GetInitContext") return {initContext: {sdkName: "test", sdkVersion: "1"}};
    if (request.method === "GetToken") return {error: {status: "USER_INTERACTION_REQUIRED"}};
    return {
      token: {access_token: "from-outlook", expires_in: 3600, id_token: idToken, properties: null,
              scope: request.tokenParams.scope},
      account: {environment: "login.microsoftonline.com", username: "a.hall@wealdshire.example",
                homeAccountId: "ann.t", localAccountId: "ann", tenantId: "t"},
    };
  };
  window.nestedAppAuthBridge = {
    addEventListener: (_type, listener) => listeners.push(listener),
    postMessage: (words) => setTimeout(() => {
      const request = JSON.parse(words);
      const told = answer(request);
      const envelope = {messageType: "NestedAppAuthResponse", requestId: request.requestId,
                        success: !("error" in told), ...told};
      listeners.forEach((listener) => listener(JSON.stringify(envelope)));
    }, 5),
  };
}"""


class Heard:
    """What the pages ask of the service, and with whose word; what Outlook's events ask, by itself."""

    def __init__(self, page: Page) -> None:
        """Listen from now on."""
        self.asked: list[tuple[str, str]] = []
        self.at_events: list[tuple[str, str]] = []
        page.on("request", self._hear)

    def _hear(self, request: Request) -> None:
        if request.is_navigation_request():
            return
        path = "/" + request.url.split("/", 3)[3]
        is_event = request.frame.url.endswith("/addin/launch-try.html")
        (self.at_events if is_event else self.asked).append((path, request.headers.get("authorization", "")))

    def at(self, path: str) -> list[str]:
        """With what a path was asked."""
        return [word for asked, word in self.asked if asked == path]

    def loaded_sign_in(self) -> bool:
        """Whether the sign-in code was fetched."""
        return any("msal" in path for path, _ in (*self.asked, *self.at_events))


def with_sign_in(page: Page) -> None:
    until = (datetime.now(UTC) + timedelta(minutes=20)).isoformat()

    def say(route: Route) -> None:
        route.fulfill(json=SIGN_IN)

    def give(route: Route) -> None:
        route.fulfill(json={"ticket": "word.signed", "until": until})

    page.route("**/api/v1/sign-in", say)
    page.route("**/api/v1/tickets", give)


def test_where_people_pick_who_they_are_no_sign_in_code_is_loaded(
    page: Page, live_service: LiveService
) -> None:
    heard = Heard(page)
    window = ComposeWindow(page, live_service.url)
    window.write("t.aldous@wealdshire.example", "Friday", "Please bring the keys on Friday.")

    expect(window.pane.locator("#foot")).to_contain_text(CHECKED, timeout=ANSWERS_WITHIN_MS)
    assert heard.at("/api/v1/sign-in") == [""]
    assert not heard.loaded_sign_in()


def test_somebody_signs_in_by_keyboard_and_send_finds_the_ticket(
    page: Page, live_service: LiveService
) -> None:
    heard = Heard(page)
    with_sign_in(page)
    page.add_init_script(f"({BRIDGE})({json.dumps(ID_TOKEN)})")
    window = ComposeWindow(page, live_service.url)
    window.write("t.aldous@wealdshire.example", "Friday", "Please bring the keys on Friday.")
    expect(window.content).to_contain_text("You are signed out of Sendwell.", timeout=ANSWERS_WITHIN_MS)
    expect(window.content).to_contain_text("Your mail is not blocked.")
    assert heard.at("/api/v1/checks") == []

    window.pane.get_by_role("button", name="Sign in").press("Enter")
    expect(window.pane.locator("#foot")).to_contain_text(CHECKED, timeout=ANSWERS_WITHIN_MS)
    assert set(heard.at("/api/v1/checks")) == {"Bearer from-outlook"}
    page.click("#send")
    expect(page.locator("#toast")).to_contain_text("would have gone", timeout=ANSWERS_WITHIN_MS)

    assert heard.at_events[-1] == ("/api/v1/checks", "Ticket word.signed")
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "from-outlook" not in kept


def test_where_outlook_cannot_sign_in_the_pane_says_so_and_the_mail_is_not_held(
    page: Page, live_service: LiveService
) -> None:
    with_sign_in(page)
    page.set_viewport_size({"width": 900, "height": 700})
    window = ComposeWindow(page, live_service.url)
    window.write("t.aldous@wealdshire.example", "Friday", "Please bring the keys on Friday.")
    expect(window.content).to_contain_text("You are signed out", timeout=ANSWERS_WITHIN_MS)
    page.wait_for_timeout(2_000)  # what was typed last is looked at once more
    window.pane.get_by_role("button", name="Sign in").press("Enter", timeout=ANSWERS_WITHIN_MS)

    expect(window.content).to_contain_text("Outlook did not open the sign-in.")
    expect(window.content).to_contain_text("Your mail is not blocked.")
    expect(window.pane.get_by_role("button", name="Try again")).to_be_visible()
