"""Where should this draft go?

One pure function holds the routing decision of the school e-communication policy (source 000), in
the order in which the policy asks its questions. Schools are counted, never addresses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.verdict import Alternative, Channel, Clause, Doubt, NextIssue, Question, Reason, Route
from app.policy.questions import question_on, why_asked

CASEWORK_SCHOOLS = 4
RUNG_SCHOOLS = 4
OFFICER_CLUSTERS = 2


@dataclass(frozen=True, slots=True)
class RouteFacts:
    """What the decision needs to know, gathered from the audience, the findings and the calendar.

    `is_clustered` says that the cluster of every school is known. `deadline` is the earliest statutory,
    national or legal one when `is_statutory`, else the earliest of any kind. `is_overdue` says that what
    is chased should have come already. `issue_is_delayed` says that no issue goes out in the coming week
    because schools are away. `is_sensitive` says that personal data, and `is_told` that somebody's
    private matter, would leave the organisation; `is_for_telephone` that a family is told what the
    policies want said by telephone; `is_better_said` that anybody is told, or asked, what goes better by
    voice or must be known to be read today. `is_idle` says that it is hearsay, a chain letter, or
    greetings and fun alone: no channel carries those. A reply to fewer than `reply_schools` is a
    conversation; so is a mail to as few from a school, or one that speaks to its readers in person, where
    no local officer has all of them. `is_in_confidence` says that all readers are addresses for what is
    told in confidence, such as a safeguarding lead's. `is_series` says that several schools were sent the
    same text one by one. `is_recognised` says that it comes from the address which may write to all
    schools. `doubts` are what is half heard and could change the route, with the `possible_deadline`
    where a law may stand behind a day.
    """

    today: date
    schools: int = 0
    clusters: int = 0
    is_clustered: bool = True
    has_unknown: bool = False
    is_casework: bool = False
    is_sensitive: bool = False
    is_told: bool = False
    is_for_telephone: bool = False
    is_better_said: bool = False
    is_idle: bool = False
    is_emergency: bool = False
    is_statutory: bool = False
    is_chasing: bool = False
    is_overdue: bool = False
    has_selection_reason: bool = False
    deadline: date | None = None
    issue: NextIssue | None = None
    issue_is_delayed: bool = False
    officers: tuple[str, ...] = ()
    is_from_officer: bool = False
    is_reply: bool = False
    is_from_school: bool = False
    is_in_person: bool = False
    is_in_confidence: bool = False
    is_recognised: bool = False
    is_series: bool = False
    doubts: frozenset[Doubt] = frozenset()
    possible_deadline: date | None = None
    reply_schools: int = 5
    urgent_days: int = 7


def is_urgent(facts: RouteFacts) -> bool:
    """Whether the policy's own meaning of urgent is met.

    A statutory, national or legal deadline, or chasing for a statutory return, less than
    `urgent_days` away; exactly that many is not less. When schools are away and the deadline comes
    before the next issue, the bulletin cannot carry it however far off it is. A real emergency is
    urgent by its nature (the policy names it and leaves it undefined).
    """
    if facts.is_emergency or facts.is_overdue:
        return True
    if not facts.is_statutory or facts.deadline is None:
        return False
    days = (facts.deadline - facts.today).days
    if days < 0:
        return facts.is_chasing
    return days < facts.urgent_days or _misses_delayed_issue(facts)


def has_issue_in_time(facts: RouteFacts) -> bool:
    """Whether an issue of the bulletin goes out before the deadline."""
    return facts.issue is not None and facts.deadline is not None and facts.issue.goes_out < facts.deadline


def decide(facts: RouteFacts, clauses: Mapping[Channel, Clause]) -> Route:
    """The channel, why, and what else may be right. `clauses` are the policy's words by channel."""
    channel, why = _channel(facts)
    question = _question(facts) if channel is Channel.BULLETIN else None
    cited = channel
    if question:
        cited, why = Channel.COMMUNICATIONS_TEAM, (why_asked(question, facts.schools),)
    return Route(
        channel=channel,
        reasons=tuple(Reason(message, clauses.get(cited)) for message in why),
        issue=facts.issue if channel in _SHOWS_ISSUE else None,
        alternatives=_alternatives(facts, channel),
        officers=facts.officers if channel is Channel.LOCAL_OFFICER else (),
        question=question,
    )


_TOLD = "Somebody's private matter is told, so it goes by the secure channel."
_SHOWS_ISSUE = frozenset({Channel.BULLETIN, Channel.UNKNOWN_AUDIENCE})


def _channel(facts: RouteFacts) -> tuple[Channel, tuple[str, ...]]:
    if facts.is_idle and not (facts.is_told or facts.is_sensitive):
        return Channel.SEND, ()
    if facts.is_emergency and not facts.has_unknown and 1 <= facts.schools <= RUNG_SCHOOLS:
        return Channel.TELEPHONE, ("An emergency: an e-mail may not be read in time, so ring.",)
    if facts.has_unknown and not _is_bulk_for_certain(facts):
        return Channel.UNKNOWN_AUDIENCE, (
            "A list, group or name here is not known. How many schools is it for?",
        )
    return _to_few(facts) if facts.schools <= 1 else _to_several(facts)


def _question(facts: RouteFacts) -> Question | None:
    """What to ask before it goes in the bulletin: of the law first, since that cannot wait."""
    if Doubt.LAW in facts.doubts:
        day = facts.possible_deadline
        if day is None or is_urgent(replace(facts, is_statutory=True, deadline=day)):
            return question_on(Doubt.LAW, facts.schools, day)
    return question_on(Doubt.CHOSEN, facts.schools, None) if Doubt.CHOSEN in facts.doubts else None


