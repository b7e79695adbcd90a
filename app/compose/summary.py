"""How is a verdict said in one line?

For the small bar in Outlook, the command line and the live region: "14 schools · goes in the
e-bulletin · 2 things to check".
"""

from app.domain.audience import Audience
from app.domain.verdict import Channel, Severity, Verdict

_ROUTES = {
    Channel.BULLETIN: "goes in the e-bulletin",
    Channel.COMMUNICATIONS_TEAM: "ask the Communications Team",
    Channel.LOCAL_OFFICER: "goes to the local officer",
    Channel.SECURE_CHANNEL: "use the secure channel",
    Channel.TELEPHONE: "telephone instead",
    Channel.UNKNOWN_AUDIENCE: "how many schools is it for?",
}


def summarise(audience: Audience, verdict: Verdict) -> str:
    """Who reads it, where it goes, how much there is to look at."""
    parts = [_readers(audience), _ROUTES.get(verdict.route.channel, ""), _to_check(verdict)]
    said = [part for part in parts if part]
    return " · ".join(said) if said else "Nothing to check yet"


def _readers(audience: Audience) -> str:
    least = "at least " if audience.is_lower_bound else ""
    if audience.schools:
        return f"{least}{_count(audience.schools, 'school')}"
    if audience.recipients:
        return f"{least}{_count(audience.people, 'person', 'people')}"
    return ""


def _to_check(verdict: Verdict) -> str:
    count = sum(advice.severity > Severity.INFO for advice in verdict.advice)
    return f"{_count(count, 'thing')} to check" if count else ""


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
