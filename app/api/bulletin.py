"""When does the next issue of the bulletin go out?"""

from http import HTTPStatus

from fastapi import APIRouter

from app.api.caller import CallerRoute, Sender
from app.api.problems import problem_responses
from app.api.replies import issue_reply
from app.api.schemas import NextIssueReply
from app.api.state import State
from app.bulletin.build_issue import week

router = APIRouter(prefix="/api/v1/bulletin", tags=["bulletin"], route_class=CallerRoute)


@router.get(
    "/next",
    responses=problem_responses(HTTPStatus.TOO_MANY_REQUESTS),
)
def next_issue(_sender: Sender, state: State) -> NextIssueReply:
    """The next issue, its cut-off, and why if there is none this week."""
    desk = state.bulletin.desk
    issue = desk.next_issue()
    if issue is None:
        reason = (
            "The calendar holds no further issue. Ask the Communications Team to add the next school year."
        )
        return NextIssueReply(issue=None, reason=reason)
    reason = ""
    now, calendar = desk.clock.now(), desk.calendar()
    if calendar.missing_issue(now) is not None or week(desk).missing is not None:
        reason = "Schools are away, so no issue goes out this week. This is the first after the break."
    return NextIssueReply(issue=issue_reply(issue), reason=reason)
