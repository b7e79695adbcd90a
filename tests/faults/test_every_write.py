"""From Publish to the last delivery, with whoever works dying at each write in turn, just before or just after it."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from app.bulletin.build_issue import place
from app.bulletin.edit import make_ready
from app.bulletin.publish import publish
from app.bulletin.submit import submit
from app.bulletin_ports import DeliveryState
from app.domain.issue import IssueState
from tests.bulletin.desks import ANN, EVE, KEY, TEXT, YES
from tests.bulletin.test_machine import SCHOOLS, ABulletin, Stores, wiped
from tests.conftest import opened
from tests.faults.mortal import Killed


def week(stores: Stores) -> ABulletin:
    """Two items in an issue that was published, whose hold is over."""
    made = ABulletin(stores)
    for number in range(2):
        item = submit(made.desk, f"key-{number:020}", TEXT, ANN)
        make_ready(made.desk, item.id, item.version, EVE)
        place(made.desk, KEY, item.id, EVE)
    held = publish(made.desk, KEY, made.desk.issue(KEY).version, YES, EVE)
    assert held.held_until
    made.clock.at = held.held_until
    return made


def played(made: ABulletin, dies_at: int | None, *, is_kept: bool) -> ABulletin:
    """To its end. At the write of that number whoever works dies; somebody else takes over what they had."""
    made.life.left, made.life.is_kept = dies_at, is_kept
    for _ in range(30):
        for do in (made.engine.look, lambda: made._work(f"worker {made.deaths}")):  # noqa: SLF001 - a hand of the post
            worker = f"worker {made.deaths}"
            try:
                do()
            except Killed:
                made.deaths += 1
                made.stores.deliveries.give_up(worker)
        made.clock.at += timedelta(minutes=1)
    return made


@pytest.fixture(params=["fake", "sqlite"])
def fresh(request: pytest.FixtureRequest) -> Iterator[Callable[[], Stores]]:
    if request.param == "fake":
        yield Stores
        return
    with opened(request.getfixturevalue("sqlite_url")) as engine:
        yield lambda: wiped(engine)


def test_wherever_somebody_dies_everybody_reads_it_and_the_issue_is_out(fresh: Callable[[], Stores]) -> None:
    writes = played(week(fresh()), None, is_kept=False).life.lived
    assert writes > 8
    for number in range(1, writes + 1):
        for is_kept in (False, True):
            done = played(week(fresh()), number, is_kept=is_kept)
            reached = Counter(address for address, _ in done.post.took)
            at = f"dying at write {number} of {writes}, which was {'' if is_kept else 'not '}kept"
            assert done.deaths == 1, at
            assert done.desk.issue(KEY).state is IssueState.OUT, at
            assert done.stores.deliveries.progress("issue-2026-27-12")[DeliveryState.SENT] == len(SCHOOLS), at
            assert reached.keys() == set(SCHOOLS.values()), at
            assert sum(reached.values()) - len(reached) <= done.post.most_at_once, at
