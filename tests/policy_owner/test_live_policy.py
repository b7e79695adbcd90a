"""A change is in force within seconds on every worker, and a broken store breaks no check."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from app.domain.errors import PackError
from app.domain.verdict import Mode
from app.policy.policy import Policy
from app.policy_owner.change_policy import PolicyDesk, Signed, step_back
from app.policy_owner.live_policy import LOOK_AGAIN_S, LivePolicy
from app.ports import PackChange
from tests.fakes import FakeClock, FakePackStore
from tests.road import PROJECT, pack_text

SHIPPED = {"kent-schools": pack_text("kent-schools")}
RULE = "no-bulk-to-schools"


@dataclass
class Seconds:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def mode(policy: Policy) -> Mode:
    return next(rule.mode for rule in policy.packs[0].rules if rule.id == RULE)


def test_a_change_is_in_force_on_every_worker_after_the_next_look() -> None:
    store, seconds = FakePackStore(), Seconds()
    workers = [LivePolicy(SHIPPED, store, seconds) for _ in range(3)]
    before = workers[0]().version
    step_back(PolicyDesk(SHIPPED, store, FakeClock()), RULE, Mode.TRIAL, Signed("Pam", "too loud"))

    assert [mode(worker()) for worker in workers] == [Mode.ENFORCE] * 3
    seconds.now = LOOK_AGAIN_S
    assert [mode(worker()) for worker in workers] == [Mode.TRIAL] * 3
    assert LOOK_AGAIN_S < 5
    assert workers[2]().version != before


def test_a_policy_has_the_same_version_in_every_process() -> None:
    """Sets have an order of their own in each."""
    asks = (
        "from tests.policy_owner.test_live_policy import *;"
        "print(LivePolicy(SHIPPED, FakePackStore(), Seconds())().version)"
    )
    told = {
        subprocess.run(  # noqa: S603 (our own script)
            [sys.executable, "-c", asks],
            cwd=PROJECT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in "12"
    }

    assert len(told) == 1


def test_nothing_is_read_again_while_nothing_changed() -> None:
    seconds = Seconds()
    worker = LivePolicy(SHIPPED, FakePackStore(), seconds)
    first = worker()
    seconds.now = 100.0

    assert worker() is first


def test_a_store_that_cannot_be_asked_leaves_the_policy_as_it_was() -> None:
    store, seconds = FakePackStore(), Seconds()
    worker = LivePolicy(SHIPPED, store, seconds)
    first = worker()
    store.is_broken, seconds.now = True, 10.0

    assert worker() is first


def test_a_saved_pack_that_cannot_be_read_is_told_at_start() -> None:
    store = FakePackStore()
    store.save([PackChange("kent-schools", "id: kent-schools\n", 0)], FakeClock().at, "Pam", "oops")

    with pytest.raises(PackError, match="kent-schools, version 1"):
        LivePolicy(SHIPPED, store)
