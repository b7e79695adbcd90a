"""Who may see what is in a case, and who takes it on?

It is covered until somebody opens it for one of two purposes; that is kept, and its sender reads it.
"""

from app.domain.case import Case
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose
from app.domain.item import Person
from app.review.desk import Sitting, require_not_own


def open_case(at: Sitting, purpose: Purpose) -> Case:
    """Uncover it for a working day. Raises CaseError when it is about a mail of the reviewer's own."""
    found = at.case
    require_not_own(at.desk, at.number, at.by)
    at.desk.cases.note(at.number, CaseMove(CaseMoveKind.OPENED, at.desk.clock.now(), at.by, purpose=purpose))
    return found


def claim(at: Sitting) -> Case:
    """Take it on, opened or not. Raises CaseError when somebody has, or it is about a mail of their own."""
    claimed = at.case.claimed(at.by)
    require_not_own(at.desk, at.number, at.by)
    return at.keep(claimed, CaseMoveKind.CLAIMED)


def let_go(at: Sitting) -> Case:
    """Leave it to anybody."""
    return at.keep(at.case.let_go(at.by), CaseMoveKind.LET_GO)


def hand_over(at: Sitting, to: Person) -> Case:
    """Give it to another reviewer. Raises CaseError when it is about a mail of theirs."""
    handed = at.case.handed_over(at.by, to)
    require_not_own(at.desk, at.number, to)
    return at.keep(handed, CaseMoveKind.HANDED_OVER, to=to)
