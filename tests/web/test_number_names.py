"""Is every number of the shipped policies called by plain words?"""

import pytest

from app.policy.condition import Condition, Operator
from app.policy_owner.differences import Difference
from app.web.owner.numbers import NUMBERS, asked, by_name, called
from tests.road import PROJECT, pack

SHIPPED = sorted(file.stem for file in (PROJECT / "app/policy/packs").glob("*.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_number_has_a_name(name: str) -> None:
    assert set(pack(name).numbers) <= set(NUMBERS)


def test_no_name_is_left_over() -> None:
    assert set(NUMBERS) == {number for name in SHIPPED for number in pack(name).numbers}


def test_a_number_of_somebodys_own_is_shown_by_its_own_name() -> None:
    assert called("my_own_limit") == "My own limit"


def test_a_rule_asks_by_the_name_of_a_number() -> None:
    assert asked(Condition("schools", Operator.AT_LEAST, "bulk_schools_warn")) == (
        "schools reached ≥ “Schools from which Sendwell warns”"
    )
    assert asked(Condition("schools", Operator.AT_LEAST, 5)) == "schools reached ≥ 5"
    assert asked(Condition("importance", Operator.IS_NOT, "high")) == "the importance is not high"


def test_a_change_of_a_number_is_told_by_its_name() -> None:
    changed = Difference("", "numbers: to_max", "5", "6")
    other = Difference("a-rule", "title", "Numbers: old", "new")

    assert by_name([changed, other]) == (Difference("", "Most people in To", "5", "6"), other)
