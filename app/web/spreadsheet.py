"""How does a table become a file that a spreadsheet opens as it was meant?"""

import csv
import io
from collections.abc import Iterable, Sequence

_BEGINS_A_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # also as East Asian keyboards write them


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Comma-separated, told to be UTF-8; no text is taken for a formula."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(map(_cell, head))
    writer.writerows(map(_cell, row) for row in rows)
    return "\ufeff" + lines.getvalue()


def _cell(value: object) -> object:
    is_risky = isinstance(value, str) and value.lstrip(" ").startswith(_BEGINS_A_FORMULA)
    return f"'{value}" if is_risky else value
