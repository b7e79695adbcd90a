"""Which schools does the DfE register hold?

Reads the register as it is published. Open schools are kept; of closed ones only the number is
remembered, and what became of them when a successor has the same number at the authority. Names
and telephone numbers of heads are never taken out of the row.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.directory.register_columns import HeaderDrift, header_drift
from app.directory.web_domain import web_domain
from app.domain.errors import ImportFileError
from app.domain.school import Phase, School
from app.reading.table_file import ImportFile, Refusal, Row, clean, first_of, read_table

_COLUMNS = {
    "urn": ["URN"],
    "authority": ["LA (code)"],
    "number": ["EstablishmentNumber"],
    "name": ["EstablishmentName"],
    "type": ["TypeOfEstablishment (name)"],
    "group": ["EstablishmentTypeGroup (name)"],
    "status": ["EstablishmentStatus (name)"],
    "phase": ["PhaseOfEducation (name)"],
    "trust": ["Trusts (name)"],
    "federation": ["Federations (name)"],
    "website": ["SchoolWebsite"],
    "postcode": ["Postcode"],
}
_INDISPENSABLE = ("urn", "name", "status")

_OPEN = frozenset({"open", "open, but proposed to close"})
_CLOSED = "closed"
_THOUSAND = 3

_PHASES = {
    "nursery": Phase.NURSERY,
    "primary": Phase.PRIMARY,
    "middle deemed primary": Phase.MIDDLE,
    "middle deemed secondary": Phase.MIDDLE,
    "secondary": Phase.SECONDARY,
    "16 plus": Phase.SIXTEEN_PLUS,
    "all-through": Phase.ALL_THROUGH,
    "all through": Phase.ALL_THROUGH,
}
_PHASES_BY_TYPE = {
    "special": Phase.SPECIAL,
    "pupil referral unit": Phase.ALTERNATIVE,
    "alternative provision": Phase.ALTERNATIVE,
}
_PHASES_WHEN_NONE_IS_GIVEN = {
    "nursery": Phase.NURSERY,
    "further education": Phase.SIXTEEN_PLUS,
    "sixth form": Phase.SIXTEEN_PLUS,
    "16-19": Phase.SIXTEEN_PLUS,
}
_NO_NAME = frozenset({"", "not applicable", "none", "not supported by a trust"})


@dataclass(frozen=True, slots=True)
class Register:
    """What was read. `elsewhere` are schools of other authorities, `others` neither open nor closed."""

    schools: Mapping[str, School]
    closed: frozenset[str]
    elsewhere: frozenset[str]
    others: frozenset[str]
    successors: Mapping[str, str]
    authorities: frozenset[str]
    drift: HeaderDrift
    refused: tuple[Refusal, ...]

    def at_home(self, pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Pairs of anything and a school number, each with the school that is in its place now."""
        return frozenset((thing, self.successors.get(urn, urn)) for thing, urn in pairs)


def read_register(file: ImportFile, authority: str = "") -> Register:
    """The register in `file`; with `authority` (a code, as text) only its schools are kept."""
    table = read_table(file)
    table.needs(_COLUMNS, _INDISPENSABLE)
    lines: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for row in table.rows(_COLUMNS, is_ragged=False):
        urn = school_number(row["urn"])
        if not urn:
            table.refuse(row.line, "has no school number (URN) of digits")
        elif urn in rows:
            table.refuse(row.line, f"repeats the school {urn} of line {lines[urn]}")
        elif not clean(row["name"]):
            table.refuse(row.line, f"has no name for the school {urn}")
        else:
            lines[urn], rows[urn] = row.line, row
    register = _sorted_out(rows, authority.strip(), header_drift(table.header), tuple(table.refused))
    if not register.schools:
        whose = f" of the authority {authority}" if authority else ""
        hint = " Look at the authority's code: its zeros count." if authority else ""
        raise ImportFileError(
            f"{file.name}: no open school{whose} is in this file. "
            f"Fetch the register of all establishments again.{hint}{first_of(register.refused)}"
        )
    return register


def school_number(cell: str) -> str:
    """A URN as text; empty when the cell does not hold one.

    What spreadsheets make of it is understood: ``="100001"``, ``100001.0`` and ``100,001``.
    """
    whole, _, decimals = cell.strip().strip("=\"' ").partition(".")
    groups = whole.replace(",", " ").split()
    is_in_thousands = len(whole) <= len("100,001") and all(len(group) == _THOUSAND for group in groups[1:])
    urn = "".join(groups) if is_in_thousands and not decimals.strip("0") else ""
    is_number = urn.isascii() and urn.isdigit() and len(urn) <= len("12345678")
    return urn if is_number else ""


def _sorted_out(
    rows: Mapping[str, Row], authority: str, drift: HeaderDrift, refused: tuple[Refusal, ...]
) -> Register:
    at_home = {u: r for u, r in rows.items() if not authority or r["authority"].strip() == authority}
    status = {urn: clean(row["status"]).casefold() for urn, row in at_home.items()}
    schools = {urn: _school(urn, row) for urn, row in at_home.items() if status[urn] in _OPEN}
    closed = frozenset(urn for urn, said in status.items() if said == _CLOSED)
    return Register(
        schools=schools,
        closed=closed,
        elsewhere=frozenset(rows.keys() - at_home.keys()),
        others=frozenset(at_home.keys() - schools.keys() - closed),
        successors=_successors(at_home, schools, closed),
        authorities=frozenset(rows[urn]["authority"].strip() for urn in schools),
        drift=drift,
        refused=refused,
    )


def _successors(rows: Mapping[str, Row], opened: Iterable[str], closed: Iterable[str]) -> dict[str, str]:
    """Closed school to the open one that took its number and its building: it became an academy."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for urn in opened:
        holders[_place(rows[urn])].append(urn)
    found = {urn: holders.get(_place(rows[urn]), []) for urn in closed if all(_place(rows[urn]))}
    return {urn: heirs[0] for urn, heirs in found.items() if len(heirs) == 1}


def _place(row: Row) -> tuple[str, ...]:
    return row["authority"].strip(), row["number"].strip(), row["postcode"].strip().upper()


def _school(urn: str, row: Row) -> School:
    return School(
        urn=urn,
        name=clean(row["name"]),
        phase=_phase(row),
        trust=_named(row["trust"]),
        federation=_named(row["federation"]),
        domain=web_domain(row["website"]),
        type=_named(row["group"]),
    )


def _named(cell: str) -> str:
    text = clean(cell)
    return "" if text.casefold() in _NO_NAME else text


def _phase(row: Row) -> Phase:
    """Special schools and alternative provision go by their type: the register gives them no phase."""
    kind = clean(f"{row['type']} {row['group']}").casefold()
    by_type = next((phase for words, phase in _PHASES_BY_TYPE.items() if words in kind), None)
    by_phase = _PHASES.get(clean(row["phase"]).casefold())
    by_rest = next(
        (phase for words, phase in _PHASES_WHEN_NONE_IS_GIVEN.items() if words in kind), Phase.OTHER
    )
    return by_type or by_phase or by_rest
