"""Does every rule of the five packs do what its own examples say, and can people read it?"""

import re
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from app.checks import CHECKS, FINDINGS, MAIL_ONLY
from app.domain.draft import Moment
from app.domain.verdict import Channel, Mode, Severity, Verdict
from app.policy.pack import DRAFT_FACTS, Pack, Rule
from tests.road import PACKS, PROJECT, judge_example, pack, see

SOURCES = Path(PROJECT) / "app/policy/packs/sources"
BLAME = ("violat", "you are abusive", "you must not", "abusive", "forbidden", "offence", "breach")
NOT_HEARD = {"sexual-and-indecent/indecent-image"}
"""A picture that the law lets nobody send on: told by words and files, not by how it sounds."""

ABOUT_MAIL = {
    "school-office-checks-once",  # these three need a school among the recipients, and only a mail has any
    "email-may-not-be-read",
    "emergency-ring-schools",
    "staff-pupil-email-protocol",  # what was written to the pupil is an address
    "no-personal-contact-details",  # what was seen is an e-mail address
}
"""Rules that speak of e-mail though other media are checked for what they hear."""

RULES = [(pack(name), rule) for name in PACKS for rule in pack(name).rules]
each_pack = pytest.mark.parametrize("policy", [pack(name) for name in PACKS], ids=lambda p: p.id)
each_rule = pytest.mark.parametrize(("policy", "rule"), RULES, ids=lambda value: value.id)


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(policy, rule, example, id=f"{rule.id}-{i}")
        for policy, rule in RULES
        for i, example in enumerate(getattr(rule, kind), start=1)
    ]


def speaking(verdict: Verdict) -> set[str]:
    cards = (*verdict.advice, *verdict.trial)
    return {card.rule for card in cards} | {other.rule for card in cards for other in card.also}


@pytest.mark.parametrize(("policy", "rule", "example"), examples("flags"))
def test_a_rule_speaks_about_what_it_flags(policy: Pack, rule: Rule, example: dict[str, object]) -> None:
    assert rule.id in speaking(judge_example(example, (policy,)))
    assert rule.id in speaking(judge_example(example))


@pytest.mark.parametrize(("policy", "rule", "example"), examples("passes"))
def test_a_rule_is_silent_about_what_it_passes(policy: Pack, rule: Rule, example: dict[str, object]) -> None:
    verdict = judge_example(example, (policy,))
    assert rule.id not in speaking(verdict)
    assert not {check.id for check in CHECKS} & {left_out.check for left_out in verdict.not_checked}


@each_pack
def test_every_quotation_stands_in_its_source(policy: Pack) -> None:
    source = " ".join((SOURCES / policy.document).read_text(encoding="utf-8").split())
    quotes = [rule.clause.quote for rule in policy.rules] + [clause.quote for clause in policy.route.values()]
    assert [quote for quote in quotes if quote not in source] == []


def test_words_are_short_and_kind() -> None:
    for words in (words for _, rule in RULES for words in (rule.words_for(""), *rule.says.values())):
        said = f"{words.title} {words.message}".lower()
        assert not any(word in said for word in BLAME), said
        assert words.message.endswith((".", "?")), said


def test_messages_are_mostly_under_a_hundred_characters() -> None:
    lengths = [len(w.message) for _, rule in RULES for w in {rule.words_for(""), *rule.says.values()}]
    assert median(lengths) <= 100


@pytest.mark.parametrize(
    "check",
    [
        "hostile-tone",
        "heat-and-cool-off",
        "professional-tone",
        "discrimination",
        "sexual-and-indecent",
        "claims-and-standing",
        "chain-festive-promo-political",
    ],
)
def test_tone_never_blocks(check: str) -> None:
    tone = [
        rule
        for _, rule in RULES
        if any(f.startswith(f"{check}/") and f not in NOT_HEARD for f in rule.listens)
    ]
    assert tone
    assert all(step.severity is not Severity.BLOCK for rule in tone for step in rule.steps)


def test_only_a_rule_on_trial_is_never_shown() -> None:
    on_trial = {rule.id for _, rule in RULES if rule.mode is Mode.TRIAL}
    assert on_trial == {"single-school-ok", "personal-use-own-time", "work-activities-only"}


def test_every_channel_has_a_clause() -> None:
    assert {channel for name in PACKS for channel in pack(name).route} == set(Channel)


@each_rule
def test_a_rule_asks_and_tells_only_facts_that_its_findings_carry(policy: Pack, rule: Rule) -> None:
    findings = [finding for example in rule.flags for finding in see(example)[1] if rule.hears(finding.id)]
    carried = {fact for finding in findings for fact in finding.facts}
    assert (rule.facts_asked | rule.facts_told) - set(DRAFT_FACTS) <= carried, policy.id


@each_rule
def test_a_card_is_filled_in_and_fits(policy: Pack, rule: Rule) -> None:
    for example in rule.flags:
        for card in judge_example(example, (policy,)).advice:
            assert "{" not in f"{card.title} {card.message}"
            assert len(card.title) <= 60
            assert len(card.message) <= 300


@pytest.mark.parametrize(
    "to", ["all schools", "9 schools", "6 schools in 1 cluster", "1 school", "all staff", "12 parents"]
)
def test_an_emergency_is_never_held_up(to: str) -> None:
    danger = (
        "There is a gas leak in the High Street. Please keep all children inside and close the windows now."
    )
    draft = {"to": [to], "subject": "URGENT: gas leak", "importance": "high", "body": danger}
    assert judge_example(draft, moment=Moment.SEND).severity is Severity.CLEAR


def test_words_about_what_is_no_mail_do_not_say_mail() -> None:
    """The same cards stand beside a text message or a post that is pasted in."""
    anywhere = {f for f in FINDINGS if not {f, f"{f.partition('/')[0]}/*"} & MAIL_ONLY}
    rules = [rule for _, rule in RULES if rule.id not in ABOUT_MAIL]
    said = {
        (rule.id, f"{words.title} {words.message}")
        for rule in rules
        for words in map(rule.words_for, filter(rule.hears, anywhere))
    }

    assert said
    assert [words for words in said if re.search(r"\bmails?\b", words[1], re.IGNORECASE)] == []
