"""Registers, address lists and cluster files as tests write them: only what matters to the test."""

import csv
import io
from collections.abc import Mapping, Sequence

from app.directory.plan_import import DirectoryFiles
from app.directory.register_columns import REGISTER_COLUMNS
from app.reading.table_file import ImportFile

ORDINARY = {
    "LA (code)": "012",
    "EstablishmentName": "Oak",
    "EstablishmentStatus (name)": "Open",
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentTypeGroup (name)": "Local authority maintained schools",
    "PhaseOfEducation (name)": "Primary",
    "HeadFirstName": "Xanthippe",
    "HeadLastName": "Featherstonehaugh",
    "TelephoneNum": "01632960123",
}


def register(
    *rows: Mapping[str, str], columns: Sequence[str] = REGISTER_COLUMNS, encoding: str = "cp1252"
) -> ImportFile:
    """A register with one row for each of `rows`; ``urn``, ``name``, ``status`` and so on may be short."""
    short = {
        "urn": "URN",
        "name": "EstablishmentName",
        "status": "EstablishmentStatus (name)",
        "phase": "PhaseOfEducation (name)",
        "site": "SchoolWebsite",
        "la": "LA (code)",
        "kind": "TypeOfEstablishment (name)",
        "number": "EstablishmentNumber",
        "postcode": "Postcode",
    }
    full = [ORDINARY | {short.get(key, key): value for key, value in row.items()} for row in rows]
    return table(
        "register.csv", [list(columns), *([row.get(c, "") for c in columns] for row in full)], encoding
    )


def table(name: str, rows: Sequence[Sequence[str]], encoding: str = "utf-8") -> ImportFile:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return ImportFile(name, text.getvalue().encode(encoding))


def files(
    *rows: Mapping[str, str], addresses: str = "", places: str = "", authority: str = ""
) -> DirectoryFiles:
    return DirectoryFiles(
        register(*rows),
        ImportFile("emails.csv", addresses.encode()) if addresses else None,
        ImportFile("clusters.csv", places.encode()) if places else None,
        authority,
    )
