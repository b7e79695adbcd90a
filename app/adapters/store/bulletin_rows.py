"""How does an item, a move, an issue or a request become a row, and a row one of these again?

Texts are JSON: whatever they hold is read back equal, and a field that came later has its default in rows
that are older.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Row, null

from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.for_whom import ForWhom, Role
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import Consent, ItemText
from app.domain.school import Phase


def item_row(item: Item, move: Move) -> dict[str, Any]:
    """The row of an item that was last moved like this."""
    return {
        "id": item.id,
        "text": _data(item.text),
        **_names("sender", item.sender),
        "submitted_at": item.submitted_at,
        "state": item.state.value,
        **_names("editor", item.editor),
        "issue_year": item.issue.year if item.issue else None,
        "issue_number": item.issue.number if item.issue else None,
        "merged_into": item.merged_into,
        "version": item.version,
        "moved_at": move.at,
    }


def item_of(row: Row[Any]) -> Item:
    """The item of a row."""
    return Item(
        id=row.id,
        text=_text(row.text),
        sender=Person(row.sender_name, row.sender_address),
        submitted_at=row.submitted_at,
        state=ItemState(row.state),
        editor=_person(row.editor_name, row.editor_address),
        issue=None if row.issue_year is None else IssueKey(row.issue_year, row.issue_number),
        merged_into=row.merged_into,
        version=row.version,
    )


def move_row(item: Item, move: Move) -> dict[str, Any]:
    """The row of the move after which the item is like this."""
    return {
        "item_id": item.id,
        "number": item.version,
        "kind": move.kind.value,
        "at": move.at,
        **_names("by", move.by),
        "why": move.why,
        "text": null() if move.text is None else _data(move.text),
        **_names("to", move.to),
        "into": move.into,
    }


def move_of(row: Row[Any]) -> Move:
    """The move of a row."""
    return Move(
        kind=MoveKind(row.kind),
        at=row.at,
        by=Person(row.by_name, row.by_address),
        why=row.why,
        text=None if row.text is None else _text(row.text),
        to=_person(row.to_name, row.to_address),
        into=row.into,
    )


def issue_row(issue: Issue) -> dict[str, Any]:
    """The row of an issue, with its next version."""
    return {
        "year": issue.key.year,
        "number": issue.key.number,
        "goes_out": issue.goes_out,
        "cut_off": issue.cut_off,
        "state": issue.state.value,
        "introduction": issue.introduction,
        "item_order": list(issue.order),
        "answers": dict(issue.answers),
        **_names("published_by", issue.published_by),
        "held_until": issue.held_until,
        "went_out_at": issue.went_out_at,
        "version": issue.version + 1,
    }


def issue_of(row: Row[Any]) -> Issue:
    """The issue of a row."""
    return Issue(
        key=IssueKey(row.year, row.number),
        goes_out=row.goes_out,
        cut_off=row.cut_off,
        state=IssueState(row.state),
        introduction=row.introduction,
        order=tuple(row.item_order),
        answers=row.answers,
        published_by=_person(row.published_by_name, row.published_by_address),
        held_until=row.held_until,
        went_out_at=row.went_out_at,
        version=row.version,
    )


def request_row(request: BulkRequest) -> dict[str, Any]:
    """The row of a request."""
    return {
        "id": request.id,
        "asked": _data(request.asked),
        **_names("sender", request.sender),
        "asked_at": request.asked_at,
        "urgency": dict(request.urgency),
        "state": request.state.value,
        **_names("decided_by", request.decided_by),
        "decided_at": request.decided_at,
        "why": request.why,
        "item_id": request.item,
        "version": request.version,
        "goes_to": null() if request.goes_to is None else _for_whom_data(asdict(request.goes_to)),
        "held_until": request.held_until,
        "answers": dict(request.answers),
    }


def request_of(row: Row[Any]) -> BulkRequest:
    """The request of a row."""
    return BulkRequest(
        id=row.id,
        asked=_asked(row.asked),
        sender=Person(row.sender_name, row.sender_address),
        asked_at=row.asked_at,
        urgency=row.urgency,
        state=RequestState(row.state),
        decided_by=_person(row.decided_by_name, row.decided_by_address),
        decided_at=row.decided_at,
        why=row.why,
        item=row.item_id,
        version=row.version,
        goes_to=None if row.goes_to is None else _for_whom(row.goes_to),
        held_until=row.held_until,
        answers=row.answers,
    )


def _names(role: str, person: Person | None) -> dict[str, str | None]:
    return {
        f"{role}_address": person.address if person else None,
        f"{role}_name": person.name if person else None,
    }


def _person(name: str | None, address: str | None) -> Person | None:
    return None if name is None or address is None else Person(name, address)


def _data(said: ItemText | Asked) -> dict[str, Any]:
    """Plain data: sets sorted, days as ISO text."""
    data = asdict(said)
    data["for_whom"] = _for_whom_data(data["for_whom"])
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in data.items()}


def _for_whom_data(data: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    return {group: sorted(names) for group, names in data.items()}


def _text(data: Mapping[str, Any]) -> ItemText:
    return ItemText(**_read(data) | {"consent": Consent(data.get("consent", Consent.UNKNOWN))})


def _asked(data: Mapping[str, Any]) -> Asked:
    return Asked(**_read(data) | {"kind": RequestKind(data["kind"])})


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    """What texts and requests have in common: for whom, days and lists."""
    read = dict(data) | {"for_whom": _for_whom(data.get("for_whom", {}))}
    for name in ("closes", "deadline"):
        if data.get(name):
            read[name] = date.fromisoformat(data[name])
    return read | {name: tuple(data[name]) for name in ("links", "documents") if name in data}


def _for_whom(data: Mapping[str, Any]) -> ForWhom:
    groups = {group: frozenset(names) for group, names in data.items()}
    groups |= {"phases": frozenset(map(Phase, data.get("phases", ())))}
    return ForWhom(**groups | {"roles": frozenset(map(Role, data.get("roles", ())))})
