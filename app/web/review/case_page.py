"""What does the page of one case show?

Covered, no more than the queue; opened, whose mail it was, what was seen, and the forms to go on with.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus

from fastapi import Request, Response

from app.domain.calendar import in_london
from app.domain.caller import Caller
from app.domain.case import Case, CaseState
from app.domain.case_move import OPEN_FOR, CaseMove, CaseMoveKind, is_same
from app.domain.case_notes import Police, Ruling
from app.review.attach import question_for_sender
from app.review.desk import Sitting, is_whose, queue
from app.web.forms import Posted
from app.web.review.around import around
from app.web.review.enter import purpose_of
from app.web.review.phones import is_phone
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
    "ask-sender": "Your question stands on the sender’s own page.",
    "ask-reveal": "Another reviewer sees that you ask, and why.",
    "agree": "They may look now, for a quarter of an hour.",
    "decline": "They read that you declined.",
    "over": "The quarter of an hour is over, and it is covered again.",
}
_DONE_WITH = frozenset({"decide", "let-go", "hand-over"})
"""After these a reviewer goes on with another case."""
_HINTS: Mapping[Ruling, str] = {
    Ruling.FINE: "The mail was right, or a slip was stopped. Nothing has to follow.",
    Ruling.WRONG_WARNING: "It is not what the rule is about.",
    Ruling.COACH: "It went, or was on its way, as it should not. They read your words on their own page.",
    Ruling.ESCALATE: "Somebody meant to hurt, to take away or to hide. The senior person is asked first.",
}
_SOON = timedelta(days=90)
"""When a hold is looked at again, unless somebody says another day."""
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
    """The page. Raises HTTPException, which leads to the door, when it is not known what they came in for."""
    purpose, found = purpose_of(request, room, person), at.case
    history, now = room.desk.cases.history(at.number), room.desk.clock.now()
    opened = next((move for move in reversed(history) if _is_opening(move, at)), None)
    reveal = found.reveal
    known = {
        "case": found,
        "row": row(found, person),
        "title": title_of(room, found.flagged.rule),
        "typed": typed,
        "wrong": typed.wrong,
        "done": _DONE.get(typed.done, ""),
        "purpose": purpose,
        "is_phone": is_phone(request),
        "asks": reveal.state(now).value if reveal else "",
        "is_done_with": typed.done in _DONE_WITH,
        "is_asker": reveal is not None and is_same(reveal.by, at.by),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if typed.wrong else HTTPStatus.OK
    if opened is None or not at.is_open:
        return review_page(request, "covered.html", status, **known)
    return review_page(
        request,
        "case.html",
        status,
        **known,
        **_inside(room, at, found),
        **_since(opened),
        history=history,
    )


def _inside(room: ReviewRoom, at: Sitting, found: Case) -> Mapping[str, object]:
    """What only the page of an opened case shows."""
    now, sender = room.desk.clock.now(), room.desk.cases.sender(at.number)
    reviewers = room.reviewers(at.by.address)
    others = [(p.address, p.name) for p in reviewers if not (sender and is_whose(sender, p))]
    return {
        "sender": sender,
        "around": around(found.flagged.signs),
        "alike": _alike(room, found),
        "accuracy": room.policy().accuracy(found.flagged.rule),
        "senior": room.senior,
        "seniors": [(name, name) for name in room.desk.seniors],
        "is_open": found.state is not CaseState.CLOSED,
        "is_stopped": found.state is CaseState.WITH_SENIOR,
        "rulings": RULINGS,
        "police": POLICE,
        "reviewers": others,
        "owners": [("", "Me"), *others],
        "today": in_london(now).date(),
        "soon": in_london(now).date() + _SOON,
        "is_due": found.is_due(in_london(now).date()),
        "question": question_for_sender(room.desk.cases, found),
        "policy": _Judged(
            found.flagged.policy.rpartition("@")[2], found.flagged.policy == room.policy().version
        ),
        "following": _following(room, at),
    }


@dataclass(frozen=True, slots=True)
class _Judged:
    """By which policy: the short name of its version, and whether that is in force now."""

    version: str
    is_now: bool


def _following(room: ReviewRoom, at: Sitting) -> tuple[Case, str] | None:
    """The first case that waits for anybody, with the title of its rule; None where none does."""
    waits = (
        case
        for one in queue(room.desk)
        for case in one.cases
        if case.state is CaseState.WAITING and case.id != at.number
    )
    case = next(waits, None)
    return (case, title_of(room, case.flagged.rule)) if case else None


def _since(opened: CaseMove) -> Mapping[str, object]:
    return {"opened": opened, "until": opened.at + OPEN_FOR}


def _is_opening(move: CaseMove, at: Sitting) -> bool:
    return move.kind is CaseMoveKind.OPENED and move.by.address == at.by.address


def _alike(room: ReviewRoom, found: Case) -> Mapping[str, int]:
    """How cases alike ended, in words; those that are open are counted together."""
    ended = (case.decision.ruling.value if case.decision else "" for case in room.desk.cases.alike(found))
    return {
        WORDS[ruling] if ruling else "Still open": number for ruling, number in Counter(ended).most_common()
    }
