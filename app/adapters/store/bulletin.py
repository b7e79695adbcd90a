"""What does the bulletin's book hold? Items with their moves, issues and requests, in a database.

Everything is kept by version: a change that did not see the one before it is refused, and nothing of it kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, null, select, update
from sqlalchemy.exc import IntegrityError

from app.adapters.store import told
from app.adapters.store.bulletin_rows import (
    issue_of,
    issue_row,
    item_of,
    item_row,
    move_of,
    move_row,
    request_of,
    request_row,
)
from app.adapters.store.bulletin_tables import (
    bulletin_issues,
    bulletin_items,
    bulletin_moves,
    bulletin_requests,
)
from app.adapters.store.engine import reading, writing
from app.adapters.store.told import UNTOLD, Telling
from app.domain.bulk_request import NEVER_OUT, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import ENDED, IssueKey, Item, ItemState, Move

_ITEM, _MOVE, _ISSUE, _REQUEST = bulletin_items.c, bulletin_moves.c, bulletin_issues.c, bulletin_requests.c


class SqlBook:
    """The book in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def item(self, number: str) -> Item | None:
        """By its primary key."""
        with reading(self._engine) as connection:
            row = connection.execute(select(bulletin_items).where(_ITEM.id == number)).one_or_none()
            return None if row is None else item_of(row)

    def items(
        self, states: Collection[ItemState] = (), issue: IssueKey | None = None, sender: str = ""
    ) -> Sequence[Item]:
        """Newest first."""
        wanted = select(bulletin_items).order_by(_ITEM.submitted_at.desc(), _ITEM.id.desc())
        if states:
            wanted = wanted.where(_ITEM.state.in_([state.value for state in states]))
        if issue is not None:
            wanted = wanted.where(_ITEM.issue_year == issue.year, _ITEM.issue_number == issue.number)
        if sender:
            wanted = wanted.where(_ITEM.sender_address == sender)
        with reading(self._engine) as connection:
            return tuple(map(item_of, connection.execute(wanted)))

    def moved_last(self, states: Collection[ItemState], most: int) -> Sequence[tuple[Item, Move]]:
        """A move's number is the version of the item after it."""
        last = (_MOVE.item_id == _ITEM.id) & (_MOVE.number == _ITEM.version)
        chosen = (
            select(_ITEM.id)
            .where(_ITEM.state.in_([state.value for state in states]))
            .order_by(_ITEM.moved_at.desc(), _ITEM.id.desc())
            .limit(most)
        )
        with reading(self._engine) as connection:
            ids = list(connection.execute(chosen).scalars())
            inside = _ITEM.id.in_(ids)
            heads = connection.execute(select(bulletin_items).where(inside))
            moves = connection.execute(select(bulletin_moves).join(bulletin_items, last).where(inside))
            items = {row.id: item_of(row) for row in heads}
            steps = {row.item_id: move_of(row) for row in moves}
        return tuple((items[number], steps[number]) for number in ids)

    def history(self, number: str) -> Sequence[Move]:
        """By number: a clock that went back does not change what came first."""
        wanted = select(bulletin_moves).where(_MOVE.item_id == number).order_by(_MOVE.number)
        with reading(self._engine) as connection:
            return tuple(map(move_of, connection.execute(wanted)))

    def begin(self, item: Item, move: Move) -> None:
        """One that is there already stays as it is."""
        if self._insert((bulletin_items, item_row(item, move)), (bulletin_moves, move_row(item, move))):
            return
        held, history = self.item(item.id), self.history(item.id)
        said = history[0].text if history else None
        if held is None or held.sender.address != item.sender.address or said not in {None, move.text}:
            raise BulletinError("Another item has this key already. Send it with a new key.")

    def keep(self, item: Item, move: Move, *others: tuple[Item, Move]) -> None:
        """Heads and moves in one transaction."""
        with writing(self._engine) as connection:
            _move_all(connection, [(item, move), *others])
            self._journal.write(connection, *told.moved([(item, move), *others], self._journal))

    def issue(self, key: IssueKey) -> Issue | None:
        """By its primary key."""
        wanted = select(bulletin_issues).where(_ISSUE.year == key.year, _ISSUE.number == key.number)
        with reading(self._engine) as connection:
            row = connection.execute(wanted).one_or_none()
            return None if row is None else issue_of(row)

    def issues(self) -> Sequence[Issue]:
        """Newest first."""
        wanted = select(bulletin_issues).order_by(_ISSUE.year.desc(), _ISSUE.number.desc())
        with reading(self._engine) as connection:
            return tuple(map(issue_of, connection.execute(wanted)))

    def keep_issue(self, issue: Issue, moved: Sequence[tuple[Item, Move]] = ()) -> Issue:
        """The issue first: whoever holds its row decides for its items too."""
        with writing(self._engine) as connection:
            was = _keep_issue(connection, issue)
            _move_all(connection, moved)
            entries = [told.published(issue, self._journal)] if was != issue.state.value else []
            self._journal.write(connection, *told.moved(moved, self._journal), *entries)
        return replace(issue, version=issue.version + 1)

    def request(self, number: str) -> BulkRequest | None:
        """By its primary key."""
        wanted = select(bulletin_requests).where(_REQUEST.id == number)
        with reading(self._engine) as connection:
            row = connection.execute(wanted).one_or_none()
            return None if row is None else request_of(row)

    def requests(self, states: Collection[RequestState] = (), sender: str = "") -> Sequence[BulkRequest]:
        """Newest first."""
        wanted = select(bulletin_requests).order_by(_REQUEST.asked_at.desc(), _REQUEST.id.desc())
        if states:
            wanted = wanted.where(_REQUEST.state.in_([state.value for state in states]))
        if sender:
            wanted = wanted.where(_REQUEST.sender_address == sender)
        with reading(self._engine) as connection:
            return tuple(map(request_of, connection.execute(wanted)))

    def begin_request(self, request: BulkRequest) -> None:
        """One that is there already stays as it is."""
        if self._insert((bulletin_requests, request_row(request))):
            return
        held = self.request(request.id)
        if held is None or (held.asked, held.sender.address) != (request.asked, request.sender.address):
            raise BulletinError("Another request has this key already. Send it with a new key.")

    def keep_request(self, request: BulkRequest, moved: tuple[Item, Move] | None = None) -> None:
        """Only over the version that it follows. Its item has an id of its own, so it is new with it."""
        before = (_REQUEST.id == request.id) & (_REQUEST.version == request.version - 1)
        with writing(self._engine) as connection:
            done = connection.execute(update(bulletin_requests).where(before).values(request_row(request)))
            if not done.rowcount:
                raise BulletinError("Somebody decided on this request meanwhile. Look at it again.")
            if moved is not None and moved[0].version == 1:
                connection.execute(insert(bulletin_items).values(item_row(*moved)))
                connection.execute(insert(bulletin_moves).values(move_row(*moved)))
            elif moved is not None:
                _move_all(connection, [moved])
            said = told.moved([moved] if moved else (), self._journal)
            self._journal.write(connection, *told.decided(request, self._journal), *said)

    def forget_before(self, moment: datetime) -> int:
        """Moves go with their item."""
        ended = _ITEM.state.in_([state.value for state in ENDED]) & (_ITEM.moved_at < moment)
        out = select(_ITEM.id).where(_ITEM.state == ItemState.OUT.value, _ITEM.moved_at < moment)
        never = _REQUEST.state.in_([state.value for state in NEVER_OUT]) & (_REQUEST.decided_at < moment)
        said = _MOVE.item_id.in_(out) & _MOVE.text.is_not(None)
        with writing(self._engine) as connection:
            connection.execute(update(bulletin_moves).where(said).values(text=null()))
            gone = connection.execute(delete(bulletin_items).where(ended)).rowcount
            return gone + connection.execute(delete(bulletin_requests).where(never)).rowcount

    def _insert(self, *rows: tuple[Table, Mapping[str, Any]]) -> bool:
        """Whether they are new: two workers may be given the same at once, and one of them keeps it."""
        with writing(self._engine) as connection:
            try:
                for table, row in rows:
                    connection.execute(insert(table).values(row))
            except IntegrityError:
                connection.rollback()
                return False
            return True


