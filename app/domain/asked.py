"""What is asked for that does not fit the bulletin, and is it asked for in full?

A mail for all who have a duty in law soon, for a set of schools chosen for a reason, or for a cluster by its
local officer. What becomes of the request is told in `bulk_request`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.for_whom import ForWhom
from app.domain.item import WHY_MAX
from app.domain.item_text import BODY_MAX, DOCUMENTS_MAX
from app.domain.written import unreadable, wrong_line, wrong_text

SUBJECT_MAX = 120


class RequestKind(StrEnum):
    """What is asked for."""

    URGENT = "urgent"
    CHOSEN = "chosen"
    """For a set of schools chosen for a reason."""
    CLUSTER_NOTE = "cluster-note"
    """For the schools of a cluster, by their local officer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sender asks for. `duty` names the return or law; `deadline` is when it must be done.

    `is_chasing`: the return was due on that day, and schools that owe it are reminded. `draft_schools` is how
    many schools the draft was to, where that is known; `is_for_all` that its sender means all of them.
    """

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
    is_chasing: bool = False
    draft_schools: int | None = None
    is_for_all: bool = False

    def faults(self) -> dict[str, str]:
        """What is wrong, by field, in words for whoever fills the form; empty when it may be sent."""
        found = self._missing()
        if said := wrong_line("subject", self.subject, SUBJECT_MAX):
            found["subject"] = said
        if not self.body.strip() or len(self.body) > BODY_MAX:
            found["body"] = f"Write what schools shall read, in at most {BODY_MAX:,} characters."
        elif said := wrong_text("text", self.body, BODY_MAX):
            found["body"] = said
        for name in ("reason", "duty", "officer"):
            if len(getattr(self, name)) > WHY_MAX:
                found[name] = f"Say it in at most {WHY_MAX} characters."
            elif said := unreadable("line", getattr(self, name)):
                found[name] = said
        if len(self.documents) > DOCUMENTS_MAX:
            found["documents"] = f"Give at most {DOCUMENTS_MAX} documents."
        return found

    def _missing(self) -> dict[str, str]:
        """What this kind of request needs beside its words."""
        found: dict[str, str] = {}
        if self.draft_schools and self.for_whom.is_everybody and not self.is_for_all:
            to = "1 school" if self.draft_schools == 1 else f"{self.draft_schools} schools"
            found["for_whom"] = f"Your message is to {to}. Choose whether it goes there, or to every school."
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
