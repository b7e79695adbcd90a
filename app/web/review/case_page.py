"""What does the page of one case show?

Covered, no more than the queue; opened, whose mail it was, what was seen, and the forms to go on with.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi import Request, Response

from app.domain.caller import Caller
from app.domain.case import OPEN_FOR, Case, CaseMoveKind, CaseState, Police, Purpose, Ruling
from app.review.desk import Sitting
from app.web.forms import Posted
from app.web.review.room import ReviewRoom
from app.web.review.rooms import WORDS, review_page, row, title_of

_DONE: Mapping[str, str] = {
    "open": "It is open for you. Its sender reads that you looked.",
    "claim": "You have claimed it.",
    "let-go": "Anybody may take it now.",
    "hand-over": "It is handed over.",
    "decide": "It is decided. Its sender reads how it ended.",
    "question": "It has stopped. Ask the senior person before anything else.",
    "advice": "It is noted. You can go on.",
    "hold": "It is held as evidence.",
    "lift": "The hold is lifted.",
    "wishes": "It is noted.",
}
_HINTS: Mapping[Ruling, str] = {
    Ruling.FINE: "Nothing has to follow.",
    Ruling.WRONG_WARNING: "The rule should not have spoken.",
    Ruling.COACH: "They read your words on their own page.",
    Ruling.ESCALATE: "Only after the senior person was asked.",
}
PURPOSES = [
    (Purpose.ABUSE.value, WORDS[Purpose.ABUSE], "Threats, lists of addresses, data that leaves."),
    (Purpose.FAULT.value, WORDS[Purpose.FAULT], "A warning that seems wrong, or did not help."),
]
RULINGS = [(ruling.value, WORDS[ruling], _HINTS[ruling]) for ruling in Ruling]
POLICE = [(one.value, WORDS[one], "") for one in Police]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the forms, what is wrong with it by field, and what was done before."""

    form: Posted | None = None
    wrong: Mapping[str, str] = field(default_factory=dict)
    done: str = ""

    def text(self, name: str) -> str:
        """What somebody typed into a field."""
        return self.form.whole(name) if self.form else ""


def case_page(request: Request, room: ReviewRoom, person: Caller, at: Sitting, typed: Typed) -> Response:
    """The page."""
    found, history = at.case, room.desk.cases.history(at.number)
    opened = next(
        (m for m in reversed(history) if m.kind is CaseMoveKind.OPENED and m.by.address == at.by.address),
        None,
    )
    known = {
        "case": found,
        "row": row(found, person),
        "title": title_of(room, found.flagged.rule),
        "typed": typed,
        "wrong": typed.wrong,
        "done": _DONE.get(typed.done, ""),
        "purposes": PURPOSES,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if typed.wrong else HTTPStatus.OK
    if opened is None or not at.is_open:
        return review_page(request, "covered.html", status, **known)
    return review_page(
        request,
        "case.html",
        status,
        **known,
        sender=room.desk.cases.sender(at.number),
        opened=opened,
        until=opened.at + OPEN_FOR,
        history=history,
        alike=_alike(room, found),
        accuracy=room.policy().accuracy(found.flagged.rule),
        senior=room.senior,
        is_open=found.state is not CaseState.CLOSED,
        is_stopped=found.state is CaseState.WITH_SENIOR,
        rulings=RULINGS,
        police=POLICE,
        reviewers=[(p.address, p.name) for p in room.reviewers(at.by.address)],
    )


def _alike(room: ReviewRoom, found: Case) -> Mapping[str, int]:
    """How cases alike ended, in words; those that are open are counted together."""
    ended = (case.decision.ruling.value if case.decision else "" for case in room.desk.cases.alike(found))
    return {
        WORDS[ruling] if ruling else "Still open": number for ruling, number in Counter(ended).most_common()
    }
