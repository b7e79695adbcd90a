"""Hosts on a cable that is pulled: who is cut off is told so, is taken for dead by the others, and comes back by itself.

Where no network namespaces can be made these are left out, and say why. ``python -m bench.hosts`` does the same with
whole services, one killed, and another database that takes over.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.adapters.store import engine as store_engine
from app.adapters.store.engine import open_engine
from app.adapters.store.mailings import SqlWorkers
from app.adapters.store.upgrade import upgrade
from app.domain.errors import StoreError
from bench.hosts.network import Place, places, why_not
from tests.adapters.workflow.test_watch import Host
from tests.faults.postgres_server import postgres_server
from tests.faults.telling import PATIENCE, journal_of, numbers, sound, told

Hosts = Sequence[tuple[Place, Engine]]


@pytest.fixture(scope="module")
def hosts(postgres: str) -> Iterator[Hosts]:  # noqa: ARG001 - where those tests are left out, this is too
    """Two that share a database, which is on a third; they give a silent line up sooner than they would in the field."""
    if why := why_not():
        pytest.skip(why)
    hurried = {"connect_timeout": 2, "tcp_user_timeout": 1000, "keepalives_idle": 1, "keepalives_interval": 1}
    with (
        pytest.MonkeyPatch.context() as patch,
        places("one", "two", "third") as (one, two, third),
        postgres_server(None, third.address, third.do) as server,
    ):
        patch.setattr(store_engine, "_LINE", {**store_engine._LINE, **hurried})  # noqa: SLF001 - as above
        made = [(place, open_engine(server.url)) for place in (one, two)]
        one.do(upgrade, made[0][1])
        yield made
        for place, engine in made:
            place.do(engine.dispose)


def soon(do: Callable[[], object]) -> None:
    """A cable that was just plugged in may need a moment."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            do()
        except StoreError:
            assert time.monotonic() < end, "it does not come back"
        else:
            return


def test_who_is_cut_off_is_told_so_and_comes_back(hosts: Hosts, tmp_path: Path) -> None:
    (one, first), (two, second) = hosts
    here, there = journal_of(first, tmp_path), journal_of(second, tmp_path)
    one.do(here.tell, told(1))
    two.do(there.tell, told(2))
    two.pull()
    with pytest.raises(StoreError, match=r"cut this off|cannot be reached"):
        two.do(there.tell, told(3))
    one.do(here.tell, told(4))
    two.plug()
    soon(lambda: two.do(there.tell, told(5)))

    assert numbers(one.do(sound, str(first.url.set(drivername="postgresql")), tmp_path)) == {1, 2, 4, 5}


def test_who_is_cut_off_counts_as_dead_and_works_on_nothing(hosts: Hosts) -> None:
    (one, first), (two, second) = hosts
    here, there = Host("here", SqlWorkers(first)), Host("there", SqlWorkers(second))
    one.do(here.looks)
    two.do(there.looks)
    two.pull()
    with pytest.raises(StoreError):
        two.do(there.waits(11).looks)
    assert not there.watch.may_work()
    for _ in range(6):
        one.do(here.waits(5).looks)
    assert here.took == ["there"]

    two.plug()
    soon(lambda: two.do(there.looks))
    assert there.watch.may_work()
    assert there.took == []
