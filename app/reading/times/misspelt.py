"""Which words are days and months gone wrong under the fingers: "Febuary", "Wensday", "tommorow"?

A word one slip away from a name is that name (a letter dropped, put in, mistaken or swapped with the next),
and of the long names two letters may be dropped, doubled or swapped. The first letter stays, and plurals
("Fridays") and words of their own ("sundry") are left alone. The spelt text keeps a way back to the places
of the written one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product

from app import linear
from app.kept import kept
from app.reading.times.date_words import LONG_NAMES, SHORT_NAMES

_LETTERS = "abcdefghijklmnopqrstuvwxyz0"
_ENOUGH = 6
_TWICE = 8
"""From this length on, two slips of the lighter kind are forgiven."""
_NEAR = (
    "sanday sundry sundae sunray sunda monda friary frida augusta auguste august avril apron toddy toady tody"
)
_REAL_WORDS = frozenset(_NEAR.split(" "))
"""Words and names that are one slip away from a day or a month."""
_WRITTEN = {
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "wensdy": "wednesday",
    "feburay": "february",
    "mach": "march",
    "mayy": "may",
    "jly": "july",
    "juley": "july",
    "setp": "sept",
    "thrs": "thurs",
    "thrus": "thurs",
    "wedn": "wed",
    "fortnite": "fortnight",
    "fortnicht": "fortnight",
    "nxt": "next",
    "nite": "night",
    "teh": "the",
    "hte": "the",
    "weks": "weeks",
    "weekes": "weeks",
    "chirstmas": "christmas",
    "chrismas": "christmas",
    "christams": "christmas",
    "boxign": "boxing",
    "hoilday": "holiday",
    "holliday": "holiday",
    "haf": "half",
    "tonght": "tonight",
    "tonigt": "tonight",
    "tongiht": "tonight",
    "toinght": "tonight",
    "aftenoon": "afternoon",
    "afternon": "afternoon",
    "nex": "next",
    "next weak": "next week",
    "this weak": "this week",
    "last weak": "last week",
    "per weak": "per week",
    "twelth": "twelfth",
    "fith": "fifth",
    "nineth": "ninth",
    "eigth": "eighth",
    "eightth": "eighth",
    "fourty": "forty",
}
_DAY_SOUNDS = ("day", "dy", "dey", "dai")
_SOUNDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "monday": (("m",), ("o", "u", "oo", "u"), ("n", "nn"), ("", "e"), _DAY_SOUNDS),
    "tuesday": (("t", "ch"), ("ue", "eu", "oo", "ew", "u", "ou", "iu"), ("s", "z"), ("", "e"), _DAY_SOUNDS),
    "wednesday": (("w",), ("e", "a", "i"), ("n", "nn", "dn", "nd", "d"), ("", "e"), ("s", "z"), _DAY_SOUNDS),
    "thursday": (("th", "f", "t"), ("ur", "er", "ir", "or", "u"), ("s", "z"), ("", "e"), _DAY_SOUNDS),
    "friday": (("f", "ph"), ("r",), ("i", "y", "ie", "ei", "igh"), _DAY_SOUNDS),
    "saturday": (("s",), ("a", "e"), ("t", "tt"), ("u", "e", "a", "o", "i"), ("r", "rr", ""), _DAY_SOUNDS),
    "sunday": (("s",), ("u", "o"), ("n", "nn"), ("", "e"), _DAY_SOUNDS),
}
"""How each weekday sounds, piece by piece: "satterday", "chewsday" and "fryday" are written by the ear."""


def _light(word: str) -> Iterator[str]:
    """A letter dropped, doubled or swapped with the next."""
    for i in range(1, len(word)):
        yield word[:i] + word[i] + word[i:]
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]


def _heavy(word: str) -> Iterator[str]:
    """Any letter put in or mistaken for another."""
    for i in range(1, len(word)):
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]


def _swapped(word: str) -> Iterator[str]:
    """Two letters swapped, one doubled, a nought for an "o": all that a short name forgives."""
    yield from (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    yield from (word[:i] + word[i] + word[i:] for i in range(1, len(word)))
    yield word[0] + word[1:].replace("o", "0")


def _slips(names: Iterable[str], others: Iterable[str]) -> dict[str, str]:
    heard = ((name, "".join(word)) for name, parts in _SOUNDS.items() for word in product(*parts))
    found = {word: name for name, word in heard if len(word) >= _ENOUGH} | _WRITTEN
    for name in others:
        found |= dict.fromkeys(_swapped(name), name)
    for name in names:
        light = set(_light(name))
        twice = set(chain.from_iterable(map(_light, light))) if len(name) >= _TWICE else set()
        found |= dict.fromkeys(twice, name)
        found |= dict.fromkeys(chain(light, _heavy(name)), name)
    correct = {*names, *others, *_REAL_WORDS}
    return {
        word: name
        for word, name in found.items()
        if word not in correct and (word[-1] != "s" or word in _WRITTEN)
    }


SLIPS = _slips(LONG_NAMES, SHORT_NAMES)
_WORD = linear.compile(r"(?:next|this|last|per) weak\b|[A-Za-z][A-Za-z0]{2,}")
_KNOWN = frozenset(word.split(" ")[-1].encode() for word in SLIPS)
_ONLY_LETTERS = bytes(
    ord(chr(n).lower()) if chr(n).isascii() and (chr(n).isalpha() or chr(n) == "0") else ord(" ")
    for n in range(256)
)
"""Bytes as small letters, and what is none of a word as a space."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text with its days and months spelt out, and the way back to the places of the written one."""

    text: str
    ends: tuple[int, ...]
    """Where each word that was put right ends, here."""
    shifts: tuple[int, ...]
    """By how much what follows it stands further on in the written text."""

    def place(self, at: int) -> int:
        """The place in the written text; `at` lies in no word that was put right."""
        after = bisect_right(self.ends, at)
        return at + (self.shifts[after - 1] if after else 0)


def _misspelt(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield from ((at + start, at + end) for start, end in _misspelt_in_line(line))
        at += len(line) + 1


@kept
def _misspelt_in_line(line: str) -> tuple[tuple[int, int], ...]:
    """Where words stand that are to be put right; of most lines that is known from their words at once."""
    words = line.encode("ascii", "replace").translate(_ONLY_LETTERS).split()
    if _KNOWN.isdisjoint(word.lstrip(b"0") for word in words):
        return ()
    return tuple(
        match.span()
        for match in _WORD.finditer(line)
        if match[0].lower() in SLIPS and not (match[0].isupper() and len(match[0]) < len("april"))
    )


def spelt(text: str) -> Spelt:
    """The text with the slips in its days and months put right."""
    parts: list[str] = []
    ends: list[int] = []
    shifts: list[int] = []
    done = length = shift = 0
    for start, end in _misspelt(text):
        word = text[start:end]
        name = SLIPS[word.lower()]
        parts += [text[done:start], name.capitalize() if word[0].isupper() else name]
        length += start - done + len(name)
        done = end
        shift += len(word) - len(name)
        ends.append(length)
        shifts.append(shift)
    return Spelt("".join([*parts, text[done:]]), tuple(ends), tuple(shifts))
