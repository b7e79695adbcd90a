"""The desk looks after the directory of schools, and never sees an address."""

import re
from http import HTTPStatus
from typing import Any

import pytest

from app.directory.subscription_lists import subscription_lists
from app.directory_ports import Lookups
from app.web.directory.room import DirectoryRoom
from app.web.state import WebState
from tests.directory.registers import files, register
from tests.directory_fakes import FakeSchoolBook
from tests.directory_rooms import CONTENTS, ENTRIES, OAK, directory_room
from tests.fakes import MONDAY_MORNING
from tests.web.conftest import Browser, app_for, browser_at, site_for

HERE = "/desk/directory"
ROWS = (
    {"urn": "100001", "name": "Oak"},
    {"urn": "100002", "name": "Elm"},
    {"urn": "100003", "name": "Great Ash"},
)
ADDRESSES = "urn,address,role\n100001,office@oak.weald.sch.uk,office\n100002,new@elm.weald.sch.uk,head\n100003,secret@nowhere,\n"


@pytest.fixture
def room(site: WebState) -> DirectoryRoom:
    return site.directory


def look(browser: Browser, *rows: dict[str, str], addresses: str = ADDRESSES) -> Any:
    given = files(*(rows or ROWS), addresses=addresses)
    assert given.emails
    sent = {
        "register": ("register.csv", given.register.content),
        "emails": ("emails.csv", given.emails.content),
    }
    return browser.send(f"{HERE}/import", {"look": "yes"}, on=f"{HERE}/import", files=sent)


def waiting(told: str) -> str:
    found = re.search(r'name="waiting" value="([^"]+)"', told)
    assert found
    return found[1]


def save(browser: Browser, told: str, **more: str) -> Any:
    return browser.send(
        f"{HERE}/import", {"save": "yes", "waiting": waiting(told), **more}, on=f"{HERE}/import"
    )


def test_she_sees_what_is_held_in_numbers(priya: Browser, room: DirectoryRoom) -> None:
    assert isinstance(room.book, FakeSchoolBook)
    room.book.refusals[OAK.urn] = (1, 1)
    told = priya.open(HERE).text

    assert "4 open schools, as of 16 November 2026, 10:00" in told
    assert "1 school cannot be reached" in told
    assert "Yew &lt;b&gt;" in told
    assert "<strong>1</strong> of schools that have closed" in told
    assert "<strong>1</strong> refused a message for good" in told


def test_every_page_says_when_there_is_nothing() -> None:
    browser = browser_at(app_for(site_for(directory=directory_room(None)))).come_in()
    said = {
        "": "No schools yet",
        "/schools": "No schools yet",
        "/clusters": "No clusters yet",
        "/lists": "No lists yet",
        "/import": "Nothing was imported yet",
        "/lookups": "None yet",
    }
    for path, words in said.items():
        assert words in browser.open(HERE + path).text, path


def test_an_import_is_looked_at_made_and_taken_back(priya: Browser, room: DirectoryRoom) -> None:
    told = look(priya).text
    assert "<strong>3</strong> open schools, 4 before" in told
    assert "<strong>2</strong> addresses: <strong>1</strong> added, <strong>4</strong> removed" in told
    assert "emails.csv, line 4 does not hold an e-mail address" in told
    assert "Ash → Great Ash" in told
    assert room.store.open_schools() == 4

    told = save(priya, told, doubt="Look again", sure="yes").text
    assert "The new directory is in force." in told
    assert "by Priya Shah (p.shah@wealdshire.example)" in told
    assert [s.name for s in room.store.summary().schools] == ["Oak", "Elm", "Great Ash"]

    undo = {"undo": "yes"}
    unsure = priya.send(f"{HERE}/import", undo, on=f"{HERE}/import")
    assert unsure.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    told = priya.send(f"{HERE}/import", undo | {"meant": "yes"}, on=f"{HERE}/import").text
    assert "The last import is taken back." in told
    assert room.store.summary().schools == CONTENTS.schools


