"""Does the keyboard stay where it was, do clocks not hang on a computer's own, is it told why mail waits?"""

import re
from datetime import timedelta

import pytest

from app.bulletin.publish import go_out, publish
from app.bulletin_ports import DeliveryState, Said
from app.domain.issue import QUESTIONS
from app.domain.item import IssueKey
from app.web.desk.placing import open_issue
from app.web.desk.room import DeskRoom, HowFar
from app.web.state import WebState
from tests.desk_rooms import EDITOR, desk_room, made_ready, placed, put_in
from tests.fakes import FakeClock
from tests.web.conftest import Browser, app_for, browser_at, site_for
from tests.web.test_desk_pages import KEY, issue_of


def focused(page: str) -> list[str]:
    """The elements that ask for the focus, as they are written."""
    return re.findall(r"<[^>]* autofocus[^>]*>", page)


def test_after_a_claim_the_keyboard_goes_on_at_its_item(priya: Browser, site: WebState) -> None:
    put_in(site.desk, "Choir day")
    second = put_in(site.desk, "Census day")
    (link,) = focused(priya.send("/desk", {"do": f"claim {second.id}"}, on="/desk").text)
    assert f"/desk/items/{second.id}" in link


def test_after_a_placing_the_keyboard_goes_on_at_its_item(priya: Browser, site: WebState) -> None:
    ready = made_ready(site.desk, "Census day")
    (link,) = focused(priya.send("/desk", {"do": f"place {ready.id}"}, on="/desk").text)
    assert f"/desk/items/{ready.id}" in link

    other = made_ready(site.desk, "Choir day")
    (link,) = focused(priya.send(KEY, {"do": f"place {other.id}"}, on=KEY).text)
    assert f"/desk/items/{other.id}" in link


def test_after_one_is_out_the_next_can_be_taken_out(priya: Browser, site: WebState) -> None:
    first, second, third = placed(site.desk, ("Choir day", "Dance day", "Drama day"))
    for out, then in ((second, third), (third, first)):
        told = priya.send(KEY, {"do": f"out {out.id}"}, on=KEY).text
        (button,) = focused(told)
        assert f"out {then.id}" in button
        assert 'class="moved"' not in told
    assert focused(priya.send(KEY, {"do": f"out {first.id}"}, on=KEY).text) == []


def test_what_is_wrong_takes_the_focus_and_stands_in_the_title(priya: Browser, site: WebState) -> None:
    placed(site.desk, ("Choir day",))
    told = priya.send(KEY, {"do": "publish", "version": issue_of(site).version}, on=KEY).text
    (summary,) = focused(told)
    assert 'role="alert" tabindex="-1"' in summary
    assert "<title>Problem: Issue 11" in told
    assert "<title>Issue 11" in priya.open(KEY).text


def test_a_hold_counts_from_the_clock_of_the_service(priya: Browser, site: WebState) -> None:
    placed(site.desk, ("Choir day",))
    issue = issue_of(site)
    told = priya.send(
        KEY, {"do": "publish", "version": issue.version, "answers": list(QUESTIONS)}, on=KEY
    ).text
    held = site.desk.desk.book.issue(issue.key)
    assert held
    assert held.held_until
    left = (held.held_until - site.desk.desk.clock.now()).total_seconds()
    assert f'data-left="{left:.0f}"' in told
    assert f'data-left="{left:.0f}"' in priya.open("/desk").text
    assert told.count("It goes to 160 schools") == 1
    assert told.index("In this issue") < told.index("It goes to 160 schools") < told.index("Opening words")


WAITS = Said(DeliveryState.WAITING, "The mail server is busy (451).", 12)
REFUSED = Said(DeliveryState.REFUSED, "No such mailbox (550).", 2)


@pytest.mark.parametrize("is_stuck", [False, True])
def test_why_mail_has_not_arrived_and_what_becomes_of_it_is_told(is_stuck: bool) -> None:
    clock = FakeClock()
    states = {DeliveryState.SENT: 144, DeliveryState.WAITING: 12, DeliveryState.REFUSED: 2}
    next_try = None if is_stuck else clock.at + timedelta(minutes=20)
    far = HowFar(states, "The mail server refuses our password." * is_stuck, (WAITS, REFUSED), next_try)
    room = desk_room(clock, how_far=lambda _: far)
    told = browser_at(app_for(site_for(clock=clock, desk=room))).come_in().open(KEY).text

    assert "The mail server is busy (451)." in told
    assert "No such mailbox (550)." in told
    assert 'href="/desk/directory/schools?show=unreachable"' in told
    assert ("from 16 November 2026, 10:20 on" in told) is not is_stuck


def test_an_issue_that_does_not_go_out_is_told_in_the_inbox() -> None:
    clock = FakeClock()
    far = HowFar({DeliveryState.WAITING: 158}, "The mail server refuses our password.")
    room = desk_room(clock, how_far=lambda _: far)
    browser = browser_at(app_for(site_for(clock=clock, desk=room))).come_in()
    placed(room, ("Choir day",))
    assert "is not going out just now" not in browser.open("/desk").text

    held = publish(room.desk, *key_and_version(room), dict.fromkeys(QUESTIONS, True), EDITOR)
    assert held.held_until
    clock.at = held.held_until
    go_out(room.desk, held.key)
    told = browser.come_in().open("/desk").text
    assert "Issue 11 is not going out just now" in told
    assert "The mail server refuses our password." in told


def key_and_version(room: DeskRoom) -> tuple[IssueKey, int]:
    issue = open_issue(room.desk)
    assert issue
    return issue.key, issue.version
