"""Which word was meant, when a finger slipped once?

Tries every word that one slip away lies: two letters changed about, one doubled or lost, one too
many or wrong. The first letter is taken as right: people rarely miss it. Only a common word can be
meant, and only when no other is nearly as likely; short words need a plain slip of a very common word.
"""

from collections.abc import Container, Iterator, Mapping
from enum import IntEnum

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST = 20
"""Letters of the longest word that is tried; the work grows with the square of it."""

_SHORT = 5
COMMON = 2_000_000
"""Only a word used so often can be meant."""
_COMMON_FOR_WRONG_LETTER = 4_000_000
_COMMON_FOR_SHORT = 100_000_000
_COMMON_FOR_LAST = 60_000_000
_CLEARLY = 2


class _Slip(IntEnum):
    """How likely each slip is, beside the others."""

    PLAIN = 10
    ADDED_OR_LOST = 4
    WRONG = 1


def meant_by(word: str, counts: Mapping[str, int]) -> str | None:
    """The one word of `counts` (word to how often it is used) that a single slip makes `word`."""
    if not _SHORT <= len(word) <= LONGEST:
        return None
    found: dict[str, int] = {}
    for slip, near, is_last in _near(word, counts):
        count = counts[near]
        if count >= COMMON and count >= _least(slip, is_last=is_last, is_short=len(word) == _SHORT):
            found[near] = max(found.get(near, 0), count * slip)
    ranked = sorted(found, key=lambda near: -found[near])
    if not ranked or (len(ranked) > 1 and found[ranked[0]] < _CLEARLY * found[ranked[1]]):
        return None
    return ranked[0]


def _least(slip: _Slip, *, is_last: bool, is_short: bool) -> int:
    if is_short:
        return _COMMON_FOR_SHORT if slip is not _Slip.WRONG else 1 << 62
    if is_last and slip is not _Slip.PLAIN:
        return _COMMON_FOR_LAST
    return _COMMON_FOR_WRONG_LETTER if slip is _Slip.WRONG else COMMON


def _near(word: str, known: Container[str]) -> Iterator[tuple[_Slip, str, bool]]:
    """Every known word one slip away with the same first letter, and whether it slips at the last letter."""
    last = len(word) - 1
    for at in range(1, last):
        near = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if word[at] != word[at + 1] and near in known:
            yield _Slip.PLAIN, near, False
    for at in range(1, len(word)):
        head, tail = word[:at], word[at + 1 :]
        if head + tail in known:
            is_doubled = word[at] == word[at - 1]
            yield _Slip.PLAIN if is_doubled else _Slip.ADDED_OR_LOST, head + tail, at == last
        for letter in _LETTERS:
            if (near := head + letter + tail) in known and letter != word[at]:
                yield _Slip.WRONG, near, at == last
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        for letter in _LETTERS:
            if (near := head + letter + tail) in known:
                is_doubled = letter == word[at - 1] or tail.startswith(letter)
                yield _Slip.PLAIN if is_doubled else _Slip.ADDED_OR_LOST, near, not tail
