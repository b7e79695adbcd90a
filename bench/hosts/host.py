"""What does one host of the rehearsal answer?"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx

from bench.hosts.network import Place

PATIENCE_S = 120.0
PORT = 8800
DRAFT = {
    "subject": "Term dates",
    "body": {"content": "School starts on Monday."},
    "to": [{"address": "x@gmail.com"}],
}


@dataclass(frozen=True, slots=True)
class Told:
    """One answer to a check at Send: how long it took, and whether it was kept; `policy` judged it."""

    seconds: float
    status: int
    is_kept: bool
    is_said: bool
    """Where it was not kept, whether that was said."""
    policy: str = ""


@dataclass
class Host:
    """`sendwell serve` on a machine of its own, asked by whoever sits at that machine."""

    place: Place
    folder: Path
    database: str
    running: subprocess.Popen[bytes] | None = None
    environ: Mapping[str, str] = field(init=False)
    kept: list[float] = field(default_factory=list)
    """When it said of a send that it was recorded, each time."""

    def __post_init__(self) -> None:
        """The same data folder for all, as on a shared file system."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("SENDWELL_")}
        self.environ = ours | {
            "SENDWELL_DATA": str(self.folder / "data"),
            "SENDWELL_DATABASE_URL": self.database,
            "SENDWELL_RATE_PER_MINUTE": "1000000",
            "SENDWELL_LOG_LEVEL": "warning",
        }

    def start(self) -> float:
        """The seconds until it is ready."""
        began = time.monotonic()
        with (self.folder / f"{self.place.name}.log").open("ab") as log:
            command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--sample"]
            self.running = self.place.do(
                subprocess.Popen,
                [*command, "--port", str(PORT)],
                env=self.environ,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(lambda: self.status("/readyz") == HTTPStatus.OK)
        return time.monotonic() - began

    def kill(self) -> None:
        """All of it, at once."""
        if self.running and self.running.poll() is None:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()

    def status(self, path: str) -> int:
        """0 where nobody answers."""
        return self._ask("GET", path)[0]

    def check(self) -> Told:
        """A mail is sent there."""
        began = time.monotonic()
        status, said = self._ask("POST", "/api/v1/checks", json={"moment": "send", "draft": DRAFT})
        gap = any(one["check"] == "record" for one in said.get("not_checked", ()))
        is_kept = status == HTTPStatus.OK and not gap
        if is_kept:
            self.kept.append(began)
        policy = said.get("versions", {}).get("policy", "")
        return Told(time.monotonic() - began, status, is_kept, status != HTTPStatus.OK or gap, policy)

    def _ask(self, method: str, path: str, **more: Any) -> tuple[int, Mapping[str, Any]]:
        return self.place.do(_asked, method, f"http://127.0.0.1:{PORT}{path}", **more)


def _asked(method: str, url: str, **more: Any) -> tuple[int, Mapping[str, Any]]:
    try:
        told = httpx.request(method, url, timeout=60, trust_env=False, **more)
    except httpx.TransportError:
        return 0, {}
    is_json = "json" in told.headers.get("content-type", "")
    return told.status_code, told.json() if is_json else {}


def until(is_so: Callable[[], bool]) -> float:
    """The seconds until it is so."""
    began = time.monotonic()
    while not is_so():
        if time.monotonic() > began + PATIENCE_S:
            raise TimeoutError("what was waited for never came")
        time.sleep(0.05)
    return time.monotonic() - began
