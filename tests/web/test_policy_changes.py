"""The policy owner changes rules, contacts and whole texts, tries them first, and takes them back."""

import html
import re
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest

from app.compose.check_draft import check_draft
from app.domain.accuracy import Step, StepKind
from app.domain.draft import Moment
from app.domain.verdict import Mode
from app.policy.amend import FieldPath
from app.policy.pack import Pack, Rule
from app.policy.policy import Policy
from app.policy.step_down import Evidence
from app.policy_owner.change_policy import amended, save
from app.web.state import WebState
from tests.drafts import draft_from
from tests.fakes import FakeClock
from tests.road import pack_text, road
from tests.web.conftest import TOM_SIGNS, Browser, app_for, browser_at, site_for

RULE = "no-bulk-to-schools"
PAGE = f"/policy/rules/{RULE}"
DETAILS = "/policy/packs/kent-schools/details"
TEXT = "/policy/packs/kent-schools/text"


def fields_on(page: str) -> dict[str, str]:
    """What a browser would send of the form, unless somebody changes it."""
    found = dict(re.findall(r'<input[^>]*name="([\w-]+)"[^>]*value="([^"]*)"', page))
    found |= dict(re.findall(r'<textarea id="([\w-]+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL))
    for name, inside in re.findall(r'<select id="([\w-]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.findall(r'value="([^"]*)" selected', inside)
        found[name] = (chosen or re.findall(r'value="([^"]*)"', inside))[0]
    for name, value in re.findall(r'<input type="radio"[^>]*name="([\w-]+)" value="([^"]*)" checked', page):
        found[name] = value
    return {name: html.unescape(value) for name, value in found.items()}


def change(browser: Browser, path: str, **different: str) -> Any:
    """Open a page, change some fields of its form and send it."""
    sent = fields_on(browser.open(path).text) | {name.replace("__", "-"): v for name, v in different.items()}
    return browser.send(path, sent, on=path)


def rule_now(site: WebState, rule: str = RULE) -> Rule:
    return next(r for one in site.policy.held().values() for r in one.pack.rules if r.id == rule)


def kent(site: WebState) -> Pack:
    return site.policy.held()["kent-schools"].pack


def test_a_rule_is_changed_and_says_who_and_why(site: WebState, priya: Browser) -> None:
    told = change(priya, PAGE, message="Use the bulletin.", mode="trial", why="the trial goes on", save="yes")

    assert "It is in force everywhere" in told.text
    assert (rule_now(site).message, rule_now(site).mode) == ("Use the bulletin.", Mode.TRIAL)
    history = priya.open("/policy/history").text
    assert "the trial goes on" in history
    assert "Priya Shah (p.shah@wealdshire.example)" in history


def test_only_what_was_changed_is_another_in_the_text(site: WebState, priya: Browser) -> None:
    before = pack_text("kent-schools").splitlines()
    change(priya, PAGE, number__bulk_schools_warn="4", why="three is a talk", save="yes")
    after = site.policy.desk.text("kent-schools")[0].splitlines()

    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ("  bulk_schools_warn: 2", "  bulk_schools_warn: 4")
    ]


