"""Which states have the pane, the compose window around it, and the page for texts and posts?

Those of the product's state table, each as the sample drafts and the conditions of the fake Outlook bring it about.
"""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Route, expect

from tests.browser.everybody.scene import Room, Scene, State
from tests.browser.test_bulletin_access import WAYS
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

SHOUTED = "The hall is booked. SEND ME THE REGISTER NOW!!! Priya"
HOME = "They live at 14 Elm Grove, Ashford TN24 8UU."
SIGN_IN = {
    "authority": "https://login.microsoftonline.com/t",
    "client": "c",
    "scope": "c/Draft.Check",
    "is_entra": True,
}
ME = {
    "name": "Priya Shah", "address": "p.shah@wealdshire.example", "standing": "signed-older",
    "signed_at": "2026-09-01T10:00:00Z", "held": {}, "sign_at": "/staff/policy", "held_at": "/staff/me",
    "notice_at": "/notice", "out_of_date": [{"title": "Writing to Kent schools", "review_by": "2026-09-01"}],
}  # fmt: skip
SENDS = {
    "all-schools": "Send to the editor",
    "urgent-return": "Ask the Communications Team",
    "one-cluster": "Send to the local officer",
}
Reach = Callable[[Scene], None]


def _enter(scene: Scene) -> None:
    """As somebody who was welcomed before."""
    scene.open("/")
    scene.page.evaluate("localStorage.setItem('sendwell-welcome', '1')")


def _show_pane(scene: Scene) -> None:
    if scene.page.locator("#show-pane").is_visible():
        scene.page.click("#show-pane")


def _window(scene: Scene, query: str = "") -> ComposeWindow:
    """The window afresh, as somebody finds it who knows it already."""
    return ComposeWindow(scene.page, scene.place.url, query)


def _shows(window: ComposeWindow, words: str) -> None:
    expect(window.content).to_contain_text(words, timeout=ANSWERS_WITHIN_MS)
    expect(window.pane.locator("#busy")).to_be_empty(timeout=ANSWERS_WITHIN_MS)


def _sample(name: str, words: str) -> Reach:
    def reach(scene: Scene) -> None:
        window = _window(scene)
        window.open_sample(name)
        _shows(window, words)

    return reach


def _condition(name: str, words: str) -> Reach:
    return lambda scene: _shows(_window(scene, f"?condition={name}"), words)


def _first_run(scene: Scene) -> None:
    scene.page.evaluate("localStorage.clear()")
    window = _window(scene)
    expect(window.pane.get_by_role("heading", name="Welcome to Sendwell")).to_be_visible()
    _shows(window, "Nothing to check yet")


def _welcomed(scene: Scene) -> None:
    window = ComposeWindow(scene.page)
    window.pane.get_by_role("button", name="Start writing").click()
    expect(window.pane.locator(".welcome")).to_have_count(0)


def _answered_question(scene: Scene) -> None:
    _sample("contact-list", "How many schools is this for?")(scene)
    ComposeWindow(scene.page).content.get_by_label("More schools than that").check()


def _everything_open(scene: Scene) -> None:
    _sample("pupil-data", "Take this out first")(scene)
    scene.whole.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


def _asked(scene: Scene) -> None:
    _sample("many-families", "Hide the addresses")(scene)
    ComposeWindow(scene.page).content.get_by_role("button", name="Hide the addresses").press("Enter")
    expect(ComposeWindow(scene.page).content.locator(".fix-question")).to_contain_text("?")


def _done(scene: Scene) -> None:
    _asked(scene)
    ComposeWindow(scene.page).content.get_by_role("button", name="Hide the addresses").press("Enter")
    expect(ComposeWindow(scene.page).pane.locator("#notice")).to_contain_text("Moved 12 to Bcc")
    _shows(ComposeWindow(scene.page), "")


def _kinder(scene: Scene) -> None:
    window = _window(scene)
    window.write("someone@supplies.example", "Hall", SHOUTED)
    _shows(window, "You could say")


def _kept(scene: Scene) -> None:
    window = _window(scene)
    window.write("sales@supplies.example", "Delivery", HOME)
    _shows(window, "8UU")  # all of it: what was answered of half a text is asked again of the whole
    window.pane.locator("button.keep").click(timeout=ANSWERS_WITHIN_MS)
    _shows(window, "1 card you have answered")


