"""What other systems get of the journal: valid, and without anything of a mail."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema

from app.domain.journal import FIELDS, Entry, Fact, Kind, Shape
from app.journal.cef import as_cef
from app.journal.ocsf import OCSF, as_ocsf
from app.journal.told_entry import ToldEntry, told_entries
from tests.journal_fakes import FakeJournal

AT = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
MADE_UP: dict[Shape, Fact] = {
    Shape.COUNT: 3,
    Shape.HASH: "5" * 64,
    Shape.ID: "kent-schools",
    Shape.IDS: ("one", "two"),
}
EMPTY: dict[Shape, Fact] = {Shape.COUNT: 0, Shape.HASH: "", Shape.ID: "", Shape.IDS: ()}
CONTENT = {
    "subject",
    "to",
    "from",
    "cc",
    "pattern_match",
    "raw_data",
    "evidences",
    "observables",
    "email",
    "files",
}


@cache
def schema(class_uid: int) -> Any:
    embedded = OcsfJsonSchemaEmbedded(get_ocsf_schema(OCSF))
    return jsonschema_rs.validator_for(
        embedded.get_class_schema(embedded.lookup_class_name_from_uid(class_uid))
    )


def names(told: object) -> set[str]:
    if isinstance(told, dict):
        return set(told).union(*map(names, told.values()))
    return set().union(*map(names, told)) if isinstance(told, list) else set()


def entry(kind: Kind, shapes: dict[Shape, Fact]) -> ToldEntry:
    return ToldEntry(7, AT, kind, {name: shapes[shape] for name, shape in FIELDS[kind].items()})


@pytest.mark.parametrize("shapes", [MADE_UP, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_a_valid_event_without_content(kind: Kind, shapes: dict[Shape, Fact]) -> None:
    event = as_ocsf(entry(kind, shapes), "sendwell-journal-1", "0.1.0")

    assert [error.message for error in schema(event["class_uid"]).iter_errors(event)] == []
    assert not names(event) & CONTENT


def test_the_schema_would_say_if_an_event_were_wrong() -> None:
    event = as_ocsf(entry(Kind.CHECK, MADE_UP), "sendwell-journal-1", "0.1.0")
    wrongs: list[dict[str, Any]] = [{"activity_id": 77}, {"finding_info": {}}, {"time": "noon"}]
    for wrong in wrongs:
        assert not schema(event["class_uid"]).is_valid(event | wrong)


@pytest.mark.parametrize(("verdict", "gravity"), [("clear", (1, 2)), ("warn", (2, 4)), ("block", (4, 8))])
def test_how_grave_a_check_was_is_told(verdict: str, gravity: tuple[int, int]) -> None:
    told = entry(Kind.CHECK, MADE_UP | {Shape.ID: verdict})

    event = as_ocsf(told, "j", "1")
    assert (event["severity_id"], event["is_alert"]) == (gravity[0], verdict != "clear")
    assert f"|{gravity[1]}|rt=" in as_cef(told, "j", "1")


def test_which_rules_spoke_is_told_where_any_did() -> None:
    spoke, silent = (as_ocsf(entry(Kind.CHECK, shapes), "j", "1") for shapes in (MADE_UP, EMPTY))

    assert spoke["data_security"]["detection_pattern"] == "one two"
    assert "detection_pattern" not in silent["data_security"]


LONGEST = {"externalId": 40, "deviceExternalId": 255, "suid": 1023, "outcome": 63, "cs1": 4000}


def test_cef_keeps_to_the_lengths_of_its_keys_also_after_a_million_entries() -> None:
    told = ToldEntry(10**9, AT, Kind.CHECK, entry(Kind.CHECK, MADE_UP).facts)
    line = as_cef(told, f"sendwell-journal-{'f' * 16}", "1").rpartition("|")[2]
    keys = dict(pair.split("=", 1) for pair in line.split(" ") if "=" in pair)

    assert LONGEST.keys() <= keys.keys()
    assert all(len(keys[key]) <= most for key, most in LONGEST.items())


def test_cef_is_one_line_with_everything_in_its_place() -> None:
    told = ToldEntry(7, AT, Kind.LOOKUP, {"addresses": 3, "purpose": "a=b\\c\nd", "by": "5" * 64})

    assert as_cef(told, "j", "1|2") == (
        "CEF:0|Sendwell|Sendwell|1\\|2|lookup|Sealed addresses were opened|5|"
        f"rt=1794823200000 deviceExternalId=j externalId=7 suid={'5' * 64} cnt=3 cs1Label=purpose cs1=a\\=b\\\\c\\nd"
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_fits_into_the_six_strings_of_cef(kind: Kind) -> None:
    line = as_cef(entry(kind, MADE_UP), "j", "1")

    assert "cs7=" not in line
    assert "\n" not in line
    assert line.count("outcome=") <= 1
    assert line.count(" cnt=") <= 1


def test_entries_are_read_again_and_forgotten_ones_left_out() -> None:
    journal = FakeJournal()
    fact: dict[str, Fact] = {"addresses": 3, "purpose": "bulletin", "by": ""}
    journal.tell(Entry(Kind.LOOKUP, fact), Entry(Kind.LOOKUP, fact | {"addresses": 4}))
    journal.kept[0] = type(journal.kept[0])(0, None, journal.kept[0].hashes, None)

    (told,) = told_entries(journal)
    assert (told.number, told.kind, told.facts["addresses"]) == (1, Kind.LOOKUP, 4)
    assert list(told_entries(journal, since=2)) == []
