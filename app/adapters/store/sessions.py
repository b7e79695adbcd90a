"""In which browsers is who signed in? In a database that holds only hashes of their tokens."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Engine,
    Row,
    and_,
    delete,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from app.adapters.store.engine import reading, writing
from app.adapters.store.session_tables import sessions
from app.domain.caller import Caller, Role
from app.sign_in_ports import Session, SignedIn, SignedOut

_OF = sessions.c
_TOKEN_BYTES = 32
_HANDLE = 12
_NOTED_EVERY = timedelta(minutes=1)
"""When a session was seen last is written down so often, and no oftener: reading a page is no write."""


class SqlSessions:
    """Sessions that end after `rest` without a page, and `lasts` after they began.

    And `unasked` after the provider was asked last; never for that when it is None.
    """

    def __init__(
        self, engine: Engine, rest: timedelta, lasts: timedelta, unasked: timedelta | None = None
    ) -> None:
        """Opens nothing yet."""
        self._engine, self._rest, self._lasts, self._unasked = engine, rest, lasts, unasked

    def start(self, caller: Caller, at: datetime, sid: str = "", proved_at: datetime | None = None) -> str:
        """A token of 256 random bits."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        row = {
            "token_hash": _hash(token),
            **_who(caller),
            "started_at": at,
            "seen_at": at,
            "asked_at": at,
            "proved_at": proved_at,
            "sid": sid,
        }
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(self._is_over(at)))
            connection.execute(insert(sessions).values(row))
        return token

    def renew(self, handle: str, signed: SignedIn, at: datetime) -> bool:
        """Its end stays where it was. A proof that is older than the last one changes nothing."""
        theirs = _is_named(signed.caller.key, handle) & ~self._is_over(at)
        now = {**_who(signed.caller), "asked_at": at}
        if signed.sid:
            now["sid"] = signed.sid
        with writing(self._engine) as connection:
            done = connection.execute(update(sessions).where(theirs).values(now)).rowcount
            if signed.proved_at:
                is_newer = or_(_OF.proved_at.is_(None), _OF.proved_at < signed.proved_at)
                newer = update(sessions).where(theirs, is_newer).values(proved_at=signed.proved_at)
                connection.execute(newer)
        return bool(done)

    def find(self, token: str, at: datetime) -> Session | None:
        """One look, and now and then one write."""
        this = _OF.token_hash == _hash(token)
        with reading(self._engine) as connection:
            row = connection.execute(select(sessions).where(this, ~self._is_over(at))).one_or_none()
        if row is None:
            return None
        if at - row.seen_at >= _NOTED_EVERY:
            with writing(self._engine) as connection:
                connection.execute(update(sessions).where(this, _OF.seen_at < at).values(seen_at=at))
        return _session(row)

    def of(self, key: str, at: datetime) -> Sequence[Session]:
        """Last seen first."""
        theirs = select(sessions).where(_OF.key == key, ~self._is_over(at)).order_by(_OF.seen_at.desc())
        with reading(self._engine) as connection:
            return tuple(map(_session, connection.execute(theirs)))

    def end(self, token: str) -> None:
        """Gone for good."""
        self._delete(_OF.token_hash == _hash(token))

    def end_one(self, key: str, handle: str) -> int:
        """A handle is of no use for anybody else's."""
        return self._delete(_is_named(key, handle))

    def end_told(self, told: SignedOut) -> int:
        """What names neither a person nor a session ends nothing."""
        if not told.key and not told.sid:
            return 0
        is_theirs = _OF.key == told.key if told.key else true()
        return self._delete(is_theirs & (_OF.sid == told.sid) if told.sid else is_theirs)

    def end_all(self, key: str) -> int:
        """Every browser of one person."""
        return self._delete(_OF.key == key)

    def end_of(self, address: str) -> int:
        """Every browser of whoever has this address, as one that manages accounts knows people."""
        return self._delete(_OF.address == address)

    def end_every(self) -> int:
        """Everybody's."""
        return self._delete(true())

    def forget_old(self, at: datetime) -> int:
        """What is over opens nothing any more; this removes it."""
        return self._delete(self._is_over(at))

    def _delete(self, where: ColumnElement[bool]) -> int:
        with writing(self._engine) as connection:
            return connection.execute(delete(sessions).where(where)).rowcount

    def _is_over(self, at: datetime) -> ColumnElement[bool]:
        over = or_(_OF.seen_at <= at - self._rest, _OF.started_at <= at - self._lasts)
        return or_(over, _OF.asked_at <= at - self._unasked) if self._unasked else over


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def _who(caller: Caller) -> dict[str, object]:
    roles = sorted(role.value for role in caller.roles)
    return {"key": caller.key, "name": caller.name, "address": caller.address, "roles": roles}


def _is_named(key: str, handle: str) -> ColumnElement[bool]:
    """Which of somebody's sessions goes by that handle; none by half of one."""
    is_whole = literal(len(handle) == _HANDLE)
    return and_(is_whole, _OF.key == key, _OF.token_hash.startswith(handle, autoescape=True))


def _session(row: Row[tuple[object, ...]]) -> Session:
    roles = frozenset(role for role in Role if role.value in row.roles)
    caller = Caller(row.name, row.address, row.key, roles)
    return Session(row.token_hash[:_HANDLE], caller, row.started_at, row.seen_at, row.asked_at, row.proved_at)
