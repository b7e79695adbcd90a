"""Which sends leave a case, and that none holds a word of the mail."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from app.checks import OFF_THE_RECORD
from app.domain.case import Case, CaseState
from app.domain.choice import Choice, ChoiceReason, Chosen
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.flagged import Outcome, Sign
from app.domain.item import Person
from app.domain.verdict import Advice, Citation, Clause, Mode, SetAside, Severity, Verdict, Why
from app.policy.policy import Policy
from app.review.flag_send import Sent, flag_send
from app.review_ports import Whose
from tests.fakes import MONDAY_MORNING as NOW
from tests.review_fakes import FakeCases
from tests.road import judge_example, pack, see

SAM = Whose(Person("Sam Field", "s.field@council.example"), frozenset({"code"}))
RULE, NHS = "no-personal-data-external", "943 476 5919"
DRAFT = {
    "to": ["parent@gmail.com"],
    "subject": "Zebediah's appointment",
    "body": f"Zebediah Quill has the NHS number {NHS}.",
}


def policy(*, is_reviewed: bool = True) -> Policy:
    made = pack("dale-stonehill")
    rules = [replace(r, is_reviewed=is_reviewed and r.id == RULE) for r in made.rules]
    return Policy([replace(made, rules=tuple(rules))], "v1")


def advice(severity: Severity = Severity.BLOCK, finding: str = "identifiers/nhs-number") -> Advice:
    check, _, kind = finding.partition("/")
    seen = Finding(
        check, kind, Confidence.HIGH, (Span(Field.BODY, 27, 39, NHS), Span(Field.SUBJECT, 0, 4, "Zebe"))
    )
    return Advice(RULE, seen, severity, Mode.ENFORCE, "A title", "Words", Clause("p", "§1", "words"))


def flag(verdict: Verdict, cases: FakeCases | None = None, **different: Any) -> list[Case]:
    cases = cases or FakeCases()
    reading = see(different.pop("draft", DRAFT))[0]
    known: dict[str, Any] = {"reading": reading, "verdict": verdict, "policy": policy(), "whose": SAM}
    flag_send(Sent(**known | different), cases, lambda value: f"{hash(value):032x}"[-32:], NOW)
    return list(cases.cases(tuple(CaseState)))


def verdict(*cards: Advice, answered: tuple[Advice, ...] = (), why: Why = Why.ANSWERED) -> Verdict:
    known = judge_example(DRAFT)
    return replace(known, advice=cards, set_aside=tuple(SetAside(card, why) for card in answered))


def test_a_stop_is_flagged_once_however_often_send_is_pressed() -> None:
    cases = FakeCases()
    (case,) = flag(verdict(advice()), cases)

    assert (case.flagged.rule, case.flagged.outcome, case.flagged.policy) == (RULE, Outcome.STOPPED, "v1")
    assert case.flagged.audience["webmail"] == 1
    assert [(one.finding, one.field, one.places) for one in case.flagged.evidence] == [
        ("identifiers/nhs-number", Field.BODY, 2)
    ]
    assert flag(verdict(advice()), cases) == [case]
    assert len(flag(verdict(answered=(advice(Severity.WARN),)), cases)) == 2


def test_what_texts_mean_is_asked_only_where_something_is_flagged() -> None:
    asked: list[str] = []

    def vectors(texts: Sequence[str]) -> Sequence[Sequence[float]]:
        asked.extend(texts)
        return ()

    assert flag(verdict(), vectors=vectors) == []
    assert asked == []
    assert flag(verdict(advice()), vectors=vectors)
    assert asked


def test_a_case_tells_what_stood_around_and_no_word_of_it() -> None:
    draft = DRAFT | {"body": f"Her number is {NHS}. You did not get it from me, nobody must know."}
    (case,) = flag(verdict(advice()), draft=draft)

    assert {Sign.ANOTHERS, Sign.COVERS} <= set(case.flagged.signs)
    assert "nobody" not in repr(case)


@pytest.mark.parametrize(
    ("said", "outcome", "reason"),
    [
        ((), Outcome.OVERRIDDEN, ChoiceReason.NONE),
        ((Chosen.OVERRODE, ChoiceReason.AGREED), Outcome.OVERRIDDEN, ChoiceReason.AGREED),
        ((Chosen.WRONG_WARNING, ChoiceReason.NOT_THERE), Outcome.CALLED_WRONG, ChoiceReason.NOT_THERE),
    ],
)
def test_what_was_sent_all_the_same_says_why(
    said: tuple[Any, ...], outcome: Outcome, reason: ChoiceReason
) -> None:
    older = Choice(NOW, "h", RULE, "identifiers/nhs-number", Chosen.OVERRODE, ChoiceReason.OTHER)
    other = Choice(NOW, "h", "another-rule", "identifiers/nhs-number", Chosen.WRONG_WARNING)
    choices = [other, *([replace(older, chosen=said[0], reason=said[1]), older] if said else [])]
    (case,) = flag(verdict(answered=(advice(Severity.WARN),)), choices=lambda: choices)

    assert (case.flagged.outcome, case.flagged.reason) == (outcome, reason)


def test_most_sends_leave_none() -> None:
    assert flag(verdict(advice(Severity.WARN))) == []
    assert flag(verdict(answered=(advice(Severity.INFO),))) == []
    assert flag(verdict(answered=(advice(Severity.WARN),), why=Why.SPENT)) == []
    assert flag(verdict(advice()), policy=policy(is_reviewed=False)) == []


@pytest.mark.parametrize("finding", sorted(OFF_THE_RECORD))
def test_what_is_off_the_record_leaves_none(finding: str) -> None:
    card = replace(advice(), joined=(advice(finding=finding).finding,))

    assert flag(verdict(card)) == []


@pytest.mark.parametrize(
    "draft",
    [
        DRAFT | {"to": ["safeguarding@council.example", "parent@gmail.com"]},
        DRAFT | {"cc": ["whistle.blowing@council.example"]},
        DRAFT | {"to": ["rep@unison.org.uk"]},
        DRAFT | {"subject": "Protected disclosure"},
    ],
)
def test_mail_in_confidence_leaves_none_though_others_read_it(draft: dict[str, Any]) -> None:
    assert flag(verdict(advice()), draft=draft) == []
    assert flag(verdict(advice()), is_confidential=lambda: True) == []


def test_a_case_holds_no_word_of_the_mail() -> None:
    (case,) = flag(verdict(advice()))

    assert not [
        word for word in ("Zebe", "Quill", NHS, NHS[-4:], "appointment", "gmail") if word in str(case)
    ]


def test_the_rule_that_asks_for_review_is_found_behind_a_card_of_another() -> None:
    card = advice()
    other = replace(card, rule="no-sensitive-to-unapproved", also=())
    (case,) = flag(verdict(replace(other, also=(Citation(RULE, Clause("q", "§2", "other words")),))))

    assert (case.flagged.rule, case.flagged.clause.section) == (RULE, "§2")
    assert flag(verdict(other)) == []
