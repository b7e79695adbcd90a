"""Where does the service run that is measured?

As `sendwell serve --sample` starts it, one process a port, all of them on one data folder and database.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import httpx

_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE_S = 120


@dataclass
class Process:
    """One process that serves."""

    port: int
    running: subprocess.Popen[bytes]
    ready_s: float
    """From its start until it said that it is ready."""

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def cpu_s(self) -> float:
        """What it and the processes that it started have used so far, in seconds of CPU."""
        return sum(
            sum(map(int, _stat(process)[11:13])) / _TICKS for process in (self.running.pid, *self._children())
        )

    @property
    def memory_mb(self) -> float:
        """What it holds, with the processes that it started, shared pages shared out."""
        return sum(_proportional(process) for process in (self.running.pid, *self._children())) / 1024

    def _children(self) -> list[int]:
        said = Path(f"/proc/{self.running.pid}/task/{self.running.pid}/children").read_text()
        return [int(process) for process in said.split()]


@dataclass
class Served:
    """So many processes in one folder."""

    folder: Path
    many: int = 1
    database: str = ""
    processes: list[Process] = field(default_factory=list)

    def __enter__(self) -> Self:
        """One after the other, so that the first makes the database."""
        for _ in range(self.many):
            self.processes.append(self.start(_free_port()))
        return self

    def __exit__(self, *_: object) -> None:
        """Stop them all."""
        for process in self.processes:
            process.running.terminate()
        for process in self.processes:
            try:
                process.running.wait(30)
            except subprocess.TimeoutExpired:
                process.running.kill()
                process.running.wait()

    def start(self, port: int) -> Process:
        """One more process, when it is ready."""
        began = time.monotonic()
        with (self.folder / f"service-{port}.log").open("ab") as log:
            running = subprocess.Popen(
                [sys.executable, "-c", "from app.cli import main; main()", "serve", "--sample", "--port", str(port)],
                env=self._environ(), stdout=log, stderr=log,
            )  # fmt: skip
        process = Process(port, running, 0)
        while time.monotonic() < began + _PATIENCE_S and running.poll() is None:
            with suppress(httpx.TransportError):
                if httpx.get(f"{process.url}/readyz", timeout=5).is_success:
                    process.ready_s = time.monotonic() - began
                    return process
            time.sleep(0.02)
        running.kill()
        raise RuntimeError(f"the service does not start: see {log.name}")

    def _environ(self) -> Mapping[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("SENDWELL_")}
        ours |= {"SENDWELL_DATA": str(self.folder / "data"), "SENDWELL_RATE_PER_MINUTE": "1000000"}
        return ours | ({"SENDWELL_DATABASE_URL": self.database} if self.database else {})


def _stat(process: int) -> list[str]:
    """The fields of `/proc/PID/stat` after the name, which may hold spaces: state, parent, ..."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def _proportional(process: int) -> int:
    """Kilobytes."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise RuntimeError("the kernel does not say what a process holds")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
