"""The whole import: three files in, one directory, one report."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from app.directory.difference import Change, Difference, as_text
from app.directory.import_register import import_register
from app.directory.plan_import import DirectoryFiles
from app.directory.read_addresses import role_of
from app.domain.school import Listing, Phase
from tests.directory.registers import files
from tests.fakes import MONDAY_MORNING, FakeDirectoryStore

OAK: Mapping[str, str] = {"urn": "100001", "name": "Oak"}
ELM: Mapping[str, str] = {"urn": "100002", "name": "Elm"}
ASH: Mapping[str, str] = {"urn": "100003", "name": "Ash", "status": "Closed"}
ADDRESSES = "urn,address,role\n100001,office@oak.sch.uk,Office\n100002,office@elm.sch.uk,\n"
PLACES = "urn,cluster,officer\n100001,Weald,jo@council.example\n100002,Coast,sam@council.example\n"


def run(store: FakeDirectoryStore, given: DirectoryFiles, *, is_forced: bool = False) -> Difference:
    return import_register(store, given, now=MONDAY_MORNING, is_forced=is_forced)


def refusals(difference: Difference) -> list[str]:
    return [f"{r.file}, line {r.line}: {r.reason}" for r in difference.refused]


def test_a_first_import_makes_the_directory() -> None:
    store = FakeDirectoryStore()
    difference = run(store, files(OAK, ELM, ASH, addresses=ADDRESSES, places=PLACES))
    assert (difference.schools, difference.clusters, difference.addresses_added) == (2, 2, 2)
    school = store.look_up(["office@oak.sch.uk"])["office@oak.sch.uk"].schools[0]
    assert (school.name, school.cluster, school.officer) == ("Oak", "Weald", "jo@council.example")


def test_the_same_files_again_change_nothing() -> None:
    store = FakeDirectoryStore()
    given = files(OAK, ELM, addresses=ADDRESSES, places=PLACES)
    assert not run(store, given).is_empty
    again = run(store, given)
    assert again.is_empty
    assert as_text(again).startswith("No change: 2 open schools in 2 clusters, 2 addresses.")


def test_every_change_is_told() -> None:
    store = FakeDirectoryStore()
    pine, yew = {"urn": "100004", "name": "Pine"}, {"urn": "100005", "name": "Yew"}
    run(store, files(OAK, ELM, pine, yew, addresses=ADDRESSES, places=PLACES))
    told = run(
        store,
        files(
            {"urn": "100001", "name": "New Oak", "phase": "Secondary", "site": "oak.org.uk"},
            {**pine, "status": "Closed"},
            {"urn": "100006", "name": "Fir"},
            {**ELM},
            addresses=ADDRESSES.replace("office@elm", "hello@elm"),
            places=PLACES.replace("Weald", "Coast"),
        ),
    )
    assert (told.new, told.closed, told.gone) == (("Fir",), ("Pine",), ("Yew",))
    assert told.renamed == (Change("New Oak", "Oak", "New Oak"),)
    assert told.phases == (Change("New Oak", "primary", "secondary"),)
    assert told.moved == (Change("New Oak", "Weald", "Coast"),)
    assert (told.addresses, told.addresses_added, told.addresses_removed) == (2, 1, 1)
    assert (told.officers, told.details) == (0, 1)


def test_a_trial_writes_nothing() -> None:
    store = FakeDirectoryStore()
    told = import_register(store, files(OAK, ELM), now=MONDAY_MORNING, is_trial=True)
    assert (told.schools, store.held) == (2, None)


def test_without_a_cluster_file_the_clusters_stay() -> None:
    store = FakeDirectoryStore()
    run(store, files(OAK, ELM, addresses=ADDRESSES, places=PLACES))
    assert run(store, files(OAK, ELM, addresses=ADDRESSES)).is_empty


def test_an_address_list_is_read_however_it_is_kept() -> None:
    store = FakeDirectoryStore()
    listed = (
        "\ufeffRole; E-mail Address ;URN;Remarks\r\n"
        "Head; Smith, Jo <Head@OAK.sch.uk> ;100001;\r\n"
        ";;;\r\n"
        "Trust office;office@acorn.example;100001, 100002\r\n"
        'SENCO;senco@elm.sch.uk | inco@elm.sch.uk;="100002";x;;\r\n'
        "Head;head@oak.sch.uk;100001;again\r\n"
    )
    told = run(store, files(OAK, ELM, addresses=listed))
    assert refusals(told) == []
    assert told.addresses == 5
    both = store.look_up(["OFFICE@acorn.example"])["OFFICE@acorn.example"]
    assert [s.name for s in both.schools] == ["Oak", "Elm"]
    assert "Addresses that were there twice: 1" in as_text(told)


def test_rows_that_cannot_be_used_are_told_without_their_address() -> None:
    listed = (
        "urn,address,role\n"
        "100001,office(at)oak.sch.uk,office\n"
        "999999,secret@oak.sch.uk,office\n"
        ",secret@oak.sch.uk,office\n"
        "100004,secret@new.sch.uk,office\n"
        "100001,secret@oak.sch.uk,office,=cmd|' /C calc'!A0\n"
        "100001,\n"
        '100001,"secret"@oak.sch.uk,office\n'
        "100001,head@oak.sch.uk,office\n"
    )
    coming = {"urn": "100004", "name": "New", "status": "Proposed to open"}
    told = run(FakeDirectoryStore(), files(OAK, coming, addresses=listed))
    assert refusals(told) == [
        "emails.csv, line 2: does not hold an e-mail address such as office@school.sch.uk",
        "emails.csv, line 3: names the school 999999, which is not in the register",
        "emails.csv, line 4: has no school number (URN) of digits",
        "emails.csv, line 5: names the school 100004, which is not open yet",
        "emails.csv, line 6: has 4 columns where the first line names 3",
        "emails.csv, line 7: does not hold an e-mail address such as office@school.sch.uk",
        "emails.csv, line 8: is not well formed (',' expected after '\"')",
    ]
    assert told.addresses == 1
    assert "@oak" not in as_text(told)


def test_addresses_of_closed_schools_are_known_as_closed() -> None:
    store = FakeDirectoryStore()
    run(store, files(OAK, ASH, addresses=ADDRESSES.replace("100002", "100003")))
    assert store.look_up(["office@elm.sch.uk"])["office@elm.sch.uk"] == Listing(is_exact=True, is_closed=True)


def test_what_belonged_to_a_school_that_became_an_academy_goes_to_the_academy() -> None:
    store = FakeDirectoryStore()
    before = {**OAK, "number": "2001", "postcode": "WL1 1AA"}
    after = {**before, "urn": "200001", "name": "Oak Academy"}
    addresses = "urn,address\n100001,office@oak.sch.uk\n"
    run(store, files(before, addresses=addresses, places="urn,cluster\n100001,Weald\n"))
    told = run(store, files({**before, "status": "Closed"}, after, addresses=addresses))
    listing = store.look_up(["office@oak.sch.uk"])["office@oak.sch.uk"]
    assert (listing.schools[0].name, listing.schools[0].cluster) == ("Oak Academy", "Weald")
    assert (told.new, told.closed) == (("Oak Academy",), ("Oak",))


def test_schools_of_other_authorities_are_left_out() -> None:
    store = FakeDirectoryStore()
    far = {**ELM, "la": "013"}
    told = run(store, files(OAK, far, addresses=ADDRESSES, places=PLACES, authority="012"))
    assert (told.schools, told.addresses, refusals(told)) == (1, 1, [])
    assert "Rows about schools of other authorities: 2" in as_text(told)
    assert "--la CODE keeps one" in as_text(run(store, files(OAK, far, addresses=ADDRESSES)))


def test_a_cluster_file_is_read_with_the_same_care() -> None:
    store = FakeDirectoryStore()
    places = "URN,Cluster name,Local officer\n 100001 ,the  Weald,jo\n100002,THE WEALD,jo\n100002,Coast,sam\n"
    told = run(store, files(OAK, ELM, places=places + "100001,,\nx,Weald,\n100009,Weald,\n"))
    assert {s.cluster for s in store.summary().schools} == {"the Weald"}
    assert refusals(told) == [
        "clusters.csv, line 4: puts the school 100002 in a second cluster; the first one stays",
        "clusters.csv, line 5: names no cluster for the school 100001",
        "clusters.csv, line 6: has no school number (URN) of digits",
        "clusters.csv, line 7: names the school 100009, which is not in the register",
    ]


def test_the_report_stays_short_and_shows_counts_first() -> None:
    store = FakeDirectoryStore()
    many = [{"urn": f"{100000 + n}", "name": f"School {n}"} for n in range(300)]
    run(store, files(*many))
    changed = [{**row, "name": f"Better {row['name']}", "phase": "Nursery"} for row in many[:200]]
    fresh = [{"urn": f"{200000 + n}", "name": f"Fresh {n}"} for n in range(100)]
    bad = "".join(f"{n},x@y.example\n" for n in range(900))
    places = "urn,cluster\n" + "".join(f"{100000 + n},Weald\n" for n in range(200))
    given = files(*changed, *fresh, {"urn": ""}, addresses="urn,address\n" + bad, places=places)
    told = run(store, given, is_forced=True)
    lines = as_text(told).splitlines()
    assert len(lines) <= 40
    assert lines[0] == "Schools: 300 open, 300 before; 1 cluster"
    assert "Rows left out: 901" in lines
    assert "  and 97 more" in lines


def test_an_import_is_dated() -> None:
    store = FakeDirectoryStore()
    import_register(store, files(OAK), now=MONDAY_MORNING + timedelta(days=1))
    assert store.summary().imported_at == MONDAY_MORNING + timedelta(days=1)
    assert store.summary().schools[0].phase is Phase.PRIMARY


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Chair of Governors", "chair-of-governors"),
        ("Head teacher", "head"),
        ("Deputy Head", "deputy-head"),
        ("Mrs A Smith", "other"),
        ("SENCO", "senco"),
        ("Trust office", "trust"),
        ("Admissions", "admissions"),
        ("Head of Admissions", "admissions"),
        ("Early Years Lead", "early-years"),
        ("Admin", "office"),
        ("", ""),
    ],
)
def test_a_role_is_one_of_a_short_list(said: str, role: str) -> None:
    assert role_of(said) == role


def moved_by_hand(store: FakeDirectoryStore) -> None:
    """Somebody puts Oak into Harbour on the pages, though the cluster file has it in Weald."""
    assert store.held
    oak, elm = store.held.schools
    place = (oak.cluster, oak.officer)
    schools = (replace(oak, cluster="Harbour", officer="kit@council.example"), elm)
    store.held = replace(store.held, schools=schools, listed={oak.urn: place})


def clusters_of(store: FakeDirectoryStore) -> list[str]:
    return [school.cluster for school in store.summary().schools]


def test_a_school_that_was_moved_by_hand_stays_until_the_file_says_something_new() -> None:
    store = FakeDirectoryStore()
    run(store, files(OAK, ELM, addresses=ADDRESSES, places=PLACES))
    moved_by_hand(store)
    told = run(store, files(OAK, ELM, addresses=ADDRESSES, places=PLACES))
    assert told.is_empty
    assert "Schools that stay where somebody moved them by hand: 1" in as_text(told)
    run(store, files(OAK, ELM))
    assert clusters_of(store) == ["Harbour", "Coast"]

    told = run(store, files(OAK, ELM, places=PLACES.replace("Weald", "Downs")))
    assert told.moved == (Change("Oak", "Harbour", "Downs"),)
    assert "go where the new cluster file has them: 1" in as_text(told)
    run(store, files(OAK, ELM, places=PLACES))
    assert clusters_of(store) == ["Weald", "Coast"]


def test_the_type_of_a_school_is_read() -> None:
    store = FakeDirectoryStore()
    run(store, files(OAK))
    assert store.summary().schools[0].type == "Local authority maintained schools"
    told = run(store, files({**OAK, "EstablishmentTypeGroup (name)": "Academies"}))
    assert (told.details, store.summary().schools[0].type) == (1, "Academies")
