"""How does the impact-assessment pack read as plain text, for a mail or a form of the organisation's own?"""

import textwrap
from collections.abc import Iterator, Sequence

from app.staff.impact.parts import Part, Points, Section, Table, ToFill, Words

_WIDTH = 78
_LINE = "_" * 60


def as_text(title: str, sections: Sequence[Section]) -> str:
    """All of it, at most 78 characters wide where words allow."""
    lines = [title, "=" * len(title)]
    for section in sections:
        lines += ["", section.title, "-" * len(section.title)]
        for part in section.parts:
            lines += ["", *_part(part)]
    return "\n".join(lines) + "\n"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Words):
        yield from _wrapped(part.said)
    elif isinstance(part, Points):
        yield f"{part.title}:"
        for point in part.points:
            yield from _wrapped(point, "- ")
    elif isinstance(part, Table):
        yield f"{part.title}:"
        for row in part.rows:
            yield from _row(part, row)
    elif isinstance(part, ToFill):
        yield from _wrapped(f"[To be filled in] {part.asked}:")
        yield from [_LINE] * part.lines


def _row(table: Table, row: Sequence[str]) -> Iterator[str]:
    yield from _wrapped(row[0], "* ")
    for head, cell in zip(table.head[1:], row[1:], strict=True):
        yield from _wrapped(f"{head}: {cell}", "    ")


def _wrapped(words: str, before: str = "") -> list[str]:
    return textwrap.wrap(
        words, _WIDTH, initial_indent=before, subsequent_indent=" " * len(before), break_on_hyphens=False
    ) or [before.rstrip()]
