"""Can what this process has in its memory end up in a file when it crashes?

Drafts are in memory while they are checked. A core dump would keep them, and so would a debugger
that somebody attaches: neither is let happen. What this process starts inherits the limit.
"""

import ctypes
import resource
import sys

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_LEAST = 1
"""Linux pipes a dump to a program however small the limit, but for this one; no file fits in it either."""


def forbid_core_dumps() -> None:
    """From here on the kernel writes no dump of this process. Children inherit the limit."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0) if sys.platform != "linux" else _lowest())
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def are_core_dumps_forbidden() -> bool:
    """Whether they are, as the kernel tells it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    is_limited = 0 <= soft <= _LEAST and 0 <= hard <= _LEAST
    return is_limited and (
        sys.platform != "linux" or ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0
    )


def _lowest() -> tuple[int, int]:
    """What was forbidden already stays so: a limit of nothing cannot be raised."""
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    lowest = 0 if hard == 0 else _LEAST
    return lowest, lowest
