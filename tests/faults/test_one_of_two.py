"""Two nodes behind nginx, one of them dead or hanging: checks are answered, and nothing that is kept is sent twice."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.hurried_proxy import hurried
from tests.security.test_proxy import Proxy

CHECK, ITEM = "/api/v1/checks", "/api/v1/bulletin/items"


@pytest.fixture
def hanging() -> Iterator[socket.socket]:
    """A node that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        yield door


@pytest.fixture
def beside_dead(tmp_path: Path) -> Iterator[Proxy]:
    """The other node's port is nobody's."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with hurried(tmp_path, port) as proxy:
        yield proxy


@pytest.fixture
def beside_hanging(tmp_path: Path, hanging: socket.socket) -> Iterator[Proxy]:
    with hurried(tmp_path, hanging.getsockname()[1]) as proxy:
        yield proxy


def test_a_dead_node_is_noticed_by_nobody(beside_dead: Proxy) -> None:
    told = [
        beside_dead.ask("POST", path, content=b"{}").status_code for path in (CHECK, ITEM) for _ in range(15)
    ]
    told += [beside_dead.ask("GET", "/policy").status_code for _ in range(10)]

    assert told == [200] * 40
    assert len(beside_dead.seen) == 40


def test_a_check_is_asked_again_of_the_other_node_when_one_hangs(beside_hanging: Proxy) -> None:
    told = [beside_hanging.ask("POST", CHECK, content=b"{}", timeout=20).status_code for _ in range(6)]

    assert told == [200] * 6


def test_what_keeps_something_is_never_sent_to_both(beside_hanging: Proxy) -> None:
    """The node that hangs may have kept it: nobody can know, so the sender is told, and asks with the same key."""
    told = [beside_hanging.ask("POST", ITEM, content=b"{}", timeout=20).status_code for _ in range(6)]

    assert set(told) == {200, 504}
    assert len(beside_hanging.seen) == told.count(200)
