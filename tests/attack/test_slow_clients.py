"""Clients that trickle, stop in the middle, or pour for ever: the service behind nginx never sees them."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from tests.attack.hurried_proxy import SAMPLE, hurried
from tests.security.test_proxy import NAME, Proxy

HEAD = f"POST /api/v1/checks HTTP/1.1\r\nHost: {NAME}\r\nContent-Type: application/json\r\n".encode()
MIB = 2**20
TURNS = 40


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with hurried(tmp_path_factory.mktemp("hurried")) as made:
        yield made


@pytest.fixture(autouse=True)
def forgets(proxy: Proxy) -> None:
    proxy.seen.clear()


def opened(proxy: Proxy) -> ssl.SSLSocket:
    plain = socket.create_connection(("127.0.0.1", proxy.tls), 10)
    return proxy.trust.wrap_socket(plain, server_hostname=NAME)


def end_of(line: ssl.SSLSocket, *, drips: bytes = b"") -> bytes | None:
    """What was said before the line was closed; None when it was not, however long this went on."""
    line.settimeout(0.2)
    said = b""
    for _ in range(TURNS):
        try:
            if drips:
                line.sendall(drips)
            part = line.recv(65536)
        except TimeoutError:
            continue
        except OSError:
            return said
        if not part:
            return said
        said += part
    return None


@pytest.mark.parametrize(
    ("begun", "drips"),
    [
        (b"", b""),
        (b"POST /api/v1/ch", b""),
        (HEAD, b"X-Slow: 1\r\n"),
        (HEAD + b"X-Endless: ", b"a"),
    ],
    ids=["says nothing", "stops in the line", "a header for ever", "one header for ever"],
)
def test_a_head_that_trickles_in_is_given_up(proxy: Proxy, begun: bytes, drips: bytes) -> None:
    with closing(opened(proxy)) as line:
        line.sendall(begun)
        said = end_of(line, drips=drips)

    assert said is not None
    assert said == b"" or said.startswith(b"HTTP/1.1 4")
    assert proxy.seen == []


@pytest.mark.parametrize(
    "begun",
    [
        HEAD + b"Content-Length: 1000\r\n\r\n{",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["a length", "half a chunk", "no chunk"],
)
def test_a_body_that_stops_is_given_up_and_never_handed_on(proxy: Proxy, begun: bytes) -> None:
    with closing(opened(proxy)) as line:
        line.sendall(begun)
        said = end_of(line)

    assert said is not None
    assert said == b"" or said.startswith(b"HTTP/1.1 4")
    assert proxy.seen == []


def test_a_client_that_goes_in_the_middle_leaves_nothing_behind(proxy: Proxy) -> None:
    for _ in range(20):
        with closing(opened(proxy)) as line:
            line.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{")

    assert proxy.ask("GET", "/policy").status_code == 200
    assert [asked for asked, _, _ in proxy.seen] == ["GET /policy"]


def test_many_that_trickle_keep_nobody_else_out(proxy: Proxy) -> None:
    with ExitStack() as held:
        for _ in range(120):
            line = held.enter_context(closing(opened(proxy)))
            line.sendall(HEAD)
        told = [proxy.ask("GET", "/policy").status_code for _ in range(10)]

    assert told == [200] * 10


@pytest.mark.parametrize("length", [b"209715200", b"9" * 18])
def test_a_body_that_is_declared_too_large_is_refused_before_it_comes(proxy: Proxy, length: bytes) -> None:
    with closing(opened(proxy)) as line:
        line.sendall(HEAD + b"Content-Length: " + length + b"\r\n\r\n")
        said = line.recv(65536)

    assert said.startswith(b"HTTP/1.1 413")
    assert proxy.seen == []


def test_a_body_that_pours_for_ever_is_cut_off(proxy: Proxy) -> None:
    """As chunks, so that nobody knows its length before; what still comes after the answer is thrown away."""
    chunk = b"%x\r\n" % MIB + b" " * MIB + b"\r\n"
    with closing(opened(proxy)) as line:
        line.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        for _ in range(60):
            line.sendall(chunk)
        said = line.recv(65536)

    assert "client_max_body_size 50m;" in SAMPLE
    assert said.startswith(b"HTTP/1.1 413")
    assert proxy.seen == []


def test_a_head_without_end_is_refused(proxy: Proxy) -> None:
    said = proxy.raw(HEAD + b"X-Long: " + b"a" * 100_000 + b"\r\n\r\n")

    assert said.startswith(b"HTTP/1.1 4")
    assert proxy.seen == []
