"""When two cards are one."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.domain.finding import Confidence, Finding
from app.domain.verdict import Action, Advice, Clause, Mode, Severity
from app.policy.cause import MOST_ACTIONS, Cause, Joins, one_card_a_cause

TONE = frozenset({"heat/anger", "form/*"})
SAME_WORDS = Cause(Joins.SAME_WORDS, TONE)


def card(
    finding: str,
    rule: str,
    same: tuple[str, ...] = (),
    paragraph: tuple[str, ...] = (),
    actions: str = "reword",
) -> Advice:
    check, _, kind = finding.partition("/")
    found = Finding(
        check, kind, Confidence.HIGH, same_words=frozenset(same), same_paragraph=frozenset(paragraph)
    )
    steps = tuple(Action(kind, kind) for kind in actions.split())
    return Advice(rule, found, Severity.WARN, Mode.ENFORCE, "T", "M", Clause("p", "s", "q"), steps)


def rules(*cards: Advice, cause: Cause = SAME_WORDS) -> Mapping[str, list[str]]:
    return {c.rule: [a.rule for a in c.also] for c in one_card_a_cause(cards, [cause])}


def test_the_gravest_stays_and_cites_the_others() -> None:
    anger = card("heat/anger", "calm", same=("form/capitals", "form/slang"))
    shouting, slang = card("form/capitals", "small"), card("form/slang", "plain")

    assert rules(anger, shouting, slang) == {"calm": ["small", "plain"]}


def test_what_is_heard_from_the_whole_joins_one_card_and_draws_no_other_along() -> None:
    anger, shouting = card("heat/anger", "calm", same=("form/whole",)), card("form/capitals", "small")
    whole = card("form/whole", "harm", same=("heat/anger", "form/capitals"))
    of_whole = replace(whole, finding=replace(whole.finding, is_of_whole=True))

    assert rules(anger, of_whole, shouting) == {"calm": ["harm"], "small": []}
    assert rules(of_whole, anger, shouting) == {"harm": ["calm", "small"]}


@pytest.mark.parametrize("other", ["form/capitals", "story/health"])
def test_apart_they_stay_two(other: str) -> None:
    assert len(rules(card("heat/anger", "calm"), card(other, "other"))) == 2


def test_what_is_of_no_family_stays_itself_on_the_same_words() -> None:
    assert len(rules(card("heat/anger", "calm", same=("story/health",)), card("story/health", "other"))) == 2


def test_a_family_may_join_by_paragraph_or_always() -> None:
    anger = card("heat/anger", "calm", paragraph=("form/slang",))
    slang = card("form/slang", "plain")

    assert len(rules(anger, slang)) == 2
    assert len(rules(anger, slang, cause=Cause(Joins.SAME_PARAGRAPH, TONE))) == 1
    assert len(rules(card("heat/anger", "calm"), slang, cause=Cause(Joins.ALWAYS, TONE))) == 1


def test_it_points_at_every_place_and_offers_every_kind_of_step() -> None:
    anger = card("heat/anger", "calm", same=("form/slang",), actions="reword delay-send")
    (one,) = one_card_a_cause(
        [anger, card("form/slang", "plain", actions="reword ask-head none")], [SAME_WORDS]
    )

    assert [f.id for f in one.joined] == ["form/slang"]
    assert [a.kind for a in one.actions] == ["reword", "delay-send", "ask-head"]


def test_its_own_steps_are_all_kept_and_no_more_than_are_read() -> None:
    own = card("heat/anger", "calm", same=("form/slang",), actions="reword reword report phone-instead")
    other = card("form/slang", "plain", actions="ask-head delay-send remove")
    (one,) = one_card_a_cause([own, other], [SAME_WORDS])

    assert [a.kind for a in one.actions][:4] == ["reword", "reword", "report", "phone-instead"]
    assert len(one.actions) == MOST_ACTIONS


def test_a_rule_is_cited_once() -> None:
    anger = card("heat/anger", "calm", same=("form/slang", "form/capitals"))

    assert rules(anger, card("form/slang", "calm"), card("form/capitals", "calm")) == {"calm": []}
