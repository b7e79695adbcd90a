"""Lines that a real collector gets over real TLS."""

import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.syslog.tls import TlsSyslog, framed
from app.domain.errors import JournalError
from tests.mail_servers import make_certificate

AT = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)


def _take(server: socket.socket, context: ssl.SSLContext) -> bytes:
    plain, _ = server.accept()
    got = b""
    try:
        with context.wrap_socket(plain, server_side=True) as sender:
            while more := sender.recv(4096):
                got += more
            sender.unwrap().close()
    except OSError:
        plain.close()
    return got


@contextmanager
def collector(certificate: Path) -> Iterator[tuple[int, "Future[bytes]"]]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as one:
        yield server.getsockname()[1], one.submit(_take, server, context)


def test_every_line_arrives_with_its_length_before_it(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path)
    with collector(certificate) as (port, got):
        sent = TlsSyslog("localhost", port, certificate).send([(AT, "CEF:0|a"), (AT, "CEF:0|é\nb")])

    start = "<109>1 2026-11-16T10:00:00.000Z - Sendwell - journal - "
    first, second = f"{start}CEF:0|a".encode(), f"{start}CEF:0|é\nb".encode()
    assert sent == 2
    assert got.result() == b"%d %b%d %b" % (len(first), first, len(second), second)
    assert framed(AT, "CEF:0|a") == b"%d %b" % (len(first), first)


def test_a_collector_that_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    with collector(make_certificate(tmp_path)) as (port, got):
        with pytest.raises(JournalError, match="certificate"):
            TlsSyslog("localhost", port).send([(AT, "CEF:0|a")])
        assert got.result() == b""


def test_a_collector_that_is_not_there_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    with pytest.raises(JournalError, match="did not take everything"):
        TlsSyslog("localhost", port).send([])
