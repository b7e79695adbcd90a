"""Which cluster is each school in, and who is its local officer?

Reads ``urn,cluster,officer``; the register holds neither. One spelling of a cluster's name wins.
"""

from dataclasses import dataclass

from app.directory.read_register import Register, school_number
from app.reading.table_file import ImportFile, Refusal, Row, Table, clean, read_table

_COLUMNS = {
    "urn": ["urn", "school urn"],
    "cluster": ["cluster", "cluster name", "area", "district", "locality", "partnership"],
    "officer": ["officer", "local officer", "officer email", "local officer email", "contact"],
}


@dataclass(frozen=True, slots=True)
class Clusters:
    """School number to cluster and officer; `refused` rows are left out."""

    of_school: dict[str, tuple[str, str]]
    refused: tuple[Refusal, ...] = ()
    elsewhere: int = 0


def read_clusters(file: ImportFile, register: Register) -> Clusters:
    """The clusters in `file` of the open schools in `register`."""
    table = read_table(file)
    table.needs(_COLUMNS, ("urn", "cluster"))
    found: dict[str, tuple[str, str]] = {}
    spelling: dict[str, str] = {}
    elsewhere = 0
    for row in table.rows(_COLUMNS):
        urn, name = school_number(row["urn"]), clean(row["cluster"])
        home = register.successors.get(urn, urn)
        if urn in register.elsewhere:
            elsewhere += 1
        elif problem := _problem(urn, home, name, register):
            table.refuse(row.line, problem)
        elif home in register.schools:
            _keep(table, row, home, spelling.setdefault(name.casefold(), name), found)
    return Clusters(found, tuple(table.refused), elsewhere)


def _problem(urn: str, home: str, cluster: str, register: Register) -> str:
    if not urn:
        return "has no school number (URN) of digits"
    if not cluster:
        return f"names no cluster for the school {urn}"
    if home not in register.schools and home not in register.closed | register.others:
        return f"names the school {urn}, which is not in the register"
    return ""


def _keep(table: Table, row: Row, urn: str, cluster: str, found: dict[str, tuple[str, str]]) -> None:
    before = found.setdefault(urn, (cluster, clean(row["officer"])))
    if before[0] != cluster:
        table.refuse(row.line, f"puts the school {urn} in a second cluster; the first one stays")
