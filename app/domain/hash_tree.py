"""How does one number stand for everything that was ever written? The hash tree of RFC 9162, as arithmetic.

A leaf is SHA-256(0x00, its text), a node SHA-256(0x01, left, right). Leaf `n` completes as many whole
subtrees as `n` ends in ones; what is completed never changes, so it is kept with the leaf that completed it,
and neither adding nor proving reads more than a handful of rows.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

EMPTY = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(text: bytes) -> bytes:
    """Of one entry."""
    return hashlib.sha256(b"\0" + text).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Of two subtrees that stand side by side."""
    return hashlib.sha256(b"\1" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole subtree of ``2 ** level`` leaves, the `index`-th of its level."""

    level: int
    index: int

    @property
    def completed_by(self) -> int:
        """The number of the leaf that completed it."""
        return ((self.index + 1) << self.level) - 1


@dataclass(frozen=True, slots=True)
class Span:
    """Leaves from `start` to before `stop`, side by side under one node; `start` is where a subtree may."""

    start: int
    stop: int

    def split(self) -> tuple["Span", "Span"]:
        """Left of it as many leaves as the largest power of two that leaves something on the right."""
        middle = self.start + (1 << ((self.stop - self.start - 1).bit_length() - 1))
        return Span(self.start, middle), Span(middle, self.stop)

    def wholes(self) -> Iterator[Whole]:
        """The whole subtrees that it is made of, from left to right; the largest comes first."""
        place, left = self.start, self.stop - self.start
        while left:
            level = left.bit_length() - 1
            yield Whole(level, place >> level)
            place, left = place + (1 << level), left - (1 << level)


Known: TypeAlias = Callable[[Whole], bytes]


def root_of(span: Span, known: Known) -> bytes:
    """The hash over a span."""
    return fold([known(whole) for whole in span.wholes()])


def fold(wholes: Sequence[bytes]) -> bytes:
    """The hash over subtrees from left to right, each smaller than the one before."""
    if not wholes:
        return EMPTY
    *rest, root = wholes
    for left in reversed(rest):
        root = node_hash(left, root)
    return root


def grow(wholes: list[bytes], number: int, leaf: bytes) -> list[bytes]:
    """Put leaf `number` into `wholes`, those of the tree before it; what it completes, smallest first."""
    completed = [leaf]
    while number & 1:
        completed.append(node_hash(wholes.pop(), completed[-1]))
        number >>= 1
    wholes.append(completed[-1])
    return completed


def inclusion(number: int, size: int) -> list[Span]:
    """What proves, from the leaf up, that a leaf is in the tree of `size` leaves (RFC 9162, 2.1.3.1)."""
    if not 0 <= number < size:
        raise ValueError("there is no such leaf")
    span, beside = Span(0, size), list[Span]()
    while span.stop - span.start > 1:
        left, right = span.split()
        span, other = (left, right) if number < left.stop else (right, left)
        beside.append(other)
    return beside[::-1]


def consistency(old: int, new: int) -> list[Span]:
    """What proves that the tree of `old` leaves is the beginning of that of `new` (RFC 9162, 2.1.4.1)."""
    if not 0 < old <= new:
        raise ValueError("there is no such tree")
    span, beside, is_whole = Span(0, new), list[Span](), True
    while span.stop != old:
        left, right = span.split()
        if old <= left.stop:
            span, other = left, right
        else:
            span, other, is_whole = right, left, False
        beside.append(other)
    return ([] if is_whole else [span]) + beside[::-1]
