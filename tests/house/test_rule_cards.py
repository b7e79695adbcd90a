"""Are the cards those of the data and the rules that are here, and is no rule louder than its card lets it be?"""

import hashlib
from functools import cache

from app.policy.cards import Cards, parse_cards
from app.policy.policy import Policy
from app.policy.step_down import Evidence, falls_below, loudness, may_step_down
from app.wiring.places import CARDS
from app.wiring.places import PACKS as FOLDER
from tests.road import PACKS, PROJECT, pack

RULES = {rule.id: rule for name in PACKS for rule in pack(name).rules}
DATA = PROJECT / "bench/policy_drafts"
READS_LANGUAGE = frozenset(
    """casework-guard chain-festive-promo-political claims-and-standing confidential-story credentials discrimination
    heat-and-cool-off hostile-tone hr-matters other-pupils parent-topics personal-use professional-tone
    sexual-and-indecent social-pointers urgency-and-deadline""".split()  # noqa: SIM905 - a closed list reads best as words
)
"""Checks that judge what a sentence says, by the model or by its words."""


@cache
def cards() -> Cards:
    file = FOLDER / CARDS
    return parse_cards(file.read_text(encoding="utf-8"), file.name)


def test_the_cards_are_of_the_data_that_is_here() -> None:
    measured = cards().measured
    assert measured is not None
    assert {d.name: d.sha256 for d in measured.data} == {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in DATA.glob("*.yaml")
        if file.name != "notes.yaml"
    }


def test_no_card_is_of_a_rule_that_is_not_there() -> None:
    assert (cards().by_rule.keys() | cards().unmeasured.keys()) - RULES.keys() == set()


def test_a_rule_that_reads_language_has_a_card_or_a_reason() -> None:
    known = cards().by_rule.keys() | {rule for rule, reason in cards().unmeasured.items() if reason}
    reading = {r for r, rule in RULES.items() if READS_LANGUAGE & {f.partition("/")[0] for f in rule.listens}}

    assert reading
    assert reading - known == set()


def test_no_rule_is_louder_than_its_card_lets_it_be() -> None:
    made = Policy([pack(name) for name in PACKS], evidence=Evidence(cards()))
    in_force = {rule.id: rule for p in made.packs for rule in p.rules}
    for rule_id, card in cards().by_rule.items():
        written = RULES[rule_id]
        if cards().of(written) and falls_below(written, card.precision) and may_step_down(written):
            assert loudness(in_force[rule_id]) < loudness(written)
            assert rule_id in made.stepped_down
        else:
            assert in_force[rule_id] is written


def test_hardly_a_card_is_out_of_date() -> None:
    """A rule that was changed since has none, and most must have one."""
    changed = [rule for rule in cards().by_rule if cards().of(RULES[rule]) is None]

    assert len(changed) <= len(cards().by_rule) // 10, changed