def test_an_odd_import_has_to_be_meant(priya: Browser, room: DirectoryRoom) -> None:
    told = look(
        priya, {"urn": "100001", "name": "Oak"}, addresses="urn,address\n100001,office@oak.weald.sch.uk\n"
    ).text
    assert "register.csv: this import would remove 3 of 4 schools." in told
    unsure = save(priya, told, doubt="this import would remove 3 of 4 schools")
    assert unsure.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Tick the box if this import is meant" in unsure.text
    assert room.store.open_schools() == 4
    assert save(priya, unsure.text, doubt="…", sure="yes").status_code == HTTPStatus.OK
    assert room.store.open_schools() == 1


def test_an_import_that_is_late_or_made_twice_is_refused(priya: Browser, room: DirectoryRoom) -> None:
    first, second = look(priya).text, look(priya).text
    assert "in force" in save(priya, first).text
    again, other = save(priya, first), save(priya, second)
    assert again.status_code == other.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "waited too long, or was made already" in again.text
    assert "changed meanwhile" in other.text
    assert room.store.open_schools() == 3


def test_files_that_cannot_be_read_are_said(priya: Browser) -> None:
    nothing = priya.send(f"{HERE}/import", {"look": "yes"}, on=f"{HERE}/import")
    assert "Choose the register first." in nothing.text
    sent = {"register": ("book.xlsx", b"PK\x03\x04 and so on")}
    sheet = priya.send(f"{HERE}/import", {"look": "yes"}, on=f"{HERE}/import", files=sent)
    assert sheet.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "save the sheet as CSV" in sheet.text


def test_a_register_may_be_large_and_not_larger(priya: Browser) -> None:
    head = register({"urn": "100001", "name": "Oak"}).content
    for size, status in ((2, HTTPStatus.UNPROCESSABLE_ENTITY), (33, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)):
        sent = {"register": ("register.csv", b"\x00" * 10 + head.ljust(size * 1024 * 1024, b"\n"))}
        told = priya.send(f"{HERE}/import", {"look": "yes"}, on=f"{HERE}/import", files=sent)
        assert told.status_code == status


def test_a_school_is_found_and_moved_with_a_reason(priya: Browser, room: DirectoryRoom) -> None:
    assert f"{HERE}/schools/100001" in priya.open(f"{HERE}/schools?q=oAk").text
    page = f"{HERE}/schools/100001"
    fields = {"cluster": " coast ", "officer": "kit@council.example"}
    without = priya.send(page, fields, on=page)
    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Say why" in without.text
    assert 'value="kit@council.example"' in without.text

    told = priya.send(page, fields | {"why": "A new officer"}, on=page).text
    assert "The school is moved." in told
    assert "The cluster file has it in Weald" in told
    (move,) = room.book.moves("100001")
    assert (move.cluster, move.by) == ("Coast", "Priya Shah (p.shah@wealdshire.example)")
    assert "Oak" in priya.open(f"{HERE}/schools?show=moved").text

    assert "where the cluster file has it" in priya.send(page, {"back": "yes"}, on=page).text
    assert not any(one.was_moved for one in room.book.held())


def test_its_addresses_are_tried_again(priya: Browser, room: DirectoryRoom) -> None:
    assert isinstance(room.book, FakeSchoolBook)
    room.book.refusals[OAK.urn] = (0, 2)
    page = f"{HERE}/schools/100001"
    assert "2 addresses refused a message for good" in priya.open(page).text
    assert "tried again" in priya.send(page, {"again": "yes"}, on=page).text
    assert not room.book.refusals


def test_a_whole_cluster_gets_another_officer(priya: Browser, room: DirectoryRoom) -> None:
    page = f"{HERE}/clusters/change?cluster=Coast"
    told = priya.send(
        f"{HERE}/clusters/change",
        {"cluster": "Coast", "name": "Harbour", "officer": "kit@council.example", "why": "Renamed"},
        on=page,
    ).text
    assert "The cluster is changed." in told
    places = {one.school.name: (one.school.cluster, one.school.officer) for one in room.book.held()}
    assert places["Elm"] == places["Ash"] == ("Harbour", "kit@council.example")
    gone = priya.open(page)
    assert gone.status_code == HTTPStatus.NOT_FOUND


