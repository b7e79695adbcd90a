"""What would a new staff list change, and how is it put in force?

The whole list is replaced: whoever is not in it drops off. Their signatures stay. Nothing is written while a
row cannot be read, and a list that would lose many people has to be looked at twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime

from app.domain.calendar import in_london
from app.domain.errors import ImportFileError
from app.domain.staff import StaffMember
from app.reading.table_file import ImportFile, Refusal
from app.register_ports import StaffList
from app.staff.read_staff import read_staff

MANY_LOST = 0.2
_FEW = 5


@dataclass(frozen=True, slots=True)
class StaffChange:
    """One person whose row would change: what of it, from what, to what."""

    member: StaffMember
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class StaffDifference:
    """What a file would change. While `refused` is not empty it cannot be put in force."""

    added: tuple[StaffMember, ...]
    changed: tuple[StaffChange, ...]
    dropped: tuple[StaffMember, ...]
    same: int
    left_already: tuple[StaffMember, ...]
    """In the file, but their last day is past: they are not taken."""
    refused: tuple[Refusal, ...]
    members: tuple[StaffMember, ...]
    """The list as it would be."""

    @property
    def loses_many(self) -> bool:
        """Whether so many would drop off that it may be the wrong file."""
        before = len(self.dropped) + len(self.changed) + self.same
        return len(self.dropped) > max(_FEW, before * MANY_LOST)


def compare_staff(file: ImportFile, held: Mapping[str, StaffMember], day: date) -> StaffDifference:
    """What `file` would change of the list `held` (by address).

    Raises:
        ImportFileError: the file cannot be read as a list of people.
    """
    read = read_staff(file)
    here = tuple(member for member in read.members if not member.has_left(day))
    new = {member.address: member for member in here}
    changed = [_change(held[m.address], m) for m in here if m.address in held and held[m.address] != m]
    by_name = sorted(here, key=lambda m: m.name.casefold())
    return StaffDifference(
        added=tuple(m for m in by_name if m.address not in held),
        changed=tuple(changed),
        dropped=tuple(m for a, m in held.items() if a not in new),
        same=sum(held.get(m.address) == m for m in here),
        left_already=tuple(m for m in read.members if m.has_left(day)),
        refused=read.refused,
        members=here,
    )


def import_staff(
    store: StaffList, file: ImportFile, now: datetime, *, is_sure: bool = False, by: str = ""
) -> StaffDifference:
    """Put a list in force, by whoever it is, and tell what that changed.

    Raises:
        ImportFileError: a row cannot be read, or many would be lost and nobody said that it is right.
    """
    held = {member.address: member for member in store.everyone()}
    difference = compare_staff(file, held, in_london(now).date())
    if difference.refused:
        first = difference.refused[0]
        raise ImportFileError(f"Line {first.line} {first.reason} Nothing was changed.")
    if difference.loses_many and not is_sure:
        raise ImportFileError(
            f"{len(difference.dropped)} people would drop off the list. If that is right, say so. "
            "Nothing was changed."
        )
    store.replace(difference.members, now, by)
    return difference


def _change(before: StaffMember, after: StaffMember) -> StaffChange:
    pairs = ((f.name, getattr(before, f.name), getattr(after, f.name)) for f in fields(StaffMember))
    return StaffChange(after, tuple((name, _said(old), _said(new)) for name, old, new in pairs if old != new))


def _said(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value) if value else ""
