"""Which rules speak about these findings, and how loudly?

The route is decided first, so that advice and route never disagree. Then, for each finding, the
first pack in the organisation's order that has something to say gives the card; other rules that
say the same are cited on it. What rests on an answer that is still open says so. Last, cards that have
one cause become one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from app.domain.calendar import day_in_words
from app.domain.draft import Medium, Moment
from app.domain.finding import Confidence, Fact, Finding, Unchecked
from app.domain.verdict import Advice, Channel, Citation, Mode, Question, Route, Severity, Verdict
from app.policy.cause import one_card_a_cause
from app.policy.circumstances import Circumstances
from app.policy.pack import Pack, Rule
from app.policy.policy import Policy
from app.policy.route import RouteFacts, decide, has_issue_in_time, is_urgent
from app.policy.route_facts import route_facts_of
from app.policy.while_asked import while_asked

_POSTED = frozenset({Medium.POST, Medium.COMMENT, Medium.BULLETIN})
"""What goes on a page goes by no other channel: it is posted, or it is not."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One rule that speaks about one finding."""

    pack: Pack
    rule: Rule
    severity: Severity


def judge(
    policy: Policy, known: Circumstances, findings: Sequence[Finding], not_checked: Sequence[Unchecked] = ()
) -> Verdict:
    """The verdict on a draft of which `findings` were seen."""
    route, facts = _route_and_facts(policy, known, findings)
    given = [advice for finding in findings for advice in _advise(policy, finding, facts)]
    shown = [a for a in given if a.mode is not Mode.TRIAL and _is_due(a, known.occasion.moment)]
    shown.sort(key=_weight, reverse=True)
    if question := route.question:
        shown = while_asked(
            shown, question, known.count("schools"), partial(_assumes, policy, question, facts)
        )
    shown = one_card_a_cause(shown, policy.causes)
    severity = max((a.severity for a in shown), default=Severity.CLEAR)
    return Verdict(
        severity=severity,
        advice=tuple(shown),
        route=_said_beside(route, severity),
        not_checked=tuple(not_checked),
        trial=tuple(a for a in given if a.mode is Mode.TRIAL),
    )


def own_says(policy: Policy, known: Circumstances, findings: Sequence[Finding]) -> Mapping[str, Severity]:
    """The most that each rule has to say by itself, whichever rule's card is shown and whatever its mode."""
    _, facts = _route_and_facts(policy, known, findings)
    said: dict[str, Severity] = {}
    for finding in findings:
        for spoken in _speaking(policy, finding, _known(finding, facts)):
            rule = spoken.rule.id
            said[rule] = max(said.get(rule, Severity.CLEAR), spoken.severity)
    return said


def _route_and_facts(
    policy: Policy, known: Circumstances, findings: Sequence[Finding]
) -> tuple[Route, Mapping[str, Fact]]:
    """How it goes, and what every rule may ask about."""
    route_facts = route_facts_of(known, findings, policy)
    route = Route(Channel.SEND) if known.medium in _POSTED else decide(route_facts, policy.clauses)
    return route, _draft_facts(known, route, route_facts)


def _weight(advice: Advice) -> tuple[Severity, bool, bool, Confidence]:
    """Of two that are as grave, the one that can be pointed at says more than one about the whole text."""
    finding = advice.finding
    return advice.severity, not finding.is_of_whole, advice.mode is Mode.ENFORCE, finding.confidence


def _said_beside(route: Route, severity: Severity) -> Route:
    """The route without "you can send this yourself" where a card asks not to send it as it is."""
    is_held = route.channel is Channel.SEND and severity >= Severity.JUSTIFY
    return replace(route, reasons=()) if is_held else route


def _is_due(advice: Advice, moment: Moment) -> bool:
    """Info is for while somebody writes; it never comes between them and Send."""
    return moment is Moment.COMPOSE or advice.severity > Severity.INFO


