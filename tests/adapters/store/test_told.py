"""What the stores keep is told in the journal by the same transaction; what they refuse is not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from app.adapters.store.bulletin import SqlBook
from app.adapters.store.choices import SqlChoices
from app.adapters.store.journal import SqlJournal
from app.adapters.store.packs import SqlPackStore
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.staff import SqlStaffList
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.choice import Choice, Chosen
from app.domain.errors import BulletinError, PolicyChangeError
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, Item, Move, MoveKind, Person
from app.ports import PackChange
from tests.adapters.store.test_bulletin import ASKED, TEXT
from tests.adapters.store.test_records import RECORD
from tests.conftest import opened
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.journal_fakes import FakeSigner

KEY = b"k" * 32
CODE = "5" * 64
ANN = Person("Ann Field", "Ann.Field@council.example")


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    with opened(sqlite_url) as engine:
        yield engine


@pytest.fixture
def journal(engine: Engine) -> SqlJournal:
    return SqlJournal(engine, FakeSigner(), FakeClock(), KEY)


def told(journal: SqlJournal) -> list[tuple[str, dict[str, Any]]]:
    texts = [json.loads(entry.text or "{}") for entry in journal.entries()]
    return [(text["kind"], text["facts"]) for text in texts]


def test_a_check_at_send_is_told_and_none_while_writing(engine: Engine, journal: SqlJournal) -> None:
    records = SqlCheckRecords(engine, KEY, journal)
    record = replace(RECORD, sender_hash=CODE, draft_hash=CODE, versions={"policy": "kent+trust@d7a05bc5"})
    records.add(replace(record, moment="compose"))
    records.add(replace(record, moment="send"))

    ((kind, facts),) = told(journal)
    assert kind == "check"
    assert (facts["sender"], facts["policy"]) == (CODE, "d7a05bc5")
    assert facts["rules"]


def test_what_cannot_be_told_is_not_kept(engine: Engine, journal: SqlJournal) -> None:
    records = SqlCheckRecords(engine, KEY, journal)

    with pytest.raises(ValueError, match="not a hash"):
        records.add(replace(RECORD, moment="send", sender_hash="ann@council.example"))
    assert list(records.recent(5)) == []


def test_an_answer_to_a_card_is_told(engine: Engine, journal: SqlJournal) -> None:
    choice = Choice(MONDAY_MORNING, CODE, "many-to", "internal-audience/many-to", Chosen.OVERRODE)
    SqlChoices(engine, journal).add(choice)

    ((kind, facts),) = told(journal)
    assert (kind, facts["chosen"], facts["finding"]) == ("override", "overrode", "internal-audience/many-to")


def test_a_change_of_the_policy_is_told_and_a_refused_one_is_not(engine: Engine, journal: SqlJournal) -> None:
    store = SqlPackStore(engine, journal)
    changes = [PackChange("kent", "id: kent", 0), PackChange("trust", "id: trust", 0)]
    store.save(changes, MONDAY_MORNING, ANN.address, "too loud")
    with pytest.raises(PolicyChangeError):
        store.save(changes, MONDAY_MORNING, ANN.address, "again")

    entries = told(journal)
    assert [facts["pack"] for _, facts in entries] == ["kent", "trust"]
    assert {facts["by"] for _, facts in entries} == {journal.code(ANN.address.lower())}
    assert "field" not in json.dumps(entries).lower()


def test_an_issue_is_told_when_its_state_changes_and_not_when_it_is_put_in_order(
    engine: Engine, journal: SqlJournal
) -> None:
    book = SqlBook(engine, journal)
    issue = Issue(IssueKey(2026, 12), MONDAY_MORNING.date(), MONDAY_MORNING)
    issue = book.keep_issue(issue)
    issue = book.keep_issue(issue.ordered(["one", "two"]))
    held = replace(issue, state=IssueState.HELD, published_by=ANN)
    book.keep_issue(held)
    with pytest.raises(BulletinError):
        book.keep_issue(held)

    ((kind, facts),) = told(journal)
    assert (kind, facts["state"], facts["items"]) == ("publish", "held", 2)
    assert facts["by"] == journal.code(ANN.address)


def test_a_staff_list_is_told_by_its_length(engine: Engine, journal: SqlJournal) -> None:
    SqlStaffList(engine, journal).replace([], MONDAY_MORNING)

    assert told(journal) == [("administration", {"action": "staff-list", "about": "", "count": 0, "by": ""})]


def test_what_an_editor_decides_about_an_item_is_told_and_an_edit_is_not(
    engine: Engine, journal: SqlJournal
) -> None:
    book = SqlBook(engine, journal)
    begun = Move(MoveKind.SUBMITTED, MONDAY_MORNING, ANN, text=TEXT)
    item = Item("a1", TEXT, ANN, MONDAY_MORNING)
    book.begin(item, begun)
    for step in (MoveKind.CLAIMED, MoveKind.DECLINED):
        move = Move(step, MONDAY_MORNING, ANN, why="It was in last week")
        item = item.after(move)
        book.keep(item, move)

    ((kind, facts),) = told(journal)
    assert (kind, facts["decided"], facts["about"]) == ("decision", "declined", "a1")
    assert "last week" not in json.dumps(facts)


def test_what_is_taken_up_again_is_told_with_who_did(engine: Engine, journal: SqlJournal) -> None:
    book, ann = SqlBook(engine, journal), journal.code(ANN.address)
    item = Item("a1", TEXT, ANN, MONDAY_MORNING)
    book.begin(item, Move(MoveKind.SUBMITTED, MONDAY_MORNING, ANN, text=TEXT))
    for step in (MoveKind.DECLINED, MoveKind.TAKEN_UP):
        move = Move(step, MONDAY_MORNING, ANN, why="No")
        item = item.after(move)
        book.keep(item, move)
    request = BulkRequest("r1", ASKED, ANN, MONDAY_MORNING, {})
    book.begin_request(request)
    gone = request.decided(RequestState.DECLINED, ANN, MONDAY_MORNING, "No")
    book.keep_request(gone)
    book.keep_request(gone.taken_up(ANN))

    said = [(facts["about"], facts["decided"], facts["by"]) for _, facts in told(journal)]
    pairs = [(about, decided) for about in ("a1", "r1") for decided in ("declined", "taken-up")]
    assert said == [(*pair, ann) for pair in pairs]


def test_a_request_that_is_turned_back_is_told_and_so_is_its_item(
    engine: Engine, journal: SqlJournal
) -> None:
    book, item = SqlBook(engine, journal), Item("a1", TEXT, ANN, MONDAY_MORNING)
    request = BulkRequest("r1", ASKED, ANN, MONDAY_MORNING, {})
    book.begin_request(request)
    turned = request.decided(RequestState.TURNED, ANN, MONDAY_MORNING, item="a1")
    book.keep_request(turned, (item, Move(MoveKind.SUBMITTED, MONDAY_MORNING, ANN, text=TEXT)))
    back = Move(MoveKind.TURNED_BACK, MONDAY_MORNING, ANN)
    book.keep_request(turned.turned_back(ANN), (item.after(back), back))

    said = [(facts["about"], facts["what"], facts["decided"]) for _, facts in told(journal)]
    assert said == [
        ("r1", "request", "turned-into-item"),
        ("r1", "request", "taken-up"),
        ("a1", "item", "turned-back"),
    ]


def test_somebody_has_one_code_however_histories_name_them(journal: SqlJournal) -> None:
    named = (
        "Ann Field (Ann.Field@council.example)",
        " ann.field@COUNCIL.example",
        "Ann.Field@council.example",
    )

    assert len({journal.code(one) for one in named}) == 1
    assert journal.code("Priya (p.shah@council.example)") != journal.code(named[0])
    assert (journal.code(""), journal.code("  ")) == ("", "")
    assert journal.code("root")
