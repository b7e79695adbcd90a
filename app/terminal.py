"""How does a command speak to the person at the terminal?

Exit status: 0 fine, 1 something at warn or above (or a failed self-test), 2 could not read.
"""

import sys
from typing import NoReturn

from rich.console import Console

ATTENTION, UNREADABLE = 1, 2
_PIPE_WIDTH = 240

out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else _PIPE_WIDTH)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(problem: str) -> NoReturn:
    """Say what is wrong and leave."""
    print(f"sendwell: {problem}", file=sys.stderr)  # noqa: T201 - the terminal is the reader
    raise SystemExit(UNREADABLE)
