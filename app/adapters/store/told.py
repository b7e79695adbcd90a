"""What do the stores tell the journal, in the very transaction in which they keep it?

Codes, ids and counts. A person is told of by the same code as in the records of checks.
"""

import hashlib
from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Connection

from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.case import Case
from app.domain.case_move import CaseMove, CaseMoveKind, Visit
from app.domain.case_notes import Ruling
from app.domain.choice import Choice
from app.domain.draft import Moment
from app.domain.issue import Issue
from app.domain.item import Item, Move, MoveKind
from app.domain.journal import Entry, Fact, Kind, as_id
from app.domain.rights import AccessRequest, AccessState
from app.domain.verdict import Mode
from app.ports import CheckRecord, PackVersion

_DECISIONS = frozenset(
    {
        RequestState.APPROVED,
        RequestState.PASSED_ON,
        RequestState.TURNED,
        RequestState.DECLINED,
        RequestState.WITHDRAWN,
    }
)
_ABOUT_ITEMS = frozenset(
    {
        MoveKind.SENT_BACK,
        MoveKind.MADE_READY,
        MoveKind.PLACED,
        MoveKind.TAKEN_OUT,
        MoveKind.DECLINED,
        MoveKind.MERGED,
        MoveKind.TAKEN_UP,
        MoveKind.TURNED_BACK,
    }
)
_MOST_RULES = 200


class Telling(Protocol):
    """The journal, as stores know it."""

    def code(self, person: str) -> str:
        """What stands for an address or key of a person; empty for nobody known."""
        ...

    def write(self, connection: Connection, *entries: Entry) -> None:
        """The last thing that is done in a transaction: others wait from here to its end."""
        ...


class _Untold:
    """For a store that stands alone, as in a trial: nothing is told."""

    def code(self, person: str) -> str:
        """Nobody."""
        del person
        return ""

    def write(self, connection: Connection, *entries: Entry) -> None:
        """Let it go."""


UNTOLD: Telling = _Untold()


def checked(record: CheckRecord) -> tuple[Entry, ...]:
    """A check at Send; while somebody writes nothing is told."""
    if record.moment != Moment.SEND:
        return ()
    loud = {as_id(str(said["rule"])) for said in record.rules if said.get("mode") != Mode.TRIAL}
    facts: dict[str, Fact] = {
        "sender": record.sender_hash,
        "draft": record.draft_hash,
        "verdict": as_id(record.verdict),
        "channel": as_id(record.channel),
        "rules": tuple(sorted(loud)[:_MOST_RULES]),
        "not_checked": tuple(sorted({as_id(check) for check in record.not_checked})[:_MOST_RULES]),
        "policy": as_id(str(record.versions.get("policy", "")).rpartition("@")[2]),
    }
    return (Entry(Kind.CHECK, facts),)


def answered(choice: Choice) -> Entry:
    """What somebody did with a card."""
    facts: dict[str, Fact] = {
        "sender": choice.sender_hash,
        "rule": as_id(choice.rule),
        "finding": as_id(choice.finding),
        "chosen": choice.chosen.value,
        "reason": choice.reason.value,
    }
    return Entry(Kind.OVERRIDE, facts)


def changed(version: PackVersion, journal: Telling) -> Entry:
    """A new version of a pack or list; its text by its hash."""
    facts: dict[str, Fact] = {
        "pack": as_id(version.pack),
        "version": version.number,
        "follows": version.follows,
        "text": hashlib.sha256(version.text.encode()).hexdigest(),
        "by": journal.code(version.saved_by),
    }
    return Entry(Kind.POLICY_CHANGE, facts)


def opened(addresses: int, purpose: str, by: str, journal: Telling) -> Entry:
    """Sealed addresses were opened."""
    facts: dict[str, Fact] = {"addresses": addresses, "purpose": as_id(purpose), "by": journal.code(by)}
    return Entry(Kind.LOOKUP, facts)