ADVICE = Room(
    "pane",
    "The pane: what it says about a draft",
    None,
    (
        State("first-run", "/", _first_run, heard="Nothing to check yet"),
        State("empty", "/", _welcomed),
        State("all-clear", "/", _sample("clean", "No rule applies"), heard="No rule applies. Please still read it through"),
        State("bulletin", "/", _sample("all-schools", "Put it in the weekly e-bulletin"), heard="1 thing to check"),
        State("not-urgent", "/", _sample("false-urgent", "e-bulletin")),
        State("communications-team", "/", _sample("urgent-return", "Communications Team")),
        State("local-officer", "/", _sample("one-cluster", "local officer")),
        State("secure-channel", "/", _sample("casework", "secure channel")),
        State("check-this", "/", _sample("password", "looks like a login"), heard="to check"),
        State("best-not-sent", "/", _sample("angry", "Best not sent as it is"), heard="to check"),
        State("take-out-first", "/", _sample("pupil-data", "Take this out first"), heard="to check"),
        State("everything-open", "/", _everything_open),
        State("large-file", "/", _sample("large-file", "18.4 MB")),
        State("late-at-night", "/", _sample("late-night", "morning")),
        State("unknown-audience", "/", _sample("contact-list", "How many schools is this for?")),
        State("unknown-audience-answered", "/", _answered_question, heard="Next issue"),
        State("a-step-asks-first", "/", _asked),
        State("a-step-was-done", "/", _done, heard="Moved 12 to Bcc"),
        State("kinder-words", "/", _kinder),
        State("a-card-was-answered", "/", _kept),
    ),
    _enter,
    frame="/addin/pane-try.html",
    narrow=_show_pane,
    grows="400%",
)  # fmt: skip


LEADS = {
    "all-schools": "Put it in the weekly e-bulletin",
    "urgent-return": "Communications Team",
    "one-cluster": "local officer",
}


def _form(sample: str) -> Reach:
    shown = _sample(sample, LEADS[sample])

    def reach(scene: Scene) -> None:
        shown(scene)  # first: a form that belongs to the sample before goes away with it
        window = ComposeWindow(scene.page)
        window.pane.get_by_role("button", name=WAYS[sample]).first.click(timeout=ANSWERS_WITHIN_MS)
        form = window.pane.locator("form.item-form")
        expect(form.locator("input[type=text]").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)

    return reach


def _faults(sample: str) -> Reach:
    def reach(scene: Scene) -> None:
        form = ComposeWindow(scene.page).pane.locator("form.item-form")
        form.locator("input[type=text]").first.fill("")
        form.get_by_role("button", name=SENDS[sample]).click()
        expect(form.locator(".fault:not(:empty)").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)

    return reach


def _followed(scene: Scene) -> None:
    _form("all-schools")(scene)
    pane = ComposeWindow(scene.page).pane
    pane.locator("form.item-form").get_by_label("Headline").fill("Open day in March")
    pane.get_by_role("button", name="Send to the editor").click()
    item = pane.locator("#followed-items li").first
    expect(item).to_contain_text("With the editors", timeout=ANSWERS_WITHIN_MS)


FORMS = Room(
    "forms",
    "The pane: forms for the bulletin and for mail, and what is followed",
    None,
    (
        *(
            state
            for sample, name in (("all-schools", "item"), ("urgent-return", "urgent-mail"), ("one-cluster", "local-officer"))
            for state in (
                State(name, "/", _form(sample)),
                State(f"{name}-with-faults", "/", _faults(sample)),
            )
        ),
        State("followed", "/", _followed, heard="Item sent to the editor"),
    ),
    _enter,
    frame=ADVICE.frame,
    narrow=_show_pane,
    grows="400%",
)  # fmt: skip


def _mocked(path: str, answer: Any) -> Callable[[Scene], None]:
    def answers(route: Route) -> None:
        route.fulfill(json=answer)

    def mock(scene: Scene) -> None:
        scene.page.route(path, answers)

    return mock


def _signed_out(scene: Scene) -> None:
    _mocked("**/api/v1/sign-in", SIGN_IN)(scene)
    window = _window(scene)
    window.write("t.aldous@wealdshire.example", "Friday", "Please bring the keys on Friday.")
    _shows(window, "You are signed out of Sendwell.")
    scene.page.unroute("**/api/v1/sign-in")


def _changed_since(scene: Scene) -> None:
    _mocked("**/api/v1/me", ME)(scene)
    window = _window(scene)
    expect(window.pane.get_by_text("The policy has changed since you signed it")).to_be_visible()
    scene.page.unroute("**/api/v1/me")


def _waiting(scene: Scene) -> None:
    """Nobody answers, and the person is told after a while."""
    window = _window(scene)
    scene.page.route("**/api/v1/checks", lambda _route: None)
    window.write("t.aldous@wealdshire.example", "Friday", "Please bring the keys.")
    expect(window.content).to_contain_text("Still checking; you can carry on", timeout=ANSWERS_WITHIN_MS)


