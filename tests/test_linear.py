"""Does our own way of looking say the same as re2's, place by place?"""

import random
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
import re2

from app import linear
from app.kept import Memory, keeping

MEMORY = Memory()
PATTERNS = [
    r"(?i)\bab+\b",
    "a*",
    "(?P<x>a)(b)?",
    "^$",
    "$",
    r"\b",
    "(a|)b",
    "[^a]+",
    "(?:é|x)+(y)?",
    "",
    "(a)|(b)|(c)",
    r"\x{2019}s",
]


def _texts() -> Iterator[str]:
    draw = random.Random(3)  # noqa: S311  made-up texts, the same each time
    letters = "aabbc é’x y\n\U0001f600"
    for _ in range(150):
        plain, most = draw.random() < 0.5, draw.choice((14, 60))
        yield "".join(draw.choice("ab c" if plain else letters) for _ in range(draw.randrange(most)))


def _told(match: Any) -> object:
    if match is None:
        return None
    places = [match.span(group) for group in range(match.re.groups + 1)]
    named = (match.groups(), match.groupdict(), match.group(), match.lastindex)
    return places, named, match.pos, match.endpos, match.string


@pytest.mark.parametrize("is_kept", [False, True])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_same_as_re2_anywhere(pattern: str, is_kept: bool) -> None:
    for _ in range(1 + is_kept):  # the second time by what was noted
        with keeping(MEMORY) if is_kept else nullcontext():
            _compare(pattern)


def _compare(pattern: str) -> None:
    ours, theirs = linear.compile(pattern), re2.compile(pattern)
    for text in _texts():
        for how in ("search", "match", "fullmatch"):
            assert _told(getattr(ours, how)(text)) == _told(getattr(theirs, how)(text))
        assert list(map(_told, ours.finditer(text))) == list(map(_told, theirs.finditer(text)))
        assert [ours.sub("-", text, n) for n in (0, 1)] == [theirs.sub("-", text, n) for n in (0, 1)]
        assert [ours.split(text, n) for n in (0, 1)] == [theirs.split(text, n) for n in (0, 1)]
        assert ours.findall(text) == theirs.findall(text)


@pytest.mark.parametrize("ends", [(0, None), (2, None), (1, 5), (3, 2), (-1, 99)])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_same_between_places(pattern: str, ends: tuple[int, int | None]) -> None:
    ours, theirs = linear.compile(pattern), re2.compile(pattern)
    for text in _texts():
        assert _told(ours.search(text, *ends)) == _told(theirs.search(text, *ends))
        assert list(map(_told, ours.finditer(text, *ends))) == list(map(_told, theirs.finditer(text, *ends)))


def test_options_and_errors_are_re2s() -> None:
    options = re2.Options()
    options.case_sensitive = False
    assert linear.compile("noon", options).fullmatch("NOON")
    with pytest.raises(re2.error):
        linear.compile("(")
