"""How does the journal look as a table? A column a field, for all kinds."""

from collections.abc import Iterable, Iterator

from app.domain.journal import FIELDS
from app.journal.told_entry import ToldEntry

_FIELDS = tuple(dict.fromkeys(name for fields in FIELDS.values() for name in fields))
HEAD = ("number", "at", "kind", *_FIELDS)


def as_rows(entries: Iterable[ToldEntry]) -> Iterator[tuple[object, ...]]:
    """A row an entry; what its kind does not tell is empty."""
    for entry in entries:
        cells = (entry.facts.get(name, "") for name in _FIELDS)
        said = (" ".join(cell) if isinstance(cell, tuple) else cell for cell in cells)
        yield entry.number, entry.at.isoformat(), entry.kind.value, *said
