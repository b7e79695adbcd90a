"""Drafts with several things wrong at once, read by the trained model: one card a cause."""

from itertools import combinations
from typing import Any

import pytest
import yaml

from app.compose.check_draft import check_draft
from app.domain.draft import Moment
from app.domain.verdict import Advice
from tests.drafts import draft_from
from tests.road import PACKS, PROJECT, pack, real_reader, road

DRAFTS = yaml.safe_load((PROJECT / "tests/policy/nasty.yaml").read_text(encoding="utf-8"))
CAUSES = [cause for name in PACKS for cause in pack(name).causes]


def cards(example: dict[str, Any]) -> tuple[Advice, ...]:
    return check_draft(draft_from(example), Moment.COMPOSE, road((), real_reader())).verdict.advice


@pytest.mark.parametrize("example", DRAFTS, ids=range(len(DRAFTS)))
def test_no_two_cards_have_one_cause(example: dict[str, Any]) -> None:
    shown = cards(example)
    twice = [
        (one.finding.id, other.finding.id)
        for one, other in combinations(shown, 2)
        if any(cause.is_one(one.finding, other.finding) for cause in CAUSES)
    ]

    assert twice == []
    assert len({id(card) for card in shown}) == len(shown) <= 5


def test_a_card_for_several_numbers_points_at_each() -> None:
    number = cards(DRAFTS[0])[0]

    assert number.finding.id == "identifiers/nhs-number"
    assert {f.id for f in number.joined} == {"identifiers/date-of-birth", "identifiers/home-address"}
    assert len(number.spans) == 3
