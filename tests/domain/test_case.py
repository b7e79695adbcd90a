"""The legal moves of a case, and what is told of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import HELD_AT_MOST, Case, CaseState
from app.domain.case_move import OPEN_FOR, CaseMove, CaseMoveKind, Purpose, is_open_to
from app.domain.case_notes import Hold, Police, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.finding import Confidence
from app.domain.flagged import Evidence, Flagged, Outcome, Risk
from app.domain.item import Person
from app.domain.verdict import Clause, Severity
from tests.fakes import MONDAY_MORNING as NOW

SOON = NOW.date() + timedelta(days=30)
NIA, OMAR = Person("Nia Rees", "n.rees@w.example"), Person("Omar Aziz", "o.aziz@w.example")
SEEN = (Evidence("identifiers/nhs-number", Confidence.HIGH),)
FLAGGED = Flagged(
    "a-rule", Clause("p", "§1", "words"), Severity.WARN, Outcome.OVERRIDDEN, {"inside": 1}, SEEN
)
NEW = Case("1", FLAGGED, NOW)
HERS = NEW.claimed(NIA)
STOPPED = HERS.questioned(NIA)


def test_it_is_claimed_once_and_let_go() -> None:
    assert (HERS.state, HERS.reviewer, HERS.version) == (CaseState.CLAIMED, NIA, 2)
    with pytest.raises(CaseError, match="has claimed"):
        HERS.claimed(OMAR)
    assert HERS.let_go(NIA).state is CaseState.WAITING
    assert HERS.handed_over(NIA, OMAR).reviewer == OMAR
    with pytest.raises(CaseError, match="yours already"):
        HERS.handed_over(NIA, NIA)


@pytest.mark.parametrize("do", ["let_go", "questioned"])
def test_only_whoever_claimed_it_moves_it(do: str) -> None:
    for case, by in ((NEW, NIA), (HERS, OMAR)):
        with pytest.raises(CaseError, match="Claim this case"):
            getattr(case, do)(by)
        with pytest.raises(CaseError, match="Claim this case"):
            case.decided(by, NOW, Ruling.FINE)


@pytest.mark.parametrize("ruling", [Ruling.FINE, Ruling.WRONG_WARNING])
def test_most_end_at_once(ruling: Ruling) -> None:
    closed = HERS.decided(NIA, NOW, ruling)

    assert closed.state is CaseState.CLOSED
    assert closed.decision
    assert (closed.decision.ruling, closed.decision.by) == (ruling, NIA)
    for do in (closed.let_go, closed.questioned):
        with pytest.raises(CaseError, match="closed"):
            do(NIA)


def test_coaching_needs_a_word_that_fits() -> None:
    for words in ("", "  ", "x" * 501):
        with pytest.raises(CaseError) as told:
            HERS.decided(NIA, NOW, Ruling.COACH, words)
        assert told.value.field == "why"
    assert HERS.decided(NIA, NOW, Ruling.COACH, " Use the portal. ").decision.why == "Use the portal."  # type: ignore[union-attr]  # it is decided


def test_where_conduct_is_in_question_nothing_is_decided_before_the_senior_person_was_asked() -> None:
    for ruling in Ruling:
        with pytest.raises(CaseError, match="senior person"):
            STOPPED.decided(NIA, NOW, ruling, "why")
    with pytest.raises(CaseError, match="senior person"):
        STOPPED.let_go(NIA)
    with pytest.raises(CaseError, match="senior person"):
        HERS.decided(NIA, NOW, Ruling.ESCALATE, "why")
    for whom, advice in (("", "Talk to him"), ("Ann Hall", " ")):
        with pytest.raises(CaseError, match="sentence"):
            STOPPED.advised(NIA, NOW, whom, advice)

    asked = STOPPED.handed_over(NIA, OMAR).advised(OMAR, NOW, "Ann Hall", "Talk to him.")
    with pytest.raises(CaseError, match="harmed"):
        asked.decided(OMAR, NOW, Ruling.ESCALATE)
    asked = asked.wished(Wishes("", Police.NOBODY))

    assert asked.decided(OMAR, NOW, Ruling.ESCALATE).state is CaseState.CLOSED
    with pytest.raises(CaseError, match="did not stop"):
        asked.advised(OMAR, NOW, "Ann Hall", "Again.")
    assert asked.questioned(OMAR).consultation is None


def test_evidence_is_held_and_wishes_are_kept_whoever_has_the_case() -> None:
    for case in (NEW, HERS, STOPPED, HERS.decided(NIA, NOW, Ruling.FINE)):
        held = case.held(NIA, NOW, "A threat.", SOON)
        assert (held.hold, held.lifted().hold) == (Hold("A threat.", NIA, SOON, NOW), None)
        assert case.wished(Wishes("", Police.UNDECIDED)).wishes == Wishes("", Police.UNDECIDED)
        with pytest.raises(CaseError):
            case.held(NIA, NOW, " ", SOON)
        for day in (NOW.date(), NOW.date() + HELD_AT_MOST + timedelta(days=1)):
            with pytest.raises(CaseError, match="within a year"):
                case.held(NIA, NOW, "A threat.", day)
        with pytest.raises(CaseError):
            case.lifted()
        with pytest.raises(CaseError):
            case.wished(Wishes(" ", Police.NOT_ASKED))


@pytest.mark.parametrize(
    ("different", "risk"),
    [
        ({}, Risk.MEDIUM),
        ({"evidence": ()}, Risk.LOW),
        ({"audience": {"outside": 1}}, Risk.HIGH),
        ({"audience": {"webmail": 2}, "evidence": (), "severity": Severity.JUSTIFY}, Risk.HIGH),
        ({"audience": {"outside": 1}, "outcome": Outcome.STOPPED, "severity": Severity.BLOCK}, Risk.MEDIUM),
        ({"audience": {"schools": 3}, "evidence": ()}, Risk.LOW),
    ],
)
def test_what_left_weighs_most(different: dict[str, Any], risk: Risk) -> None:
    assert replace(FLAGGED, **different).risk is risk


def test_cases_are_alike_by_rule_kinds_and_kinds_of_readers_alone() -> None:
    alike = replace(FLAGGED, audience={"inside": 9}, outcome=Outcome.STOPPED, evidence=SEEN * 2)

    assert alike.fingerprint == FLAGGED.fingerprint
    for different in ({"rule": "b"}, {"audience": {"inside": 1, "outside": 1}}, {"evidence": ()}):
        assert replace(FLAGGED, **different).fingerprint != FLAGGED.fingerprint


def test_it_is_open_to_whoever_opened_it_for_a_working_day() -> None:
    opened = (CaseMove(CaseMoveKind.OPENED, NOW, NIA, purpose=Purpose.FAULT),)

    assert is_open_to(NIA, opened, NOW + OPEN_FOR - timedelta(seconds=1))
    assert not is_open_to(NIA, opened, NOW + OPEN_FOR)
    assert not is_open_to(OMAR, opened, NOW)
    assert not is_open_to(NIA, (CaseMove(CaseMoveKind.CLAIMED, NOW, NIA),), NOW)
