"""The contract of the cases, and what lies in the database."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update

from app.adapters.store.case_rows import flagged_row
from app.adapters.store.case_tables import case_moves, case_senders
from app.adapters.store.case_tables import cases as cases_table
from app.adapters.store.cases import SqlCases
from app.adapters.store.engine import writing
from app.adapters.store.journal import SqlJournal
from app.adapters.store.schema import METADATA
from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose, Visit
from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.choice import ChoiceReason
from app.domain.draft import Field
from app.domain.errors import CaseError, StoreError
from app.domain.finding import Confidence
from app.domain.flagged import Evidence, Flagged, Outcome, Sign
from app.domain.item import Person
from app.domain.reveal import Attached, Extent
from app.domain.verdict import Clause, Severity
from app.review_ports import Cases, Whose
from tests.conftest import DATABASES, opened
from tests.fakes import FakeClock
from tests.journal_fakes import FakeSigner
from tests.review_fakes import FakeCases

KEY = b"a key of thirty-two bytes length"
AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
SAM = Whose(Person("Sam Field", "s.field@wealdshire.example"), frozenset({"a" * 64, "b" * 64}))
NIA = Person("Nia Rees", "n.rees@wealdshire.example")
FLAGGED = Flagged(
    "no-personal-data-external",
    Clause("dale-stonehill", "4. Protocol", "must not be sent", "The title"),
    Severity.JUSTIFY,
    Outcome.OVERRIDDEN,
    {"inside": 1, "outside": 2, "is_lower_bound": False},
    (Evidence("identifiers/nhs-number", Confidence.HIGH, Field.BODY, 3), Evidence("hours/out-of-hours", Confidence.LOW)),
    ChoiceReason.AGREED,
    "abc123",
    (Sign.ANOTHERS, Sign.QUIET),
)  # fmt: skip
MADE = CaseMove(CaseMoveKind.FLAGGED, AT, Person("Sendwell", ""))


@pytest.fixture(params=["fake", *DATABASES])
def cases(request: pytest.FixtureRequest) -> Iterator[Cases]:
    if request.param == "fake":
        yield FakeCases()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlCases(engine, KEY)


def begun(cases: Cases, number: str = "1" * 32, at: datetime = AT, **different: object) -> Case:
    case = Case(number, replace(FLAGGED, **different), at)  # type: ignore[arg-type]  # fields by name
    assert cases.begin(case, SAM, MADE)
    return case


def step(cases: Cases, after: Case, kind: CaseMoveKind) -> Case:
    cases.keep(after, CaseMove(kind, AT, NIA, "why"))
    return after


def test_a_case_comes_back_as_it_was(cases: Cases) -> None:
    case = begun(cases)

    assert cases.case(case.id) == case
    assert cases.history(case.id) == (MADE,)
    assert cases.sender(case.id) == SAM.sender
    assert (cases.case("none"), cases.sender("none"), cases.history("none")) == (None, None, ())


def test_the_same_again_changes_nothing(cases: Cases) -> None:
    case = step(cases, begun(cases).claimed(NIA), CaseMoveKind.CLAIMED)

    assert not cases.begin(replace(case, version=1), SAM, MADE)
    assert cases.case(case.id) == case
    assert len(cases.history(case.id)) == 2


def test_every_step_is_kept_with_what_it_says(cases: Cases) -> None:
    case = step(cases, begun(cases).claimed(NIA), CaseMoveKind.CLAIMED)
    cases.note(case.id, CaseMove(CaseMoveKind.OPENED, AT, NIA, purpose=Purpose.ABUSE))
    case = step(cases, case.questioned(NIA), CaseMoveKind.QUESTIONED)
    case = step(cases, case.advised(NIA, AT, "Ann Hall", "Talk to him."), CaseMoveKind.ASKED_SENIOR)
    case = step(cases, case.wished(Wishes("An apology.", Police.NO)), CaseMoveKind.WISHED)
    case = step(cases, case.held(NIA, AT, "A threat.", AT.date() + timedelta(days=30)), CaseMoveKind.HELD)
    case = step(cases, case.decided(NIA, AT, Ruling.ESCALATE), CaseMoveKind.DECIDED)

    assert cases.case(case.id) == case
    assert cases.history(case.id)[2] == CaseMove(CaseMoveKind.OPENED, AT, NIA, purpose=Purpose.ABUSE)
    assert [m.kind for m in cases.history(case.id)[-2:]] == [CaseMoveKind.HELD, CaseMoveKind.DECIDED]


def test_a_step_that_did_not_see_the_one_before_is_refused(cases: Cases) -> None:
    case = begun(cases)
    step(cases, case.claimed(NIA), CaseMoveKind.CLAIMED)

    with pytest.raises(CaseError, match="meanwhile"):
        step(cases, case.held(NIA, AT, "A threat.", AT.date() + timedelta(days=30)), CaseMoveKind.HELD)
    assert len(cases.history(case.id)) == 2


def test_they_are_found_by_state_by_likeness_and_by_sender(cases: Cases) -> None:
    one = begun(cases)
    two = begun(cases, "2" * 32, AT + timedelta(hours=1))
    other = begun(cases, "3" * 32, AT + timedelta(hours=2), rule="no-cyberbullying")
    other = step(cases, other.claimed(NIA), CaseMoveKind.CLAIMED)

    assert list(cases.cases((CaseState.WAITING,))) == [two, one]
    assert list(cases.cases(tuple(CaseState), limit=1)) == [other]
    assert list(cases.alike(one)) == [two]
    assert list(cases.of_sender({"b" * 64, "c" * 64})) == [other, two, one]
    assert list(cases.of_sender({"c" * 64})) == []


def test_reviewers_are_those_who_opened_or_claimed_one(cases: Cases) -> None:
    case = begun(cases)
    assert list(cases.reviewers()) == []
    for name in ("Zoe Ash", "Ann Hall", "Zoe Ash"):
        cases.note(case.id, CaseMove(CaseMoveKind.OPENED, AT, Person(name, name), purpose=Purpose.FAULT))
    step(cases, case.claimed(NIA), CaseMoveKind.CLAIMED)

    assert [person.name for person in cases.reviewers()] == ["Ann Hall", "Nia Rees", "Zoe Ash"]


def test_what_is_old_goes_and_what_is_held_stays(cases: Cases) -> None:
    begun(cases)
    held = step(
        cases,
        begun(cases, "2" * 32).held(NIA, AT, "A threat.", AT.date() + timedelta(days=30)),
        CaseMoveKind.HELD,
    )
    closed = step(cases, begun(cases, "3" * 32).claimed(NIA), CaseMoveKind.CLAIMED)
    late = AT + timedelta(days=9)
    closed = step(cases, closed.decided(NIA, late, Ruling.FINE), CaseMoveKind.DECIDED)
    asked = step(cases, begun(cases, "4" * 32).claimed(NIA), CaseMoveKind.CLAIMED)
    asked = step(cases, asked.questioned(NIA), CaseMoveKind.QUESTIONED)

    assert cases.forget_before(AT + timedelta(days=5)) == 1
    assert {c.id for c in cases.cases(tuple(CaseState))} == {held.id, closed.id, asked.id}
    assert cases.forget_before(AT + timedelta(days=10)) == 1
    assert cases.history(closed.id) == ()
    assert {c.id for c in cases.of_sender(SAM.codes)} == {held.id, asked.id}
    assert {c.id for c in cases.spared()} == {held.id, asked.id}


def test_whose_it_was_cannot_be_read_without_the_key(engine: Engine) -> None:
    case = begun(SqlCases(engine, KEY))
    with engine.connect() as connection:
        rows = [
            row
            for table in (cases_table, case_senders, case_moves)
            for row in connection.execute(select(table))
        ]

    assert len(rows) == 4
    assert "s.field" not in str(rows)
    assert "Sam" not in str(rows)
    with pytest.raises(StoreError):
        SqlCases(engine, b"another key, as long as the other").sender(case.id)


def test_openings_and_decisions_are_told_in_the_journal_without_a_name(engine: Engine) -> None:
    journal = SqlJournal(engine, FakeSigner(), FakeClock(), KEY)
    cases = SqlCases(engine, KEY, journal)
    case = begun(cases)
    cases.note(case.id, CaseMove(CaseMoveKind.OPENED, AT, NIA, purpose=Purpose.ABUSE))
    case = step(cases, case.claimed(NIA), CaseMoveKind.CLAIMED)
    step(cases, case.decided(NIA, AT, Ruling.WRONG_WARNING), CaseMoveKind.DECIDED)
    entries = [json.loads(entry.text or "{}") for entry in journal.entries()]

    assert [entry["kind"] for entry in entries] == ["lookup", "decision", "decision"]
    assert entries[0]["facts"]["purpose"] == f"case/{case.id}/abuse"
    assert [entry["facts"]["decided"] for entry in entries[1:]] == ["claimed", "wrong-warning"]
    assert {entry["facts"]["by"] for entry in entries} == {journal.code(NIA.address)}
    assert "rees" not in str(entries).lower()


def test_what_is_attached_comes_back_and_goes_with_the_attachment(cases: Cases) -> None:
    case = begun(cases)
    one, two = Attached(Extent.EXCERPT, AT), Attached(Extent.WORDS, AT + timedelta(minutes=1))
    for attached, words in ((one, "Zebediah has asthma."), (two, "Her number, too: ✓")):
        case = case.with_attached(attached)
        cases.keep(case, CaseMove(CaseMoveKind.ATTACHED, AT, NIA), words)

    assert cases.case(case.id) == case
    assert list(cases.words(case.id)) == [(one, "Zebediah has asthma."), (two, "Her number, too: ✓")]
    assert list(cases.words("2" * 32)) == []
    step(cases, case.taken_back(), CaseMoveKind.TOOK_BACK)
    assert list(cases.words(case.id)) == []


def test_a_hold_and_a_look_come_back_as_they_were(cases: Cases) -> None:
    case = step(cases, begun(cases).claimed(NIA), CaseMoveKind.CLAIMED)
    case = step(cases, case.held(NIA, AT, "A threat.", AT.date() + timedelta(days=30)), CaseMoveKind.HELD)
    case = case.with_attached(Attached(Extent.DRAFT, AT))
    cases.keep(case, CaseMove(CaseMoveKind.ATTACHED, AT, NIA), "Words.")
    case = step(cases, case.reveal_asked(NIA, AT, "A reason."), CaseMoveKind.ASKED_REVEAL)
    zoe = Person("Zoe Ash", "z.ash@wealdshire.example")
    agreed = case.reveal_answered(zoe, AT, SAM.sender, is_agreed=True)
    case = step(cases, agreed, CaseMoveKind.AGREED_REVEAL)
    case = step(cases, case.shown(NIA, AT + timedelta(minutes=1)), CaseMoveKind.WAS_SHOWN)

    assert cases.case(case.id) == case
    assert list(cases.held()) == [case]


def test_the_newest_visit_counts_and_old_ones_go(cases: Cases) -> None:
    assert cases.visit(NIA) is None
    visits = [Visit(NIA, AT, Purpose.FAULT), Visit(NIA, AT + timedelta(days=1), Purpose.ABUSE)]
    for visit in visits:
        cases.come_in(visit)

    assert cases.visit(NIA) == visits[1]
    assert cases.visit(SAM.sender) is None
    cases.forget_before(AT + timedelta(days=2))
    assert cases.visit(NIA) is None


def test_words_are_sealed_and_a_look_is_told_with_both_people(engine: Engine) -> None:
    journal = SqlJournal(engine, FakeSigner(), FakeClock(), KEY)
    cases = SqlCases(engine, KEY, journal)
    case = begun(cases).claimed(NIA)
    cases.keep(case, CaseMove(CaseMoveKind.CLAIMED, AT, NIA))
    case = case.with_attached(Attached(Extent.WORDS, AT))
    cases.keep(case, CaseMove(CaseMoveKind.ATTACHED, AT, NIA), "Zebediah has asthma.")
    zoe = Person("Zoe Ash", "z.ash@wealdshire.example")
    case = replace(case, version=case.version + 1)
    cases.keep(case, CaseMove(CaseMoveKind.WAS_SHOWN, AT, NIA, "A reason.", to=zoe))
    with engine.connect() as connection:
        rows = [row for table in METADATA.sorted_tables for row in connection.execute(select(table))]
    look = json.loads(list(journal.entries())[-1].text or "{}")

    assert "Zebediah" not in str(rows)
    by, second = journal.code(NIA.address), journal.code(zoe.address)
    assert (look["kind"], look["facts"]) == ("reveal", {"about": case.id, "by": by, "second": second})
    with pytest.raises(StoreError):
        SqlCases(engine, b"another key of thirty-two bytes!").words(case.id)


def test_a_case_from_before_there_were_signs_is_read(engine: Engine) -> None:
    cases, older = SqlCases(engine, KEY), flagged_row(FLAGGED)
    case = begun(cases)
    del older["signs"]
    with writing(engine) as connection:
        connection.execute(update(cases_table).values(flagged=older))

    read = cases.case(case.id)
    assert read is not None
    assert read.flagged == replace(FLAGGED, signs=())
