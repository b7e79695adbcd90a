"""Do the rules hold at any time of day, as the policy asks ("during and outside work hours", 002 §3)?"""

import pytest

from app.policy.pack import Pack, Rule
from tests.road import PACKS, judge_example, pack

NIGHT = "2026-11-16T22:30"
BY_DAY_ONLY = {"off-peak-large-sends", "teachers-not-at-desks", "personal-use-own-time"}
"""Rules whose clause is about the hour itself."""
CASES = [
    pytest.param(policy, rule, example, id=f"{rule.id}-{place}")
    for policy in map(pack, PACKS)
    for rule in policy.rules
    for place, example in enumerate(rule.flags, start=1)
    if "at" not in example and rule.id not in BY_DAY_ONLY
]


@pytest.mark.parametrize(("policy", "rule", "example"), CASES)
def test_a_rule_speaks_at_night_as_by_day(policy: Pack, rule: Rule, example: dict[str, object]) -> None:
    verdict = judge_example({**example, "at": NIGHT}, (policy,))

    cards = (*verdict.advice, *verdict.trial)
    assert rule.id in {card.rule for card in cards} | {other.rule for card in cards for other in card.also}
