"""Everything held about one person, and nothing about anybody else."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import BulkRequest
from app.domain.case import Case
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose
from app.domain.choice import Choice, Chosen
from app.domain.for_whom import EVERYBODY
from app.domain.item import Item, Move, MoveKind, Person
from app.domain.item_text import ItemText
from app.domain.posting import Champion, Outlet, Permission, PermissionEntry
from app.domain.rights import AccessRequest, AccessState
from app.domain.staff import StaffMember, Version
from app.ports import PackVersion
from app.review.flag_send import SENDWELL
from app.review_ports import Whose
from app.staff.own_data import as_data
from app.staff.own_record import OwnRecord, RegisterSources, counts, own_record
from tests.adapters.store.test_records import RECORD
from tests.fakes import MONDAY_MORNING as AT
from tests.fakes import FakePackStore
from tests.review_rooms import FLAGGED
from tests.staff_rooms import staff_room

PRIYA, TOM = "p.shah@council.example", "t.ward@council.example"
RULES = [{"rule": "no-capitals", "severity": "info"}]


@pytest.fixture
def sources() -> RegisterSources:
    """Priya and Tom each have one of everything."""
    found = staff_room().held
    assert isinstance(found.packs, FakePackStore)
    found.staff.replace([StaffMember(PRIYA, "Priya"), StaffMember(TOM, "Tom")], AT)
    for number, (who, other) in enumerate([(PRIYA, TOM), (TOM, PRIYA)]):
        found.signatures.add(who, "N", Version("c", "r", "n"), AT)
        leave = Permission(
            who, "N", "Oak", Outlet.WEBSITE, "w", "c", "s", "s", "g", date(2026, 9, 1), date(2026, 12, 1)
        )
        found.postings.add(PermissionEntry(0, "", leave, AT, f"N ({other})", "why"))
        found.postings.name_champion(Champion("Oak", who, "N", AT, who))
        code = found.records.keyed_hash(who)
        found.records.add(replace(RECORD, sender_hash=code, rules=RULES))
        found.choices.add(Choice(AT, code, "no-capitals", "c/k", Chosen.FOLLOWED))
        _submit(found, who)
        case = Case(who, FLAGGED, AT)
        found.cases.begin(
            case, Whose(Person("N", who), frozenset({code})), CaseMove(CaseMoveKind.FLAGGED, AT, SENDWELL)
        )
        about, by = Person("N", who), Person("Ann", "a.hall@council.example")
        request = AccessRequest(f"{number}" * 32, about, by, AT, "They wrote.", AccessState.READY)
        found.access.requests.begin(request)
        found.packs.kept.append(PackVersion(number + 1, "trust", "t", AT, f"N ({who})", "why", number))
    return found  # fmt: skip


def _submit(sources: RegisterSources, who: str) -> None:
    """An item, and a request for urgent mail."""
    text, sender = ItemText(f"Free places of {who}", "Book now."), Person("N", who)
    sources.bulletin.begin(Item(who, text, sender, AT), Move(MoveKind.SUBMITTED, AT, sender, text=text))
    asked = Asked(RequestKind.URGENT, "Census", "Send it.", EVERYBODY, "", "Census", date(2026, 12, 1))
    sources.bulletin.begin_request(BulkRequest(who, asked, sender, AT, {}))


def of(sources: RegisterSources, address: str) -> OwnRecord:
    return own_record(sources, address, "Priya", AT)


def test_who_looked_is_told_to_whoever_has_no_address(sources: RegisterSources) -> None:
    """The sign-in may give none: then their code finds what is theirs."""
    key = "tenant 7"
    whose = Whose(Person("N", ""), frozenset({sources.records.keyed_hash(key)}))
    case = Case("9" * 32, FLAGGED, AT)
    sources.cases.begin(case, whose, CaseMove(CaseMoveKind.FLAGGED, AT, SENDWELL))
    sources.cases.note(
        case.id, CaseMove(CaseMoveKind.OPENED, AT, Person("Ann", "a@x"), purpose=Purpose.FAULT)
    )

    assert [one.who for one in own_record(sources, "", "N", AT, key).looked] == ["Ann"]


def test_a_person_sees_all_of_their_own(sources: RegisterSources) -> None:
    own = of(sources, PRIYA)

    assert own.staff == StaffMember(PRIYA, "Priya")
    assert {s.address for s in own.signatures} == {PRIYA}
    assert {e.permission.address for e in own.postings} == {PRIYA}
    assert {e.permission.address for e in own.made} == {TOM}
    assert [v.number for v in own.changes] == [1]
    assert (len(own.checks), own.rules, len(own.choices)) == (1, {"no-capitals": 1}, 1)
    assert ([item.id for item in own.items], [r.id for r in own.requests]) == ([PRIYA], [PRIYA])
    assert [one.case.id for one in own.cases] == [PRIYA]
    none = {"shown_to_reviewers": 0, "asked_by_reviewers": 0}
    assert {name: many for name, many in counts(own).items() if many != 1} == none


def test_the_spelling_of_the_address_makes_no_difference(sources: RegisterSources) -> None:
    assert of(sources, " P.Shah@Council.example ") == of(sources, PRIYA)


def test_somebody_unknown_sees_nothing_of_anybody(sources: RegisterSources) -> None:
    own = of(sources, "x@council.example")

    assert own.is_empty
    assert TOM not in json.dumps(as_data(own, sources.cases.words))


def test_it_can_be_taken_away_as_one_file(sources: RegisterSources) -> None:
    said = json.loads(json.dumps(as_data(of(sources, PRIYA), sources.cases.words)))

    assert said["may_post"][0]["ends"] == "2026-12-01"
    assert said["checks"][0]["rules"] == ["no-capitals"]
    assert said["staff_list"]["kind"] == "permanent"
    assert [item["headline"] for item in said["bulletin_items"]] == [f"Free places of {PRIYA}"]
    assert [request["duty"] for request in said["mail_asked_for"]] == ["Census"]
    assert [look["who"] for look in said["who_looked"]] == ["Ann"]
    assert {"kept_for", "everything"} <= said.keys()


def test_what_the_api_counts_is_what_the_file_holds(sources: RegisterSources) -> None:
    """The page, the file and `GET /api/v1/me` are made of one record."""
    own = of(sources, PRIYA)
    said, counted = as_data(own, sources.cases.words), counts(own)
    said |= {"looks": said["who_looked"], "staff_list": [said["staff_list"]]}
    said["asked_by_reviewers"] = [one for one in own.cases if one.is_asked]
    said["shown_to_reviewers"] = [shown for one in said["flagged_sends"] for shown in one["shown"]]

    assert counted == {name: len(said[name]) for name in counted}
