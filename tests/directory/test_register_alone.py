"""A register on its own: the addresses that are held stay with their schools."""

import pytest

from app.directory.difference import Difference, as_text
from app.directory.import_register import import_register
from app.directory.plan_import import DirectoryFiles
from app.domain.errors import ImportFileError
from app.domain.school import Listing
from tests.directory.registers import files
from tests.fakes import MONDAY_MORNING, FakeDirectoryStore

OAK = {"urn": "100001", "name": "Oak", "number": "2001", "postcode": "WL1 1AA"}
ELM = {"urn": "100002", "name": "Elm"}
YEW = {"urn": "100003", "name": "Yew"}
ADDRESSES = (
    "urn,address\n100001,office@oak.weald.sch.uk\n100002,office@elm.weald.sch.uk\n100003,office@yew.example\n"
)
CLOSED = Listing(is_exact=True, is_closed=True)


def run(store: FakeDirectoryStore, given: DirectoryFiles, *, is_forced: bool = False) -> Difference:
    return import_register(store, given, now=MONDAY_MORNING, is_forced=is_forced)


@pytest.fixture
def store() -> FakeDirectoryStore:
    made = FakeDirectoryStore()
    run(made, files(OAK, ELM, YEW, addresses=ADDRESSES))
    return made


def names(store: FakeDirectoryStore, address: str) -> list[str]:
    return [school.name for school in store.look_up([address])[address].schools]


def test_the_same_register_changes_nothing(store: FakeDirectoryStore) -> None:
    told = run(store, files(OAK, ELM, YEW))
    assert told.is_empty
    assert (told.addresses, told.addresses_added, told.addresses_removed) == (3, 0, 0)
    assert as_text(told).startswith("No change: 3 open schools in 0 clusters, 3 addresses.")
    assert "the addresses that are held stay" in as_text(told)
    assert names(store, "office@oak.weald.sch.uk") == ["Oak"]


def test_a_change_of_name_leaves_the_addresses(store: FakeDirectoryStore) -> None:
    told = run(store, files({**OAK, "name": "Great Oak", "site": "oak.example"}, ELM, YEW))
    assert (told.addresses_added, told.addresses_removed) == (0, 0)
    assert names(store, "office@oak.weald.sch.uk") == ["Great Oak"]
    assert names(store, "head@oak.weald.sch.uk") == names(store, "head@oak.example") == ["Great Oak"]


def test_addresses_of_a_school_that_closed_are_known_as_closed(store: FakeDirectoryStore) -> None:
    shut = {**ELM, "status": "Closed"}
    told = run(store, files(OAK, shut, YEW))
    assert (told.closed, told.addresses_added, told.addresses_removed) == (("Elm",), 0, 0)
    assert "Closed schools that still have an address: 1" in as_text(told)
    assert store.look_up(["office@elm.weald.sch.uk"])["office@elm.weald.sch.uk"] == CLOSED
    assert run(store, files(OAK, shut, YEW)).is_empty
    assert names(store, "head@elm.weald.sch.uk") == []


def test_addresses_of_a_school_that_is_gone_are_counted(store: FakeDirectoryStore) -> None:
    told = run(store, files(OAK, ELM))
    assert (told.gone, told.addresses, told.addresses_removed) == (("Yew",), 2, 1)
    assert "Addresses removed because their school is no longer in the register: 1" in as_text(told)
    assert store.look_up(["office@yew.example"])["office@yew.example"] == Listing()


def test_addresses_go_along_to_the_academy(store: FakeDirectoryStore) -> None:
    academy = {**OAK, "urn": "200001", "name": "Oak Academy"}
    told = run(store, files({**OAK, "status": "Closed"}, academy, ELM, YEW))
    assert (told.new, told.closed) == (("Oak Academy",), ("Oak",))
    assert (told.addresses, told.addresses_added, told.addresses_removed) == (3, 0, 0)
    assert "Addresses that went from a closed school to the one in its place: 1" in as_text(told)
    assert names(store, "office@oak.weald.sch.uk") == names(store, "head@oak.weald.sch.uk") == ["Oak Academy"]


def test_a_school_that_opens_again_has_its_addresses_again(store: FakeDirectoryStore) -> None:
    run(store, files(OAK, {**ELM, "status": "Closed"}, YEW))
    run(store, files(OAK, ELM, YEW))
    assert names(store, "head@elm.weald.sch.uk") == ["Elm"]


def test_losing_most_addresses_with_their_schools_must_be_forced() -> None:
    made = FakeDirectoryStore()
    listed = "urn,address\n" + "".join(f"100003,p{n}@yew.example\n" for n in range(9))
    run(made, files(OAK, ELM, YEW, addresses=listed))
    with pytest.raises(ImportFileError, match=r"register.csv: .* 9 of 9 addresses.* whole and the right one"):
        run(made, files(OAK, ELM))
    told = run(made, files(OAK, ELM), is_forced=True)
    assert (told.addresses, told.addresses_removed) == (0, 9)


def test_only_below_the_suffixes_that_were_set_is_a_domain_a_schools() -> None:
    given = files(OAK, addresses="urn,address\n100001,office@oak.weald.schools.example\n")
    colleague = "head@oak.weald.schools.example"
    for suffixes, found in ((("sch.uk",), []), (("sch.uk", "schools.example"), ["Oak"])):
        made = FakeDirectoryStore()
        run(made, DirectoryFiles(given.register, given.emails, school_suffixes=suffixes))
        assert names(made, colleague) == found
        run(made, files(OAK))
        assert names(made, colleague) == found