def _advise(policy: Policy, finding: Finding, facts: Mapping[str, Fact]) -> list[Advice]:
    """At most one card to show for a finding, and whatever rules on trial would have said."""
    known = _known(finding, facts)
    speaking = _speaking(policy, finding, known)
    shown = [s for s in speaking if s.rule.mode is not Mode.TRIAL]
    cards = [_card(s, finding, known) for s in speaking if s.rule.mode is Mode.TRIAL]
    if shown:
        first_pack = [s for s in shown if s.pack.id == shown[0].pack.id]
        winner = max(first_pack, key=lambda s: s.severity)
        others = [Citation(s.rule.id, s.rule.clause) for s in shown if s is not winner]
        cards.append(_card(winner, finding, known, tuple(others)))
    return cards


def _assumes(policy: Policy, question: Question, facts: Mapping[str, Fact], advice: Advice) -> bool:
    """Whether the card would not be there under another answer to the question of the route."""
    others = [a.channel.value for a in question.answers if a.channel.value != facts["channel"]]
    known = _known(advice.finding, facts)
    return any(
        advice.rule not in {s.rule.id for s in _speaking(policy, advice.finding, {**known, "channel": other})}
        for other in others
    )


def _known(finding: Finding, facts: Mapping[str, Fact]) -> Mapping[str, Fact]:
    return {**facts, **finding.facts, "confidence": finding.confidence.value}


def _speaking(policy: Policy, finding: Finding, known: Mapping[str, Fact]) -> list[_Spoken]:
    return [
        _Spoken(pack, rule, severity)
        for pack, rule in policy.listening(finding.id)
        if (severity := _severity(rule, pack, finding, known)) is not None
    ]


def _severity(rule: Rule, pack: Pack, finding: Finding, facts: Mapping[str, Fact]) -> Severity | None:
    if finding.confidence < rule.confidence:
        return None
    for step in rule.steps:
        if all(condition.holds(facts, pack.numbers) for condition in step.when):
            return min(step.severity, Severity.WARN) if rule.mode is Mode.WARN else step.severity
    return None


def _card(
    spoken: _Spoken, finding: Finding, facts: Mapping[str, Fact], also: tuple[Citation, ...] = ()
) -> Advice:
    rule = spoken.rule
    told = _Told(facts)
    words = rule.words_for(finding.id)
    return Advice(
        rule=rule.id,
        finding=finding,
        severity=spoken.severity,
        mode=rule.mode,
        title=words.title.format_map(told),
        message=words.message.format_map(told),
        clause=rule.clause,
        actions=rule.actions,
        also=also,
    )


class _Told(dict[str, Fact]):
    """Facts in words, put so only when a card quotes them; one that is not known leaves no gap."""

    def __getitem__(self, name: str) -> str:
        return _in_words(self.get(name, ""))


def _in_words(value: Fact) -> str:
    """A fact as people write it: "Friday 27 November", "3.5", "9"."""
    if isinstance(value, datetime):
        return f"{day_in_words(value)} at {value:%H:%M}"
    if isinstance(value, date):
        return day_in_words(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _draft_facts(known: Circumstances, route: Route, route_facts: RouteFacts) -> Mapping[str, Fact]:
    """What every rule may ask about, whatever the finding."""
    recipients = known.count("recipients")
    return {
        "moment": known.occasion.moment.value,
        "reply": known.reply.value,
        "importance": known.importance.value,
        "medium": known.medium.value,
        **known.counts,
        "leaving": known.leaving,
        "unaddressed": recipients == 0,
        "inside_only": 0 < recipients == known.count("inside") and not known.count("members_outside"),
        "channel": route.channel.value,
        "issue_in_time": has_issue_in_time(route_facts),
        "urgent": is_urgent(route_facts),
        "emergency": route_facts.is_emergency,
        "hours_working": known.is_working,
        "attachments": known.attachments,
    }
