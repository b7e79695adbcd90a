"""Who may ask Exchange when, after it did not answer."""

from dataclasses import dataclass, field

import pytest

from app.directory.exchange.patience import Patience
from app.domain.mailbox_facts import Told
from app.exchange_ports import Asker, Refused, Why

PRIYA, ALEX = Asker("tenant priya", "hers"), Asker("tenant alex", "his")


@dataclass
class Time:
    """Seconds that a test moves on."""

    now: float = 0.0
    patience: Patience = field(init=False)

    def __post_init__(self) -> None:
        self.patience = Patience(lambda: self.now)

    def first_let_in(self, asker: Asker, most: int = 4_000) -> float:
        """After how many seconds somebody may ask again."""
        start = self.now
        while self.patience.refuses(asker) is not None:
            self.now += 1
            assert self.now - start <= most
        return self.now - start


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.mark.parametrize("why", [Why.WAIT, Why.BUSY])
def test_whoever_says_until_when_is_obeyed_to_the_second(time: Time, why: Why) -> None:
    time.patience.failed(PRIYA, Refused(why, 37.0))
    time.now = 36.9
    assert time.patience.refuses(PRIYA) is Told.UNREACHED
    time.now = 37.0
    assert time.patience.refuses(PRIYA) is None


def test_one_mailbox_that_asked_too_much_stops_nobody_else(time: Time) -> None:
    time.patience.failed(PRIYA, Refused(Why.WAIT, 37.0))

    assert time.patience.refuses(ALEX) is None


def test_a_server_that_is_not_well_is_left_alone_by_everybody(time: Time) -> None:
    time.patience.failed(PRIYA, Refused(Why.BUSY, 37.0))

    assert time.patience.refuses(ALEX) is Told.UNREACHED


def test_each_failure_waits_longer_and_never_for_ever(time: Time) -> None:
    waits = []
    for _ in range(10):
        time.patience.failed(PRIYA, Refused(Why.BUSY))
        waits.append(time.first_let_in(PRIYA))

    assert waits == sorted(waits)
    assert (waits[0], waits[2], waits[-1]) == (1, 30, 600)


def test_those_that_fail_together_are_one_failure(time: Time) -> None:
    for _ in range(8):
        time.patience.failed(PRIYA, Refused(Why.BUSY))

    assert time.first_let_in(PRIYA) == 1


def test_after_many_failures_one_tries_for_all(time: Time) -> None:
    for _ in range(3):
        time.patience.failed(PRIYA, Refused(Why.BUSY))
        time.first_let_in(PRIYA)
    assert time.patience.refuses(ALEX) is Told.UNREACHED
    time.patience.heard(PRIYA)

    assert time.patience.refuses(ALEX) is None


def test_one_who_tries_and_never_comes_back_does_not_stop_the_rest(time: Time) -> None:
    for _ in range(3):
        time.patience.failed(PRIYA, Refused(Why.BUSY))
        time.first_let_in(PRIYA)

    assert time.first_let_in(ALEX) == 10


@pytest.mark.parametrize("why", [Why.CONSENT, Why.SIGN_IN, Why.TOKEN])
def test_a_refused_token_is_not_tried_again_and_a_new_one_is(time: Time, why: Why) -> None:
    time.patience.failed(PRIYA, Refused(why))

    assert time.patience.refuses(PRIYA) is Told.REFUSED
    assert time.patience.refuses(Asker(PRIYA.key, "a new one")) is None
    assert time.patience.refuses(ALEX) is None


def test_consent_that_was_given_meanwhile_is_found(time: Time) -> None:
    time.patience.failed(PRIYA, Refused(Why.CONSENT))

    assert time.first_let_in(PRIYA) == 600


def test_a_new_token_does_not_get_around_a_wait(time: Time) -> None:
    time.patience.failed(PRIYA, Refused(Why.WAIT, 60.0))

    assert time.patience.refuses(Asker(PRIYA.key, "a new one")) is Told.UNREACHED


def test_what_is_remembered_has_an_end(time: Time) -> None:
    for n in range(10_050):
        time.patience.failed(Asker(f"tenant {n}", "theirs"), Refused(Why.WAIT, 60.0))

    assert time.patience.refuses(Asker("tenant 0", "theirs")) is None
    assert time.patience.refuses(Asker("tenant 10049", "theirs")) is Told.UNREACHED


def test_no_token_is_remembered(time: Time) -> None:
    time.patience.failed(Asker("tenant priya", "SECRET"), Refused(Why.CONSENT))

    assert "SECRET" not in repr(vars(time.patience))
