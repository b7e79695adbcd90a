"""Which rules speak about these findings, and how loudly?

The route is decided first, so that advice and route never disagree. Then, for each finding, the
first pack in the organisation's order that has something to say gives the card; other rules that
say the same are cited on it. Last, cards that have one cause become one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.draft import Medium, Moment, ReplyKind
from app.domain.finding import Confidence, Fact, Finding, Unchecked
from app.domain.verdict import Advice, Channel, Citation, Mode, Route, Severity, Verdict
from app.policy.cause import one_card_a_cause
from app.policy.circumstances import Circumstances
from app.policy.pack import Pack, Rule
from app.policy.policy import Policy
from app.policy.route import RouteFacts, decide, has_issue_in_time, is_urgent

URGENT_DAYS = 7
REPLY_SCHOOLS = 5
SERIAL_SCHOOLS = 3
_MOSTLY = 0.4

_NOT_OF_A_PERSON = frozenset({"hidden-characters", "bank-account", "iban", "vehicle-registration"})
"""An organisation's own account stands on every invoice; hidden characters only hide something."""

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
    shown.sort(key=lambda a: (a.severity, a.mode is Mode.ENFORCE, a.finding.confidence), reverse=True)
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
    route_facts = _route_facts(known, findings, policy)
    route = Route(Channel.SEND) if known.medium in _POSTED else decide(route_facts, policy.clauses)
    return route, _draft_facts(known, route, route_facts)


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
        return f"{value:%A} {value.day} {value:%B} at {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%A} {value.day} {value:%B}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _route_facts(known: Circumstances, findings: Sequence[Finding], policy: Policy) -> RouteFacts:
    seen = {finding.id: finding for finding in findings if finding.confidence > Confidence.LOW}
    statutory = seen.get("urgency-and-deadline/statutory-deadline")
    dated = statutory or seen.get("urgency-and-deadline/deadline")
    chasing = seen.get("urgency-and-deadline/chasing-statutory")
    deadline = dated.facts.get("day") if dated else None
    is_emergency = "urgency-and-deadline/emergency" in seen
    return RouteFacts(
        today=known.today,
        schools=known.count("schools"),
        clusters=known.count("clusters"),
        is_clustered=known.is_clustered,
        has_unknown=known.count("unknown") > 0,
        is_casework="casework-guard/casework" in seen,
        is_sensitive=known.leaving > 0 and any(map(_is_personal, findings)),
        is_told=known.leaving > 0 and not is_emergency and _is_told(findings, known.count("schools")),
        is_for_telephone=any(map(_is_for_telephone, findings)),
        must_be_read_today=_must_be_read_today(seen),
        is_idle=statutory is None and not is_emergency and _is_idle(known, seen.values()),
        is_reply=known.reply in {ReplyKind.REPLY, ReplyKind.REPLY_ALL},
        is_from_school=known.is_from_school,
        is_in_person=_has_shape(findings, "in_person"),
        is_recognised=_has_shape(findings, "recognised"),
        is_series=_is_series(seen.get("serial-and-duplicate/one-by-one"), policy),
        is_from_officer=known.is_from_officer,
        is_emergency=is_emergency,
        is_statutory=statutory is not None or chasing is not None,
        is_chasing=chasing is not None,
        is_overdue=chasing is not None and chasing.facts.get("overdue") is True,
        has_selection_reason="audience-shape/selection-reason" in seen,
        deadline=deadline if isinstance(deadline, date) else None,
        issue=known.occasion.issue,
        issue_is_delayed=known.occasion.issue_is_delayed,
        officers=known.officers,
        reply_schools=int(policy.number("bulk_schools_justify", REPLY_SCHOOLS)),
        urgent_days=int(policy.number("urgent_days", URGENT_DAYS)),
    )


def _is_series(finding: Finding | None, policy: Policy) -> bool:
    together = finding.facts.get("schools_today", 0) if finding else 0
    return isinstance(together, int) and together >= policy.number("serial_schools", SERIAL_SCHOOLS)


def _has_shape(findings: Sequence[Finding], fact: str) -> bool:
    """Whether the shape of the audience has a fact to it."""
    return any(f.check == "audience-shape" and f.facts.get(fact) is True for f in findings)


def _is_personal(finding: Finding) -> bool:
    return (
        finding.check == "identifiers"
        and finding.kind not in _NOT_OF_A_PERSON
        and finding.confidence is Confidence.HIGH
    )


def _is_told(findings: Iterable[Finding], schools: int) -> bool:
    """Whether a private matter is surely told to others than the family it is about.

    Whom it is about must be named when several schools read it: a passing word is easily misheard. A word
    such as "confidential" tells nothing.
    """
    return any(
        finding.check == "confidential-story"
        and finding.kind != "marked-confidential"
        and finding.facts.get("to_family") is not True
        and finding.facts.get("hearsay") is not True
        and _is_told_enough(finding, is_bulk=schools > 1)
        for finding in findings
    )


def _is_told_enough(finding: Finding, *, is_bulk: bool) -> bool:
    is_named, is_long = finding.facts.get("people") != 0, finding.facts.get("sentences", 1) != 1
    if finding.confidence is Confidence.HIGH:
        return is_named or (is_long and not is_bulk)
    return finding.confidence is Confidence.MEDIUM and is_named and is_long and not is_bulk


def _must_be_read_today(seen: Mapping[str, Finding]) -> bool:
    """Whether the sender needs to be sure, today, that it was read."""
    receipt = seen.get("channel-choice/wants-receipt")
    return receipt is not None and receipt.facts.get("today") is True


def _is_for_telephone(finding: Finding) -> bool:
    """Whether a family is told of its child, in a new mail, what the policies want said by telephone."""
    facts = finding.facts
    is_raised = facts.get("raised") is True and facts.get("to_family") is True
    is_theirs = is_raised and facts.get("another_child") is not True
    return finding.confidence > Confidence.LOW and (
        finding.check == "parent-topics" or (finding.check == "confidential-story" and is_theirs)
    )


def _is_idle(known: Circumstances, findings: Iterable[Finding]) -> bool:
    """Whether the mail tells hearsay, is a chain letter, or little more than greetings and fun."""
    sure = {finding.id: finding for finding in findings if finding.confidence is Confidence.HIGH}
    if "chain-festive-promo-political/chain-letter" in sure:
        return True
    if any(f.check == "confidential-story" and f.facts.get("hearsay") is True for f in sure.values()):
        return known.leaving > 0
    return "chain-festive-promo-political/festive" in sure and known.merry >= _MOSTLY


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
