"""How does a reviewer come to see what a sender attached?

They can ask the sender a question; the sender may attach words of the mail. To see them takes a reason,
another reviewer who agrees, and ends after a quarter of an hour. Each time that anything is shown, all of it
is looked at again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMoveKind, words_said
from app.domain.errors import CaseError
from app.domain.reveal import Attached, Reveal, RevealState
from app.review.desk import ReviewDesk, Sitting


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody may read at this moment, and until when."""

    texts: Sequence[tuple[Attached, str]]
    reveal: Reveal
    until: datetime


def ask_sender(at: Sitting, question: str) -> Case:
    """Put a question to the sender, who reads it on their own page."""
    asked = at.opened.sender_asked(at.by)
    return at.keep(asked, CaseMoveKind.ASKED_SENDER, words_said(question, "question"))


def ask_reveal(at: Sitting, why: str) -> Case:
    """Wish to see what is attached. Raises CaseError as Case.reveal_asked does, and while it is covered."""
    wanted = at.opened.reveal_asked(at.by, at.desk.clock.now(), why)
    return at.keep(wanted, CaseMoveKind.ASKED_REVEAL, why)


def answer_reveal(at: Sitting, *, is_agreed: bool) -> Case:
    """The second person's answer. Raises CaseError when they asked themselves, or it is about their mail."""
    sender = at.desk.cases.sender(at.number)
    answered = at.case.reveal_answered(at.by, at.desk.clock.now(), sender, is_agreed=is_agreed)
    kind = CaseMoveKind.AGREED_REVEAL if is_agreed else CaseMoveKind.DECLINED_REVEAL
    return at.keep(answered, kind)


def look(at: Sitting) -> Shown:
    """Begin to look, or go on for what is left of the quarter of an hour.

    Raises:
        CaseError: nobody agreed, it is over, the case is covered, stopped, closed or another's now.
    """
    case, now = at.opened, at.desk.clock.now()
    if not case.shows_to(at.by, now):
        case = case.shown(at.by, now)
        second = case.reveal.second if case.reveal else None
        at.keep(case, CaseMoveKind.WAS_SHOWN, case.reveal.why if case.reveal else "", second)
    return _shown(at, case)


def go_on_looking(at: Sitting) -> Shown:
    """The same for who has begun: it begins nothing."""
    case = at.opened
    if not case.shows_to(at.by, at.desk.clock.now()):
        raise CaseError("The quarter of an hour is over, or nobody has agreed to it. Ask again.")
    return _shown(at, case)


def waiting_reveals(desk: ReviewDesk) -> Sequence[Case]:
    """The cases in which somebody waits for a second person, the longest first."""
    now, claimed = desk.clock.now(), desk.cases.cases((CaseState.CLAIMED,))
    asked = [case for case in claimed if case.reveal and case.reveal.state(now) is RevealState.ASKED]
    return sorted(asked, key=lambda case: case.reveal.asked_at if case.reveal else now)


def _shown(at: Sitting, case: Case) -> Shown:
    reveal = case.reveal
    if reveal is None:
        raise CaseError("Nothing is shown.")
    texts = at.desk.cases.words(at.number)
    return Shown(tuple(one for one in texts if one[0].at <= reveal.asked_at), reveal, reveal.ends)
