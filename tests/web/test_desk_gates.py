"""What the checks stop is shown with its words, and goes nowhere: not in an item, not in opening words."""

from dataclasses import replace
from typing import Any

from app.bulletin.edit import edit
from app.bulletin.gates import Gated, Page
from app.checks import FAILED
from app.domain.finding import Unchecked
from app.domain.for_whom import ForWhom
from app.domain.issue import QUESTIONS, IssueState
from app.web.desk.gates_shown import gates_of
from app.web.desk.placing import open_issue
from app.web.desk.room import DeskRoom, Gate, Gates, Shown
from app.web.state import WebState
from tests.desk_rooms import EDITOR, desk_room, made_ready, placed, put_in
from tests.road import check_example
from tests.web.conftest import Browser, app_for, browser_at
from tests.web.test_desk_pages import KEY, fields_of

BORN = Gates(
    (Gate("The bulletin is public", "Take it out.", "Must go", "block", is_stop=True, parts=(Shown("body", "The rest", "12/03/2018"),), more=2),)
)  # fmt: skip
PICTURE = Gates((Gate("A picture", "Who is in it?", asks_why=True),))


def at_desk(site: WebState, **different: Any) -> tuple[DeskRoom, Browser]:
    room = desk_room(**different)
    return room, browser_at(app_for(replace(site, desk=room))).come_in()


def publish_at(room: DeskRoom, browser: Browser) -> str:
    issue = open_issue(room.desk)
    assert issue
    ask = {"do": "publish", "version": issue.version, "answers": list(QUESTIONS)}
    return str(browser.send(KEY, ask, on=KEY).text)


def test_the_parts_that_are_meant_are_shown_with_their_fields(site: WebState) -> None:
    room, browser = at_desk(site, gates=lambda _: BORN)
    told = browser.open(f"/desk/items/{put_in(room, 'Choir day').id}").text

    assert '<a href="#body">The rest</a>: <mark>12/03/2018</mark>' in told
    assert "and 2 other parts" in told


def test_what_was_seen_with_it_stands_apart_and_says_what_it_is(site: WebState) -> None:
    body = "Born 12/03/2018, of 14 Elm Grove, Ashford TN24 8UU. Mum is on 07911 123456."
    judged = check_example({"body": body, "to": ["sam.field@gmail.com"]})
    gates = gates_of(Gated(Page(judged.reading.draft, (("body", 0, len(body)),)), judged))
    [one] = [gate for gate in gates.found if gate.beside]
    assert [part.words for part in one.parts] == ["12/03/2018"]
    assert {part.kind for part in one.beside} == {"A private postal address", "A telephone number of a family, or a private mobile"}  # fmt: skip

    room, browser = at_desk(site, gates=lambda _: gates)
    told = browser.open(f"/desk/items/{put_in(room, 'Choir day').id}").text
    own, _, others = told.partition("Seen with it, and to be looked at too:")
    assert "<mark>12/03/2018</mark>" in own
    assert "07911 123456" not in own
    assert '<a href="#body">The rest</a>: <mark>07911 123456</mark>' in others


def test_what_could_not_be_looked_at_is_said_in_sentences() -> None:
    judged = check_example({"body": "Come along.", "to": ["sam.field@gmail.com"]})
    missing = (Unchecked("identifiers", FAILED), Unchecked("attachments", "Plan.pdf was not read."))
    verdict = replace(judged.verdict, not_checked=missing)
    found = gates_of(Gated(Page(judged.reading.draft, ()), replace(judged, verdict=verdict)))
    asks = "Does the draft hold numbers or details that say who somebody is?"
    assert found.not_checked == (f"{asks} This check failed. The others were made.", "Plan.pdf was not read.")


def test_a_question_is_told_as_one() -> None:
    part = (Shown("body", "The rest", "a photo"),)
    assert Gate("Who is in it?", "", parts=part).in_words == "Who is in it? “a photo”."
    assert Gate("Who is in it?", "").in_words == "Who is in it?"
    assert Gate("A picture", "", parts=part).in_words == "A picture: “a photo”."


