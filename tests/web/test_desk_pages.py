"""An editor reads what came in, mends it, and puts an issue together: on pages that work without a script."""

import re
from dataclasses import replace
from datetime import date
from http import HTTPStatus

import pytest

from app.bulletin.edit import claim, edit
from app.bulletin.gates import Gated, Page
from app.bulletin.publish import go_out, gone_out
from app.bulletin_ports import DeliveryState
from app.domain.issue import QUESTIONS, Issue, IssueState
from app.domain.item import ItemState, Person
from app.web.desk.gates_shown import gates_of
from app.web.desk.placing import open_issue
from app.web.desk.room import Gate, Gates, HowFar, Shown
from app.web.state import WebState
from tests.desk_rooms import EDITOR, OTHER, PRIMARY, SENDER, desk_room, later, made_ready, placed, put_in
from tests.fakes import FakeClock
from tests.road import check_example
from tests.web.conftest import TOM, Browser, app_for, browser_at, site_for

KEY = "/desk/issues/2026-27-11"


def issue_of(site: WebState) -> Issue:
    issue = open_issue(site.desk.desk)
    assert issue
    return issue


def fields_of(item_page: str) -> dict[str, object]:
    """What a browser would send of the form with the text."""
    version = re.search(r'name="version" value="(\d+)"', item_page)
    assert version
    found: dict[str, object] = {"version": version[1]}
    for name in ("headline", "contact", "closes"):
        value = re.search(rf'name="{name}" type="\w+" value="([^"]*)"', item_page)
        found[name] = value[1] if value else ""
    for name in ("summary", "body", "links"):
        value = re.search(rf'name="{name}"[^>]*>\n([^<]*)</textarea>', item_page)
        found[name] = value[1] if value else ""
    return found


def test_an_empty_desk_says_what_to_expect(priya: Browser, site: WebState) -> None:
    told = priya.open("/desk").text

    assert "No items yet" in told
    assert f"Build issue {issue_of(site).key.number}" in told
    assert "<strong>160 schools</strong> by <strong>158 addresses</strong>" in told
    assert "in 2 days 2 hours" in told


def test_an_empty_desk_of_the_sample_authority_offers_examples(site: WebState) -> None:
    came = list[str]()

    def examples(by: Person) -> None:
        came.append(by.name)
        put_in(site.desk, "Choir day")

    room = replace(site.desk, examples=examples)
    priya = browser_at(app_for(replace(site, desk=room))).come_in()
    assert "Put in some examples" in priya.open("/desk").text
    for _ in range(2):
        told = priya.send("/desk", {"do": "examples"}, on="/desk").text
        assert "Here are some examples." in told
        assert "Put in some examples" not in told

    assert came == ["Priya Shah"]


def test_a_desk_in_earnest_offers_none(priya: Browser) -> None:
    assert "examples" not in priya.open("/desk").text
    assert priya.send("/desk", {"do": "examples"}, on="/desk").status_code == HTTPStatus.BAD_REQUEST


def test_out_of_term_there_is_no_issue_this_week() -> None:
    clock = FakeClock()
    site = site_for(clock=clock, desk=desk_room(clock))
    clock.at = clock.at.replace(month=12, day=22)
    told = browser_at(app_for(site)).come_in().open("/desk").text

    assert "No issue this week" in told
    assert "Schools are on holiday." in told
    assert "goes out on Friday 8 January 2027" in told


def test_after_the_last_term_the_calendar_is_named() -> None:
    clock = FakeClock()
    clock.at = clock.at.replace(year=2031)
    told = browser_at(app_for(site_for(clock=clock, desk=desk_room(clock)))).come_in()

    assert "Add the next school year" in told.open("/desk").text
    assert "No issues yet" in told.open("/desk/issues").text


