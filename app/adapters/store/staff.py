"""Who works here, as the organisation's own list says it?"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Engine, delete, insert, select, update

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import staff, staff_state
from app.adapters.store.told import UNTOLD, Telling
from app.domain.staff import StaffKind, StaffMember


class SqlStaffList:
    """The staff list in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def everyone(self) -> Sequence[StaffMember]:
        """By address."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(staff).order_by(staff.c.address)).all()
        return tuple(
            StaffMember(r.address, r.name, StaffKind(r.kind), r.team, r.starts, r.ends) for r in rows
        )

    def imported_at(self) -> datetime | None:
        """From the one row of state."""
        with reading(self._engine) as connection:
            at: datetime | None = connection.execute(select(staff_state.c.imported_at)).scalar_one()
        return at

    def replace(self, members: Sequence[StaffMember], at: datetime, by: str = "") -> None:
        """In one transaction."""
        rows = [
            {
                "address": member.address,
                "name": member.name,
                "kind": member.kind.value,
                "team": member.team,
                "starts": member.starts,
                "ends": member.ends,
            }
            for member in members
        ]
        with writing(self._engine) as connection:
            connection.execute(delete(staff))
            if rows:
                connection.execute(insert(staff), rows)
            connection.execute(update(staff_state).values(imported_at=at))
            about = ("staff-list", "", len(members), by)
            self._journal.write(connection, told.administered(*about, self._journal))

    def forget_left(self, day: date) -> int:
        """Whose last day is past."""
        with writing(self._engine) as connection:
            return connection.execute(delete(staff).where(staff.c.ends < day)).rowcount
