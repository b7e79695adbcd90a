"""What does a staff list say, as the personnel office saves it?

CSV with a first line of headings, in any order and by the names that offices use. Every row that cannot be
taken is told with its line and what to do; there is no half-read list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import re2

from app.domain.address import normal_address
from app.domain.errors import ImportFileError
from app.domain.staff import StaffKind, StaffMember
from app.reading.table_file import ImportFile, Refusal, Row, Table, clean, read_table

ROWS_MAX = 50_000
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "address": (
        "address",
        "email",
        "e-mail",
        "email address",
        "e-mail address",
        "work email",
        "mail",
        "userprincipalname",
    ),
    "name": ("name", "full name", "display name", "employee name", "displayname"),
    "first": ("first name", "forename", "given name", "first", "givenname"),
    "last": ("last name", "surname", "family name", "last"),
    "kind": ("kind", "type", "contract", "contract type", "employment type", "staff type", "category"),
    "starts": ("starts", "start date", "start", "from", "joined", "date joined", "first day"),
    "ends": ("ends", "end date", "end", "until", "to", "leaving date", "last day", "left"),
    "team": ("team", "line", "department", "service", "line manager", "manager", "school", "location"),
}
KINDS: Mapping[str, StaffKind] = {
    word: kind
    for kind, words in (
        (StaffKind.PERMANENT, ("", "permanent", "perm", "staff", "employee", "full time", "part time")),
        (StaffKind.TEMPORARY, ("temporary", "temp", "fixed term", "casual", "cover", "maternity cover")),
        (StaffKind.AGENCY, ("agency", "supply", "contractor", "consultant")),
        (StaffKind.UNPAID, ("unpaid", "work experience", "placement", "shadowing", "student", "trainee")),
        (StaffKind.VOLUNTEER, ("volunteer", "volunteers")),
        (StaffKind.GOVERNOR, ("governor", "trustee", "director", "member", "clerk")),
    )
    for word in words
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re2.compile(r"^(\d{1,2})[ ./-](\d{1,2}|[a-z]{3,9})[ ./,-]+(\d{4}|\d{2})(?:[ t]+[\d:.]+z?)?$")
_YEAR_FIRST = re2.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]+[\d:.]+z?)?$")
_CENTURY = 2000
_TWO_DIGITS = 100


@dataclass(frozen=True, slots=True)
class StaffFile:
    """What a file holds: people, or the rows that stand in the way."""

    members: tuple[StaffMember, ...]
    refused: tuple[Refusal, ...]


def read_staff(file: ImportFile) -> StaffFile:
    """The people of a list.

    Raises:
        ImportFileError: it is no such file, or nobody is in it; the message says what to do.
    """
    table = read_table(file)
    table.needs(COLUMNS, ["address"])
    members: dict[str, tuple[int, StaffMember]] = {}
    for row in table.rows(COLUMNS):
        member = _member(row, table)
        if member is None:
            continue
        line, before = members.setdefault(member.address, (row.line, member))
        if before != member:
            table.refuse(row.line, f"has the same address as line {line} and says something else. Keep one.")
        if len(members) > ROWS_MAX:
            raise ImportFileError(
                f"{file.name} has over {ROWS_MAX:,} people. Look whether it is the right one."
            )
    if not members and not table.refused:
        raise ImportFileError(f"{file.name} lists nobody. Look whether it is the right file.")
    return StaffFile(tuple(member for _, member in members.values()), tuple(table.refused))


def _member(row: Row, table: Table) -> StaffMember | None:
    refused = len(table.refused)

    def problem(reason: str) -> None:
        table.refuse(row.line, reason)

    address = normal_address(row["address"])
    if not address:
        problem("has no e-mail address that can be used. Write it in full.")
    name = clean(row["name"]) or clean(f"{row['first']} {row['last']}")
    if not name:
        problem("has no name. Give `name`, or `first name` and `last name`.")
    kind = KINDS.get(" ".join(row["kind"].lower().replace("-", " ").split()))
    if kind is None:
        problem(f"has a kind we do not know. Use one of: {', '.join(StaffKind)}.")
    starts = _day(row["starts"], "start", problem)
    ends = _day(row["ends"], "end", problem)
    if starts and ends and ends < starts:
        problem("ends before it starts. Look at the two dates.")
    if len(table.refused) > refused or kind is None:
        return None
    return StaffMember(address, name, kind, clean(row["team"]), starts, ends)


def _day(text: str, which: str, problem: Callable[[str], None]) -> date | None:
    written = " ".join(text.lower().split())
    if not written:
        return None
    try:
        if match := _YEAR_FIRST.match(written):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.match(written):
            month = int(match[2]) if match[2].isdigit() else _MONTHS.index(match[2][:3]) + 1
            year = int(match[3])
            return date(year + _CENTURY if year < _TWO_DIGITS else year, month, int(match[1]))
    except ValueError:
        pass
    problem(f"has an {which} date that is no day. Write it as 01/09/2026.".replace("an start", "a start"))
    return None