def test_opening_words_that_a_check_stops_are_not_saved_or_published(site: WebState) -> None:
    stopped = replace(BORN.found[0], parts=(Shown("introduction", "Opening words", "12/03/2018"),), more=0)
    room, browser = at_desk(site, opening=lambda words, _: Gates((stopped,)) if "2018" in words else Gates())
    placed(room, ["Choir day"])
    ask = {"do": "introduce", "version": 1}
    told = browser.send(KEY, ask | {"introduction": "Olivia, born 12/03/2018"}, on=KEY).text
    assert "Everybody could read this. The bulletin is public: “12/03/2018”." in told
    assert "Olivia, born 12/03/2018</textarea>" in told
    assert "The opening words are saved." in browser.send(KEY, ask | {"introduction": "Hello."}, on=KEY).text

    issue = open_issue(room.desk)
    assert issue
    room.desk.book.keep_issue(issue.introduced("Born 2018"))
    assert "A check stops the opening words." in publish_at(room, browser)
    issue = open_issue(room.desk)
    assert issue
    assert issue.state is IssueState.OPEN


def test_what_asks_for_a_reason_gets_none_in_opening_words(site: WebState) -> None:
    room, browser = at_desk(site, opening=lambda _, __: PICTURE)
    placed(room, ["Choir day"])
    ask = {"do": "introduce", "version": 2, "introduction": "See the photo."}
    assert "Everybody could read this. A picture." in browser.send(KEY, ask, on=KEY).text


def test_a_ready_item_that_asks_for_a_reason_anew_waits_for_it(site: WebState) -> None:
    room, browser = at_desk(site, gates=lambda item: PICTURE if "photo" in item.text.body else Gates())
    [item] = placed(room, ["Choir day"])
    edit(room.desk, item.id, item.version, replace(item.text, body="See the photo."), EDITOR)
    assert "A check asks for a reason for “Choir day”." in publish_at(room, browser)

    page = f"/desk/items/{item.id}"
    sent = fields_of(browser.open(page).text) | {"do": "save"}
    assert "Say why it may go out all the same" in browser.send(page, sent, on=page).text
    told = browser.send(page, sent | {"despite": "Everybody in it agreed."}, on=page).text
    assert "“Everybody in it agreed.”" in told
    assert 'name="despite"' not in told
    assert "is held" in publish_at(room, browser)


def test_an_item_for_no_school_is_not_made_ready_nor_published(site: WebState) -> None:
    nobody = ForWhom(clusters=frozenset({"Ashmere"}), trusts=frozenset({"Kestrel Trust"}))
    room, browser = at_desk(site, count=lambda whom: {"schools": 0 if whom == nobody else 160})
    item = put_in(room, "Choir day", for_whom=nobody)
    page = f"/desk/items/{item.id}"
    told = browser.open(page).text
    assert "It reaches no school" in told
    sent = fields_of(told) | {"clusters": ["Ashmere"], "trusts": ["Kestrel Trust"], "do": "ready"}
    assert "cannot go out like this: It reaches no school." in browser.send(page, sent, on=page).text

    placed(room, ["Dance day"], for_whom=nobody)
    assert "A check stops “Dance day”." in publish_at(room, browser)


def test_two_items_of_one_name_are_both_looked_at(site: WebState) -> None:
    room, browser = at_desk(site, gates=lambda item: BORN if item.text.body else Gates())
    issue = open_issue(room.desk)
    assert issue
    stopped = made_ready(room, "Choir day", body="Born 12/03/2018.")
    placed(room, ["Choir days"])
    assert stopped.id
    browser.send(KEY, {"do": f"place {stopped.id}"}, on=KEY)
    assert "A check stops “Choir day”." in publish_at(room, browser)
