"""Are rules that nothing reaches, or that are hard to read, found?"""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest

from app.domain.errors import PackError
from app.domain.verdict import Severity
from app.policy.condition import condition_from
from app.policy.linting.rules_alone import about_rules
from app.policy.linting.wording import hard_to_read, reading_age
from app.policy.pack import Step
from app.policy.remark import RemarkKind
from tests.policy.linting.written import pack

KNOWN = frozenset({"hours/late"})
A = pack("a")


def kinds(*steps: Step) -> Sequence[RemarkKind]:
    numbered = replace(A, rules=(replace(A.rules[0], steps=steps),), numbers=MappingProxyType({"many": 5}))
    return [r.kind for r in about_rules(numbered, KNOWN)]


def step(**when: object) -> Step:
    return Step(Severity.WARN, tuple(condition_from(fact, value) for fact, value in when.items()))


@pytest.mark.parametrize(
    "steps",
    [
        (step(schools=">= 2"), step(schools=">= 2", outside=">= 1")),
        (Step(Severity.WARN, (*step(schools=">= many").when, *step(schools="< 3").when)),),
    ],
    ids=["an earlier step comes first", "conditions exclude each other"],
)
def test_a_step_that_can_never_apply_is_named(steps: tuple[Step, ...]) -> None:
    assert kinds(*steps) == [RemarkKind.NEVER_APPLIES]


@pytest.mark.parametrize(
    "steps",
    [
        (step(schools=">= 5"), step(schools=">= 2")),
        (Step(Severity.WARN, (*step(schools=">= 2").when, *step(schools="< many").when)),),
        (step(schools=">= 2", outside=">= 1"), step(schools=">= 2")),
    ],
    ids=["another limit", "a range", "more conditions first"],
)
def test_steps_that_can_apply_are_left_alone(steps: tuple[Step, ...]) -> None:
    assert kinds(*steps) == []


def test_reading_age_rises_with_long_words_and_sentences() -> None:
    plain = "Send it to one person. Ask the desk if you are not sure."
    hard = "Dissemination of confidential correspondence necessitates authorisation by the appropriate directorate."
    assert reading_age(plain) < 8
    assert reading_age(hard) > 18
    assert reading_age("") == 5


def test_messages_that_are_hard_to_read_are_named_once_a_pack() -> None:
    hard = replace(
        A.rules[0],
        message="Dissemination of confidential correspondence necessitates authorisation by the directorate.",
    )
    (found,) = hard_to_read(replace(A, rules=(A.rules[0], hard)))
    assert found.rule == "be-kind-a"
    assert list(hard_to_read(A)) == []
    assert list(hard_to_read(replace(A, rules=()))) == []


def test_a_finding_that_shares_a_card_and_is_made_by_no_check_is_named() -> None:
    sharing = pack("a", "causes:\n- joins: always\n  findings: [hours/late, hours/early, hours/*]\n")

    assert [r.message.split(",")[0] for r in about_rules(sharing, KNOWN)] == ["No check makes hours/early"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("joins: sometimes\n  findings: [hours/late]", "same-words"),
        ("joins: always\n  findings: [hours]", "check/kind"),
        ("joins: always", "findings"),
    ],
)
def test_a_family_that_is_written_wrong_is_refused(written: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        pack("a", f"causes:\n- {written}\n")