def test_severity_and_confidence_are_changed(site: WebState, priya: Browser) -> None:
    before = rule_now(site)
    change(priya, PAGE, step__0="warn", confidence="high", why="softer", save="yes")

    assert [step.severity.value for step in rule_now(site).steps] == ["warn", "warn"]
    assert [step.when for step in rule_now(site).steps] == [step.when for step in before.steps]
    assert rule_now(site).confidence.value == "high"


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("title", "", "Write a few words"),
        ("title", "x" * 61, "61 characters"),
        ("message", "Wait for {nothing} first.", "between braces"),
        ("message", "A brace { alone", "between braces"),
        ("number__bulk_schools_warn", "many", "Write a number"),
        ("number__bulk_schools_warn", "-1", "Write a number"),
        ("number__bulk_schools_warn", "nan", "Write a number"),
        ("mode", "loud", "Choose one of"),
        ("step__0", "fatal", "Choose one of"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(
    site: WebState, priya: Browser, field: str, value: str, wrong: str
) -> None:
    told = change(priya, PAGE, why="a <good> reason", save="yes", **{"confidence": "low", field: value})

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert wrong in told.text
    assert fields_on(told.text)["why"] == "a <good> reason"
    assert fields_on(told.text)["confidence"] == "low"
    assert site.policy.desk.store.stamp() == 0


@pytest.mark.parametrize(
    ("path", "field", "value", "wrong"),
    [(PAGE, "title", "", "Write a few words"), (DETAILS, "number-urgent_days", "soon", "Write a number")],
)
def test_a_missing_reason_is_told_with_all_else(
    priya: Browser, path: str, field: str, value: str, wrong: str
) -> None:
    told = change(priya, path, save="yes", **{field: value}).text

    assert wrong in told
    assert "Say why" in told


def test_without_a_reason_nothing_is_saved(site: WebState, priya: Browser) -> None:
    told = change(priya, PAGE, mode="warn", save="yes")

    assert "Say why" in told.text
    assert fields_on(told.text)["mode"] == "warn"
    assert site.policy.desk.store.stamp() == 0


def test_a_preview_shows_before_and_after_and_saves_nothing(site: WebState, priya: Browser) -> None:
    told = change(priya, PAGE, number__bulk_schools_warn="4", preview="yes").text

    assert "It must speak here." in told
    assert "says nothing" in told
    assert "reading age about" in told
    assert fields_on(told)["number-bulk_schools_warn"] == "4"
    assert site.policy.desk.store.stamp() == 0


def test_a_replay_without_a_past_says_so(priya: Browser) -> None:
    assert "nothing to compare with" in change(priya, PAGE, mode="trial", replay="yes").text


def test_somebody_elses_change_is_shown_and_both_are_kept(site: WebState, priya: Browser) -> None:
    desk, opened = site.policy.desk, fields_on(priya.open(PAGE).text)
    title: dict[FieldPath, Any] = {("rules", RULE, "title"): "Theirs"}
    save(desk, [amended(desk, "kent-schools", title)], TOM_SIGNS)
    told = priya.send(PAGE, opened | {"message": "Mine.", "why": "mine", "save": "yes"}, on=PAGE)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "Somebody else saved this policy" in told.text
    again = fields_on(told.text)
    assert (again["title"], again["message"], again["why"]) == ("Theirs", "Mine.", "mine")
    priya.send(PAGE, again | {"save": "yes"}, on=PAGE)
    assert (rule_now(site).title, rule_now(site).message) == ("Theirs", "Mine.")


def test_a_change_of_another_rule_is_nobodys_conflict(site: WebState, priya: Browser) -> None:
    desk, opened = site.policy.desk, fields_on(priya.open(PAGE).text)
    other: dict[FieldPath, Any] = {("rules", "official-channels-only", "title"): "Theirs"}
    save(desk, [amended(desk, "kent-schools", other)], TOM_SIGNS)
    priya.send(PAGE, opened | {"message": "Mine.", "why": "mine", "save": "yes"}, on=PAGE)

    assert rule_now(site).message == "Mine."
    assert rule_now(site, "official-channels-only").title == "Theirs"


def test_everything_steps_back_at_once_and_up_again(site: WebState, priya: Browser) -> None:
    before = {r.id: r.mode for one in site.policy.held().values() for r in one.pack.rules}
    told = change(priya, "/policy/step-back", mode="trial", why="Monday morning")
    number = max(v.number for v in site.policy.desk.store.newest().values())

    assert "Writing to Kent schools" in told.text
    assert "Electronic communication in the trust" in told.text
    assert {r.mode for one in site.policy.held().values() for r in one.pack.rules} == {Mode.TRIAL}
    assert isinstance(site.clock, FakeClock)
    site.clock.at += timedelta(minutes=5)
    priya.send(f"/policy/history/{number}/undo", {"why": "calm again"}, on=f"/policy/history/{number}")
    assert {r.id: r.mode for one in site.policy.held().values() for r in one.pack.rules} == before


def test_stepping_back_needs_a_reason_and_a_mode(site: WebState, priya: Browser) -> None:
    assert "Say why" in change(priya, "/policy/step-back", mode="trial").text
    assert "Choose how quiet" in change(priya, "/policy/step-back", mode="enforce", why="x").text
    assert site.policy.desk.store.stamp() == 0


def test_history_tells_a_change_in_words(priya: Browser) -> None:
    change(priya, PAGE, number__bulk_schools_warn="4", confidence="high", why="three is a talk", save="yes")
    told = priya.open("/policy/history/1").text

    assert "Schools from which Sendwell warns" in told
    assert "how sure it must be" in told
    assert "<del>medium</del>" in told
    assert "<ins>high</ins>" in told
    assert priya.open("/policy/history/1/download").text.count("bulk_schools_warn: 4") == 1


def test_what_was_changed_again_cannot_be_undone(priya: Browser) -> None:
    for mode in ("trial", "warn"):
        change(priya, PAGE, mode=mode, why=mode, save="yes")

    assert "changed again since" in priya.open("/policy/history/1").text
    told = priya.send("/policy/history/1/undo", {"why": "back"}, on="/policy/history/2")
    assert "Undo that one first" in html.unescape(told.text)


def test_contacts_and_numbers_are_changed(site: WebState, priya: Browser) -> None:
    told = change(
        priya,
        DETAILS,
        **{"contact-communications-team-telephone": "01622 221201", "number-urgent_days": "5"},
        owner="Head of Communications",
        review_by="2027-09-01",
        why="new number",
    )

    assert "It is in force everywhere" in told.text
    pack = kent(site)
    assert pack.contacts["communications-team"].telephone == "01622 221201"
    assert pack.contacts["communications-team"].href == "mailto:communicationcfe@kent.gov.uk"
    assert (pack.numbers["urgent_days"], pack.owner) == (5, "Head of Communications")
    assert pack.review_by is not None
    assert pack.review_by.year == 2027


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("contact-communications-team-name", "", "whom this reaches"),
        ("contact-communications-team-telephone", "ring Jo", "telephone number"),
        ("contact-communications-team-address", "jo", "e-mail address"),
        ("contact-local-officer-href", "javascript:alert(1)", "starts with https"),
        ("number-urgent_days", "soon", "Write a number"),
        ("review_by", "next year", "Write a day"),
    ],
)
def test_wrong_details_are_told_beside_the_field(
    site: WebState, priya: Browser, field: str, value: str, wrong: str
) -> None:
    told = change(priya, DETAILS, why="x", **{field: value})

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert wrong in told.text
    assert fields_on(told.text)[field] == value
    assert site.policy.desk.store.stamp() == 0