def _to_several(facts: RouteFacts) -> tuple[Channel, tuple[str, ...]]:
    if facts.is_casework and facts.schools <= CASEWORK_SCHOOLS:
        return Channel.SECURE_CHANNEL, (
            "This is casework about one child, so it goes by the secure channel.",
        )
    if facts.is_told:
        return Channel.SECURE_CHANNEL, (_TOLD,)
    if own := _own_business(facts):
        return Channel.SEND, (own,)
    if _fits_officer(facts):
        return Channel.LOCAL_OFFICER, (_officer_reason(facts),)
    if is_urgent(facts) or facts.has_selection_reason:
        return Channel.COMMUNICATIONS_TEAM, (_team_reason(facts),)
    return Channel.BULLETIN, _bulletin_reasons(facts)


def _to_few(facts: RouteFacts) -> tuple[Channel, tuple[str, ...]]:
    if facts.is_told or (facts.is_for_telephone and facts.schools):
        return Channel.SECURE_CHANNEL, (_TOLD,)
    if facts.is_for_telephone:
        return Channel.TELEPHONE, ("A family hears this best by telephone.",)
    if facts.is_sensitive:
        return Channel.SECURE_CHANNEL, ("Personal details go by the secure channel.",)
    if facts.is_better_said:
        return Channel.TELEPHONE, ("A call is surer here, and kinder, than a mail.",)
    if facts.schools == 1 and not facts.is_series:
        return Channel.SEND, ("One school: you can send this yourself.",)
    return Channel.SEND, ()


def _own_business(facts: RouteFacts) -> str:
    """Why a mail to several schools is the sender's own to send; empty when it is not."""
    is_few, is_officers = facts.schools < facts.reply_schools, _fits_officer(facts)
    is_talk = is_few and not is_officers
    whys = {
        "You write from the address that may write to all schools.": facts.is_recognised,
        "You are answering a few schools, so you can send this yourself.": is_few and facts.is_reply,
        "You write to a few safeguarding leads in confidence.": is_few and facts.is_in_confidence,
        "You are the local officer for these schools.": is_officers and facts.is_from_officer,
        "You write to a few people in person, so you can send this yourself.": is_talk and facts.is_in_person,
        "You write from one school to a few others, so you can send this yourself.": (
            is_talk and facts.is_from_school
        ),
    }
    return next((why for why, holds in whys.items() if holds), "")


def _is_bulk_for_certain(facts: RouteFacts) -> bool:
    """Whatever the unknown part holds, the known schools already go beyond an officer's clusters."""
    return facts.schools > 1 and not (facts.is_clustered and facts.clusters <= OFFICER_CLUSTERS)


def _fits_officer(facts: RouteFacts) -> bool:
    return facts.schools > 1 and facts.is_clustered and 1 <= facts.clusters <= OFFICER_CLUSTERS


def _misses_delayed_issue(facts: RouteFacts) -> bool:
    return (
        facts.issue_is_delayed
        and facts.deadline is not None
        and (facts.issue is None or facts.deadline <= facts.issue.goes_out)
    )


def _officer_reason(facts: RouteFacts) -> str:
    clusters = "one cluster" if facts.clusters == 1 else "two clusters"
    who = "The local officer" if len(facts.officers) <= 1 else "The local officers"
    return f"Every school here is in {clusters}. {who} can pass it on."


def _team_reason(facts: RouteFacts) -> str:
    if not is_urgent(facts):
        return "A chosen set of schools, for a stated reason."
    if facts.is_emergency:
        return "An emergency for several schools. The Communications Team can reach them at once."
    if _misses_delayed_issue(facts):
        return "The deadline comes before the next e-bulletin, because schools are away."
    if facts.is_chasing:
        return "You are chasing a statutory return that is overdue or due within a week."
    return "A statutory, national or legal deadline is less than a week away."


def _bulletin_reasons(facts: RouteFacts) -> tuple[str, ...]:
    reasons = [f"This is for {facts.schools} schools, so it goes in the e-bulletin."]
    if facts.issue is None:
        reasons.append("The calendar holds no next issue. Ask the Communications Team for the date.")
    elif facts.issue_is_delayed:
        reasons.append("Schools are away, so the next issue is the first after the break.")
    if facts.deadline and facts.issue and facts.deadline <= facts.issue.goes_out:
        reasons.append(
            "The deadline is on or before the day of that issue. Could it be later?"
            if facts.is_statutory
            else "The deadline is on or before the day of that issue, but it is not a legal deadline."
        )
    return tuple(reasons)


def _alternatives(facts: RouteFacts, channel: Channel) -> tuple[Alternative, ...]:
    found = []
    team = Channel.COMMUNICATIONS_TEAM
    if channel is Channel.LOCAL_OFFICER and is_urgent(facts):
        found.append(Alternative(team, "It is also urgent: the Communications Team can send a bulk e-mail."))
    if channel is Channel.BULLETIN:
        found.append(Alternative(team, "If it is urgent, or for a chosen set of schools with a reason."))
    if channel is team and has_issue_in_time(facts):
        found.append(Alternative(Channel.BULLETIN, "The next e-bulletin goes out before your deadline."))
    if channel is Channel.UNKNOWN_AUDIENCE:
        found.append(Alternative(Channel.SEND, "If it is for one school."))
        found.append(Alternative(Channel.LOCAL_OFFICER, "If every school is in one or two clusters."))
        found.append(Alternative(Channel.BULLETIN, "If it is for more schools than that."))
    if facts.is_emergency and channel is not Channel.TELEPHONE:
        found.append(Alternative(Channel.TELEPHONE, "Schools may not see e-mail in time. Ring them first."))
    return tuple(found)
