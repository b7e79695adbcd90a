"""Does a virus scanner know this file?

ClamAV's daemon is asked over its own protocol (INSTREAM), at a socket of this machine or by TCP. Whatever it
fails to say, in time and in plain, leaves the file waiting: it is never taken for clean.
"""

import socket
import struct
from contextlib import suppress
from pathlib import Path

import structlog

from app.website_ports import Scan

log = structlog.get_logger("sendwell.viruses")

_CHUNK = 64 * 1024
_ANSWER_MAX = 4096
_TCP = "tcp:"


class ClamdScanner:
    """Asks clamd. `place` is ``/path/to/its.socket`` or ``tcp:host:port``."""

    def __init__(self, place: str, patience: float = 60.0) -> None:
        """Connects for each file. `patience` is in seconds, for each step."""
        self._place, self._patience = place, patience

    def scan(self, content: bytes) -> Scan:
        """Raises nothing."""
        try:
            answer = self._ask(content)
        except (OSError, ValueError) as error:
            log.warning("scanner not reached", error=type(error).__name__)
            return Scan.WAITING
        if answer == "stream: OK":
            return Scan.CLEAN
        if answer.startswith("stream: ") and answer.endswith(" FOUND"):
            log.warning("virus found", name=answer.removeprefix("stream: ").removesuffix(" FOUND")[:100])
            return Scan.INFECTED
        log.warning("scanner gave no verdict", answer=answer[:100])
        return Scan.WAITING

    def _ask(self, content: bytes) -> str:
        with self._connected() as connection:
            with suppress(BrokenPipeError, ConnectionResetError):  # it stops reading when it has had enough
                connection.sendall(b"zINSTREAM\0")
                for start in range(0, len(content), _CHUNK):
                    chunk = content[start : start + _CHUNK]
                    connection.sendall(struct.pack("!I", len(chunk)) + chunk)
                connection.sendall(struct.pack("!I", 0))
            answer = b""
            while not answer.endswith(b"\0") and len(answer) < _ANSWER_MAX:
                more = connection.recv(_ANSWER_MAX)
                if not more:
                    raise ConnectionError("it hung up")
                answer += more
        return answer.rstrip(b"\0").decode("utf-8", "replace").strip()

    def _connected(self) -> socket.socket:
        if self._place.startswith(_TCP):
            host, _, port = self._place.removeprefix(_TCP).rpartition(":")
            return socket.create_connection((host.strip("[]"), int(port)), timeout=self._patience)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(self._patience)
        try:
            connection.connect(str(Path(self._place)))
        except OSError:
            connection.close()
            raise
        return connection
