"""An administrator takes everything about somebody in one file; they read who did; what was deleted is told."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus

import pytest

from app.domain.caller import Caller
from app.retention.look_through import LookThrough
from app.retention.periods import Period
from app.web.state import WebState
from tests.fakes import FakeClock
from tests.retention.test_look_through import DAY, Store
from tests.rights_fakes import FakeDeletions, FakeHeldRows
from tests.web.conftest import PRIYA, TOM, Browser, app_for, browser_at, site_for

SAM = Caller("Sam Field", "s.field@wealdshire.example")
ROWS: Mapping[str, Sequence[Mapping[str, object]]] = {
    "staff": [{"address": SAM.address, "name": "Sam"}],
    "champions": [{"address": TOM.address, "name": "Dana Reed", "named_by": f"Sam ({SAM.address})", "id": 1}],
}
ASK = {"address": SAM.address, "why": "A letter, and her card <b>seen</b>", "sure": "on"}


@pytest.fixture
def site() -> WebState:
    made = site_for(cast=(PRIYA, TOM, SAM))
    held = made.staff.held
    rows = FakeHeldRows(ROWS)
    staff = replace(made.staff, held=replace(held, access=replace(held.access, rows=rows)))
    return replace(made, staff=staff)


def at(site: WebState, person: Caller) -> Browser:
    return browser_at(app_for(site)).come_in(person)


def ask(browser: Browser, **different: str) -> str:
    """The path of the new request."""
    told = browser.send("/staff/access", ASK | different, on="/staff/access")
    found = re.search(r'action="(/staff/access/\w+)', told.text)
    assert found, told.text
    return found[1]


def test_a_file_with_others_in_it_takes_two_administrators(site: WebState) -> None:
    priya = at(site, PRIYA)
    assert "Nobody has asked yet" in priya.open("/staff/access").text
    path = ask(priya, others="on")
    mine = priya.open(path).text
    assert "A second administrator has to look" in mine
    assert "Dana Reed" not in mine
    assert "Take the file" not in mine

    tom = at(site, TOM)
    assert "Dana Reed" in tom.open(path).text
    tom.send(path, {"do": "agree", "second_why": "She named them."}, on=path)
    reply = priya.send(f"{path}/file", {}, on=path)
    assert reply.headers["content-disposition"] == 'attachment; filename="held-about-s.field.json"'
    assert "Dana Reed" in reply.text
    assert json.loads(reply.text)["request"]["second_person"] == TOM.name


def test_the_person_reads_who_asked_and_why(site: WebState) -> None:
    priya = at(site, PRIYA)
    path = ask(priya)
    priya.send(f"{path}/file", {}, on=path)
    told = at(site, SAM).open("/staff/me").text

    assert "Who looked" in told
    assert "took the file for you" in told
    assert "A letter, and her card &lt;b&gt;seen&lt;/b&gt;" in told


def test_what_is_missing_is_told_beside_the_field(site: WebState) -> None:
    priya = at(site, PRIYA)
    told = priya.send("/staff/access", {"address": "sam", "why": "x"}, on="/staff/access")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Write their work e-mail address in full." in told.text
    assert priya.open("/staff/access/none").status_code == HTTPStatus.NOT_FOUND


def test_all_that_is_missing_is_said_at_once(site: WebState) -> None:
    told = at(site, PRIYA).send("/staff/access", {"address": "", "why": " "}, on="/staff/access")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [field for field in ("address", "why", "sure") if f'href="#{field}"' in told.text] == [
        "address",
        "why",
        "sure",
    ]


def test_nobody_takes_what_somebody_else_asked_for(site: WebState) -> None:
    path = ask(at(site, PRIYA))
    tom = at(site, TOM)

    assert "Only Priya Shah, who asked, takes it." in tom.open(path).text
    assert tom.send(f"{path}/file", {}, on=path).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_page_the_file_and_the_api_agree(site: WebState) -> None:
    """They are made of one record."""
    priya = at(site, PRIYA)
    priya.send(f"{(path := ask(priya))}/file", {}, on=path)
    sam = at(site, SAM)
    file = json.loads(sam.open("/staff/me/download").text)

    assert len(file["who_looked"]) == 2
    assert sam.open("/staff/me").text.count("Priya Shah") == 2
    assert [one["table"] for one in file["everything"]] == ["staff", "champions"]


def test_what_was_deleted_and_what_is_late_is_told() -> None:
    clock = FakeClock()
    kinds = [
        Period(
            "checks", "Records of checks", "keep_records_days", 30 * DAY, Store([clock.at - 31 * DAY]).forget
        ),
        Period(
            "cases", "Flagged sends", "keep_cases_days", 30 * DAY, Store([], breaks=9).forget, lambda _: 7
        ),
    ]
    made, look = site_for(), LookThrough(kinds, FakeDeletions(), clock)
    look.look()
    told = at(replace(made, staff=replace(made.staff, retention=look)), PRIYA).open("/staff/deleted").text

    assert "1 kind was not looked through lately" in told
    assert "Failed: OSError" in told
    assert "1 row from before" in told
    assert "SENDWELL_KEEP_RECORDS_DAYS" in told


def test_the_assessment_is_a_page_and_a_text(site: WebState) -> None:
    priya = at(site, PRIYA)
    page, text = priya.open("/staff/impact"), priya.open("/staff/impact/text")

    assert "To be filled in:" in page.text
    assert page.text.count("<h2") == 9
    for told in (page.text, text.text):
        assert "Does the author threaten, abuse or swear at somebody?" in told
        assert "hostile-tone" not in told
    assert text.headers["content-type"].startswith("text/plain")
    assert text.text.startswith("Data protection impact assessment")
