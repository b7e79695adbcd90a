"""What must the hashes be? RFC 9162's tree, reckoned once more, and what a proof proves.

The verifier shares no code with what writes the journal: a mistake there must not be repeated here. It takes
what it is given for wrong until every part of it is used up.
"""

from collections.abc import Sequence
from hashlib import sha256

HASH_BYTES = 32


def of_leaf(text: bytes) -> bytes:
    """The hash of one entry's text."""
    return sha256(b"\x00" + text).digest()


def joined(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\x01" + left + right).digest()


class GrowingTree:
    """A tree that takes one leaf after another; holds one hash for each bit of its size."""

    def __init__(self) -> None:
        """Without a leaf."""
        self.size = 0
        self._by_level: dict[int, bytes] = {}

    def add(self, leaf: bytes) -> bytes:
        """The leaf and the subtrees that it completes, smallest first, as the journal keeps them."""
        carried, level, told = leaf, 0, leaf
        while level in self._by_level:
            carried = joined(self._by_level.pop(level), carried)
            told += carried
            level += 1
        self._by_level[level] = carried
        self.size += 1
        return told

    def root(self) -> bytes:
        """Over everything so far."""
        if not self._by_level:
            return sha256(b"").digest()
        first, *larger = sorted(self._by_level)
        top = self._by_level[first]
        for level in larger:
            top = joined(self._by_level[level], top)
        return top


def is_included(leaf: bytes, number: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from the leaf to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= number < size or any(len(step) != HASH_BYTES for step in proof):
        return False
    place, last, top = number, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            top = joined(step, top)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            top = joined(top, step)
        place, last = place >> 1, last >> 1
    return last == 0 and top == root


def is_continued(
    old_size: int, old_root: bytes, new_size: int, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the proof shows that the old tree is the beginning of the new one (RFC 9162, 2.1.4.2)."""
    if not 0 < old_size <= new_size or any(len(step) != HASH_BYTES for step in proof):
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    steps = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    if not steps:
        return False
    place, last = old_size - 1, new_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_top = new_top = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old_top, new_top = joined(step, old_top), joined(step, new_top)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new_top = joined(new_top, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old_top == old_root and new_top == new_root
