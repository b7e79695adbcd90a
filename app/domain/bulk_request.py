"""What becomes of a request for mail that does not fit the bulletin?

Urgent mail, mail to a chosen set of schools, and a note to the schools of a cluster are asked for; the
Communications Team (or the local officer) approves one, declines it, or turns it into an item.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.domain.errors import BulletinError
from app.domain.for_whom import ForWhom
from app.domain.item import BODY_MAX, DOCUMENTS_MAX, WHY_MAX, Person

SUBJECT_MAX = 120


class RequestKind(StrEnum):
    """What is asked for."""

    URGENT = "urgent"
    CHOSEN = "chosen"
    """For a set of schools chosen for a reason."""
    CLUSTER_NOTE = "cluster-note"
    """For the schools of a cluster, by their local officer."""


class RequestState(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    APPROVED = "approved"
    GOING_OUT = "going-out"
    OUT = "out"
    PASSED_ON = "passed-on"
    """Given to the local officer."""
    TURNED = "turned-into-item"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


NEVER_OUT = frozenset(
    {RequestState.PASSED_ON, RequestState.TURNED, RequestState.DECLINED, RequestState.WITHDRAWN}
)
"""Those that ended without a mail-out; they are deleted after a while."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sender asks for. `duty` names the return or law; `deadline` is when it must be done."""

    kind: RequestKind
    subject: str
    body: str
    for_whom: ForWhom
    reason: str
    duty: str = ""
    deadline: date | None = None
    officer: str = ""
    """The local officer of a cluster note."""
    documents: tuple[str, ...] = ()

    def faults(self) -> dict[str, str]:
        """What is wrong, by field, in words for whoever fills the form; empty when it may be sent."""
        found = self._missing()
        if not self.subject.strip() or len(self.subject) > SUBJECT_MAX or not self.subject.isprintable():
            found["subject"] = f"Write a subject of at most {SUBJECT_MAX} characters, on one line."
        if not self.body.strip() or len(self.body) > BODY_MAX:
            found["body"] = f"Write what schools shall read, in at most {BODY_MAX} characters."
        for name in ("reason", "duty", "officer"):
            if len(getattr(self, name)) > WHY_MAX:
                found[name] = f"Say it in at most {WHY_MAX} characters."
        if len(self.documents) > DOCUMENTS_MAX:
            found["documents"] = f"Give at most {DOCUMENTS_MAX} documents."
        return found

    def _missing(self) -> dict[str, str]:
        """What this kind of request needs beside its words."""
        found: dict[str, str] = {}
        if self.kind is RequestKind.URGENT:
            if not self.duty.strip():
                found["duty"] = "Name the law, return or national deadline that makes it urgent."
            if self.deadline is None:
                found["deadline"] = "Give the day by which schools must act."
            return found
        if self.kind is RequestKind.CHOSEN and self.for_whom.is_everybody:
            found["for_whom"] = "Say which schools it is for."
        if self.kind is RequestKind.CLUSTER_NOTE and not self.for_whom.clusters:
            found["for_whom"] = "Name the cluster."
        if not self.reason.strip():
            found["reason"] = "Say why these schools, in a sentence."
        return found


@dataclass(frozen=True, slots=True)
class BulkRequest:
    """A request as it stands. `urgency` is what the urgency test said when it was asked, in facts."""

    id: str
    asked: Asked
    sender: Person
    asked_at: datetime
    urgency: Mapping[str, Any]
    state: RequestState = RequestState.ASKED
    decided_by: Person | None = None
    decided_at: datetime | None = None
    why: str = ""
    item: str = ""
    """The item that it was turned into."""
    version: int = 1

    def decided(
        self, state: RequestState, by: Person, at: datetime, why: str = "", item: str = ""
    ) -> "BulkRequest":
        """Once somebody decided.

        Raises:
            BulletinError: it was decided already, or a reason is missing.
        """
        if state not in _NEXT[self.state] or state in _GOES:
            raise BulletinError("That cannot be done: somebody has decided on this request already.")
        if state is RequestState.DECLINED and not why.strip():
            raise BulletinError("Say why, in a sentence.", "why")
        if len(why) > WHY_MAX:
            raise BulletinError(f"Say why in at most {WHY_MAX} characters.", "why")
        if state is RequestState.WITHDRAWN and by.address != self.sender.address:
            raise BulletinError("Only the person who asked can take a request back.")
        return replace(
            self,
            state=state,
            decided_by=by,
            decided_at=at,
            why=why,
            item=item,
            version=self.version + 1,
        )

    def moved_on(self, state: RequestState) -> "BulkRequest":
        """On its way out, or gone out; raises BulletinError from anywhere else."""
        if state not in _NEXT[self.state] or state not in _GOES:
            raise BulletinError("This request cannot go out: it was not approved, or has gone out.")
        return replace(self, state=state, version=self.version + 1)


_GOES = frozenset({RequestState.GOING_OUT, RequestState.OUT})
_NEXT: Mapping[RequestState, frozenset[RequestState]] = {state: frozenset() for state in RequestState} | {
    RequestState.ASKED: frozenset(
        {
            RequestState.APPROVED,
            RequestState.PASSED_ON,
            RequestState.TURNED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN,
        }
    ),
    RequestState.APPROVED: frozenset({RequestState.GOING_OUT}),
    RequestState.GOING_OUT: frozenset({RequestState.OUT}),
}
