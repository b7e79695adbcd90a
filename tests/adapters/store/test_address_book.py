"""The contract of the address book, for the fake and for both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, update

from app.adapters.store.address_book import SqlAddressBook
from app.adapters.store.directory import SqlDirectory
from app.adapters.store.directory_tables import address_lookups, list_entries
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import addresses
from app.bulletin_ports import AddressBook, Entry
from app.domain.errors import StoreError
from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.school import Phase, School
from app.ports import DirectoryContents, DirectoryEntry
from tests.adapters.store.conftest import KEY
from tests.conftest import DATABASES, opened
from tests.directory_fakes import FakeAddressBook
from tests.fakes import MONDAY_MORNING, FakeClock

OAK = School("100001", "Oak", Phase.PRIMARY, "Weald", trust="Acorn", type="Academies")
ELM = School("100002", "Elm", Phase.PRIMARY, "Coast", trust="Acorn", type="Academies")
ASH = School("100003", "Ash", Phase.SECONDARY, "Coast", type="Local authority maintained schools")
YEW = School("100004", "Yew", Phase.NURSERY)
ENTRIES = (
    DirectoryEntry("office@oak.weald.sch.uk", "100001", "office"),
    DirectoryEntry("senco@oak.weald.sch.uk", "100001", "senco"),
    DirectoryEntry("head@trust.example", "100001", "trust"),
    DirectoryEntry("head@trust.example", "100002", "trust"),
    DirectoryEntry("chair@ash.example", "100003", "chair-of-governors"),
    DirectoryEntry("clerk@ash.example", "100003", "clerk"),
    DirectoryEntry("zoë.o'neil@ash.example", "100003", "head"),
    DirectoryEntry("office@gone.example", "000009", "office"),
)
CONTENTS = DirectoryContents(
    (OAK, ELM, ASH, YEW), frozenset({"000009"}), ENTRIES, datetime(2026, 11, 16, tzinfo=UTC)
)


@pytest.fixture(params=["fake", *DATABASES])
def book(request: pytest.FixtureRequest) -> Iterator[AddressBook]:
    if request.param == "fake":
        yield FakeAddressBook(CONTENTS.schools, ENTRIES, {"100003": {"music"}})
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        SqlDirectory(engine, KEY).replace(CONTENTS)
        row: dict[str, object] = {
            "key": "music",
            "name": "Music",
            "ends": None,
            "schools": ["100003"],
            "follows": 0,
        }
        row |= {"changed_at": MONDAY_MORNING, "changed_by": "Priya Shah", "why": "New"}
        with writing(engine) as connection:
            connection.execute(insert(list_entries).values(row))
        yield SqlAddressBook(engine, KEY, FakeClock())


def reached(book: AddressBook, for_whom: ForWhom) -> dict[str, str]:
    """Address to the school that it stands for."""
    entries = {entry.key: entry for entry in book.entries(for_whom)}
    return {address: entries[key].urn for key, address in book.addresses(entries, "a test").items()}


@pytest.mark.parametrize(
    ("for_whom", "urns"),
    [
        (EVERYBODY, {"office@oak.weald.sch.uk": "100001", "head@trust.example": "100002", "zoë.o'neil@ash.example": "100003"}),
        (ForWhom(roles=frozenset({Role.SENCO})), {"senco@oak.weald.sch.uk": "100001", "head@trust.example": "100002", "zoë.o'neil@ash.example": "100003"}),
        (ForWhom(phases=frozenset({Phase.SECONDARY}), roles=frozenset({Role.GOVERNORS})), {"chair@ash.example": "100003"}),
        (ForWhom(types=frozenset({"Academies"}), clusters=frozenset({"Weald"})), {"office@oak.weald.sch.uk": "100001"}),
        (ForWhom(trusts=frozenset({"Acorn"})), {"office@oak.weald.sch.uk": "100001", "head@trust.example": "100002"}),
        (ForWhom(lists=frozenset({"music", "art"})), {"zoë.o'neil@ash.example": "100003"}),
        (ForWhom(lists=frozenset({"art"})), {}),
    ],
)  # fmt: skip
def test_each_school_is_reached_once(book: AddressBook, for_whom: ForWhom, urns: dict[str, str]) -> None:
    assert reached(book, for_whom) == urns


def test_it_counts_without_opening_anything(book: AddressBook) -> None:
    assert book.count(EVERYBODY) == {"schools": 3, "addresses": 3, "unreachable": 1}
    assert book.count(ForWhom(phases=frozenset({Phase.NURSERY}))) == {"schools": 0, "addresses": 0, "unreachable": 1}  # fmt: skip


def test_an_entry_tells_the_phase_and_the_desk(book: AddressBook) -> None:
    (entry,) = book.entries(ForWhom(clusters=frozenset({"Weald"}), roles=frozenset({Role.SENCO})))
    assert entry == Entry(entry.key, "100001", Phase.PRIMARY, "senco")


def test_the_head_office_of_a_trust_comes_once() -> None:
    schools = tuple(replace(OAK, urn=f"10000{n}") for n in range(9))
    held = tuple(DirectoryEntry("office@trust.example", s.urn, "office") for s in schools)
    assert FakeAddressBook(schools, held).count(EVERYBODY) == {"schools": 9, "addresses": 1, "unreachable": 0}


def test_one_that_refused_for_good_is_left_out_and_the_next_takes_its_place(book: AddressBook) -> None:
    oak = ForWhom(clusters=frozenset({"Weald"}))
    (office,) = (entry.key for entry in book.entries(oak))
    book.refused(office, "4.2.2 full", MONDAY_MORNING, for_good=False)
    assert reached(book, oak) == {"office@oak.weald.sch.uk": "100001"}
    book.refused(office, "5.1.1 <office@oak.weald.sch.uk>: no such mailbox", MONDAY_MORNING, for_good=True)
    book.refused(office, "4.2.2 full", MONDAY_MORNING, for_good=False)
    assert book.addresses([office], "a test") == {}
    assert reached(book, oak) == {"head@trust.example": "100001"}


def test_nobody_is_made_up(book: AddressBook) -> None:
    book.refused("nobody's key", "5.1.1", MONDAY_MORNING, for_good=True)
    assert book.addresses(["nobody's key"], "a test") == {}
    assert book.addresses([], "a test") == {}


@pytest.fixture
def sql(database_url: str) -> Iterator[tuple[SqlDirectory, SqlAddressBook]]:
    with opened(database_url) as engine:
        directory = SqlDirectory(engine, KEY)
        directory.replace(CONTENTS)
        yield directory, SqlAddressBook(engine, KEY, FakeClock())


def test_every_lookup_is_written_down_and_never_which(sql: tuple[SqlDirectory, SqlAddressBook]) -> None:
    directory, book = sql
    keys = [entry.key for entry in book.entries(EVERYBODY)]
    book.addresses(keys, "issue of 20 November", "Priya Shah")
    with reading(directory._engine) as connection:  # noqa: SLF001 - what really lies there
        (row,) = connection.execute(select(address_lookups)).all()
    assert (row.at, row.by, row.purpose, row.addresses) == (
        MONDAY_MORNING,
        "Priya Shah",
        "issue of 20 November",
        3,
    )


def test_the_reason_of_a_refusal_names_no_address(sql: tuple[SqlDirectory, SqlAddressBook]) -> None:
    directory, book = sql
    key = directory.hash_address("office@oak.weald.sch.uk")
    book.refused(key, "5.1.1 <office@oak.weald.sch.uk>: unknown", MONDAY_MORNING, for_good=True)
    with reading(directory._engine) as connection:  # noqa: SLF001 - what really lies there
        assert connection.exec_driver_sql("SELECT reason, times FROM refused_addresses").all() == [
            ("5.1.1 unknown", 1)
        ]


def test_an_address_that_left_and_came_back_starts_anew(sql: tuple[SqlDirectory, SqlAddressBook]) -> None:
    directory, book = sql
    key = directory.hash_address("office@oak.weald.sch.uk")
    book.refused(key, "5.1.1", MONDAY_MORNING, for_good=True)
    directory.replace(CONTENTS)
    assert book.addresses([key], "the same list again") == {}
    directory.replace(replace(CONTENTS, entries=ENTRIES[1:]))
    directory.replace(CONTENTS)
    assert book.addresses([key], "imported anew") == {key: "office@oak.weald.sch.uk"}


def test_addresses_kept_without_a_list_stay_sealed(sql: tuple[SqlDirectory, SqlAddressBook]) -> None:
    directory, book = sql
    homes = {urn: urn for urn in ("100001", "100002", "100003", "000009")}
    directory.replace(replace(CONTENTS, entries=(), keeps=homes))
    assert len(reached(book, EVERYBODY)) == 3


def test_an_older_import_can_be_read_and_not_written_to(sql: tuple[SqlDirectory, SqlAddressBook]) -> None:
    directory, book = sql
    with writing(directory._engine) as connection:  # noqa: SLF001 - as an older version left it
        connection.execute(update(addresses).values(sealed=None))
    assert book.count(EVERYBODY) == {"schools": 0, "addresses": 0, "unreachable": 4}
    assert directory.look_up(["office@oak.weald.sch.uk"])["office@oak.weald.sch.uk"].schools == (OAK,)


def test_sealed_addresses_open_with_their_own_key_in_their_own_row(
    sql: tuple[SqlDirectory, SqlAddressBook],
) -> None:
    directory, book = sql
    engine = directory._engine  # noqa: SLF001 - somebody who can write to the database
    keys = [entry.key for entry in book.entries(EVERYBODY)]
    with pytest.raises(StoreError, match="does not open"):
        SqlAddressBook(engine, KEY[::-1], FakeClock()).addresses(keys, "another key")
    other = select(addresses.c.sealed).where(addresses.c.address_hash == keys[1]).limit(1)
    with writing(engine) as connection:
        taken = connection.execute(other).scalar_one()
        connection.execute(update(addresses).where(addresses.c.address_hash == keys[0]).values(sealed=taken))
    with pytest.raises(StoreError, match="does not open"):
        book.addresses(keys, "a row that was tampered with")
    assert len({len(sealed) for sealed in _sealed(directory)}) == 1


def _sealed(directory: SqlDirectory) -> list[bytes]:
    with reading(directory._engine) as connection:  # noqa: SLF001 - what really lies there
        return list(connection.execute(select(addresses.c.sealed)).scalars())
