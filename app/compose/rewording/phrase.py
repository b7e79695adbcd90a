"""What is a row of the table of kinder phrases?

A row says how a phrase is written (one way a line, see `checks/words.py`), what may stand instead, and one
sentence with what it becomes: the examples are the tests. What stands instead must say less than what it
replaces, never more: no fact is put in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app import linear
from app.checks.words import Pattern, any_of


@dataclass(frozen=True, slots=True)
class Phrase:
    r"""One row. In `instead`, ``\1`` is the first group of `said`."""

    said: str
    instead: str
    example: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Swap:
    """A row ready for use."""

    pattern: Pattern
    instead: str

    def on(self, words: str) -> str | None:
        """The words with the first such phrase changed; None where it does not stand."""
        match = self.pattern.search(words)
        if match is None:
            return None
        return words[: match.start()] + self._filled(match) + words[match.end() :]

    def _filled(self, match: Any) -> str:
        """What stands instead, with its groups; a group that did not take part is empty."""
        head, *parts = self.instead.split("\\")
        return head + "".join((match[int(part[0])] or "") + part[1:] for part in parts)


def openings(rows: Iterable[Phrase]) -> tuple[Swap, ...]:
    """Phrases that open a sentence, with the comma, colon or dash after them and an "and" before."""
    return tuple(
        Swap(
            linear.compile(
                rf"(?i)^(?:(?:and|but|so|well|now|right),?\s+)?{any_of(row.said)}\s*[,:\x{{2013}}-]*\s+"
            ),
            f"{row.instead} " if row.instead else "",
        )
        for row in rows
    )


def endings(rows: Iterable[Phrase]) -> tuple[Swap, ...]:
    """Phrases that close a sentence, set off by a comma, a dash or "and"."""
    return _closing(rows, r"(?:\s*[,;\x{2013}-]+\s+(?:and\s+)?|\s+and\s+)")


def tails(rows: Iterable[Phrase]) -> tuple[Swap, ...]:
    """Phrases that close a sentence, set off or not."""
    return _closing(rows, r"\s*[,;\x{2013}-]*\s+")


def _closing(rows: Iterable[Phrase], before: str) -> tuple[Swap, ...]:
    return tuple(
        Swap(linear.compile(rf"(?i){before}{any_of(row.said)}\s*[.!?]*$"), f"{row.instead}.") for row in rows
    )


def wholes(rows: Iterable[Phrase]) -> tuple[Swap, ...]:
    """Phrases that are the whole sentence, or its main clause from the first word on."""
    return tuple(Swap(linear.compile(rf"(?i)^{any_of(row.said)}[.!?]*$"), row.instead) for row in rows)


def asides(rows: Iterable[Phrase]) -> tuple[Swap, ...]:
    """Phrases between two commas; one comma stays."""
    return tuple(Swap(linear.compile(rf"(?i),\s+{any_of(row.said)},"), f"{row.instead},") for row in rows)


def anywhere(rows: Iterable[Phrase]) -> tuple[Swap, ...]:
    """Phrases as whole words, wherever they stand."""
    return tuple(Swap(linear.compile(rf"(?i)\b{any_of(row.said)}\b"), row.instead) for row in rows)
