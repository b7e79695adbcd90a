"""Which machines are there, and which of them hears which?

Each is a network namespace of this machine, joined to the others by one cable that can be pulled; nothing of the
machine's own network is touched, and no address is reached outside.
"""

import ctypes
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

_NEW_NETWORK = 0x40000000
_NET = "10.77.0"
_LIBC = ctypes.CDLL(None, use_errno=True)
T = TypeVar("T")
P = ParamSpec("P")


class Place:
    """A machine: what is done in it, and begun by that, hears its own network only."""

    def __init__(self, name: str, switch: str, number: int) -> None:
        """Put it up and plug it in."""
        self.name, self.address, self._switch = name, f"{_NET}.{number}", switch
        self._cable = f"cable{number}"
        _ip("netns", "add", name)
        _ip("-n", switch, "link", "add", self._cable, "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("-n", switch, "link", "set", self._cable, "master", "switch", "up")
        _ip("-n", name, "addr", "add", f"{self.address}/24", "dev", "eth0")
        for line in ("eth0", "lo"):
            _ip("-n", name, "link", "set", line, "up")
        self._hands = ThreadPoolExecutor(8, initializer=self._enter)

    def begin(self, do: Callable[P, T], *given: P.args, **named: P.kwargs) -> "Future[T]":
        """Do it there, without waiting for it."""
        return self._hands.submit(do, *given, **named)

    def do(self, do: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Do it there."""
        return self.begin(do, *given, **named).result()

    def pull(self) -> None:
        """Its cable: whoever speaks to it hears nothing more, not even a refusal."""
        _ip("-n", self._switch, "link", "set", self._cable, "down")

    def plug(self) -> None:
        """Its cable again."""
        _ip("-n", self._switch, "link", "set", self._cable, "up")

    def put_away(self) -> None:
        """What was begun there must have ended."""
        self._hands.shutdown(wait=False, cancel_futures=True)
        _ip("netns", "del", self.name)

    def _enter(self) -> None:
        """A thread is in one network, and what it begins is in the same."""
        with Path("/run/netns", self.name).open("rb") as there:
            if _LIBC.setns(there.fileno(), _NEW_NETWORK):
                raise OSError(ctypes.get_errno(), "this thread may not enter a network namespace")


def why_not() -> str:
    """Why no such machines can be put up here; empty where they can."""
    try:
        with places("probe"):
            return ""
    except (OSError, subprocess.CalledProcessError) as error:
        return f"no network namespaces can be made on this machine ({error}); it needs root and iproute2"


@contextmanager
def places(*names: str) -> Iterator[Sequence[Place]]:
    """Machines of these names on one switch, until the end."""
    switch, up = f"sendwell-{os.getpid()}-switch", []
    _ip("netns", "add", switch)
    try:
        _ip("-n", switch, "link", "add", "switch", "type", "bridge")
        _ip("-n", switch, "link", "set", "switch", "up")
        for number, name in enumerate(names, 1):
            up.append(Place(f"sendwell-{os.getpid()}-{name}", switch, number))
            up[-1].do(os.getpid)
        yield up
    finally:
        for place in up:
            place.put_away()
        _ip("netns", "del", switch)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)  # noqa: S607 - the one on the path
