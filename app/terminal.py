"""How does a command speak to the person at the terminal?

Exit status: 0 fine, 1 something at warn or above (or a failed self-test), 2 could not read.
"""

import io
import re
import sys
from typing import NoReturn

from rich.console import Console
from typer.exceptions import Abort, TyperException

ATTENTION, UNREADABLE = 1, 2
_PIPE_WIDTH = 240

out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else _PIPE_WIDTH)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def speak_utf8() -> None:
    """A file or a pipe gets UTF-8, whatever the machine speaks; what a screen has not is shown as ``?``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def fail(problem: str) -> NoReturn:
    """Say what is wrong and leave."""
    print(f"sendwell: {problem}", file=sys.stderr)  # noqa: T201 - the terminal is the reader
    raise SystemExit(UNREADABLE)


def misused(error: TyperException | Abort) -> NoReturn:
    """Say in our words what of the command line cannot be understood, and where its help is."""
    if isinstance(error, Abort):
        fail("Stopped before it was done.")
    said, called = error.format_message(), getattr(error, "ctx", None)
    if said.startswith("Usage:"):
        print(said, file=sys.stderr)  # noqa: T201 - a group of commands without one: its help
        raise SystemExit(UNREADABLE)
    for pattern, words in _OURS.items():
        said = pattern.sub(words, said)
    said = said if said.endswith((".", "?")) else f"{said}."
    fail(f"{said} `{called.command_path} --help` lists what there is." if called else said)


_OURS = {
    re.compile(r"^Invalid value for '([^']+)': "): r"\1: ",
    re.compile(r"\bValue error, "): "",
    re.compile(r"Input should be a valid integer.*"): "a whole number is needed",
    re.compile(r"Input should be (greater|less) than or equal to (\d+).*"): r"\2 or \1 is needed",
    re.compile(r"\b(\d+) or greater is"): r"\1 or more is",
    re.compile(r"^Missing option '([^']+)'"): r"\1 is missing",
    re.compile(r"^Missing argument '([^']+)'"): r"'\1' is missing",
    re.compile(
        r"^No such option: (\S+) \(Possible options: (.+)\)"
    ): r"There is no option \1. Did you mean \2?",
    re.compile(r"^No such option: (\S+)"): r"There is no option \1",
    re.compile(r"^No such command '([^']+)'"): r"There is no command \1",
    re.compile(r"^Got unexpected extra argument\S* \((.+)\)"): r"'\1' is more than it takes",
}
"""How the library says it, and how we do."""