def _service_down(scene: Scene) -> None:
    scene.page.unroute("**/api/v1/checks")  # of the state before
    _condition("service-down", "Your mail is not blocked")(scene)


TROUBLES = Room(
    "pane-troubles",
    "The pane: slow, away, signed out, without a message",
    None,
    (
        State("policy-changed-and-old", "/", _changed_since),
        State("still-checking", "/", _waiting, heard="Still checking; you can carry on"),
        State("service-down", "/", _service_down, heard="Not checked. Your mail is not blocked"),
        State("signed-out", "/", _signed_out, heard="Not checked. Your mail is not blocked"),
        State("partly-checked", "/", _condition("to-fails", "Outlook did not give the To field")),
        State("mobile", "/", _condition("android", "does not tell Sendwell what is attached")),
        State("outside-outlook", "/", _condition("outside-outlook", "Open this in Outlook")),
        State("no-item", "/", _condition("no-item", "does not let Sendwell see this message")),
        State("a-meeting", "/", _condition("appointment", "Meeting invitations are not checked")),
        State("a-message-being-read", "/", _condition("message-being-read", "Nothing is being written here")),
    ),
    _enter,
    frame=ADVICE.frame,
    narrow=_show_pane,
    grows="400%",
)


def _settled(scene: Scene) -> None:
    expect(scene.page.locator("#notes")).to_contain_text("Sendwell is on.", timeout=ANSWERS_WITHIN_MS)


def _first_look(scene: Scene) -> None:
    _window(scene)
    _settled(scene)


def _suggestions(scene: Scene) -> None:
    _window(scene)
    _settled(scene)
    scene.page.locator("#to-input").focus()
    scene.page.keyboard.type("Ashmere")
    expect(scene.page.locator("#to-suggestions [role=option]").first).to_be_visible()


def _many(scene: Scene) -> None:
    window = _window(scene)
    window.open_sample("all-schools")
    expect(scene.page.locator("#notes")).to_contain_text("14 schools", timeout=ANSWERS_WITHIN_MS)


def _held_at_send(scene: Scene) -> None:
    window = _window(scene)
    window.open_sample("password")
    _shows(window, "looks like a login")
    scene.page.click("#send")
    expect(scene.page.get_by_role("dialog")).to_contain_text("Policy:", timeout=ANSWERS_WITHIN_MS)


def _sent_anyway(scene: Scene) -> None:
    scene.page.get_by_role("button", name="Send Anyway").click()
    expect(scene.page.locator("#toast")).to_contain_text("Nothing was sent")


def _nobody_called_that(scene: Scene) -> None:
    _window(scene).write("nobody at all", "Hello", "Hello")
    scene.page.click("#send")
    expect(scene.page.locator("#toast")).to_contain_text("is not an address")


def _playing(scene: Scene) -> None:
    _window(scene, "?condition=service-down")
    expect(scene.page.locator("#playing")).to_contain_text("Nobody answers at its address")
    expect(scene.page.locator("#notes")).not_to_be_empty(timeout=ANSWERS_WITHIN_MS)


WINDOW = Room(
    "window",
    "The compose window, for trying it without Outlook",
    None,
    (
        State("first-look", "/", _first_look, is_kept_narrow=True),
        State("many-recipients", "/", _many, heard="14 schools", is_kept_narrow=True),
        State("suggestions", "/", _suggestions),
        State("held-at-send", "/", _held_at_send),
        State("sent-anyway", "/", _sent_anyway, heard="Nothing was sent"),
        State("a-name-that-nobody-has", "/", _nobody_called_that, heard="is not an address"),
        State("a-difficult-outlook", "/", _playing),
    ),
    _enter,
)


def _pasted(scene: Scene) -> None:
    page = scene.page
    scene.open("/paste")
    page.get_by_label("A post on our account").check()
    page.fill("#words", f"Well done to Oliver Hart! {HOME}")
    expect(page.locator("article.card").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    expect(page.locator("#content")).to_contain_text("For anybody to read")


def _fine(scene: Scene) -> None:
    scene.open("/paste")
    scene.page.fill("#words", "Sports day is on Friday.")
    expect(scene.page.locator("#content")).to_contain_text("No rule applies", timeout=ANSWERS_WITHIN_MS)


PASTE = Room(
    "paste",
    "Text messages and posts",
    None,
    (
        State("empty", "/paste", lambda scene: scene.open("/paste")),
        State("a-post", "/paste", _pasted, heard="to check", is_kept_narrow=True),
        State("all-clear", "/paste", _fine, heard="No rule applies"),
    ),
    grows="400%",
)
ROOMS = (ADVICE, FORMS, TROUBLES, WINDOW, PASTE)