def test_a_list_is_made_from_pasted_names_with_a_clear_report(priya: Browser, room: DirectoryRoom) -> None:
    fields = {
        "name": "Music",
        "ends": "",
        "why": "A new service",
        "pasted": "100001\nelm school\nNowhere\na@b.example",
    }
    told = priya.send(f"{HERE}/lists/new", fields, on=f"{HERE}/lists/new")
    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "2 schools found in 4 lines" in told.text
    assert "<li>Nowhere</li><li>(an e-mail address)</li>" in told.text
    assert subscription_lists(room.lists) == ()

    told = priya.send(f"{HERE}/lists/new", fields | {"leave_out": "yes"}, on=f"{HERE}/lists/new").text
    assert "The list is made." in told
    (line,) = subscription_lists(room.lists)
    assert line.subscription.schools == {"100001", "100002"}


def test_schools_join_and_leave_a_list_and_it_ends(priya: Browser, room: DirectoryRoom) -> None:
    priya.send(
        f"{HERE}/lists/new", {"name": "Music", "pasted": "100001", "why": "New"}, on=f"{HERE}/lists/new"
    )
    key = subscription_lists(room.lists)[0].entry.key
    page = f"{HERE}/lists/{key}"

    def send(**fields: str) -> Any:
        follows = str(subscription_lists(room.lists)[0].entry.number)
        return priya.send(page, {"follows": follows, **fields}, on=page)

    assert "1 school added." in send(filter="yes", phase="secondary", why_add="They signed up").text
    assert "Nothing would change." in send(add="yes", pasted="100003", why_add="Again").text
    assert "Choose at least one kind of school." in send(filter="yes", why_add="All").text
    assert "1 school taken off." in send(remove="yes", urn="100001", why_remove="They left").text
    assert "Tick the schools" in send(remove="yes", why_remove="Who?").text
    assert "The list is changed." in send(name="Music lessons", ends="2027-07-31", why="Clearer").text
    assert "The list has ended." in send(end="yes", why="No more").text
    (line,) = subscription_lists(room.lists)
    assert line.subscription.schools == {"100003"}
    assert (line.has_ended, len(line.history)) == (True, 5)


def test_two_people_at_a_list_are_told_apart(priya: Browser, room: DirectoryRoom) -> None:
    priya.send(
        f"{HERE}/lists/new", {"name": "Music", "pasted": "100001", "why": "New"}, on=f"{HERE}/lists/new"
    )
    entry = subscription_lists(room.lists)[0].entry
    page = f"{HERE}/lists/{entry.key}"
    fields = {"follows": str(entry.number), "add": "yes", "why_add": "They signed up"}
    assert "added" in priya.send(page, fields | {"pasted": "100002"}, on=page).text
    late = priya.send(page, fields | {"pasted": "100003"}, on=page)
    assert late.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "meanwhile" in late.text
    assert "100003" in late.text


def test_lookups_are_counts(priya: Browser, room: DirectoryRoom) -> None:
    assert isinstance(room.book, FakeSchoolBook)
    room.book.opened.append(Lookups(MONDAY_MORNING.date(), "", "issue of 20 November", 3, 1204))
    told = priya.open(f"{HERE}/lookups").text
    assert "issue of 20 November" in told
    assert "1,204" in told
    assert "The service itself" in told


def test_no_page_shows_an_address_of_a_school(priya: Browser) -> None:
    paths = ["", "/schools", "/schools/100001", "/clusters", "/clusters/change?cluster=Weald", "/lists", "/lists/new",
             "/import", "/lookups", "/schools?q=office@oak.weald.sch.uk"]  # fmt: skip
    told = "".join(
        priya.open(HERE + path).text.replace('value="office@oak.weald.sch.uk"', "") for path in paths
    )
    told += look(priya).text
    assert [entry.address for entry in ENTRIES if entry.address in told] == []
    assert set(re.findall(r"[\w.+-]+@[\w.-]+\.sch\.uk", told)) == {"office@school.sch.uk"}
