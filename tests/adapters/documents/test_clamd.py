"""A scanner is asked in ClamAV's own protocol, and what it does not say in plain is never clean."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.adapters.documents.clamd import ClamdScanner
from app.website_ports import Scan

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LARGEST = 1_000_000


def received(connection: socket.socket) -> bytes | None:
    """What clamd reads of a session: the command, then chunks with their lengths; None when it is too much."""
    whole = connection.makefile("rb")
    assert whole.read(10) == b"zINSTREAM\0"
    content = b""
    while size := struct.unpack("!I", whole.read(4))[0]:
        content += whole.read(size)
        if len(content) > LARGEST:
            return None
    return content


def as_clamd(connection: socket.socket) -> None:
    content = received(connection)
    if content is None:
        connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
    elif EICAR in content:
        connection.sendall(b"stream: Win.Test.EICAR_HDB-1 FOUND\0")
    else:
        connection.sendall(b"stream: OK\0")


@contextmanager
def daemon(listener: socket.socket, answer: Callable[[socket.socket], None] = as_clamd) -> Iterator[None]:
    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            answer(connection)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield
    thread.join(timeout=10)
    listener.close()


@contextmanager
def by_tcp(answer: Callable[[socket.socket], None] = as_clamd) -> Iterator[ClamdScanner]:
    listener = socket.create_server(("127.0.0.1", 0))
    with daemon(listener, answer):
        yield ClamdScanner(f"tcp:127.0.0.1:{listener.getsockname()[1]}", patience=2.0)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Bring a pen.", Scan.CLEAN),
        (b"x" * 200_000, Scan.CLEAN),
        (b"x" * 70_000 + EICAR, Scan.INFECTED),
        (EICAR, Scan.INFECTED),
        (b"x" * 3_000_000, Scan.WAITING),
    ],
)
def test_what_it_says_of_a_file(content: bytes, says: Scan) -> None:
    with by_tcp() as scanner:
        assert scanner.scan(content) is says


def test_it_is_reached_at_its_socket(tmp_path: Path) -> None:
    place = tmp_path / "clamd"
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(place))
    listener.listen()
    with daemon(listener):
        assert ClamdScanner(str(place)).scan(EICAR) is Scan.INFECTED


@pytest.mark.parametrize("place", ["/nowhere/clamd.sock", "tcp:127.0.0.1:1", "tcp:[::1]:1"])
def test_one_that_is_down_leaves_the_file_waiting(place: str) -> None:
    assert ClamdScanner(place, patience=1.0).scan(b"words") is Scan.WAITING


@pytest.mark.parametrize(
    "answer", [b"", b"stream: OK", b"stream: \xff ERROR\0", b"OK\0", b"FOUND\0", b"x" * 10_000]
)
def test_half_an_answer_is_none(answer: bytes) -> None:
    def breaks_off(connection: socket.socket) -> None:
        received(connection)
        connection.sendall(answer)

    with by_tcp(breaks_off) as scanner:
        assert scanner.scan(b"words") is Scan.WAITING


def test_one_that_says_nothing_is_not_waited_for_for_ever() -> None:
    done = threading.Event()

    def is_silent(connection: socket.socket) -> None:
        received(connection)
        done.wait(5)

    listener = socket.create_server(("127.0.0.1", 0))
    with daemon(listener, is_silent):
        scanner = ClamdScanner(f"tcp:127.0.0.1:{listener.getsockname()[1]}", patience=0.2)
        assert scanner.scan(b"words") is Scan.WAITING
        done.set()
