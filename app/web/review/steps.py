"""Which button of a case does what?"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.domain.case_move import Purpose
from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.errors import CaseError
from app.review.decide import (
    Asked,
    decide,
    hold,
    lift_hold,
    question_conduct,
    record_advice,
    record_wishes,
)
from app.review.desk import Sitting
from app.review.open_case import claim, hand_over, let_go, open_case
from app.review.reveal import answer_reveal, ask_reveal, ask_sender, look
from app.web.forms import Posted
from app.web.review.room import ReviewRoom

PLACES = frozenset(
    {
        "ruling",
        "why",
        "whom",
        "advice",
        "day",
        "hold_why",
        "owner",
        "review_on",
        "lift_why",
        "wishes",
        "police",
        "to",
        "question",
        "reveal_why",
    }
)
"""The fields at which something can be wrong."""
Step = Callable[[ReviewRoom, Sitting, Posted], object]
_T = TypeVar("_T", bound=StrEnum)


def _open(room: ReviewRoom, at: Sitting, _: Posted) -> object:
    visit = room.desk.cases.visit(at.by)
    return open_case(at, visit.purpose if visit else Purpose.FAULT)


def _hand_over(room: ReviewRoom, at: Sitting, form: Posted) -> object:
    to = next((p for p in room.reviewers(at.by.address) if p.address == form.text("to")), None)
    if to is None:
        raise CaseError("Choose who shall go on with it.", "to")
    return hand_over(at, to)


def _decide(_: ReviewRoom, at: Sitting, form: Posted) -> object:
    return decide(at, _chosen(Ruling, form, "ruling", "Choose how it ends."), form.whole("why"))


def _advice(_: ReviewRoom, at: Sitting, form: Posted) -> object:
    asked = Asked(form.text("whom"), form.whole("advice"), _day(form, "day"))
    return record_advice(at, asked)


def _hold(room: ReviewRoom, at: Sitting, form: Posted) -> object:
    said = form.text("owner")
    owner = next((p for p in room.reviewers(at.by.address) if p.address == said), None)
    if said and owner is None:
        raise CaseError("Choose who answers for it.", "owner")
    return hold(at, form.whole("hold_why"), _day(form, "review_on"), owner)


def _wishes(_: ReviewRoom, at: Sitting, form: Posted) -> object:
    police = _chosen(Police, form, "police", "Say whether they were asked about the police.")
    return record_wishes(at, Wishes(form.whole("wishes"), police))


STEPS: Mapping[str, Step] = {
    "open": _open,
    "claim": lambda _, at, __: claim(at),
    "let-go": lambda _, at, __: let_go(at),
    "hand-over": _hand_over,
    "decide": _decide,
    "question": lambda _, at, __: question_conduct(at),
    "advice": _advice,
    "hold": _hold,
    "lift": lambda _, at, form: lift_hold(at, form.whole("lift_why")),
    "wishes": _wishes,
    "ask-sender": lambda _, at, form: ask_sender(at, form.whole("question")),
    "ask-reveal": lambda _, at, form: ask_reveal(at, form.whole("reveal_why")),
    "agree": lambda _, at, __: answer_reveal(at, is_agreed=True),
    "decline": lambda _, at, __: answer_reveal(at, is_agreed=False),
    "look": lambda _, at, __: look(at),
}


def _chosen(kind: type[_T], form: Posted, name: str, otherwise: str) -> _T:
    """Which of a few somebody ticked. Raises CaseError for none of them."""
    said = form.text(name)
    if said not in set(kind):
        raise CaseError(otherwise, name)
    return kind(said)


def _day(form: Posted, name: str) -> date:
    """A day as a browser sends it. Raises CaseError for anything else."""
    try:
        return date.fromisoformat(form.text(name))
    except ValueError as error:
        raise CaseError("Give the day, as in 2026-11-30.", name) from error
