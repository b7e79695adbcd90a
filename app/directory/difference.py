"""What would an import change, and what did it leave out?

Compares the directory that is held with the one that was read, and says it in at most forty lines:
counts first, then names of schools. No address is ever in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.directory.register_columns import NO_DRIFT, HeaderDrift
from app.domain.school import School
from app.reading.table_file import Refusal

LONGEST_REPORT = 40
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Change:
    """One school, and what it was called, or was, before and after."""

    school: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Old directory to new. `closed` are schools that the register says have closed, `gone` the rest."""

    schools: int = 0
    schools_before: int = 0
    clusters: int = 0
    new: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renamed: tuple[Change, ...] = ()
    phases: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    officers: int = 0
    details: int = 0
    addresses: int = 0
    addresses_added: int = 0
    addresses_removed: int = 0
    drift: HeaderDrift = NO_DRIFT
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the directory stays as it is."""
        named = (self.new, self.closed, self.gone, self.renamed, self.phases, self.moved)
        return not any(named) and not any(
            (self.officers, self.details, self.addresses_added, self.addresses_removed)
        )


@dataclass(frozen=True, slots=True)
class SchoolChanges:
    """How two sets of schools differ, before anything is said about addresses."""

    new: tuple[str, ...]
    lost: Mapping[str, str]
    renamed: tuple[Change, ...]
    phases: tuple[Change, ...]
    moved: tuple[Change, ...]
    officers: int
    details: int


def compare(before: Iterable[School], after: Iterable[School]) -> SchoolChanges:
    """What differs from the schools `before` to those `after`, school by school."""
    old, new = {s.urn: s for s in before}, {s.urn: s for s in after}
    both = [(old[urn], school) for urn, school in new.items() if urn in old]

    def changes(of: Callable[[School], str]) -> tuple[Change, ...]:
        return tuple(Change(b.name, of(a), of(b)) for a, b in both if of(a) != of(b))

    return SchoolChanges(
        new=tuple(school.name for urn, school in new.items() if urn not in old),
        lost={urn: school.name for urn, school in old.items() if urn not in new},
        renamed=changes(lambda s: s.name),
        phases=changes(lambda s: s.phase.value),
        moved=changes(lambda s: s.cluster or "no cluster"),
        officers=len(changes(lambda s: s.officer)),
        details=sum(_details(a) != _details(b) for a, b in both),
    )


def _details(school: School) -> tuple[str, ...]:
    return school.trust, school.federation, school.domain, school.type


def as_text(difference: Difference) -> str:
    """The report for the command line: at most forty lines, no address, no control character."""
    lines = [*_counts(difference), *_names(difference), *_columns(difference.drift), *difference.notes]
    return "\n".join([*lines, *_refused(difference.refused, LONGEST_REPORT - len(lines))])


def _counts(d: Difference) -> list[str]:
    if d.is_empty:
        kept = f"{_many(d.schools, 'open school')} in {_many(d.clusters, 'cluster')}"
        return [f"No change: {kept}, {_many(d.addresses, 'address', 'addresses')}."]
    return [
        f"Schools: {d.schools} open, {d.schools_before} before; {_many(d.clusters, 'cluster')}",
        f"Addresses: {d.addresses}; {d.addresses_added} added, {d.addresses_removed} removed",
    ]


def _names(d: Difference) -> list[str]:
    lines: list[str] = []
    for title, names in (
        ("New", d.new),
        ("Closed", d.closed),
        ("No longer in the register", d.gone),
        ("Renamed", [f"{c.before} → {c.after}" for c in d.renamed]),
        ("Other phase", [f"{c.school} ({c.before} → {c.after})" for c in d.phases]),
        ("Other cluster", [f"{c.school} ({c.before} → {c.after})" for c in d.moved]),
    ):
        lines.extend(_some(title, names))
    lines.extend(f"{title}: {count}" for title, count in _quiet(d) if count)
    return lines


def _quiet(d: Difference) -> tuple[tuple[str, int], ...]:
    return ("Other local officer", d.officers), ("Other trust, federation, type or web address", d.details)


def _some(title: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    shown = [f"  {name}" for name in names[: _SHOWN - 1]]
    rest = len(names) - len(shown)
    return [f"{title}: {len(names)}", *shown, *([f"  and {rest} more"] if rest else [])]


def _columns(drift: HeaderDrift) -> list[str]:
    lines = []
    if drift.new:
        lines.append(f"Columns of the register that are new to us (not read): {_listed(drift.new)}")
    if drift.missing:
        lines.append(f"Columns that the register had and has no longer: {_listed(drift.missing)}")
    return lines


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _refused(refused: Sequence[Refusal], room: int) -> list[str]:
    if not refused:
        return []
    fits = len(refused) + 1 <= room
    shown = refused if fits else refused[: max(0, room - 2)]
    lines = [f"Rows left out: {len(refused)}", *(f"  {r.file}, line {r.line}: {r.reason}" for r in shown)]
    return lines if fits else [*lines, f"  and {len(refused) - len(shown)} more"]


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
