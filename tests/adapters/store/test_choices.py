"""The contract of the choices."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.adapters.store.choices import SqlChoices
from app.domain.choice import Choice, ChoiceReason, Chosen
from app.ports import Choices
from tests.conftest import DATABASES, opened
from tests.fakes import FakeChoices

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(params=["fake", *DATABASES])
def choices(request: pytest.FixtureRequest) -> Iterator[Choices]:
    if request.param == "fake":
        yield FakeChoices()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlChoices(engine)


def chosen(rule: str, what: Chosen, days_ago: int = 0) -> Choice:
    return Choice(
        AT - timedelta(days=days_ago), "a" * 64, rule, "identifiers/upn", what, ChoiceReason.NOT_THERE
    )


def test_they_are_counted_by_rule_and_choice(choices: Choices) -> None:
    for choice in (
        chosen("a", Chosen.WRONG_WARNING),
        chosen("a", Chosen.WRONG_WARNING),
        chosen("a", Chosen.FOLLOWED),
        chosen("b", Chosen.OVERRODE, days_ago=9),
    ):
        choices.add(choice)

    assert dict(choices.counts(AT - timedelta(days=1))) == {
        ("a", Chosen.WRONG_WARNING): 2,
        ("a", Chosen.FOLLOWED): 1,
    }
    assert choices.counts(AT - timedelta(days=10))["b", Chosen.OVERRODE] == 1


def test_what_is_older_is_forgotten(choices: Choices) -> None:
    choices.add(chosen("a", Chosen.FOLLOWED, days_ago=9))
    choices.add(chosen("a", Chosen.FOLLOWED))

    assert choices.forget_before(AT - timedelta(days=1)) == 1
    assert sum(choices.counts(AT - timedelta(days=99)).values()) == 1


def test_a_person_is_told_what_they_chose(choices: Choices) -> None:
    mine = [chosen("a", Chosen.WRONG_WARNING), chosen("b", Chosen.FOLLOWED)]
    for choice in (*mine, replace(mine[0], sender_hash="b" * 64)):
        choices.add(choice)

    assert choices.of_sender("a" * 64) == tuple(reversed(mine))
    assert choices.of_sender("c" * 64) == ()


def test_a_person_who_calls_a_rule_wrong_counts_once(choices: Choices) -> None:
    wrong = chosen("a", Chosen.WRONG_WARNING)
    for choice in (wrong, wrong, replace(wrong, sender_hash="b" * 64), chosen("a", Chosen.FOLLOWED)):
        choices.add(choice)
    choices.add(replace(chosen("b", Chosen.WRONG_WARNING, days_ago=5), sender_hash="c" * 64))

    assert dict(choices.called_wrong(AT - timedelta(days=1))) == {"a": 2}
    assert dict(choices.called_wrong(AT - timedelta(days=9))) == {"a": 2, "b": 1}
    assert dict(choices.called_wrong(AT - timedelta(days=9), "b")) == {"b": 1}


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ([Chosen.WRONG_WARNING, Chosen.TOOK_BACK], {}),
        ([Chosen.WRONG_WARNING, Chosen.TOOK_BACK, Chosen.WRONG_WARNING], {"a": 1}),
        ([Chosen.WRONG_WARNING, Chosen.WRONG_WARNING, Chosen.TOOK_BACK], {"a": 1}),
        ([Chosen.WRONG_WARNING, Chosen.WRONG_WARNING, Chosen.TOOK_BACK, Chosen.TOOK_BACK], {}),
        ([Chosen.WRONG_WARNING, Chosen.FOLLOWED, Chosen.TOOK_BACK], {}),
        ([Chosen.WRONG_WARNING, Chosen.OVERRODE, Chosen.TOOK_BACK], {"a": 1}),
        ([Chosen.TOOK_BACK, Chosen.WRONG_WARNING], {"a": 1}),
    ],
)
def test_what_is_taken_back_does_not_count(
    choices: Choices, said: list[Chosen], counts: dict[str, int]
) -> None:
    for one in said:
        choices.add(chosen("a", one))

    assert dict(choices.called_wrong(AT - timedelta(days=1))) == counts


def test_one_takes_back_only_ones_own_answer_to_that_rule_and_finding(choices: Choices) -> None:
    wrong, back = chosen("a", Chosen.WRONG_WARNING), chosen("a", Chosen.TOOK_BACK)
    choices.add(wrong)
    choices.add(replace(back, sender_hash="b" * 64))
    choices.add(replace(back, rule="b"))
    choices.add(replace(back, finding="identifiers/uln"))

    assert dict(choices.called_wrong(AT - timedelta(days=1))) == {"a": 1}
    choices.add(replace(wrong, sender_hash="b" * 64))
    choices.add(replace(back, sender_hash="b" * 64))
    assert dict(choices.called_wrong(AT - timedelta(days=1))) == {"a": 1}
