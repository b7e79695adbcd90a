"""What did each step change in an item's words?

Texts are compared paragraph by paragraph, and what changed in those word by word.
"""

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

import re2

from app.bulletin.desk import BulletinDesk
from app.domain.item import Move, MoveKind
from app.domain.item_text import ItemText

_PIECES = re2.compile(r"\s+|\w+|[^\s\w]")
_MOST = 1_000


class Change(StrEnum):
    """What happened to some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words and what happened to it.

    All but the added runs give the old text, all but the removed ones the new, letter by letter.
    """

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A move, with the texts before and after it when it changed them; `before` is None for the first."""

    move: Move
    before: ItemText | None = None
    after: ItemText | None = None


def steps(desk: BulletinDesk, number: str) -> Sequence[Step]:
    """Everything that was done with an item, oldest first."""
    found: list[Step] = []
    text: ItemText | None = None
    for move in desk.book.history(number):
        is_new = move.text is not None and move.text != text
        found.append(Step(move, text, move.text) if is_new else Step(move))
        text = move.text or text
    return found


@dataclass(frozen=True, slots=True)
class Together:
    """Two texts that two people made of the same one, put together: mine where both changed a field.

    The others are names of fields, by who changed them.
    """

    text: ItemText
    theirs: tuple[str, ...]
    mine: tuple[str, ...]
    both: tuple[str, ...]


def together(before: ItemText | None, theirs: ItemText, mine: ItemText) -> Together:
    """What becomes of both; where nobody knows what was there before, every difference is of both."""
    names = [each.name for each in fields(ItemText)]
    is_new = {name: before is None or getattr(mine, name) != getattr(before, name) for name in names}
    is_theirs = {name: before is None or getattr(theirs, name) != getattr(before, name) for name in names}
    apart = [name for name in names if getattr(mine, name) != getattr(theirs, name)]
    taken = {name: getattr(mine, name) for name in apart if is_new[name]}
    return Together(
        replace(theirs, **taken),
        theirs=tuple(name for name in apart if not is_new[name]),
        mine=tuple(name for name in taken if not is_theirs[name]),
        both=tuple(name for name in taken if is_theirs[name]),
    )


def text_at(history: Sequence[Move], version: int) -> ItemText | None:
    """What an item said at one of its versions; None when that is not known any more."""
    texts = (move.text for move in reversed(history[: max(0, version)]))
    return next((text for text in texts if text is not None), None)


def reason_for(history: Iterable[Move]) -> str:
    """Why its words may go out as they are, where a check asked for that; empty when nobody said since."""
    text, why = None, ""
    for move in history:
        if move.text is not None and move.text != text:
            text, why = move.text, ""
        if move.kind in {MoveKind.EDITED, MoveKind.MADE_READY}:
            why = move.why or why
    return why


def is_changed_since_ready(history: Iterable[Move]) -> bool:
    """Whether its words are others than those that were made ready."""
    is_changed = False
    for move in history:
        is_changed = move.kind is not MoveKind.MADE_READY and (is_changed or move.text is not None)
    return is_changed


def word_changes(before: str, after: str) -> tuple[Words, ...]:
    """How one text became the other."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    runs = (run for was, now in _stretches(old, new) for run in _in_stretch(was, now))
    return tuple(_joined([run for run in runs if run.text]))


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both that belong together; equal ones as themselves."""
    for _, i, j, k, m in _opcodes(old, new):
        yield "".join(old[i:j]), "".join(new[k:m])


def _in_stretch(before: str, after: str) -> Iterator[Words]:
    if before == after:
        yield Words(Change.SAME, before)
        return
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    for tag, i, j, k, m in _opcodes(old, new):
        if tag == "equal":
            yield Words(Change.SAME, "".join(old[i:j]))
        else:
            yield Words(Change.REMOVED, "".join(old[i:j]))
            yield Words(Change.ADDED, "".join(new[k:m]))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Bounded: what is too long to be compared in time was written anew."""
    if max(len(old), len(new)) > _MOST:
        return [("equal" if old == new else "replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new).get_opcodes()


def _joined(runs: Sequence[Words]) -> Iterator[Words]:
    """Neighbours as one run, removed before added; space alone between two changes is changed with them."""
    changed = [run.change is not Change.SAME for run in runs]
    lone = [
        run.text.isspace() and 0 < place < len(runs) - 1 and changed[place - 1] and changed[place + 1]
        for place, run in enumerate(runs)
    ]
    either = map(operator.or_, changed, lone)
    for is_changed, group in groupby(zip(either, runs, strict=True), operator.itemgetter(0)):
        own = [run for _, run in group]
        for change in (Change.REMOVED, Change.ADDED) if is_changed else (Change.SAME,):
            if text := "".join(run.text for run in own if run.change in {change, Change.SAME}):
                yield Words(change, text)