def published(issue: Issue, journal: Telling) -> Entry:
    """An issue of the bulletin was published, stopped, or went out."""
    by = issue.published_by.address if issue.published_by else ""
    facts: dict[str, Fact] = {
        "what": f"bulletin/{issue.key}",
        "state": issue.state.value,
        "items": len(issue.order),
        "by": journal.code(by),
    }
    return Entry(Kind.PUBLISH, facts)


def decided(request: BulkRequest, journal: Telling) -> tuple[Entry, ...]:
    """Somebody decided on a request, or its mail was stopped or went out."""
    by = journal.code(request.decided_by.address if request.decided_by else "")
    about = as_id(request.id)
    decision = request.state.value if request.state in _DECISIONS else ""
    if request.state is RequestState.ASKED and by:
        decision = "taken-up"
    if decision:
        facts: dict[str, Fact] = {"about": about, "what": "request", "by": by, "decided": decision}
        return (Entry(Kind.DECISION, facts),)
    what = f"request/{about}"
    return (Entry(Kind.PUBLISH, {"what": what, "state": request.state.value, "items": 1, "by": by}),)


def stepped(case: Case, move: CaseMove, journal: Telling) -> Entry:
    """A step that changed a case; what somebody was shown is told with both who let it be so."""
    if move.kind is CaseMoveKind.WAS_SHOWN:
        second = journal.code(move.to.address if move.to else "")
        by = journal.code(move.by.address)
        return Entry(Kind.REVEAL, {"about": as_id(case.id), "by": by, "second": second})
    ruling = case.decision.ruling if case.decision and move.kind is CaseMoveKind.DECIDED else None
    return reviewed(case.id, move, journal, ruling)


def came_in(visit: Visit, journal: Telling) -> Entry:
    """Somebody came into the review room, for one purpose."""
    return administered("came-into-review", visit.purpose.value, 1, visit.by.address, journal)


def reviewed(number: str, move: CaseMove, journal: Telling, ruling: Ruling | None = None) -> Entry:
    """A step of a case; opening one opens the sealed address of its sender."""
    by, about = move.by.address, as_id(number)
    if move.kind is CaseMoveKind.OPENED:
        return opened(1, f"case/{about}/{move.purpose}", by, journal)
    said = move.kind.value if ruling is None else ruling.value
    return Entry(
        Kind.DECISION, {"about": about, "what": "case", "by": journal.code(by), "decided": as_id(said)}
    )


def moved(moves: Iterable[tuple[Item, Move]], journal: Telling) -> tuple[Entry, ...]:
    """What editors decided about items."""
    return tuple(
        Entry(
            Kind.DECISION,
            {
                "about": as_id(item.id),
                "what": "item",
                "by": journal.code(move.by.address),
                "decided": move.kind.value,
            },
        )
        for item, move in moves
        if move.kind in _ABOUT_ITEMS
    )


def administered(action: str, about: str, count: int, by: str, journal: Telling) -> Entry:
    """A register, or the directory, was changed."""
    facts: dict[str, Fact] = {
        "action": action,
        "about": as_id(about),
        "count": count,
        "by": journal.code(by),
    }
    return Entry(Kind.ADMINISTRATION, facts)


def asked_for(request: AccessRequest, journal: Telling) -> tuple[Entry, ...]:
    """A step of a request for what is held about somebody; taking the file is a look at it."""
    step, about = request.state, as_id(request.id)
    if step is AccessState.TAKEN:
        by = request.taken_by.address if request.taken_by else ""
        return (opened(1, f"subject-access/{about}", by, journal),)
    is_decided = step is AccessState.READY and request.second is not None
    by = request.second.address if is_decided and request.second else request.by.address
    decided = "with-others" if is_decided and request.with_others else step.value
    facts: dict[str, Fact] = {
        "about": about,
        "what": "subject-access",
        "by": journal.code(by),
        "decided": decided,
    }
    return (Entry(Kind.DECISION, facts),)
