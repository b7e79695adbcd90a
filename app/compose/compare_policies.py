"""What would each of several policies say about one draft?

For trying a change: the draft is read once and nothing is kept.
"""

from collections.abc import Sequence

from app.checks import look
from app.compose.place_findings import place_findings
from app.compose.read_draft import Surroundings, read_draft
from app.domain.draft import Draft, Moment
from app.domain.verdict import Verdict
from app.policy.circumstances import Occasion, circumstances_of
from app.policy.judge import judge
from app.policy.policy import Policy


def compare_policies(
    draft: Draft, moment: Moment, around: Surroundings, policies: Sequence[Policy]
) -> tuple[Verdict, ...]:
    """The verdict of each policy, in their order."""
    reading = read_draft(draft, around)
    seen, failed = look(reading)
    findings = place_findings(seen, reading)
    calendar = around.calendar()
    issue = calendar.next_issue(draft.sending_at)
    is_late = calendar.missing_issue(draft.sending_at) is not None
    known = circumstances_of(reading, Occasion(moment, issue, is_late))
    return tuple(judge(policy, known, findings, (*reading.unread, *failed)) for policy in policies)
