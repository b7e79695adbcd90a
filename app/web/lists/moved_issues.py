"""What would another calendar do to the issues of the bulletin that are being put together?"""

from app.bulletin.coming import Moved, moved_by
from app.bulletin.desk import BulletinDesk
from app.domain.calendar import SchoolCalendar
from app.domain.issue import IssueState
from app.web.pages import counted, in_hours, in_weekdays


def moved_issues(desk: BulletinDesk, calendar: SchoolCalendar, other: SchoolCalendar) -> list[str]:
    """A sentence for each issue that it moves, or cannot move any more."""
    return [_said(one) for one in moved_by(desk.book.issues(), calendar, other, desk.today)]


def _said(moved: Moved) -> str:
    before, after = moved.before, moved.after
    issue, day = f"Issue {before.key.number}", in_weekdays(before.goes_out)
    if before.state is not IssueState.OPEN:
        return f"{issue} is published, and goes out on {day} all the same. Stop it first to have it moved."
    holds = f"{issue} is open, with {counted(len(before.order), 'item')} in it"
    if before.goes_out == after.goes_out and before.cut_off == after.cut_off:
        return f"{holds}. No day is left for it after this, so it keeps {day}."
    closes = f"{in_weekdays(after.cut_off.date())} at {in_hours(after.cut_off)}"
    if before.goes_out == after.goes_out:
        return f"{holds}: it closes on {closes}."
    return f"{holds}: it moves from {day} to {in_weekdays(after.goes_out)}, and closes on {closes}."
