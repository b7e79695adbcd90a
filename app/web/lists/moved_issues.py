"""What would another calendar do to the issues of the bulletin that are being put together?"""

from app.bulletin.coming import Moved, moved_by
from app.domain.issue import IssueState
from app.web.forms import Posted
from app.web.lists.held import HeldDocument, calendar_of
from app.web.pages import counted, in_hours, in_weekdays
from app.web.state import WebState


def moved_issues(site: WebState, one: HeldDocument, text: str) -> list[str]:
    """A sentence for each issue that a text of the calendar moves, or cannot move any more.

    Nobody saves it without having read them.
    """
    if one.document.id != "calendar" or not text:
        return []
    desk = site.desk.desk
    moved = moved_by(desk.book.issues(), calendar_of(one), calendar_of(one, text), desk.today)
    return [_said(each) for each in moved]


def are_told(form: Posted, moved: list[str]) -> bool:
    """Whether the page that was sent had told of exactly these."""
    return list(form.every("told")) == moved


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
