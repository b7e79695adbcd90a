"""Who has signed the policy, who has not, and whom should somebody remind?

Pure: the list, the signatures and the day go in, one row a person comes out. Leavers are left out; people who
signed and are on no list are shown apart, because a list can be old.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.staff import Signature, StaffKind, StaffMember, Version

SIGN_WITHIN_DAYS = 14
"""How long people get, when no pack gives `sign_within_days`."""


class Standing(StrEnum):
    """How somebody stands with the policy in force."""

    SIGNED = "signed"
    SIGNED_OLDER = "signed-older"
    """Signed cards that have other words now."""
    NOT_SIGNED = "not-signed"


@dataclass(frozen=True, slots=True)
class SignOffRow:
    """One person. `latest` is their newest signature that stands; `due` the day by which they should sign."""

    member: StaffMember
    standing: Standing
    latest: Signature | None
    due: date
    is_new: bool
    """Started this month."""
    is_overdue: bool
    was_told_less: bool
    """Signed, but what is kept has changed since."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The register on one day."""

    rows: tuple[SignOffRow, ...]
    unlisted: tuple[Signature, ...]
    """The newest signatures of people who are on no list."""

    @property
    def signed(self) -> tuple[SignOffRow, ...]:
        """Those who signed the cards in force."""
        return tuple(row for row in self.rows if row.standing is Standing.SIGNED)

    @property
    def missing(self) -> tuple[SignOffRow, ...]:
        """Those who did not, the most overdue first."""
        return tuple(sorted((r for r in self.rows if r.standing is not Standing.SIGNED), key=lambda r: r.due))

    @property
    def overdue(self) -> tuple[SignOffRow, ...]:
        """Those whose day is past."""
        return tuple(row for row in self.missing if row.is_overdue)

    @property
    def new(self) -> tuple[SignOffRow, ...]:
        """Those who started this month."""
        return tuple(row for row in self.rows if row.is_new)

    def by_kind(self) -> tuple[tuple[StaffKind, int, int], ...]:
        """How many of each kind there are, and how many of them signed."""
        kinds = [(kind, [r for r in self.rows if r.member.kind is kind]) for kind in StaffKind]
        return tuple(
            (kind, len(rows), sum(r.standing is Standing.SIGNED for r in rows))
            for kind, rows in kinds
            if rows
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What people are asked to sign on `day`: the version, since when its cards are in force, how soon."""

    version: Version
    since: date
    day: date
    within: int = SIGN_WITHIN_DAYS


def sign_off(staff: Iterable[StaffMember], signatures: Iterable[Signature], asked: Asked) -> SignOff:
    """The register. `signatures` come newest first."""
    latest = newest_of(signatures, asked.version)
    here = [member for member in staff if not member.has_left(asked.day)]
    listed = {member.address for member in here}
    rows = (_row(member, latest.get(member.address), asked) for member in here)
    return SignOff(
        tuple(sorted(rows, key=lambda row: (row.member.name.casefold(), row.member.address))),
        tuple(s for s in latest.values() if s.address not in listed),
    )


def newest_of(signatures: Iterable[Signature], version: Version) -> dict[str, Signature]:
    """The signature of each address that counts: the newest that stands, for these cards if there is one."""
    latest: dict[str, Signature] = {}
    for signature in signatures:
        best = latest.get(signature.address)
        is_for_these = signature.version.cards == version.cards
        if signature.stands and (best is None or (is_for_these and best.version.cards != version.cards)):
            latest[signature.address] = signature
    return latest


def _row(member: StaffMember, latest: Signature | None, asked: Asked) -> SignOffRow:
    day, starts = asked.day, member.starts
    due = max(asked.since, starts or asked.since) + timedelta(days=asked.within)
    standing = standing_of(latest, asked.version)
    has_signed = standing is Standing.SIGNED
    return SignOffRow(
        member=member,
        standing=standing,
        latest=latest,
        due=due,
        is_new=starts is not None and (starts.year, starts.month) == (day.year, day.month),
        is_overdue=not has_signed and due < day,
        was_told_less=has_signed and latest is not None and latest.version.notice != asked.version.notice,
    )


def standing_of(latest: Signature | None, version: Version) -> Standing:
    """How a newest signature stands with the version in force."""
    if latest is None:
        return Standing.NOT_SIGNED
    return Standing.SIGNED if latest.version.cards == version.cards else Standing.SIGNED_OLDER