def _move_all(connection: Connection, moved: Iterable[tuple[Item, Move]]) -> None:
    """Always in the order of their ids, so that two who move the same ones wait instead of failing."""
    for item, move in sorted(moved, key=lambda pair: pair[0].id):
        before = (_ITEM.id == item.id) & (_ITEM.version == item.version - 1)
        done = connection.execute(update(bulletin_items).where(before).values(item_row(item, move)))
        if not done.rowcount:
            raise BulletinError("Somebody changed this item meanwhile. Look at it again.")
        connection.execute(insert(bulletin_moves).values(move_row(item, move)))


def _keep_issue(connection: Connection, issue: Issue) -> str:
    """The state that it was in before; a new one was open."""
    same = (_ISSUE.year == issue.key.year) & (_ISSUE.number == issue.key.number)
    was: str | None = connection.execute(select(_ISSUE.state).where(same)).scalar()
    change = update(bulletin_issues).where(same, _ISSUE.version == issue.version)
    try:
        done = connection.execute(
            (change if issue.version else insert(bulletin_issues)).values(issue_row(issue))
        )
    except IntegrityError:
        raise BulletinError(_MEANWHILE) from None
    if not done.rowcount:
        raise BulletinError(_MEANWHILE)
    return was or IssueState.OPEN.value


_MEANWHILE = "Somebody changed this issue meanwhile. Look at it again, then do what is left."
