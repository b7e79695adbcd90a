"""What happens to the service while the canaries are sent?

Several senders at once; after so many answers a process that serves is killed, by one of three signals, at a
moment that nobody chose.
"""

import http.client
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Self

from bench.canary.drafts import a_request

SIGNALS = (signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV)
_SENDERS = 3
_PATIENCE_S = 300


@dataclass
class Service:
    """The service in folders of its own, from which everything that it leaves behind can be looked through."""

    folder: Path
    port: int
    processes: int
    environ: Mapping[str, str]
    alive: set[int] = field(default_factory=set)
    deaths: list[tuple[int, bool]] = field(default_factory=list)
    """By which signal, and whether the kernel wrote a core."""

    def __enter__(self) -> Self:
        """Start it where cores may be written without limit, and wait until it answers."""
        for name in ("cores", "tmp", "home", "data"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        places = {"TMPDIR": "tmp", "HOME": "home", "SENDWELL_DATA": "data"}
        environ = {**self.environ, **{name: str(self.folder / place) for name, place in places.items()}}
        with (self.folder / "service.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["/bin/sh", "-c", f"ulimit -c unlimited; exec {sys.executable} -m bench.canary.serving {self.port} {self.processes}"],
                cwd=self.folder / "cores", env=environ, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe, as asked for
        self._listener = threading.Thread(target=self._hear, args=(self._process.stdout,), daemon=True)
        self._listener.start()
        self._wait()
        return self

    def __exit__(self, *_: object) -> None:
        """Crash all of it."""
        self._process.terminate()
        self._process.wait(30)
        self._listener.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def crash(self, random: Random) -> None:
        """Kill one process that serves."""
        process = random.choice(sorted(self.alive))
        self.alive.discard(process)
        with suppress(ProcessLookupError):
            os.kill(process, random.choice(SIGNALS))

    def _hear(self, said: IO[str]) -> None:
        for line in said:
            what, process, *rest = line.split()
            if what == "runs":
                self.alive.add(int(process))
            elif what == "died":
                self.alive.discard(int(process))
                self.deaths.append((int(rest[0]), rest[1] == "1"))

    def _wait(self) -> None:
        until = time.monotonic() + _PATIENCE_S
        while time.monotonic() < until and self._process.poll() is None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            try:
                connection.request("GET", "/healthz")
                with connection.getresponse() as reply:
                    if reply.status == http.client.OK:
                        return
            except OSError:
                time.sleep(0.3)
            finally:
                connection.close()
        raise RuntimeError(f"the service does not start: see {self.folder / 'service.log'}")


@dataclass
class Sending:
    """Requests with canaries, numbered from `start`, by several senders at once."""

    port: int
    start: int
    statuses: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Nothing is sent yet."""
        self._numbers = itertools.count(self.start)
        self._lock, self._over = threading.Lock(), threading.Event()

    @property
    def answered(self) -> int:
        """How many were answered, in whichever way."""
        return sum(many for status, many in self.statuses.items() if status != "cut off")

    def __enter__(self) -> Self:
        """Begin."""
        self._threads = [threading.Thread(target=self._send) for _ in range(_SENDERS)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let those that are under way come back."""
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _send(self) -> None:
        while not self._over.is_set():
            with self._lock:
                number = next(self._numbers)
            status = self._one(number)
            with self._lock:
                self.statuses[status] += 1

    def _one(self, number: int) -> str:
        path, body, headers = a_request(number)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", path, body, headers)
            with connection.getresponse() as reply:
                reply.read()
        except (OSError, http.client.HTTPException):
            return "cut off"
        else:
            return str(reply.status)
        finally:
            connection.close()
