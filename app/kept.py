"""What has been worked out for a stretch of text before?

While somebody writes, one sentence changes and all others are asked the same again. What is asked of a text
alone is noted under Python's hash of it, which has a key of this process: an edit costs its sentence. The
notes hold places, numbers and yes or no, never words; they are bounded, forgotten by age, and gone with the
process. A text itself is known no longer than its check (`keeping`); outside one nothing is noted.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import count
from threading import Lock, local
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

Notes: TypeAlias = dict[Hashable, Any]
"""What is known of one text: by what was asked, the answer."""
_Name: TypeAlias = tuple[int, int]
"""Of a text, its SipHash of 64 bits and its length: a new one bears the name of another once in 10^15."""

MOST = 10_000
"""Texts in each of two generations, of which the older is forgotten when the younger is full.

A draft of 300 words has some 290 (words are none) with 0.84 kB of notes each: 17 MB at most.
"""
LONGEST = 4_000
"""Code points of the longest text of which anything is noted."""

_How = ParamSpec("_How")
_Answer = TypeVar("_Answer")
_NUMBERS = count(-1, -1)
"""Patterns are numbered from 0 up (`app.linear`)."""


class Memory:
    """Notes by text. Safe from several threads: at worst something is worked out twice."""

    def __init__(self, most: int = MOST) -> None:
        """Nothing is known yet."""
        self._most = most
        self._young: dict[_Name, Notes] = {}
        self._old: dict[_Name, Notes] = {}
        self._lock = Lock()

    def of(self, text: str) -> Notes:
        """The notes of a text, to be read and added to."""
        name = hash(text), len(text)
        notes = self._young.get(name)
        return self._taken_up(name) if notes is None else notes

    def _taken_up(self, name: _Name) -> Notes:
        """The notes of a text that nothing was asked of lately."""
        with self._lock:
            if len(self._young) >= self._most:
                self._old, self._young = self._young, {}
            return self._young.setdefault(name, self._old.pop(name, {}))

    def __iter__(self) -> Iterator[Notes]:
        """All notes, of whatever text."""
        return iter([*self._young.values(), *self._old.values()])


class _Now(local):
    """The texts of the check that this thread makes, each with its notes."""

    notes: "_ByText | None" = None


class _ByText(dict[str, Notes]):
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.said: dict[tuple[int, str], Any] = {}
        """What was answered in words; gone with the check."""
        self.coded: dict[str, bytes] = {}
        """Texts in UTF-8; likewise."""

    def __missing__(self, text: str) -> Notes:
        notes = self._memory.of(text) if len(text) <= LONGEST else {}
        self[text] = notes
        return notes


NOW = _Now()
MEMORY = Memory()
"""What this process knows."""


@contextmanager
def keeping(memory: Memory = MEMORY) -> Iterator[None]:
    """While this lasts, what is asked of a text is noted, and what was noted before is not asked again."""
    before, NOW.notes = NOW.notes, _ByText(memory)
    try:
        yield
    finally:
        NOW.notes = before


def notes_of(text: str) -> Notes | None:
    """What is known of a text; None outside a check."""
    notes = NOW.notes
    return None if notes is None else notes[text]


def once_a_check(work: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """The same function of a text; its answer, which may hold words, is shared until the check ends."""
    number = next(_NUMBERS)

    @wraps(work)
    def asked(text: str, /) -> _Answer:
        now = NOW.notes
        if now is None:
            return work(text)
        question = number, text
        if question not in now.said:
            now.said[question] = work(text)
        answer: _Answer = now.said[question]
        return answer

    return asked


def kept(
    work: Callable[Concatenate[str, _How], _Answer],
) -> Callable[Concatenate[str, _How], _Answer]:
    """The same function of a text; its answer is noted and shared, so never change it.

    The answer must follow from the text and the (hashable, positional) arguments alone, and hold no word.
    """
    number = next(_NUMBERS)  # stands for it in the notes, which so hold on to nobody's dictionary

    @wraps(work)
    def asked(text: str, /, *how: _How.args, **named: _How.kwargs) -> _Answer:
        by_text = NOW.notes
        if by_text is None or named:
            return work(text, *how, **named)
        notes, question = by_text[text], (number, *how) if how else number
        if question not in notes:
            notes[question] = work(text, *how, **named)
        answer: _Answer = notes[question]
        return answer

    return asked
