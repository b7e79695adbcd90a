"""How much work is something? Counted, so that no busy machine changes it.

Counted are the lines that Python runs in the service, and the bytes that patterns are run over. What Python's
strings do inside, as when one is copied, is not.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import re2

from app.kept import Memory, keeping

Made = TypeVar("Made")

APP = str(Path(__file__).parents[1] / "app") + "/"
_PATTERN: Any = re2._re2.RE2  # noqa: SLF001 - the binding, which the wrapper and app/linear.py call
_SLACK = 1.1
_ONCE = 2_000
"""Steps that are taken whatever the size."""


class Steps:
    """What was counted so far; as a tracer of Python it counts lines."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: Any, event: str, _argument: object) -> Any:
        if not frame.f_code.co_filename.startswith(APP):
            return None
        self.count += event == "line"
        return self


@contextmanager
def counted() -> Iterator[Steps]:
    """The steps of what is done inside, in this thread."""
    steps, before, match = Steps(), sys.gettrace(), _PATTERN.Match

    def looked(pattern: Any, anchor: object, coded: bytes, at: int, end: int) -> Any:
        spans = match(pattern, anchor, coded, at, end)
        steps.count += max(spans[0][1], at) - at + 1 if spans[0][0] >= 0 else end - at
        return spans

    _PATTERN.Match = looked
    sys.settrace(steps)
    try:
        yield steps
    finally:
        sys.settrace(before)
        _PATTERN.Match = match


def steps_of(work: Callable[[], object]) -> int:
    """How many steps it takes."""
    with counted() as steps:
        work()
    return steps.count


def rows_of(piece: str) -> Callable[[int], str]:
    """Texts of a piece again and again, by their length."""
    return lambda size: piece * (size // len(piece))


def check_in_proportion(
    work: Callable[[Made], object], made: Callable[[int], Made], size: int = 2_000
) -> None:
    """Four times the size takes four times the steps at most; what grows with the square takes sixteen times."""
    less, more = (_steps_of_check(partial(work, made(many))) for many in (size, 4 * size))
    assert more <= 4 * _SLACK * less + _ONCE


def _steps_of_check(work: Callable[[], object]) -> int:
    with keeping(Memory()):
        return steps_of(work)