def test_a_file_is_looked_at_before_it_is_saved(site: WebState, priya: Browser) -> None:
    new = pack_text("kent-schools").replace("urgent_days: 7", "urgent_days: 6")
    file = {"file": ("kent.yaml", ("\ufeff" + new.replace("\n", "\r\n")).encode(), "application/yaml")}
    told = priya.send(TEXT, fields_on(priya.open(TEXT).text) | {"look": "yes"}, on=TEXT, files=file)

    assert "Days from which something is not urgent" in told.text
    assert "Nothing new." in told.text
    assert site.policy.desk.store.stamp() == 0
    priya.send(TEXT, fields_on(told.text) | {"why": "a shorter week", "save": "yes"}, on=TEXT)
    assert site.policy.desk.text("kent-schools")[0] == new


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("urgent_days: 7", "urgent_days: soon", "this must be a number"),
        ("id: kent-schools", "id: trust", "This is the policy trust"),
        ("id: kent-schools", "id: elsewhere", "No pack elsewhere applies"),
        ("rules:", "rules: [", "this is not YAML"),
    ],
)
def test_a_wrong_text_is_shown_with_its_line_and_stays(
    site: WebState, priya: Browser, old: str, new: str, wrong: str
) -> None:
    text = pack_text("kent-schools").replace(old, new, 1)
    told = change(priya, TEXT, text=text, look="yes")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert wrong in html.unescape(told.text)
    assert fields_on(told.text)["text"].strip() == text.strip()
    assert site.policy.desk.store.stamp() == 0


def test_a_file_that_is_no_text_or_too_large_is_refused(priya: Browser) -> None:
    sent = fields_on(priya.open(TEXT).text)
    told = priya.send(TEXT, sent, on=TEXT, files={"file": ("kent.xls", b"\xd0\xcf\x11\xe0", "application/x")})
    assert "is no text in UTF-8" in told.text
    told = priya.send(
        TEXT, sent, on=TEXT, files={"file": ("big.yaml", b"x" * (1024 * 1024 + 1), "application/x")}
    )
    assert told.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "over 1 MiB" in told.text


