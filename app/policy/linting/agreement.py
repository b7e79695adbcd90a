"""Do the documents give the same numbers for the same thing?

Telephone numbers of one contact, and figures of one measure: how soon to answer, how long to keep,
how large an attachment may be, how long a password must be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind

_PHONE = re2.compile(r"(?:\(?(?:\+44\s?\(?0?\)?|0)\d(?:[\d\s()-]{4,14})\d|\bext(?:ension|\.)?\s*\d{3,6})")
_ADDRESS = re2.compile(r"(?i)[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_TEAM = re2.compile(
    r"\b((?:[A-Z][\w&’'-]*\s+(?:of\s+|and\s+|for\s+)?){1,4}(?:[Tt]eam|[Oo]ffice|[Dd]esk|[Oo]fficer"
    r"|[Ll]ine|[Uu]nit|[Ss]ecretary|[Mm]anager|[Dd]epartment|[Hh]elpdesk|[Rr]eception"
    r"|[Dd]irectorate))\b"
)
_SPELT = re2.compile(
    r"^(?i:please|contact|the|call|ring|phone|telephone|ask|from|or|our|your|for|by|e-?mail)\s+"
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A telephone number beside a name or an address."""

    who: str
    digits: str
    written: str
    statement: Statement
    at: int


def numbers_of_contacts(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a contact that has two telephone numbers."""
    first: dict[str, _Number] = {}
    said: set[frozenset[str]] = set()
    for number in (found for statement in statements for found in _numbers(statement)):
        known = first.setdefault(number.who, number)
        pair = frozenset({known.digits, number.digits})
        if len(pair) > 1 and pair not in said and not _one_line(known, number):
            said.add(pair)
            message = (
                f"{number.who} has two telephone numbers, {known.written} and {number.written}: "
                f"{known.statement.cited(known.at)}, {number.statement.cited(number.at)}. Find out which "
                f"is right, "
                "and correct the other."
            )
            place = number.statement
            line = place.line_at(number.at)
            yield Remark(RemarkKind.CONTACTS_DIFFER, place.pack, "", line, message, place.document)


def _one_line(known: _Number, number: _Number) -> bool:
    """Two numbers in one sentence are day and night, or telephone and fax."""
    return known.statement == number.statement


def _numbers(statement: Statement) -> Iterator[_Number]:
    phone = _PHONE.search(statement.text)
    if not phone:
        return
    digits = "".join(c for c in phone[0].replace("+44", "0").replace("(0)", "") if c.isdigit())
    names = [match[0].lower().rstrip(".") for match in _ADDRESS.finditer(statement.text)]
    names += [_name(match[1]) for match in _TEAM.finditer(statement.text)]
    for name in names:
        yield _Number(name, digits, phone[0].strip(), statement, phone.start())


def _name(written: str) -> str:
    while (bare := _SPELT.sub("", written)) != written:
        written = bare
    return " ".join(written.split()).removesuffix("s")


@dataclass(frozen=True, slots=True)
class _Measure:
    name: str
    words: str
    units: str


_TIME = r"(?:working |school |calendar )?(?:hours?|days?|weeks?|months?|years?)"
_MEASURES = (
    _Measure("how soon to answer", r"\b(?:answer\w*|repl(?:y|ies|ied)|respon[ds]\w*|acknowledg\w+)\b", _TIME),
    _Measure(
        "how long to keep messages",
        r"\b(?:keep|kept|retain\w*|delet\w+|destroy\w*|archiv\w+|retention)\b",
        _TIME,
    ),
    _Measure(
        "how large an attachment may be", r"\b(?:attachments?|files?|messages?)\b", r"(?:kb|mb|gb|megabytes?)"
    ),
    _Measure("how long a password must be", r"\bpasswords?\b", r"characters?"),
    _Measure(
        "how often to change a password", r"\bpasswords?\b.*\bchang\w+|\bchang\w+.*\bpasswords?\b", _TIME
    ),
    _Measure(
        "how many readers are too many",
        r"\b(?:recipients|readers|addressees)\b",
        r"(?:people|recipients|readers|addressees)",
    ),
)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: str(count) for count, word in enumerate(_COUNTS, start=1)}
_COMPILED = tuple(
    (
        measure,
        re2.compile(f"(?i){measure.words}"),
        re2.compile(rf"(?i)\b(\d+|{'|'.join(_WORDS)})\s*-?({measure.units})\b"),
    )
    for measure in _MEASURES
)


def figures(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a measure that has two figures."""
    for measure, words, units in _COMPILED:
        first: tuple[Statement, int, str] | None = None
        for statement in statements:
            match = units.search(statement.text) if words.search(statement.text) else None
            if not match:
                continue
            unit = " ".join(match[2].lower().split()).removesuffix("s")
            said = f"{_WORDS.get(match[1].lower(), match[1])} {unit}"
            if first is None:
                first = (statement, match.start(), said)
            elif said != first[2] and statement.document != first[0].document:
                message = (
                    f"{measure.name}: {first[0].cited(first[1])}, but {statement.cited(match.start())}. "
                    "Settle on one figure."
                )
                place = statement.line_at(match.start())
                yield Remark(
                    RemarkKind.FIGURES_DIFFER, statement.pack, "", place, message, statement.document
                )
                break
