"""Which code of an account belongs to which code of an address? In a database; nothing else is in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store.engine import reading, writing
from app.adapters.store.rights_tables import account_codes

_OF = account_codes.c


class SqlAccountCodes:
    """Pairs of codes in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def link(self, account: str, address: str, day: date) -> None:
        """The newest address of an account counts."""
        dialect: Any = postgresql if self._engine.dialect.name == "postgresql" else sqlite
        row = dialect.insert(account_codes)
        newest = row.on_conflict_do_update(
            index_elements=[_OF.account_code],
            set_={"address_code": row.excluded.address_code, "last_day": row.excluded.last_day},
            where=_OF.last_day <= row.excluded.last_day,
        )
        with writing(self._engine) as connection:
            connection.execute(newest, {"account_code": account, "address_code": address, "last_day": day})

    def accounts(self, address: str) -> frozenset[str]:
        """By the index on the address."""
        with reading(self._engine) as connection:
            theirs = select(_OF.account_code).where(_OF.address_code == address)
            return frozenset(connection.execute(theirs).scalars())

    def addresses(self) -> Mapping[str, str]:
        """All of it: as many rows as people."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(_OF.account_code, _OF.address_code))
            return {account: address for account, address in rows}  # noqa: C416 - rows are no pairs to mypy

    def forget_before(self, day: date) -> int:
        """By the last day."""
        with writing(self._engine) as connection:
            return connection.execute(delete(account_codes).where(_OF.last_day < day)).rowcount
