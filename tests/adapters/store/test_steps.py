"""The contract of the steps."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.adapters.store.steps import SqlSteps
from app.domain.accuracy import Step, StepKind
from app.domain.errors import PolicyChangeError
from app.ports import Steps
from tests.conftest import DATABASES, opened
from tests.fakes import FakeSteps

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture(params=["fake", *DATABASES])
def steps(request: pytest.FixtureRequest) -> Iterator[Steps]:
    if request.param == "fake":
        yield FakeSteps()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlSteps(engine)


def down(rule: str, follows: int = 0) -> Step:
    return Step(0, rule, StepKind.DOWN, AT, "Sendwell", "9 of 20", follows)


def test_they_come_back_in_order_with_their_numbers(steps: Steps) -> None:
    assert (steps.stamp(), steps.all()) == (0, ())
    first = steps.add(down("a"))
    second = steps.add(down("b"))
    third = steps.add(Step(0, "a", StepKind.KEPT, AT, "Pam", "we want it", first.number))

    assert list(steps.all()) == [first, second, third]
    assert steps.stamp() == third.number > second.number > first.number > 0


@pytest.mark.parametrize("follows", [0, 7])
def test_a_step_after_another_that_was_not_seen_is_refused(steps: Steps, follows: int) -> None:
    first = steps.add(down("a"))

    with pytest.raises(PolicyChangeError, match="meanwhile"):
        steps.add(down("a", follows=follows))
    assert list(steps.all()) == [first]
