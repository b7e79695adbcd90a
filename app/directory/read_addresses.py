"""Which addresses belong to which school, going by the organisation's own list?

Reads ``urn,address,role``. One school may have many addresses, and one address many schools (a
trust's office, a governor of two). Messages about a row never repeat its address.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.directory.read_register import Register, school_number
from app.domain.address import normal_address, school_domain
from app.ports import DirectoryEntry
from app.reading.table_file import ImportFile, Refusal, Table, clean, read_table

_COLUMNS = {
    "urn": ["urn", "school urn", "urns"],
    "address": ["address", "email", "email address", "emails", "mail", "school email"],
    "role": ["role", "post", "job", "job title", "position"],
}

_ROLES: Mapping[str, tuple[str, ...]] = {
    "chair-of-governors": ("chair of gov", "chairs of gov", "chair of the gov", "chair gov", "cog", "chair"),
    "clerk": ("clerk", "governance professional"),
    "governor": ("governor", "trustee"),
    "admissions": ("admission",),
    "early-years": ("early years", "eyfs", "foundation stage"),
    "deputy-head": ("deputy", "assistant head", "vice principal"),
    "senco": ("senco", "sendco", "inclusion"),
    "safeguarding": ("dsl", "safeguard", "child protection"),
    "business-manager": ("business", "bursar", "finance", "sbm"),
    "head": ("head", "principal"),
    "trust": ("trust", "ceo", "chief executive", "federation"),
    "office": ("office", "admin", "secretary", "reception", "general", "enquir", "info"),
}


@dataclass(slots=True)
class Addresses:
    """What was read. `kept` are without repeats; `of_closed` belong to schools that have closed."""

    kept: list[DirectoryEntry] = field(default_factory=list)
    of_closed: set[str] = field(default_factory=set)
    repeats: int = 0
    moved: int = 0
    elsewhere: int = 0
    refused: list[Refusal] = field(default_factory=list)


def read_addresses(file: ImportFile, register: Register, school_suffixes: Sequence[str]) -> Addresses:
    """The entries of `file` that belong to a school of `register`, open or closed.

    Below `school_suffixes` a domain is taken to be one that a school registered.
    """
    table = read_table(file)
    table.needs(_COLUMNS, ("urn", "address"))
    found = Addresses()
    seen: set[tuple[str, str]] = set()
    for entry, moved in _entries(table, register, found):
        if (entry.address, entry.urn) in seen:
            found.repeats += 1
            continue
        seen.add((entry.address, entry.urn))
        domain = school_domain(entry.address.rpartition("@")[2], school_suffixes)
        found.kept.append(replace(entry, school_domain=domain))
        found.moved += moved
        if entry.urn in register.closed:
            found.of_closed.add(entry.urn)
    found.refused = table.refused
    return found


def role_of(text: str) -> str:
    """A role of our short list; what people write beside an address may hold a name, and is not kept."""
    said = clean(text).casefold().replace("-", " ")
    if not said:
        return ""
    return next((role for role, cues in _ROLES.items() if any(cue in said for cue in cues)), "other")


def _entries(table: Table, register: Register, found: Addresses) -> Iterator[tuple[DirectoryEntry, bool]]:
    """Each address with each of its schools, and whether it moved there from a closed one."""
    for row in table.rows(_COLUMNS):
        only = school_number(row["urn"])
        schools = [only] if only else [school_number(part) for part in _parts(row["urn"])]
        addresses = [normal_address(part) for part in _addresses_in(row["address"])]
        if not schools or not all(schools):
            table.refuse(row.line, "has no school number (URN) of digits")
            continue
        if not addresses or not all(addresses):
            table.refuse(row.line, "does not hold an e-mail address such as office@school.sch.uk")
            continue
        for urn in schools:
            if urn in register.elsewhere:
                found.elsewhere += 1
            elif problem := _unusable(urn, register):
                table.refuse(row.line, problem)
            else:
                home = register.successors.get(urn, urn)
                for address in addresses:
                    yield DirectoryEntry(address, home, role_of(row["role"])), home != urn


def _parts(cell: str) -> list[str]:
    """Several entries in one cell, however they are parted."""
    return cell.replace(";", " ").replace(",", " ").replace("|", " ").split()


def _addresses_in(cell: str) -> list[str]:
    """Bare addresses, or those in brackets after names as Outlook copies them."""
    return [part.partition(">")[0] for part in cell.split("<")[1:]] if "<" in cell else _parts(cell)


def _unusable(urn: str, register: Register) -> str:
    if urn in register.schools or urn in register.closed:
        return ""
    if urn in register.others:
        return f"names the school {urn}, which is not open yet"
    return f"names the school {urn}, which is not in the register"
