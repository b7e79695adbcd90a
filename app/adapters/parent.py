"""What becomes of a worker when the process that started it is killed?

It ends as well: else it would hold the port, serve old code, and nobody would start it anew.
"""

import ctypes
import multiprocessing
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Asks the kernel for a SIGTERM when the parent is gone; nothing where this is no worker, or no Linux."""
    parent = multiprocessing.parent_process()
    if parent is None or sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent.pid:  # it went before it could be asked for
        os.kill(os.getpid(), signal.SIGTERM)
