"""Which rules speak about these findings, and how loudly?

The route is decided first, so that advice and route never disagree. Then, for each finding, the
first pack in the organisation's order that has something to say gives the card; other rules that
say the same are cited on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.draft import Moment, ReplyKind
from app.domain.finding import Confidence, Fact, Finding, Unchecked
from app.domain.reading import Reading, Tone
from app.domain.verdict import (
    Advice,
    Channel,
    Citation,
    Clause,
    Mode,
    NextIssue,
    Route,
    Severity,
    Verdict,
)
from app.policy.pack import Pack, Rule
from app.policy.route import RouteFacts, decide, has_issue_in_time, is_urgent

URGENT_DAYS = 7
REPLY_SCHOOLS = 5
_MERRY, _MOSTLY = 0.5, 0.4

_NOT_OF_A_PERSON = frozenset({"hidden-characters", "bank-account", "iban", "vehicle-registration"})
"""An organisation's own account stands on every invoice; hidden characters only hide something."""

_NO_CHANNEL = frozenset({"personnel", "passed-on", "marked-confidential"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """The circumstances of one judgement: the moment, and the bulletin's next issue as seen then."""

    moment: Moment
    issue: NextIssue | None = None
    issue_is_delayed: bool = False


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One rule that speaks about one finding."""

    pack: Pack
    rule: Rule
    severity: Severity


def judge(
    packs: Sequence[Pack],
    reading: Reading,
    findings: Sequence[Finding],
    not_checked: Sequence[Unchecked],
    occasion: Occasion,
) -> Verdict:
    """The verdict on a draft. `packs` are in the organisation's order."""
    route_facts = _route_facts(reading, findings, occasion, packs)
    route = decide(route_facts, _clauses(packs))
    facts = _draft_facts(reading, occasion, route, route_facts)
    given = [advice for finding in findings for advice in _advise(packs, finding, facts)]
    shown = [a for a in given if a.mode is not Mode.TRIAL and _is_due(a, occasion.moment)]
    shown.sort(key=lambda a: (a.severity, a.finding.confidence), reverse=True)
    severity = max((a.severity for a in shown), default=Severity.CLEAR)
    return Verdict(
        severity=severity,
        advice=tuple(shown),
        route=_said_beside(route, severity),
        not_checked=tuple(not_checked),
        trial=tuple(a for a in given if a.mode is Mode.TRIAL),
    )


def _said_beside(route: Route, severity: Severity) -> Route:
    """The route without "you can send this yourself" where a card asks not to send it as it is."""
    is_held = route.channel is Channel.SEND and severity >= Severity.JUSTIFY
    return replace(route, reasons=()) if is_held else route


def _is_due(advice: Advice, moment: Moment) -> bool:
    """Info is for while somebody writes; it never comes between them and Send."""
    return moment is Moment.COMPOSE or advice.severity > Severity.INFO


def _advise(packs: Sequence[Pack], finding: Finding, facts: Mapping[str, Fact]) -> list[Advice]:
    """At most one card to show for a finding, and whatever rules on trial would have said."""
    known = {**facts, **finding.facts, "confidence": finding.confidence.value}
    speaking = [
        _Spoken(pack, rule, severity)
        for pack in packs
        for rule in pack.rules
        if (severity := _severity(rule, pack, finding, known)) is not None
    ]
    shown = [s for s in speaking if s.rule.mode is not Mode.TRIAL]
    cards = [_card(s, finding, known) for s in speaking if s.rule.mode is Mode.TRIAL]
    if shown:
        first_pack = [s for s in shown if s.pack.id == shown[0].pack.id]
        winner = max(first_pack, key=lambda s: s.severity)
        others = [Citation(s.rule.id, s.rule.clause) for s in shown if s is not winner]
        cards.append(_card(winner, finding, known, tuple(others)))
    return cards


def _severity(rule: Rule, pack: Pack, finding: Finding, facts: Mapping[str, Fact]) -> Severity | None:
    if not rule.hears(finding.id) or finding.confidence < rule.confidence:
        return None
    for step in rule.steps:
        if all(condition.holds(facts, pack.numbers) for condition in step.when):
            return min(step.severity, Severity.WARN) if rule.mode is Mode.WARN else step.severity
    return None


def _card(
    spoken: _Spoken, finding: Finding, facts: Mapping[str, Fact], also: tuple[Citation, ...] = ()
) -> Advice:
    rule = spoken.rule
    told = defaultdict(str, {name: _in_words(value) for name, value in facts.items()})
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


def _in_words(value: Fact) -> str:
    """A fact as people write it: "Friday 27 November", "3.5", "9"."""
    if isinstance(value, datetime):
        return f"{value:%A} {value.day} {value:%B} at {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%A} {value.day} {value:%B}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _clauses(packs: Sequence[Pack]) -> Mapping[Channel, Clause]:
    """The clause for each channel: the first pack that has one."""
    return {channel: clause for pack in reversed(packs) for channel, clause in pack.route.items()}


def _route_facts(
    reading: Reading, findings: Sequence[Finding], occasion: Occasion, packs: Sequence[Pack]
) -> RouteFacts:
    audience = reading.audience
    seen = {finding.id: finding for finding in findings if finding.confidence > Confidence.LOW}
    statutory = seen.get("urgency-and-deadline/statutory-deadline")
    dated = statutory or seen.get("urgency-and-deadline/deadline")
    chasing = seen.get("urgency-and-deadline/chasing-statutory")
    deadline = dated.facts.get("day") if dated else None
    is_emergency = "urgency-and-deadline/emergency" in seen
    return RouteFacts(
        today=reading.draft.sending_at.date(),
        schools=audience.schools,
        clusters=len(audience.clusters),
        is_clustered=audience.unclustered == 0,
        has_unknown=audience.unknown > 0,
        is_casework="casework-guard/casework" in seen,
        is_sensitive=audience.leaving > 0 and any(_is_personal(f) for f in findings),
        is_told=audience.leaving > 0 and any(map(_is_told, findings)) and not is_emergency,
        is_idle=statutory is None and not is_emergency and _is_idle(reading, seen.values()),
        is_reply=reading.draft.reply in {ReplyKind.REPLY, ReplyKind.REPLY_ALL},
        is_from_school=audience.is_from_school,
        is_in_person=any(f.check == "audience-shape" and f.facts.get("in_person") is True for f in findings),
        sender=reading.draft.sender.address if reading.draft.sender else "",
        is_emergency=is_emergency,
        is_statutory=statutory is not None or chasing is not None,
        is_chasing=chasing is not None,
        is_overdue=chasing is not None and chasing.facts.get("overdue") is True,
        has_selection_reason="audience-shape/selection-reason" in seen,
        deadline=deadline if isinstance(deadline, date) else None,
        issue=occasion.issue,
        issue_is_delayed=occasion.issue_is_delayed,
        officers=audience.officers,
        reply_schools=int(_number(packs, "bulk_schools_justify", REPLY_SCHOOLS)),
        urgent_days=int(_number(packs, "urgent_days", URGENT_DAYS)),
    )


def _number(packs: Sequence[Pack], name: str, otherwise: int) -> int | float:
    """The organisation's own number: the first pack's that has it."""
    return next((pack.numbers[name] for pack in packs if name in pack.numbers), otherwise)


def _is_personal(finding: Finding) -> bool:
    return (
        finding.check == "identifiers"
        and finding.kind not in _NOT_OF_A_PERSON
        and finding.confidence is Confidence.HIGH
    )


def _is_told(finding: Finding) -> bool:
    """Whether a private matter is surely told to others than the family it is about.

    What is told of work is for a meeting, what others wrote is to be cut, and a word such as "confidential"
    tells nothing.
    """
    return (
        finding.check == "confidential-story"
        and finding.kind not in _NO_CHANNEL
        and finding.confidence is Confidence.HIGH
        and finding.facts.get("to_family") is not True
        and finding.facts.get("hearsay") is not True
    )


def _is_idle(reading: Reading, findings: Iterable[Finding]) -> bool:
    """Whether the mail tells hearsay, is a chain letter, or little more than greetings and fun."""
    sure = {finding.id: finding for finding in findings if finding.confidence is Confidence.HIGH}
    if "chain-festive-promo-political/chain-letter" in sure:
        return True
    if any(f.check == "confidential-story" and f.facts.get("hearsay") is True for f in sure.values()):
        return reading.audience.leaving > 0
    merry = sum(s.end - s.start for s in reading.sentences if s.tone.get(Tone.FESTIVE, 0.0) >= _MERRY)
    told = sum(s.end - s.start for s in reading.sentences)
    return "chain-festive-promo-political/festive" in sure and merry >= _MOSTLY * told


def _draft_facts(
    reading: Reading, occasion: Occasion, route: Route, route_facts: RouteFacts
) -> Mapping[str, Fact]:
    """What every rule may ask about, whatever the finding."""
    audience, draft = reading.audience, reading.draft
    return {
        "moment": occasion.moment.value,
        "reply": draft.reply.value,
        "importance": draft.importance.value,
        **audience.counts,
        "leaving": audience.leaving,
        "unaddressed": audience.recipients == 0,
        "inside_only": 0 < audience.recipients == audience.inside,
        "channel": route.channel.value,
        "issue_in_time": has_issue_in_time(route_facts),
        "urgent": is_urgent(route_facts),
        "emergency": route_facts.is_emergency,
        "hours_working": reading.hours.is_working,
        "attachments": len(draft.attachments),
    }
