"""The file of cards is read, or refused with its place."""

import pytest

from app.domain.accuracy import Share
from app.domain.errors import PackError
from app.policy.cards import parse_cards

FILE = """
measured: {on: 2026-11-21, app: "1", model: "m", data: [{name: a.yaml, sha256: ab, drafts: 24}]}
cards:
  a-rule: {heard: "12", right: 11, missed: 1, wrong: 2, left_alone: 10, disturbed: 0, ordinary: 90, misses: "Irony."}
unmeasured: {another: "It counts."}
"""


def test_cards_are_read() -> None:
    cards = parse_cards(FILE, "measured.yaml")

    assert cards.by_rule["a-rule"].recall == Share(11, 12)
    assert cards.by_rule["a-rule"].misses == "Irony."
    assert cards.measured is not None
    assert cards.measured.data[0].drafts == 24
    assert cards.unmeasured == {"another": "It counts."}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("right: 11", "right: 1.5", "whole number"),
        ("right: 11, ", "", "right"),
        ("another:", "a-rule:", "has a card"),
        ("on: 2026-11-21", "on: today", "date"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        parse_cards(FILE.replace(old, new), "measured.yaml")
