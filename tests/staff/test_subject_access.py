"""One file with everything about one person: with what is left out, what is held, and two pairs of eyes."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import AccessError
from app.domain.item import Person
from app.domain.rights import AccessState
from app.staff.subject_access import AccessDesk, Wish, ask, decide, take, withdraw
from app.staff.who_looked import who_looked
from tests.fakes import MONDAY_MORNING as AT
from tests.rights_fakes import FakeAccountCodes, FakeHeldRows
from tests.staff_rooms import access_desk

SAM, ANN = Person("Sam", "s.field@council.example"), Person("Ann", "a.hall@council.example")
TOM = Person("Tom", "t.aldous@council.example")
HOLD = {"why": "SECRET-HOLD", "owner": ["Tom", TOM.address], "review_on": "2027-01-01", "at": AT.isoformat()}
CASE = {"id": "1" * 32, "at": AT, "state": "closed", "flagged": {"rule": "loud"}, "hold": HOLD}
ROWS: dict[str, list[dict[str, Any]]] = {
    "staff": [{"address": SAM.address, "name": "Sam"}, {"address": TOM.address, "name": "Tom"}],
    "posting_entries": [
        {"address": SAM.address, "name": "Sam", "changed_by": "Ann"},
        {"address": TOM.address, "name": "TOM-NAMED", "changed_by": f"Sam ({SAM.address})", "scope": "news"},
    ],
    "case_senders": [{"sender_hash": f"value {SAM.address}", "case_id": "1" * 32}],
    "cases": [
        CASE | {"wishes": {"said": "SECRET-WISH"}, "decision": {"ruling": "escalate", "why": "SECRET-WHY"}},
    ],
    "check_records": [{"sender_hash": "account-code", "verdict": "warn"}],
}


@pytest.fixture
def desk() -> AccessDesk:
    made = access_desk(keyed_hash=lambda value: f"value {value}")
    accounts = FakeAccountCodes()
    accounts.link("account-code", f"value {SAM.address}", AT.date())
    return replace(made, rows=FakeHeldRows(ROWS), accounts=accounts)


def wish(**different: Any) -> Wish:
    return replace(Wish(SAM, "A letter of 12 November.", is_sure=True), **different)


def words(data: object) -> str:
    return json.dumps(data)


def test_everything_is_in_one_file_also_what_is_kept_under_the_account(desk: AccessDesk) -> None:
    asked = ask(desk, wish(), ANN)
    found = take(desk, asked.id, ANN)
    tables = {one["table"]: one["rows"] for one in found["everything"]}

    assert asked.state is AccessState.READY
    assert tables.keys() == {"staff", "posting_entries", "cases", "check_records"}
    assert tables["staff"][0]["values"]["name"] == "Sam"
    assert tables["check_records"][0]["values"]["verdict"] == "warn"
    assert "sender_hash" not in words(tables["check_records"])
    assert [row["is_about_you"] for row in tables["posting_entries"]] == [True, False]


def test_what_is_held_and_what_is_left_out_is_marked_and_not_given(desk: AccessDesk) -> None:
    found = take(desk, ask(desk, wish(), ANN).id, ANN)
    (row,) = next(one["rows"] for one in found["everything"] if one["table"] == "cases")

    assert "Held as evidence" in row["held"]
    assert row["left_out"].keys() == {"hold", "wishes", "decision"}
    assert sum(one["places"] for one in found["left_out"]) == 5
    assert not [secret for secret in ("SECRET", "TOM-NAMED", TOM.address) if secret in words(found)]


def test_what_tells_of_others_waits_for_a_second_person(desk: AccessDesk) -> None:
    asked = ask(desk, wish(wants_others=True), ANN)
    assert asked.state is AccessState.ASKED
    with pytest.raises(AccessError, match="cannot be taken yet"):
        take(desk, asked.id, ANN)
    for same in (ANN, SAM):
        with pytest.raises(AccessError, match="Somebody else has to look"):
            decide(desk, asked.id, same, "I agree.", with_others=True)
    decide(desk, asked.id, TOM, "They entered it themselves.", with_others=True)
    found = take(desk, asked.id, ANN)

    assert "TOM-NAMED" in words(found)
    assert "SECRET" not in words(found)
    assert found["request"]["second_person"] == "Tom"


def test_a_second_person_may_leave_it_out(desk: AccessDesk) -> None:
    asked = ask(desk, wish(wants_others=True), ANN)
    decide(desk, asked.id, TOM, "It would harm them.", with_others=False)

    assert "TOM-NAMED" not in words(take(desk, asked.id, ANN))


def test_where_nothing_tells_of_others_nobody_has_to_wait(desk: AccessDesk) -> None:
    alone = replace(desk, rows=FakeHeldRows({"staff": ROWS["staff"]}))

    assert ask(alone, wish(wants_others=True), ANN).state is AccessState.READY


def test_only_who_asked_takes_it_or_withdraws_it(desk: AccessDesk) -> None:
    asked = ask(desk, wish(), ANN)
    for act in (take, withdraw):
        with pytest.raises(AccessError, match="Only who asked"):
            act(desk, asked.id, TOM)
    withdraw(desk, asked.id, ANN)
    with pytest.raises(AccessError, match="withdrawn"):
        take(desk, asked.id, ANN)


@pytest.mark.parametrize(
    ("different", "field"),
    [
        ({"about": Person("", "sam")}, "address"),
        ({"about": ANN}, "address"),
        ({"why": " "}, "why"),
        ({"why": "x" * 301}, "why"),
        ({"is_sure": False}, "sure"),
    ],
)
def test_a_request_needs_somebody_a_reason_and_a_look(
    desk: AccessDesk, different: dict[str, Any], field: str
) -> None:
    with pytest.raises(AccessError) as told:
        ask(desk, wish(**different), ANN)

    assert told.value.field == field
    assert desk.requests.all() == ()


def test_the_person_reads_every_step(desk: AccessDesk) -> None:
    asked = ask(desk, wish(wants_others=True), ANN)
    decide(desk, asked.id, TOM, "They know it.", with_others=True)
    take(desk, asked.id, ANN)
    read = [(look.who, look.why) for look in who_looked((), desk.requests.about(SAM.address))]

    assert sorted(read) == [("Ann", ""), ("Ann", "A letter of 12 November."), ("Tom", "They know it.")]
