"""How do lines reach a collector of logs, safe from whoever listens? Syslog over TLS (RFC 5424, 5425).

The collector's certificate is checked; there is no way to leave that out. A collector says nothing back, so
what was handed to it before the connection was closed in good order counts as sent.
"""

import socket
import ssl
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import JournalError

_PATIENCE = 20.0
_AUDIT_NOTICE = 13 * 8 + 5
"""Facility 13 (log audit), severity 5 (notice)."""


class TlsSyslog:
    """Hands lines to one collector."""

    def __init__(self, host: str, port: int, ca_file: Path | None = None) -> None:
        """Connects for each batch. `ca_file` holds what its certificate is checked with."""
        self._place, self._ca = (host, port), ca_file

    def send(self, lines: Iterable[tuple[datetime, str]]) -> int:
        """How many were handed over. Raises JournalError when they could not all be."""
        host = self._place[0]
        sent = 0
        try:
            context = ssl.create_default_context(cafile=str(self._ca) if self._ca else None)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            with (
                socket.create_connection(self._place, _PATIENCE) as plain,
                context.wrap_socket(plain, server_hostname=host) as collector,
            ):
                for at, line in lines:
                    collector.sendall(framed(at, line))
                    sent += 1
                collector.unwrap()
        except ssl.SSLCertVerificationError:
            raise JournalError(
                f"The certificate of {host} cannot be trusted. Give the one that signed it (--ca)."
            ) from None
        except OSError as error:
            raise JournalError(
                f"{host} did not take everything: {_why(error)}, after {sent} entries. Look whether it runs"
                " and can be reached from here, and send it again."
            ) from None
        return sent


def _why(error: OSError) -> str:
    """In words; of an error that is not among these, the system's own."""
    told = (why for kind, why in _WHYS.items() if isinstance(error, kind))
    return next(told, (error.strerror or type(error).__name__).lower())


_WHYS: Mapping[type[OSError], str] = {
    socket.gaierror: "no computer of that name is known",
    ConnectionRefusedError: "nothing listens at that port",
    TimeoutError: "it did not answer in time",
    ConnectionError: "it broke the connection off",
    ssl.SSLError: "it does not speak TLS as it should",
}


def framed(at: datetime, line: str) -> bytes:
    """One message with its length before it, by which the collector tells them apart."""
    when = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    message = f"<{_AUDIT_NOTICE}>1 {when} - Sendwell - journal - {line}".encode()
    return b"%d %b" % (len(message), message)
