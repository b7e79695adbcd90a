"""Who asked for what is held about somebody? In a database; the journal is told of each step."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, delete, insert, select, update

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.person_columns import columns_of, person_in
from app.adapters.store.rights_tables import access_requests
from app.adapters.store.told import UNTOLD, Telling
from app.domain.errors import AccessError
from app.domain.item import Person
from app.domain.rights import AccessRequest, AccessState

_OF = access_requests.c


class SqlAccessRequests:
    """Requests in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def begin(self, request: AccessRequest) -> None:
        """One row more."""
        with writing(self._engine) as connection:
            connection.execute(insert(access_requests).values(_row(request)))
            self._journal.write(connection, *told.asked_for(request, self._journal))

    def request(self, number: str) -> AccessRequest | None:
        """By its id."""
        with reading(self._engine) as connection:
            row = connection.execute(select(access_requests).where(_OF.id == number)).one_or_none()
            return _request(row) if row else None

    def all(self) -> Sequence[AccessRequest]:
        """All of them."""
        return self._newest(select(access_requests))

    def about(self, address: str) -> Sequence[AccessRequest]:
        """By the index on the address."""
        return self._newest(select(access_requests).where(_OF.about_address == address))

    def keep(self, request: AccessRequest) -> None:
        """Only over the version that it follows."""
        before = (_OF.id == request.id) & (_OF.version == request.version - 1)
        with writing(self._engine) as connection:
            if not connection.execute(update(access_requests).where(before).values(_row(request))).rowcount:
                raise AccessError("Somebody changed this request meanwhile. Look at it again.")
            self._journal.write(connection, *told.asked_for(request, self._journal))

    def forget_before(self, moment: datetime) -> int:
        """By when they were made."""
        with writing(self._engine) as connection:
            return connection.execute(delete(access_requests).where(_OF.at < moment)).rowcount

    def _newest(self, wanted: Any) -> Sequence[AccessRequest]:
        with reading(self._engine) as connection:
            return tuple(map(_request, connection.execute(wanted.order_by(_OF.at.desc(), _OF.id))))


def _row(request: AccessRequest) -> dict[str, Any]:
    return {
        "id": request.id,
        **columns_of("about", request.about),
        **columns_of("by", request.by),
        "at": request.at,
        "why": request.why,
        "state": request.state.value,
        "with_others": request.with_others,
        **columns_of("second", request.second),
        "second_at": request.second_at,
        "second_why": request.second_why,
        "taken_at": request.taken_at,
        **columns_of("taken_by", request.taken_by),
        "version": request.version,
    }


def _request(row: Row[Any]) -> AccessRequest:
    return AccessRequest(
        id=row.id,
        about=Person(row.about_name, row.about_address),
        by=Person(row.by_name, row.by_address),
        at=row.at,
        why=row.why,
        state=AccessState(row.state),
        with_others=row.with_others,
        second=person_in(row.second_name, row.second_address),
        second_at=row.second_at,
        second_why=row.second_why,
        taken_at=row.taken_at,
        taken_by=person_in(row.taken_by_name, row.taken_by_address),
        version=row.version,
    )
