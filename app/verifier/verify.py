"""Is this journal as it was written? And if not: what is wrong, and where?

Every entry must stand at the number that it tells, without a gap; its hash and those of the subtrees it
completes must be right; each head must be signed by the journal's key; and every head that somebody kept
elsewhere must be one that this journal had. The last finds what the journal alone cannot tell: that its end
is missing, or that there are two of it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.verifier.notes import Checkpoint, Key
from app.verifier.rows import Row
from app.verifier.tree import HASH_BYTES, GrowingTree, of_leaf


class Wrong(StrEnum):
    """What is wrong."""

    EDIT = "edit"
    """An entry, a hash or a signature is not what it was."""
    REMOVAL = "removal"
    """Entries are missing, or what they said is."""
    REORDER = "reorder"
    """Entries do not stand where they stood."""
    CUT = "cut"
    """The end is missing."""
    FORK = "fork"
    """A head that was kept is of another journal than this one: it was written twice, or anew."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, at the entry of that number."""

    wrong: Wrong
    number: int
    said: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `root` is over the entries that were read; it means something when nothing is wrong."""

    size: int
    root: bytes
    forgotten: int
    faults: tuple[Fault, ...]


_NO_END = "The last entry is not signed: the end of the journal is missing."
_CHANGED = "The entry was changed: it does not have the hash kept with it."
_MOST = 100
"""So many faults are told; after a break in the tree everything behind it is wrong as well."""


class _Look:
    """One journal, looked at row by row."""

    def __init__(self, key: Key, heads: Iterable[Checkpoint]) -> None:
        self.key, self.tree = key, GrowingTree()
        self.heads = sorted(heads, key=lambda head: head.size)
        self.faults: list[Fault] = []
        self.emptied: list[int] = []
        self.below = self.last = -1
        self.spared: tuple[int, int, int] | None = None
        """The last entry that told of a forgetting: its number, below which, and how many it kept."""
        self.is_signed = True

    def row(self, row: Row) -> None:
        self._place(row)
        if row.text is None:
            self.emptied.append(row.number)
        else:
            self._text(row, row.text)
        # What is wrong with the text is told; the hash that was kept shows whether the others are right.
        if row.hashes != self.tree.add(row.hashes[:HASH_BYTES]):
            self._find(Wrong.EDIT, row.number, "The hashes kept with this entry do not fit those before it.")
        self._signature(row)
        self._kept_heads(row.number)
        self.last = row.number

    def end(self) -> None:
        if not self.is_signed:
            self._find(Wrong.CUT, self.last, _NO_END)
        for head in self.heads:
            self._find(
                Wrong.CUT,
                self.last,
                f"A head of {head.size} entries was kept, and only {self.tree.size} are here: "
                "the end of the journal is missing.",
            )
        gone = [number for number in self.emptied if number >= self.below]
        for number in gone:
            self._find(Wrong.REMOVAL, number, "What this entry said is gone, and no entry tells of it.")
        if self.spared and not gone:
            self._spared(*self.spared)

    def _spared(self, number: int, below: int, kept: int) -> None:
        left = below - sum(emptied < below for emptied in self.emptied)
        if left < kept:
            said = f"Here {kept} entries below {below} were kept, and {kept - left} of them say nothing now."
            self._find(Wrong.REMOVAL, number, said)

    def _place(self, row: Row) -> None:
        if row.number == self.last + 1:
            return
        if row.number > self.last:
            said = f"Entries {self.last + 1} to {row.number - 1} are missing."
            self._find(Wrong.REMOVAL, self.last + 1, said)
        else:
            self._find(Wrong.REORDER, row.number, f"Entry {row.number} stands after entry {self.last}.")

    def _text(self, row: Row, text: str) -> None:
        leaf = of_leaf(text.encode(errors="surrogatepass"))
        told = _told(text)
        number = told.get("number")
        if type(number) is not int:
            self._find(Wrong.EDIT, row.number, "What stands here is no entry.")
        elif number != row.number:
            self._find(Wrong.REORDER, row.number, f"Entry {number} stands in the place of {row.number}.")
        elif leaf != row.hashes[:HASH_BYTES]:
            self._find(Wrong.EDIT, row.number, _CHANGED)
        elif told.get("kind") == "forgetting":
            self._forgetting(row.number, told.get("facts"))

    def _forgetting(self, number: int, facts: object) -> None:
        """Entries of before 2026-11-23 do not tell how many they kept."""
        below, kept = (facts.get("below"), facts.get("kept")) if isinstance(facts, dict) else (None, None)
        if isinstance(below, int):
            self.below = max(self.below, below)
            self.spared = (number, below, kept) if isinstance(kept, int) else None

    def _signature(self, row: Row) -> None:
        self.is_signed = row.signature is not None
        if row.signature is not None and not self.key.has_signed(
            row.number + 1, self.tree.root(), row.signature
        ):
            said = "The journal's key did not sign what stands up to here."
            self._find(Wrong.EDIT, row.number, said)

    def _kept_heads(self, number: int) -> None:
        while self.heads and self.heads[0].size <= number + 1:
            head = self.heads.pop(0)
            if head.size == number + 1 and head.root != self.tree.root():
                said = f"Another head of {head.size} entries was kept: there are two of this journal."
                self._find(Wrong.FORK, number, said)

    def _find(self, wrong: Wrong, number: int, said: str) -> None:
        if len(self.faults) < _MOST:
            self.faults.append(Fault(wrong, number, said))


def verify(rows: Iterable[Row], key: Key, heads: Sequence[Checkpoint] = ()) -> Report:
    """Look at every entry once; holds a few hashes at a time. `heads` were kept elsewhere."""
    look = _Look(key, heads)
    for row in rows:
        look.row(row)
    look.end()
    forgotten = sum(number < look.below for number in look.emptied)
    return Report(look.tree.size, look.tree.root(), forgotten, tuple(look.faults))


def _told(text: str) -> dict[str, object]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