def test_a_text_that_somebody_elses_change_came_before_is_not_saved(site: WebState, priya: Browser) -> None:
    desk, opened = site.policy.desk, fields_on(priya.open(TEXT).text)
    save(desk, [amended(desk, "kent-schools", {("numbers", "urgent_days"): 5})], TOM_SIGNS)
    mine = {
        "text": opened["text"].replace("bulk_schools_warn: 2", "bulk_schools_warn: 3"),
        "why": "w",
        "save": "yes",
    }
    told = priya.send(TEXT, opened | mine, on=TEXT)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "What they changed" in told.text
    assert kent(site).numbers["bulk_schools_warn"] == 2


def test_a_rule_that_stepped_itself_down_says_so_and_is_let_be(site: WebState) -> None:
    asked: list[Any] = []
    step = Step(1, RULE, StepKind.DOWN, FakeClock().now(), "Sendwell", "9 of 10 people called it wrong.", 0)
    packs = [one.pack for one in site.policy.held().values()]
    room = replace(
        site.policy,
        live=lambda: Policy(packs, "test", Evidence(steps=(step,))),
        let_be=lambda _policy, rule, signed: asked.append((rule, signed)),
    )
    browser = browser_at(app_for(site_for(policy=room))).come_in()
    told = browser.open(PAGE).text

    assert "This rule has stepped itself down: it interrupts before sending." in told
    assert "9 of 10 people called it wrong." in told
    assert "Stepped themselves down" in browser.open("/policy").text
    browser.send(f"{PAGE}/let-be", {"why-let-be": "they will get used to it"}, on=PAGE)
    assert [(rule, signed.why) for rule, signed in asked] == [(RULE, "they will get used to it")]


def test_a_replay_counts_what_the_past_would_have_been(site: WebState, priya: Browser) -> None:
    fair = "There will be a stall for schools at the summer fair."
    kept = replace(road([kent(site)]), records=site.policy.records)
    for to in ("3 schools", "3 schools", "9 schools"):
        check_draft(draft_from({"to": [to], "subject": "Summer fair", "body": fair}), Moment.SEND, kept)
    told = change(priya, PAGE, number__bulk_schools_warn="4", replay="yes").text

    assert "3 past drafts (at Send)" in told
    assert "As changed, 1 of 3 drafts would have been interrupted, 2 fewer than now." in told
    assert "<strong>2</strong> would no longer be interrupted" in told
    assert "<strong>0</strong> would be interrupted that were not" in told
    assert f'<th scope="row"><code>{RULE}</code></th>' in told
    assert "nothing to compare with" in change(priya, PAGE, replay="yes", **{"replay-moment": "compose"}).text


def test_somebody_elses_contacts_are_shown_beside_mine(site: WebState, priya: Browser) -> None:
    desk, opened = site.policy.desk, fields_on(priya.open(DETAILS).text)
    save(desk, [amended(desk, "kent-schools", {("numbers", "urgent_days"): 5})], TOM_SIGNS)
    mine = {"number-bulk_schools_warn": "3", "number-urgent_days": "6", "why": "mine"}
    told = priya.send(DETAILS, opened | mine, on=DETAILS)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "number urgent days: was “7”, is now “5”; you wrote “6”" in " ".join(told.text.split())
    priya.send(DETAILS, fields_on(told.text), on=DETAILS)
    numbers = kent(site).numbers
    assert (numbers["bulk_schools_warn"], numbers["urgent_days"]) == (3, 6)


def test_an_example_about_earlier_mails_says_why_a_preview_is_silent(priya: Browser) -> None:
    told = change(priya, "/policy/rules/serial-single-sends", mode="warn", preview="yes").text

    assert "It is about mails sent before, which a preview does not have." in told


@pytest.mark.parametrize("follows", ["9" * 13, "9" * 40, "9" * 5000, "²", "-1", "1e9"])
def test_a_version_that_cannot_be_is_none(priya: Browser, follows: str) -> None:
    """A number too large for the database, or for Python to read, comes of a form that somebody made up."""
    told = change(priya, PAGE, follows=follows, why="the trial goes on", save="yes")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
