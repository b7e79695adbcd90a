"""Anybody can read what went out, and only that."""

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from app.bulletin.build_issue import introduce
from app.bulletin.publish import go_out, publish
from app.domain.issue import QUESTIONS
from app.domain.item import Item, ItemState
from app.web.desk.placing import open_issue
from app.web.desk.room import DeskRoom
from app.website_ports import DocumentFacts, Scan
from tests.archive_rooms import archive_room
from tests.desk_rooms import EDITOR, SENDER, desk_room, made_ready, placed, put_in
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.web.conftest import Browser, app_for, browser_at, site_for

ATOM = {"a": "http://www.w3.org/2005/Atom"}
HOME_OF_IT = "https://bulletin.council.example"


class Reader:
    """Somebody at a school, who has never said who they are, before and after an issue goes out."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.room: DeskRoom = desk_room(self.clock)
        site = site_for(clock=self.clock, desk=self.room, archive=archive_room(self.room))
        self.documents = site.archive.documents
        self.browser: Browser = browser_at(app_for(site), HOME_OF_IT, ("203.0.113.9", 50000))

    def sends_out(self, *headlines: str, introduction: str = "", **more: object) -> list[Item]:
        items = placed(self.room, headlines or ("Census day",), **more)
        issue = open_issue(self.room.desk)
        assert issue
        issue = introduce(self.room.desk, issue.key, issue.version, introduction)
        held = publish(self.room.desk, issue.key, issue.version, dict.fromkeys(QUESTIONS, True), EDITOR)
        assert held.held_until
        self.clock.at = held.held_until
        self.key = go_out(self.room.desk, issue.key).key
        return [self.room.desk.item(item.id) for item in items]

    def feed(self) -> ET.Element:
        return ET.fromstring(self.browser.open("/bulletin/feed.atom").content)  # noqa: S314 - our own

    def status(self, path: str) -> int:
        return int(self.browser.open(path).status_code)


@pytest.fixture
def reader() -> Reader:
    return Reader()


def test_before_the_first_issue_the_page_says_so(reader: Reader) -> None:
    assert "No issue has gone out yet" in reader.browser.open("/bulletin").text


def test_an_issue_that_went_out_is_read_by_anybody(reader: Reader) -> None:
    items = reader.sends_out("Census day", "Free music places")
    listed = reader.browser.open("/bulletin").text
    shown = reader.browser.open(f"/bulletin/{reader.key}").text

    assert f'href="/bulletin/{reader.key}"' in listed
    assert "2 items" in listed
    assert all(f'href="/bulletin/items/{item.id}"' in shown for item in items)
    assert shown.index("Census day") < shown.index("Free music places")


def test_an_item_keeps_its_page_with_everything_in_it(reader: Reader) -> None:
    (item,) = reader.sends_out(body="Bring:\n- a pen\n- <b>paper</b>", links=("https://gov.example/census",))
    shown = reader.browser.open(f"/bulletin/items/{item.id}").text

    assert "<li>a pen</li>" in shown
    assert "&lt;b&gt;paper&lt;/b&gt;" in shown
    assert '<a href="https://gov.example/census" rel="noreferrer" class="address">' in shown
    assert "The day for this is over" not in shown


def test_whoever_prints_an_issue_has_all_of_it_on_paper(reader: Reader) -> None:
    reader.sends_out(body="Bring:\n- a pen\n- <b>paper</b>", links=("https://gov.example/census?a=1",))
    shown = reader.browser.open(f"/bulletin/{reader.key}").text
    printed = shown.partition('<div class="only-print">')[2].partition("</div>")[0]

    assert "<li>a pen</li>" in printed
    assert "&lt;b&gt;paper&lt;/b&gt;" in printed
    assert "only-print" not in reader.browser.open("/bulletin").text


def test_the_list_of_issues_says_how_to_follow_them(reader: Reader) -> None:
    assert "feed reader" not in reader.browser.open("/bulletin").text
    reader.sends_out()
    assert '<a href="/bulletin/feed.atom">our feed</a>' in reader.browser.open("/bulletin").text


def test_a_closing_day_that_is_over_is_said(reader: Reader) -> None:
    (item,) = reader.sends_out(closes=date(2026, 11, 30))
    before = reader.browser.open(f"/bulletin/items/{item.id}").text
    reader.clock.at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    after = reader.browser.open(f"/bulletin/items/{item.id}").text

    assert "The day for this is over" not in before
    assert "The day for this is over" in after


def test_what_has_not_gone_out_is_as_absent_as_what_never_was(reader: Reader) -> None:
    new, ready, inside = (
        put_in(reader.room),
        made_ready(reader.room, "Ready"),
        placed(reader.room, ["In it"])[0],
    )
    issue = open_issue(reader.room.desk)
    assert issue
    absent = [
        reader.browser.open(path)
        for path in (
            *(f"/bulletin/items/{item.id}" for item in (new, ready, inside)),
            f"/bulletin/items/{'0' * 32}",
            f"/bulletin/{issue.key}",
            "/bulletin/2026-27-99",
        )
    ]

    assert {reply.status_code for reply in absent} == {404}
    assert len({reply.text for reply in absent}) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/bulletin/items/%00",
        "/bulletin/items/" + "a" * 4000,
        "/bulletin/items/%F0%9F%8E%B5",
        "/bulletin/9999999999999-00-1",
        "/bulletin/-1-00-1",
        "/bulletin/x",
        "/bulletin?year=99999999999999999999",
        "/bulletin?year=x",
    ],
)
def test_nasty_addresses_lead_nowhere(reader: Reader, path: str) -> None:
    reader.sends_out()

    assert reader.status(path) == 404


def test_nobody_is_named(reader: Reader) -> None:
    (item,) = reader.sends_out()
    paths = ("/bulletin", f"/bulletin/{reader.key}", f"/bulletin/items/{item.id}", "/bulletin/feed.atom")
    words = "".join(reader.browser.open(path).text for path in paths)

    assert not [name for who in (SENDER, EDITOR) for name in (who.name, who.address) if name in words]
    assert "form_token" not in words


def test_a_page_is_the_same_for_somebody_who_came_in(reader: Reader) -> None:
    reader.sends_out()
    site = site_for(clock=reader.clock, desk=reader.room, archive=archive_room(reader.room))
    priya = browser_at(app_for(site)).come_in()

    assert priya.open("/bulletin").text == reader.browser.open("/bulletin").text


def test_a_browser_that_has_a_page_is_not_sent_it_again(reader: Reader) -> None:
    reader.sends_out()
    first = reader.browser.open("/bulletin")
    again = reader.browser.client.get(
        "/bulletin", headers={"If-None-Match": f'"x", W/{first.headers["ETag"]}'}
    )

    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert (again.status_code, again.content) == (304, b"")
    assert reader.browser.client.get("/bulletin", headers={"If-None-Match": '"x"'}).status_code == 200


def test_the_feed_is_atom_with_ids_that_stay(reader: Reader) -> None:
    (item,) = reader.sends_out(
        "Tea & <cake>", body="One\x0b\ntwo\n\n- three", links=("https://gov.example/?a=1&b=2",)
    )
    reply = reader.browser.open("/bulletin/feed.atom")
    root = reader.feed()
    reader.clock.at += timedelta(days=3)
    entry = root.find("a:entry", ATOM)
    assert entry is not None

    assert reply.headers["content-type"].startswith("application/atom+xml")
    assert (
        entry.findtext("a:id", namespaces=ATOM)
        == f"tag:bulletin.council.example,2026:bulletin/items/{item.id}"
    )
    assert "Tea & <cake>" in (entry.findtext("a:title", namespaces=ATOM) or "")
    assert entry.find("a:link", ATOM).get("href") == f"{HOME_OF_IT}/bulletin/items/{item.id}"  # type: ignore[union-attr]  # fails as a test should
    assert reader.browser.open("/bulletin/feed.atom").content == reply.content


def test_the_feed_obeys_the_rules_of_atom(reader: Reader) -> None:
    reader.sends_out("Census day", "Free music places")
    root = reader.feed()
    entries = root.findall("a:entry", ATOM)
    must = ("id", "title", "updated")

    for each in (root, *entries):
        assert all(len(each.findall(f"a:{name}", ATOM)) == 1 for name in must)
        stamp = each.findtext("a:updated", namespaces=ATOM) or ""
        assert datetime.fromisoformat(stamp).tzinfo
        alternate = [link for link in each.findall("a:link", ATOM) if link.get("rel") == "alternate"]
        assert len(alternate) == 1
    assert root.find("a:author/a:name", ATOM) is not None
    assert [link.get("rel") for link in root.findall("a:link", ATOM)].count("self") == 1
    assert len({entry.findtext("a:id", namespaces=ATOM) for entry in entries}) == 2


def test_an_empty_feed_is_a_feed(reader: Reader) -> None:
    root = reader.feed()

    assert root.findall("a:entry", ATOM) == []
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-09-01T00:00:00Z"


def test_an_item_that_left_the_issue_is_not_in_it(reader: Reader) -> None:
    items = reader.sends_out("Census day", "Free music places")
    book = reader.room.desk.book
    gone = next(item for item in items if item.text.headline == "Census day")
    book.heads.pop(gone.id)  # type: ignore[attr-defined]  # the fake book's own

    assert "Census day" not in reader.browser.open(f"/bulletin/{reader.key}").text
    assert {item.state for item in book.items()} == {ItemState.OUT}


def test_what_went_out_is_found_by_its_words(reader: Reader) -> None:
    items = reader.sends_out("Census day", "Free music places", body="Send <b>all</b> forms by Friday.")
    shown = reader.browser.open("/bulletin/search?q=form+music").text

    assert "1 item" in shown
    assert f'href="/bulletin/items/{items[1].id}"' in shown
    assert "Free <mark>music</mark> places" in shown
    assert "Send &lt;b&gt;all&lt;/b&gt; <mark>forms</mark> by Friday." in shown
    assert "Census day" not in shown


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "What are you looking for?"),
        ("?q=volcano", "No item has all of these words"),
        ("?q=%22%2A", "There is no word in this"),
        ("?q=census&page=0", "1 item"),
        ("?q=census&page=99999999999", "1 item"),
        ("?q=census&page=x", "1 item"),
        ("?q=%3Cscript%3E", "&lt;script&gt;"),
    ],
)
def test_whatever_is_looked_for_there_is_a_page(reader: Reader, query: str, says: str) -> None:
    reader.sends_out()
    reply = reader.browser.open(f"/bulletin/search{query}")

    assert reply.status_code == 200
    assert says in reply.text
    assert "<script>" not in reply.text


def test_a_document_is_found_by_its_words_and_only_while_it_can_be_opened(reader: Reader) -> None:
    facts = DocumentFacts("", "Kit list.txt", "text/plain", 9, MONDAY_MORNING, "ann", MONDAY_MORNING)
    number = reader.documents.add(facts, b"flute", "Bring a <b>flute</b> and a music stand.").id
    [item] = reader.sends_out("Free music places", documents=(number,))
    told = reader.browser.open("/bulletin/search?q=music+flute").text

    assert f'href="/bulletin/items/{item.id}"' in told
    assert f'In the document <a href="/documents/{number}/Kit%20list.txt">Kit list</a>' in told
    assert "&lt;b&gt;<mark>flute</mark>&lt;/b&gt; and a music stand." in told, "the item itself says music"
    assert "Free <mark>music</mark> places" in reader.browser.open("/bulletin/search?q=kit+music").text
    assert "In the document" not in reader.browser.open("/bulletin/search?q=music").text


def test_a_document_with_a_virus_is_not_searched(reader: Reader) -> None:
    facts = DocumentFacts(
        "", "Kit.txt", "text/plain", 9, MONDAY_MORNING, "ann", MONDAY_MORNING, Scan.INFECTED
    )
    number = reader.documents.add(facts, b"flute", "Bring a flute.").id
    reader.sends_out("Free music places", documents=(number,))

    assert "No item has all of these words" in reader.browser.open("/bulletin/search?q=flute").text


@pytest.mark.parametrize("query", ["issue+11", "%2220+November%22", "issue+2026", "half+issue"])
def test_an_issue_is_found_by_its_number_its_day_and_its_opening_words(reader: Reader, query: str) -> None:
    reader.sends_out("Census day", introduction="After half term.")
    told = reader.browser.open(f"/bulletin/search?q={query}").text

    assert "1 issue" in told
    assert f'href="/bulletin/{reader.key}"' in told
    assert "No item has all of these words." in told
    assert "No item has all of these words." not in reader.browser.open("/bulletin/search?q=census").text
    assert "1 issue" not in reader.browser.open("/bulletin/search?q=friday").text


def test_many_are_shown_page_by_page(reader: Reader) -> None:
    reader.sends_out(*(f"Census day {number}" for number in range(23)))
    first, last = (reader.browser.open(f"/bulletin/search?q=%22census+day%22&page={n}").text for n in (1, 9))

    assert "23 items, page 1 of 3" in first
    assert 'href="/bulletin/search?q=%22census%20day%22&amp;page=2"' in first
    assert "page 3 of 3" in last
    assert last.count("<article") == 3
    assert 'rel="next"' not in last


def test_what_is_not_out_is_not_found(reader: Reader) -> None:
    put_in(reader.room, "Secret census")
    placed(reader.room, ["Census to come"])

    assert "No item has all of these words" in reader.browser.open("/bulletin/search?q=census").text
