"""The contracts of the desk's pages on schools: moves, lists and imports that wait; fakes and both databases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from app.adapters.store.address_book import SqlAddressBook
from app.adapters.store.directory import SqlDirectory
from app.adapters.store.directory_shelf import SqlImportShelf
from app.adapters.store.engine import reading
from app.adapters.store.school_book import SqlSchoolBook
from app.adapters.store.subscriptions import SqlSubscriptions
from app.directory_ports import ImportShelf, Lookups, Placement, SchoolBook, SubscriptionStore
from app.domain.errors import StoreError, UpkeepError
from app.domain.for_whom import EVERYBODY
from app.domain.subscription import ListEntry, SubscriptionList
from app.ports import DirectoryStore
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_directory import CONTENTS, ELM, IMPORTED, OAK
from tests.conftest import DATABASES, opened
from tests.directory_fakes import FakeImportShelf, FakeSchoolBook, FakeSubscriptions
from tests.fakes import MONDAY_MORNING, FakeClock, FakeDirectoryStore

HARBOUR = Placement(OAK.urn, "Harbour", "kit@council.example", MONDAY_MORNING, "Priya Shah", "A new officer")
MUSIC = SubscriptionList("Music", frozenset({"100001", "100002"}), date(2027, 7, 31))
FIRST = ListEntry(0, "", MUSIC, MONDAY_MORNING, "Priya Shah", "A new service")


@dataclass
class Kept:
    directory: DirectoryStore
    book: SchoolBook
    lists: SubscriptionStore
    shelf: ImportShelf


@pytest.fixture(params=["fake", *DATABASES])
def kept(request: pytest.FixtureRequest) -> Iterator[Kept]:
    if request.param == "fake":
        directory = FakeDirectoryStore()
        directory.replace(CONTENTS)
        yield Kept(directory, FakeSchoolBook(directory), FakeSubscriptions(), FakeImportShelf())
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        sql = SqlDirectory(engine, KEY, refresh_seconds=0)
        sql.replace(CONTENTS)
        yield Kept(sql, SqlSchoolBook(engine), SqlSubscriptions(engine), SqlImportShelf(engine, KEY))


def test_schools_are_held_with_numbers_for_addresses(kept: Kept) -> None:
    held = {one.school.name: one for one in kept.book.held()}
    assert list(held) == ["Ash", "Bay", "Elm", "Oak", "Yew"]
    assert (held["Ash"].roles, held["Ash"].addresses) == ({"office": 1, "trust": 1}, 2)
    assert [name for name, one in held.items() if not one.can_be_reached] == ["Bay"]
    assert not any(one.was_moved for one in held.values())
    assert kept.book.stale() == 2


def test_a_school_is_moved_and_remembers_it(kept: Kept) -> None:
    version = kept.directory.summary().version
    kept.book.move([HARBOUR, replace(HARBOUR, urn="000009")])
    oak = next(one for one in kept.book.held() if one.school.urn == OAK.urn)
    assert (oak.school.cluster, oak.school.officer) == ("Harbour", "kit@council.example")
    assert oak.listed == (OAK.cluster, OAK.officer)
    assert kept.book.moves(OAK.urn) == (HARBOUR,)
    assert kept.book.moves("000009") == ()
    found = kept.directory.look_up(["office@oak.weald.sch.uk"])["office@oak.weald.sch.uk"]
    assert found.schools == (oak.school,)
    assert kept.directory.summary().listed == {OAK.urn: (OAK.cluster, OAK.officer)}
    assert kept.directory.summary().version > version
    assert kept.book.forget_before(MONDAY_MORNING + timedelta(seconds=1)) == 1
    assert next(o for o in kept.book.held() if o.school.urn == OAK.urn).school.cluster == "Harbour"


def test_lists_are_added_to_and_never_overwritten(kept: Kept) -> None:
    first = kept.lists.add(FIRST)
    wider = replace(MUSIC, schools=frozenset({"100001", "100002", "100003"}))
    second = kept.lists.add(replace(first, subscription=wider, follows=first.number))
    with pytest.raises(UpkeepError):
        kept.lists.add(replace(first, follows=first.number))
    other = kept.lists.add(replace(FIRST, subscription=SubscriptionList("Art")))
    assert kept.lists.entries() == (first, second, other)
    assert (first.key, first.subscription) == (second.key, MUSIC)
    assert kept.lists.forget_before(date(2027, 7, 31)) == 0
    assert kept.lists.forget_before(date(2027, 8, 1)) == 2
    assert kept.lists.entries() == (other,)


def test_an_import_waits_for_a_day(kept: Kept) -> None:
    moved = replace(
        CONTENTS, keeps={"100001": "100001"}, listed={ELM.urn: ("a", "b")}, imported_by="Priya", follows=3
    )
    number = kept.shelf.lay(moved)
    assert kept.shelf.waiting(number, IMPORTED + timedelta(hours=23)) == moved
    assert kept.shelf.waiting(number, IMPORTED + timedelta(days=1)) is None
    assert kept.shelf.waiting("another", IMPORTED) is None
    kept.shelf.clear(number)
    assert kept.shelf.waiting(number, IMPORTED) is None


@pytest.fixture
def sql(database_url: str) -> Iterator[Kept]:
    with opened(database_url) as engine:
        directory = SqlDirectory(engine, KEY)
        directory.replace(CONTENTS)
        yield Kept(directory, SqlSchoolBook(engine), SqlSubscriptions(engine), SqlImportShelf(engine, KEY))


def book_of(kept: Kept) -> SqlAddressBook:
    assert isinstance(kept.directory, SqlDirectory)
    return SqlAddressBook(kept.directory._engine, KEY, FakeClock())  # noqa: SLF001 - the same database


def test_refusals_are_counted_and_somebody_can_say_that_it_works_again(sql: Kept) -> None:
    book, key = book_of(sql), sql.directory.hash_address("office@oak.weald.sch.uk")
    book.refused(key, "4.2.2", MONDAY_MORNING, for_good=False)
    assert [one.refused for one in sql.book.held() if one.school == OAK] == [1]
    book.refused(key, "5.1.1", MONDAY_MORNING, for_good=True)
    assert [(one.refused, one.gone, one.can_be_reached) for one in sql.book.held() if one.school == OAK] == [
        (0, 1, False)
    ]
    assert (sql.book.try_again(OAK.urn), sql.book.try_again(OAK.urn)) == (1, 0)
    assert book.addresses([key], "again") == {key: "office@oak.weald.sch.uk"}


def test_lookups_are_one_line_a_day_and_purpose(sql: Kept) -> None:
    book = book_of(sql)
    keys = [entry.key for entry in book.entries(EVERYBODY)]
    for batch in (keys[:2], keys[2:]):
        book.addresses(batch, "issue of 20 November")
    book.addresses(keys[:1], "a cluster note", "Priya Shah")
    day = MONDAY_MORNING.date()
    assert sql.book.lookups(10) == [
        Lookups(day, "Priya Shah", "a cluster note", 1, 1),
        Lookups(day, "", "issue of 20 November", 2, len(keys)),
    ]
    assert len(sql.book.lookups(1)) == 1


def test_undoing_an_import_keeps_what_was_moved_and_refused_since(sql: Kept) -> None:
    book, later = book_of(sql), MONDAY_MORNING - timedelta(hours=2)
    gone = sql.directory.hash_address("yew@gmail.com")
    book.refused(gone, "5.1.1", later, for_good=True)
    entries = tuple(e for e in CONTENTS.entries if e.urn != "100004")
    sql.directory.replace(replace(CONTENTS, entries=entries, imported_at=later))
    sql.book.move([HARBOUR])
    book.refused(sql.directory.hash_address("office@oak.weald.sch.uk"), "5.1.1", later, for_good=True)
    sql.directory.undo(MONDAY_MORNING)
    held = {one.school.name: one for one in sql.book.held()}
    assert (held["Oak"].school.cluster, held["Oak"].listed) == ("Harbour", (OAK.cluster, OAK.officer))
    assert (held["Oak"].gone, held["Yew"].gone) == (1, 1)
    assert book.count(EVERYBODY)["schools"] == 2


def test_what_lies_on_the_shelf_opens_only_with_the_key_and_goes(sql: Kept) -> None:
    assert isinstance(sql.directory, SqlDirectory)
    engine = sql.directory._engine  # noqa: SLF001 - what really lies there
    number = sql.shelf.lay(CONTENTS)
    with pytest.raises(StoreError, match="does not open"):
        SqlImportShelf(engine, KEY[::-1]).waiting(number, IMPORTED)
    sql.directory.replace(replace(CONTENTS, imported_at=MONDAY_MORNING))
    assert sql.directory.forget_old(MONDAY_MORNING + timedelta(days=2)) == 1
    assert sql.directory.forget_old(MONDAY_MORNING + timedelta(days=14)) == 1
    with reading(engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM directory_shelf")).scalar_one() == 0