def test_items_stand_by_state_with_who_has_them_and_what_is_like_them(site: WebState) -> None:
    old = put_in(site.desk, "Census reminder")
    room = replace(site.desk, alike=lambda item: (old,) if item.id != old.id else ())
    mine = put_in(room, "Census day <b>", closes=date(2026, 11, 17))
    claim(room.desk, mine.id, OTHER)
    made_ready(room, "Choir day", for_whom=PRIMARY)
    told = browser_at(app_for(replace(site, desk=room))).come_in().open("/desk").text

    assert "New (2)" in told
    assert "Ready (1)" in told
    assert "Census day &lt;b&gt;" in told
    assert "Similar to “Census reminder”, 16 November 2026" in told
    assert "Tom Aldous</span>" in told
    assert "Closes before it goes out" in told
    assert "Primary schools · Sam Field" in told
    assert SENDER.address not in told


def test_what_is_perhaps_alike_is_told_on_the_items_page_alone(site: WebState) -> None:
    sure, old = put_in(site.desk, "Census day again"), put_in(site.desk, "Census reminder")
    room = replace(site.desk, alike=lambda _: (sure,), perhaps_alike=lambda _: (old,))
    mine = put_in(room, "Census day")
    priya = browser_at(app_for(replace(site, desk=room))).come_in()
    told = priya.open(f"/desk/items/{mine.id}").text

    assert told.index("Census day again</a>") < told.index("Perhaps the same news")
    assert f'<a href="/desk/items/{old.id}">Census reminder' in told[told.index("Perhaps the same news") :]
    assert "Perhaps the same news" not in priya.open("/desk").text


def test_an_item_is_claimed_and_placed_from_the_inbox(priya: Browser, site: WebState) -> None:
    new, ready = put_in(site.desk, "Choir day"), made_ready(site.desk, "Census day")
    priya.send("/desk", {"do": f"claim {new.id}"}, on="/desk")
    told = priya.send("/desk", {"do": f"place {ready.id}"}, on="/desk").text

    assert site.desk.desk.item(new.id).editor == EDITOR
    assert "In issue" in told
    assert issue_of(site).order == (ready.id,)


def test_all_that_is_ready_is_placed_and_the_others_are_named(priya: Browser, site: WebState) -> None:
    fits, late = (
        made_ready(site.desk, "Choir day"),
        made_ready(site.desk, "Old news", closes=date(2026, 11, 17)),
    )
    assert f'value="place {late.id}"' not in priya.open("/desk").text + priya.open(KEY).text
    told = priya.send("/desk", {"do": "place-all"}, on="/desk")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "1 item placed." in told.text
    assert "Old news: " in told.text
    assert issue_of(site).order == (fits.id,)
    assert site.desk.desk.item(late.id).issue is None


def test_one_key_makes_ready_places_and_goes_on(priya: Browser, site: WebState) -> None:
    first, second = put_in(site.desk, "Choir day"), put_in(site.desk, "Dance day")
    page = f"/desk/items/{first.id}"
    told = priya.send(page, fields_of(priya.open(page).text) | {"do": "next"}, on=page).text

    assert "“Choir day” is ready, and placed. Here is the next one." in told
    assert "No other new item waits." in told
    assert "<h1>Dance day</h1>" in told
    page = f"/desk/items/{second.id}"
    last = priya.send(page, fields_of(told) | {"do": "next"}, on=page).text
    assert "“Dance day” is ready, and placed. That was the last new item." in last
    assert issue_of(site).order == (first.id, second.id)


def test_an_edit_is_told_word_by_word(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day", body="Come at nine.")
    page = f"/desk/items/{item.id}"
    sent = fields_of(priya.open(page).text) | {"body": "Come at ten.", "phases": ["primary"], "do": "save"}
    told = priya.send(page, sent, on=page).text

    assert "Saved." in told
    assert "Come at <del>nine</del><ins>ten</ins>." in told
    assert "<ins>Primary schools</ins>" in told
    assert site.desk.desk.item(item.id).text.for_whom == PRIMARY


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("headline", "", "Write a headline."),
        ("headline", "x" * 61, "61 of at most 60"),
        ("summary", "x" * 101, "101 of at most 100"),
        ("closes", "soon", "Give the day, with its year."),
        ("links", "javascript:alert(1)", "beginning with https://"),
    ],
)
def test_what_was_typed_is_kept_when_something_is_wrong(
    priya: Browser, site: WebState, field: str, value: str, said: str
) -> None:
    item = put_in(site.desk, "Choir day")
    page = f"/desk/items/{item.id}"
    sent = fields_of(priya.open(page).text) | {"contact": "Priya, 01632 960600", field: value, "do": "next"}
    told = priya.send(page, sent, on=page)

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in told.text
    assert f'id="{field}-error"' in told.text
    assert value in told.text
    assert "Priya, 01632 960600" in told.text
    assert site.desk.desk.item(item.id) == item


