"""How is a verdict said in words?

In one line for the small bar in Outlook, the table of the command line and the live region ("14
schools · goes in the e-bulletin · 2 things to check"), and in full for a terminal.
"""

from app.compose.checked import Checked
from app.domain.audience import Audience
from app.domain.draft import Readership
from app.domain.verdict import Advice, Channel, Doubt, NextIssue, Route, Severity, Verdict, Why

_ROUTES = {
    Channel.BULLETIN: "goes in the e-bulletin",
    Channel.COMMUNICATIONS_TEAM: "ask the Communications Team",
    Channel.LOCAL_OFFICER: "goes to the local officer",
    Channel.SECURE_CHANNEL: "use the secure channel",
    Channel.TELEPHONE: "telephone instead",
    Channel.UNKNOWN_AUDIENCE: "how many schools is it for?",
}


_ASKED = {
    Doubt.LAW: "does a law set the deadline?",
    Doubt.CHOSEN: "is it for just these schools?",
}
"""Instead of a route, while that is open."""

_THEN = {
    Channel.BULLETIN: "it goes in the e-bulletin",
    Channel.COMMUNICATIONS_TEAM: "ask the Communications Team",
}

_READERS = {
    Readership.ONE_FAMILY: "For one family",
    Readership.FAMILIES: "For several families",
    Readership.STAFF: "For staff",
    Readership.PUBLIC: "For anybody to read",
}


def summarise(audience: Audience, verdict: Verdict, readership: Readership | None = None) -> str:
    """Who reads it, where it goes, how much there is to look at."""
    readers = _READERS[readership] if readership else _readers(audience)
    parts = [readers, _way(verdict.route), _to_check(verdict)]
    said = [part for part in parts if part]
    tips = _count(len(verdict.advice), "tip") if verdict.advice else "Nothing to check yet"
    return " · ".join(said) if said else tips


def _way(route: Route) -> str:
    return _ASKED[route.question.doubt] if route.question else _ROUTES.get(route.channel, "")


def channels(route: Route) -> str:
    """The channel; while a question is open, every one that an answer leads to."""
    if route.question is None:
        return route.channel.value
    return " or ".join(answer.channel.value for answer in route.question.answers) + "?"


def in_full(label: str, checked: Checked) -> str:
    """Everything a verdict says, as plain lines."""
    verdict = checked.verdict
    lines = [f"{label}: {verdict.severity.value} · {summarise(checked.reading.audience, verdict)}"]
    lines += [f"  {reason.message}" for reason in verdict.route.reasons]
    lines += [f"  {line}" for line in _asked(verdict.route)]
    if verdict.route.issue:
        lines.append(f"  {_issue(verdict.route.issue)}")
    for advice in verdict.advice:
        lines += ["", *(f"  {line}" for line in _advice(advice))]
    lines += [f"  Not checked: {unchecked.reason}" for unchecked in verdict.not_checked]
    return "\n".join(lines)


def _asked(route: Route) -> list[str]:
    """The question that is open, and what follows from each answer."""
    if route.question is None:
        return []
    answers = route.question.answers
    return [route.question.asks, *(f"- {a.label}. Then {_THEN[a.channel]}." for a in answers)]


def _issue(issue: NextIssue) -> str:
    day, cut_off = issue.goes_out, issue.cut_off
    return (
        f"Next issue: {day:%A} {day.day} {day:%B %Y}, "
        f"cut-off {cut_off:%A} {cut_off.day} {cut_off:%B} at {cut_off:%H:%M}."
    )


def _advice(advice: Advice) -> list[str]:
    clause = advice.clause
    return [
        f"[{advice.severity.value}] {advice.title}",
        f"  {advice.message}",
        *(f"  Found: {span.excerpt}" for span in advice.spans if span.excerpt),
        *(f"  Do: {action.label}{f' ({action.href})' if action.href else ''}" for action in advice.actions),
        f"  Policy: {clause.source}, {clause.section}: “{clause.quote}”",
    ]


def _readers(audience: Audience) -> str:
    least = "at least " if audience.is_lower_bound else ""
    if audience.schools:
        return f"{least}{_count(audience.schools, 'school')}"
    if audience.recipients:
        outside = f", {audience.members_outside} of them outside" if audience.members_outside else ""
        return f"{least}{_count(audience.people, 'person', 'people')}{outside}"
    return ""


def _to_check(verdict: Verdict) -> str:
    quiet = (one.advice for one in verdict.set_aside if one.why is not Why.ANSWERED)  # the pane shows them
    count = sum(advice.severity > Severity.INFO for advice in (*verdict.advice, *quiet))
    return f"{_count(count, 'thing')} to check" if count else ""


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
