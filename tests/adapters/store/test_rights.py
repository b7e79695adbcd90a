"""The contracts of what is looked up about one person, who asked, what was deleted, and what is counted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import Connection, Engine, insert

from app.adapters.store.access_requests import SqlAccessRequests
from app.adapters.store.account_codes import SqlAccountCodes
from app.adapters.store.case_tables import case_moves, case_senders, cases
from app.adapters.store.choices import SqlChoices
from app.adapters.store.deletions import SqlDeletions
from app.adapters.store.held_rows import SqlHeldRows
from app.adapters.store.insight import SqlRuleFacts, SqlTeamBook
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.tables import champions
from app.adapters.store.told import asked_for
from app.domain.choice import Choice, Chosen
from app.domain.errors import AccessError
from app.domain.item import Person
from app.domain.journal import Entry
from app.domain.rights import AccessRequest, AccessState, Found, Way, Whoever
from app.insight_ports import Met, RuleFacts, TeamBook
from app.rights_ports import AccessRequests, AccountCodes, Deletion, Deletions, HeldRows
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_records import RECORD
from tests.conftest import DATABASES, opened
from tests.fakes import MONDAY_MORNING as AT
from tests.insight_fakes import FakeRuleFacts, FakeTeamBook
from tests.rights_fakes import FakeAccessRequests, FakeAccountCodes, FakeDeletions, FakeHeldRows

SAM, NIA = Person("Sam Field", "s.field@council.example"), Person("Priya Shah", "p.shah@council.example")
OMAR = Person("Tom Aldous", "t.aldous@council.example")
TODAY = date(2026, 11, 16)
ASKED = AccessRequest("1" * 32, SAM, NIA, AT, "They wrote.", AccessState.ASKED)
BOTH = ["fake", *DATABASES]


@pytest.fixture(params=BOTH)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def either(kind: str, request: pytest.FixtureRequest) -> Iterator[Engine | None]:
    """A database, or None for the fake."""
    if kind == "fake":
        yield None
        return
    with opened(request.getfixturevalue(f"{kind}_url")) as engine:
        yield engine


@pytest.fixture
def requests(either: Engine | None) -> AccessRequests:
    return SqlAccessRequests(either) if either else FakeAccessRequests()


@pytest.fixture
def accounts(either: Engine | None) -> AccountCodes:
    return SqlAccountCodes(either) if either else FakeAccountCodes()


@pytest.fixture
def deletions(either: Engine | None) -> Deletions:
    return SqlDeletions(either) if either else FakeDeletions()


@pytest.fixture
def teams(either: Engine | None) -> TeamBook:
    return SqlTeamBook(either) if either else FakeTeamBook()


def test_a_request_is_kept_with_every_step(requests: AccessRequests) -> None:
    requests.begin(ASKED)
    decided = ASKED.decided(OMAR, AT + timedelta(hours=1), "They know it.", with_others=True)
    requests.keep(decided)
    taken = decided.taken(NIA, AT + timedelta(hours=2))
    requests.keep(taken)

    assert requests.request(ASKED.id) == taken
    assert requests.request("2" * 32) is None
    assert list(requests.about(SAM.address)) == list(requests.all()) == [taken]
    assert list(requests.about(NIA.address)) == []


def test_nobody_goes_over_a_step_of_somebody_else(requests: AccessRequests) -> None:
    requests.begin(ASKED)
    requests.keep(ASKED.decided(OMAR, AT, "Yes.", with_others=True))

    with pytest.raises(AccessError, match="meanwhile"):
        requests.keep(ASKED.withdrawn(NIA))


def test_the_newest_request_comes_first_and_old_ones_go(requests: AccessRequests) -> None:
    later = replace(ASKED, id="2" * 32, at=AT + timedelta(days=9))
    requests.begin(ASKED)
    requests.begin(later)

    assert list(requests.all()) == [later, ASKED]
    assert requests.forget_before(AT + timedelta(days=1)) == 1
    assert list(requests.all()) == [later]


def test_an_account_has_its_newest_address(accounts: AccountCodes) -> None:
    accounts.link("a" * 64, "1" * 64, TODAY)
    accounts.link("b" * 64, "1" * 64, TODAY)
    accounts.link("b" * 64, "2" * 64, TODAY + timedelta(days=1))
    accounts.link("b" * 64, "1" * 64, TODAY)

    assert accounts.accounts("1" * 64) == {"a" * 64}
    assert accounts.addresses() == {"a" * 64: "1" * 64, "b" * 64: "2" * 64}
    assert accounts.forget_before(TODAY + timedelta(days=1)) == 1
    assert accounts.accounts("1" * 64) == frozenset()


def test_what_went_on_a_day_is_added_up(deletions: Deletions) -> None:
    once = Deletion("checks", TODAY, AT, AT - timedelta(days=180), 3, 1)
    deletions.keep(replace(once, gone=2, failed="OSError"))
    deletions.keep(once)
    deletions.keep(replace(once, day=TODAY - timedelta(days=1)))

    assert dict(deletions.of_day(TODAY)) == {"checks": replace(once, gone=5)}
    assert [one.day for one in deletions.recent(TODAY - timedelta(days=1))] == [TODAY, TODAY - timedelta(1)]
    assert deletions.forget_before(TODAY) == 1


def test_a_team_is_told_since_it_is_the_same_people(teams: TeamBook) -> None:
    next_day = TODAY + timedelta(days=1)
    assert teams.since({"Music": "1" * 64, "Sport": "2" * 64}, TODAY) == {"Music": TODAY, "Sport": TODAY}
    assert teams.since({"Music": "1" * 64, "Sport": "3" * 64}, next_day) == {
        "Music": TODAY,
        "Sport": next_day,
    }
    assert teams.since({"Sport": "3" * 64}, next_day) == {"Sport": next_day}
    assert teams.since({"Music": "1" * 64}, next_day) == {"Music": next_day}


CODES = frozenset({"c" * 64})
WHO = Whoever(SAM.address, "tenant sam", CODES)
OF_CASE = Way("case_id", Found.CODE, via=("case_senders", "case_id", "sender_hash"))
WRITTEN = [
    {"id": 1, "on_behalf_of": "Oak", "address": SAM.address, "name": "Sam", "named_by": "Priya (p@c.example)"},
    {"id": 2, "on_behalf_of": "Elm", "address": OMAR.address, "name": "Tom", "named_by": f"S ({SAM.address})"},
    {"id": 3, "on_behalf_of": "Ash", "address": OMAR.address, "name": "Tom", "named_by": f"x{SAM.address}"},
    {"id": 4, "on_behalf_of": "Fir", "address": OMAR.address, "name": "Tom", "named_by": "S.Field@Council.example"},
]  # fmt: skip


@pytest.fixture
def held(either: Engine | None) -> HeldRows:
    moves = [{"id": n, "case_id": c, "kind": "opened", "at": AT, "by_address": "p@c", "by_name": "P", "why": "", "purpose": "abuse"} for n, c in ((1, "1" * 32), (2, "2" * 32))]  # fmt: skip
    senders = [
        {"sender_hash": code, "case_id": c} for code, c in (("c" * 64, "1" * 32), ("d" * 64, "2" * 32))
    ]
    named = [row | {"named_at": AT} for row in WRITTEN]
    if either is None:
        return FakeHeldRows({"champions": named, "case_moves": moves, "case_senders": senders})
    flat = {"state": "waiting", "fingerprint": "f" * 32, "flagged": {}, "sealed_sender": b"", "version": 1}
    with either.begin() as connection:
        connection.execute(insert(champions), named)
        connection.execute(insert(cases), [flat | {"id": c, "at": AT} for c in ("1" * 32, "2" * 32)])
        connection.execute(insert(case_senders), senders)
        connection.execute(insert(case_moves), moves)
    return SqlHeldRows(either)


def test_a_person_is_found_as_histories_name_them_and_nobody_like_them(held: HeldRows) -> None:
    ways = [Way("address", Found.ADDRESS), Way("named_by", Found.SAID, is_subject=False)]
    found = held.rows("champions", ["on_behalf_of"], ways, WHO)

    assert [(row.values["on_behalf_of"], row.is_about) for row in found] == [
        ("Oak", True),
        ("Elm", False),
        ("Fir", False),
    ]
    assert held.rows("champions", ["name"], ways, Whoever("", "", frozenset())) == ()


def test_a_person_is_found_through_another_table(held: HeldRows) -> None:
    (row,) = held.rows("case_moves", ["case_id", "at"], [OF_CASE], WHO)

    assert (row.values, row.is_about) == ({"case_id": "1" * 32, "at": AT}, True)


def test_an_underline_is_no_wildcard(engine: Engine) -> None:
    """``a_b`` is not ``axb``, also where the database would take it for one."""
    with engine.begin() as connection:
        row = WRITTEN[0] | {"named_at": AT, "named_by": "Ann (axb@council.example)"}
        connection.execute(insert(champions).values(row))

    ways = [Way("named_by", Found.SAID)]
    assert SqlHeldRows(engine).rows("champions", ["name"], ways, Whoever("a_b@council.example")) == ()


SPOKE = [{"rule": "loud", "severity": "warn", "mode": "enforce"}, {"rule": "new", "mode": "trial"}]
UNTIL = AT + timedelta(days=7)


@pytest.fixture
def facts(either: Engine | None) -> RuleFacts:
    records = [
        replace(RECORD, at=AT + timedelta(minutes=n), moment=moment, sender_hash=who * 64, draft_hash=draft * 64, rules=SPOKE)
        for n, (who, draft, moment) in enumerate([("a", "1", "send"), ("a", "1", "send"), ("a", "2", "send"), ("b", "3", "compose")])
    ]  # fmt: skip
    records += [
        replace(records[0], at=UNTIL),
        replace(records[0], sender_hash=""),
        replace(RECORD, rules=[], at=AT),
    ]
    answers = [Choice(AT + timedelta(minutes=n), "a" * 64, "loud", "c/k", c) for n, c in enumerate(Chosen)]
    if either is None:
        return FakeRuleFacts(records, answers)
    store, given = SqlCheckRecords(either, KEY), SqlChoices(either)
    for record in records:
        store.add(record)
    for answer in answers:
        given.add(answer)
    return SqlRuleFacts(either)


def test_who_met_a_rule_is_counted_with_the_drafts_at_send(facts: RuleFacts) -> None:
    """A rule on trial was shown to nobody, and whoever is not known is nobody."""
    assert list(facts.met(AT, UNTIL)) == [Met("loud", "a" * 64, 2), Met("loud", "b" * 64, 0)]
    assert list(facts.met(UNTIL, UNTIL + timedelta(days=7))) == [Met("loud", "a" * 64, 1)]


def test_answers_come_in_their_order(facts: RuleFacts) -> None:
    assert [choice.chosen for choice in facts.answered(AT, UNTIL)] == list(Chosen)
    assert list(facts.answered(UNTIL, UNTIL + timedelta(days=7))) == []
    assert facts.first() == AT


def test_no_check_is_no_first_one(engine: Engine) -> None:
    assert SqlRuleFacts(engine).first() is None


class Codes:
    """A journal that knows codes, and is told nothing."""

    def code(self, person: str) -> str:
        return sha256(person.encode()).hexdigest()

    def write(self, connection: Connection, *entries: Entry) -> None:
        """Let it go."""


def test_the_journal_is_told_who_asked_who_decided_and_who_took_it() -> None:
    """Never whom it is about: that is found by the number of the request, by whoever may see it."""
    codes = Codes()
    decided = ASKED.decided(OMAR, AT, "They know it.", with_others=True)
    steps = [ASKED, decided, decided.withdrawn(NIA), decided.taken(NIA, AT)]
    told = [asked_for(step, codes)[0] for step in steps]

    assert [entry.facts.get("decided") for entry in told] == ["asked", "with-others", "withdrawn", None]
    assert [entry.facts["by"] for entry in told] == [codes.code(p.address) for p in (NIA, OMAR, NIA, NIA)]
    assert told[-1].facts["purpose"] == f"subject-access/{ASKED.id}"
    assert not [entry for entry in told if SAM.address in str(entry) or codes.code(SAM.address) in str(entry)]