def test_two_editors_at_once_see_both_texts(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day")
    page = f"/desk/items/{item.id}"
    mine = fields_of(priya.open(page).text) | {"summary": "Mine entirely.", "do": "save"}
    edit(site.desk.desk, item.id, item.version, replace(item.text, summary="Tom's words."), OTHER)
    told = priya.send(page, mine, on=page)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "Tom Aldous changed it meanwhile." in told.text
    assert "Tom&#39;s words." in told.text
    assert "Mine entirely.</textarea>" in told.text
    again = priya.send(page, mine | fields_of(told.text), on=page)
    assert "Saved." in again.text
    assert site.desk.desk.item(item.id).text.summary == "Mine entirely."


def test_who_has_claimed_an_item_is_the_one_to_change_it(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day")
    claim(site.desk.desk, item.id, OTHER)
    page = f"/desk/items/{item.id}"
    told = priya.open(page).text
    assert "Tom Aldous has claimed it" in told
    assert 'name="headline"' not in told

    taken = priya.send(page, {"do": "take-over"}, on=page).text
    assert "You have taken it over." in taken
    given = priya.send(page, fields_of(taken) | {"do": "hand-over", "to": OTHER.address}, on=page).text
    assert "It is handed over." in given
    assert "handed it over, to Tom Aldous" in given
    assert site.desk.desk.item(item.id).editor == OTHER


@pytest.mark.parametrize(
    ("do", "state"), [("send-back", ItemState.NEEDS_WORK), ("decline", ItemState.DECLINED)]
)
def test_a_reason_goes_with_what_does_not_go_out(
    priya: Browser, site: WebState, do: str, state: ItemState
) -> None:
    item = put_in(site.desk, "Choir day")
    page = f"/desk/items/{item.id}"
    sent = fields_of(priya.open(page).text) | {"do": do}
    assert "Say why, in a sentence." in priya.send(page, sent | {"why": ""}, on=page).text

    told = priya.send(page, sent | {"why": "Which choir?"}, on=page).text
    assert "“Which choir?”" in told
    assert site.desk.desk.item(item.id).state is state


def test_a_duplicate_is_merged_into_the_other(priya: Browser, site: WebState) -> None:
    item, other = put_in(site.desk, "Choir day"), put_in(site.desk, "Day of the choirs")
    page = f"/desk/items/{item.id}"
    sent = fields_of(priya.open(page).text) | {"do": "merge", "into": other.id}
    told = priya.send(page, sent, on=page).text

    assert "It is merged." in told
    assert f'href="/desk/items/{other.id}"' in told
    assert site.desk.desk.item(item.id).merged_into == other.id


def test_a_gate_that_stops_keeps_an_item_from_being_ready(site: WebState) -> None:
    stop = Gates((Gate("A child’s name", "Take it out.", "Stop", "block", is_stop=True),), ("names",))
    room = replace(site.desk, gates=lambda _: stop)
    browser, item = browser_at(app_for(replace(site, desk=room))).come_in(), put_in(room, "Choir day")
    page = f"/desk/items/{item.id}"
    told = browser.open(page).text
    assert "A child’s name" in told
    assert "Not checked: names" in told

    sent = fields_of(told) | {"headline": "Choir days", "do": "next"}
    refused = browser.send(page, sent, on=page)
    assert "It is saved, but cannot go out like this: A child’s name." in refused.text
    assert room.desk.item(item.id).state is ItemState.NEW
    assert room.desk.item(item.id).text.headline == "Choir days"


def test_what_came_into_a_ready_item_is_said_and_stops_the_issue(site: WebState) -> None:
    stop = Gates((Gate("A child’s name", "Take it out.", "Stop", "block", is_stop=True),))
    room = replace(site.desk, gates=lambda item: stop if "Amy" in item.text.body else Gates())
    [item], key = placed(room, ["Choir day"]), issue_of(site).key
    browser, page = browser_at(app_for(replace(site, desk=room))).come_in(), f"/desk/items/{item.id}"
    sent = fields_of(browser.open(page).text) | {"body": "Amy sings.", "do": "save"}
    assert "cannot go out like this: A child’s name." in browser.send(page, sent, on=page).text

    page = f"/desk/issues/{key}"
    sent = {"version": room.desk.issue(key).version, "answers": list(QUESTIONS), "do": "publish"}
    assert "A check stops it" in browser.open(page).text
    assert "A check stops “Choir day”." in browser.send(page, sent, on=page).text
    assert room.desk.issue(key).state is IssueState.OPEN


def test_a_check_that_asks_for_a_reason_gets_one_and_the_history_keeps_it(site: WebState) -> None:
    room = replace(site.desk, gates=lambda _: Gates((Gate("A picture", "Who is in it?", asks_why=True),)))
    browser, item = browser_at(app_for(replace(site, desk=room))).come_in(), put_in(room, "Choir day")
    page = f"/desk/items/{item.id}"
    sent = fields_of(browser.open(page).text) | {"do": "ready"}
    assert "Say why it may go out all the same" in browser.send(page, sent, on=page).text
    assert room.desk.item(item.id).state is ItemState.NEW

    told = browser.send(page, sent | {"despite": "Everybody in it said yes."}, on=page).text
    assert "“Everybody in it said yes.”" in told
    assert room.desk.item(item.id).state is ItemState.READY


def test_cards_become_gates_the_loudest_first() -> None:
    body = "Her NHS number is 943 476 5919. PLEASE REPLY!!!"
    judged = check_example({"body": body, "to": ["sam.field@gmail.com"]})
    found = gates_of(Gated(Page(judged.reading.draft, (("body", 0, len(body)),)), judged)).found

    assert found
    assert found[0].said in {"Must go", "Needs a reason", "Look"}
    assert all("“" in gate.clause for gate in found)
    assert [g.is_stop for g in found] == sorted((g.is_stop for g in found), reverse=True)
    assert Shown("body", "The rest", "943 476 5919") in found[0].parts


def test_items_are_put_in_order_with_buttons_and_the_keyboard_stays(priya: Browser, site: WebState) -> None:
    one, two, three = placed(site.desk, ("Choir day", "Dance day", "Drama day"))
    told = priya.send(KEY, {"do": f"up {three.id}"}, on=KEY).text
    assert issue_of(site).order == (one.id, three.id, two.id)
    assert re.search(r'aria-label="Move “Drama day” up" autofocus', told)

    told = priya.send(KEY, {"do": f"up {three.id}"}, on=KEY).text
    assert issue_of(site).order == (three.id, one.id, two.id)
    assert re.search(r'aria-label="Move “Drama day” down" autofocus', told)
    priya.send(KEY, {"do": f"before {two.id} {three.id}"}, on=KEY)
    assert issue_of(site).order == (two.id, three.id, one.id)
    priya.send(KEY, {"do": f"before {two.id}"}, on=KEY)
    assert issue_of(site).order == (three.id, one.id, two.id)
    priya.send(KEY, {"do": f"out {one.id}"}, on=KEY)
    assert issue_of(site).order == (three.id, two.id)


def test_an_item_moves_within_its_own_section(priya: Browser, site: WebState) -> None:
    (all_one,) = placed(site.desk, ("Choir day",))
    (primary,) = placed(site.desk, ("Dance day",), for_whom=PRIMARY)
    (all_two,) = placed(site.desk, ("Drama day",))
    told = priya.send(KEY, {"do": f"up {all_two.id}"}, on=KEY).text

    assert told.index("<h3>For everyone</h3>") < told.index("<h3>For primary schools</h3>")
    assert issue_of(site).order == (all_two.id, all_one.id, primary.id)


def test_the_mail_is_seen_in_every_way(priya: Browser, site: WebState) -> None:
    placed(site.desk, ("Choir <day>",), for_whom=PRIMARY)
    assert "frame-src 'self'" in priya.open(KEY).headers["Content-Security-Policy"]
    html = priya.open(f"{KEY}/preview?view=html&phase=primary")
    assert "Choir &lt;day&gt;" in html.text
    assert "default-src 'none'" in html.headers["Content-Security-Policy"]
    assert "script-src" not in html.headers["Content-Security-Policy"]
    assert "FOR PRIMARY SCHOOLS" in priya.open(f"{KEY}/preview?view=text").text
    assert "#96c6fa" in priya.open(f"{KEY}/preview?view=dark").text
    assert "Choir &lt;day&gt;" in priya.open(f"{KEY}/preview?view=nonsense&phase=nonsense").text
    assert 'aria-current="true"' in priya.open(f"{KEY}?view=phone").text


def test_opening_words_are_kept_also_when_they_are_too_long(priya: Browser, site: WebState) -> None:
    version = {"version": issue_of(site).version}
    told = priya.send(KEY, version | {"do": "introduce", "introduction": "x" * 601}, on=KEY).text
    assert "x" * 601 in told
    assert "601 of at most 600" in told

    told = priya.send(KEY, version | {"do": "introduce", "introduction": "Two weeks to go."}, on=KEY).text
    assert "The opening words are saved." in told
    assert issue_of(site).introduction == "Two weeks to go."


def test_an_issue_is_published_held_stopped_and_published_again(priya: Browser, site: WebState) -> None:
    placed(site.desk, ("Choir day",))
    ask = {"do": "publish", "version": issue_of(site).version}
    told = priya.send(KEY, ask | {"answers": ["accurate", "neutral"]}, on=KEY)
    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'id="accurate" name="answers" value="accurate" checked' in told.text
    assert "Answer every question with yes" in told.text

    told = priya.send(KEY, ask | {"answers": list(QUESTIONS)}, on=KEY).text
    assert "is held, and goes out at 08:30 on 20 November 2026" in told
    inbox = priya.open("/desk").text
    assert "Stop</button>" in inbox
    assert "Items come in until" not in inbox
    assert "what comes in now waits for the one after" in inbox
    assert "published, and held" in priya.open(f"{KEY}?done=publish").text
    stopped = priya.send(KEY, {"do": "stop"}, on=KEY).text
    assert "Nothing went out" in stopped
    assert issue_of(site).state is IssueState.OPEN
    assert "published, and held" not in priya.open(f"{KEY}?done=publish").text


def test_who_may_not_publish_is_told_who_may(site: WebState) -> None:
    placed(site.desk, ("Choir day",))
    tom = browser_at(app_for(site)).come_in(TOM)
    told = tom.open(KEY).text
    assert "Priya Shah may publish." in told
    assert 'value="publish"' not in told

    ask = {"do": "publish", "version": issue_of(site).version, "answers": list(QUESTIONS)}
    assert "You may not publish" in tom.send(KEY, ask, on=KEY).text
    assert issue_of(site).state is IssueState.OPEN


def test_an_editor_alone_is_led_to_no_page_that_refuses_them(site: WebState) -> None:
    placed(site.desk, ("Choir day",))
    tom = browser_at(app_for(site)).come_in_as("Tom Aldous", TOM.address, "editor")
    for page in ("/desk", "/desk/issues", KEY, "/desk/requests", "/staff/me"):
        told = tom.open(page).text
        for path in set(re.findall(r'(?<!form )href="(/[^"#?]*)', told)):
            assert tom.open(path).status_code == HTTPStatus.OK, (page, path)
    assert "Whoever keeps the policy and its registers can let you." in tom.open(KEY).text
    assert "Let somebody publish the bulletin" in browser_at(app_for(site)).come_in(TOM).open(KEY).text


def test_an_item_that_closes_before_its_issue_says_so_on_its_page(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Old news", closes=date(2026, 11, 17))
    page = f"/desk/items/{item.id}"
    told = priya.open(page).text
    assert (
        "It closes on Tuesday 17 November 2026, before schools read it: issue 11 goes out on Friday" in told
    )
    assert '<a href="#closes">Change the closing date</a>' in told

    sent = fields_of(told) | {"closes": "2026-11-20", "do": "save"}
    assert "before schools read it" not in priya.send(page, sent, on=page).text


def test_what_came_late_says_which_issue_it_waits_for() -> None:
    clock = FakeClock()
    site = site_for(clock=clock, desk=desk_room(clock))
    browser, early = browser_at(app_for(site)), put_in(site.desk, "Choir day")
    clock.at = clock.at.replace(day=18, hour=13)
    late = put_in(site.desk, "Dance day", closes=date(2026, 11, 26))
    priya = browser.come_in()
    told = priya.open(f"/desk/items/{late.id}").text
    assert "It came after the cut-off of issue 11: it waits for issue 12" in told
    assert "before schools read it: issue 12 goes out on Friday 27 November 2026" in told
    assert "it waits for issue" not in priya.open(f"/desk/items/{early.id}").text
    clock.at = clock.at.replace(day=30)
    told = browser.come_in().open(f"/desk/items/{late.id}").text
    assert "Its closing date, Thursday 26 November 2026, is past." in told


def test_the_next_new_item_is_at_hand_after_each_step(priya: Browser, site: WebState) -> None:
    first, second = put_in(site.desk, "Choir day"), put_in(site.desk, "Dance day")
    page = f"/desk/items/{first.id}"
    told = priya.send(page, {"do": "decline", "why": "Told last week.", "version": 1}, on=page).text
    assert f'1 more new item to look at. The next: <a href="/desk/items/{second.id}">Dance day</a>' in told
    page = f"/desk/items/{second.id}"
    told = priya.send(page, {"do": "decline", "why": "Told last week.", "version": 1}, on=page).text
    assert "No other new item waits." in told


def test_afterwards_the_page_counts_what_became_of_the_messages() -> None:
    clock = FakeClock()
    far = HowFar({DeliveryState.SENT: 1204, DeliveryState.REFUSED: 3}, "The carrier refuses our password.")
    room = desk_room(clock, how_far=lambda _: far)
    browser = browser_at(app_for(site_for(clock=clock, desk=room))).come_in()
    placed(room, ("Choir day",))
    issue = open_issue(room.desk)
    assert issue
    browser.send(KEY, {"do": "publish", "version": issue.version, "answers": list(QUESTIONS)}, on=KEY)
    later(clock, days=5)
    go_out(room.desk, issue.key)
    gone_out(room.desk, issue.key)
    told = browser.come_in().open(KEY).text

    assert "1,204" in told
    assert "The carrier refuses our password." in told
    assert "Went out on" in told
    assert 'name="do" value="up' not in told
    assert "Gone out</span>" in browser.open("/desk/issues").text

    quiet = replace(room, sends=False, how_far=lambda _: HowFar())
    there = browser_at(app_for(site_for(clock=clock, desk=quiet))).come_in().open(KEY).text
    assert "No mail was sent." in there
    assert "Went out on" not in there


@pytest.mark.parametrize(
    "path", ["/desk/items/nothing", "/desk/issues/2026-27-99", "/desk/issues/x", "/desk/issues/x/preview"]
)
def test_what_is_not_there_is_said(priya: Browser, path: str) -> None:
    told = priya.open(path)

    assert told.status_code == HTTPStatus.NOT_FOUND
    assert "There is no such" in told.text


@pytest.mark.parametrize("path", ["/desk", KEY])
def test_an_unknown_button_changes_nothing(priya: Browser, path: str) -> None:
    assert priya.send(path, {"do": "everything"}, on=path).status_code == HTTPStatus.BAD_REQUEST


def test_nobody_from_elsewhere_sees_the_desk() -> None:
    far = browser_at(app_for(site_for()), client=("10.0.0.7", 1))

    for path in ("/desk", "/desk/issues", KEY, f"{KEY}/preview", "/desk/items/x"):
        assert far.open(path).status_code == HTTPStatus.FORBIDDEN
