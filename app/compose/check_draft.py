"""What should somebody know about this draft before it goes?

The main road: a Draft is read, the checks look, the policy judges, and a feature record without any
text is kept.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from app.checks import OFF_THE_RECORD, look
from app.compose.ask_once import Asking, Memory, ask_once
from app.compose.attaching import attach_key
from app.compose.cover_numbers import cover_numbers
from app.compose.fix.offer import NO_OFFERS, Offered, offer_steps
from app.compose.fix.plan import Planning
from app.compose.offer_rewordings import NOTHING, Rewording, offer_rewordings
from app.compose.place_findings import place_findings
from app.compose.read_draft import Surroundings, read_draft
from app.compose.sent_before import remember
from app.domain.audience import Audience
from app.domain.calendar import in_london
from app.domain.draft import Attachment, Draft, Field, Moment
from app.domain.finding import Finding, Span, Unchecked
from app.domain.reading import Reading
from app.domain.verdict import Advice, Severity, Verdict, Why
from app.kept import keeping
from app.policy.circumstances import Circumstances, Occasion, as_record, circumstances_of
from app.policy.judge import judge
from app.policy.policy import Policy
from app.policy.route_facts import REPLY_SCHOOLS
from app.policy.step_down import Accuracy
from app.ports import CheckRecord, CheckRecords


@dataclass(frozen=True, slots=True)
class Road:
    """Everything the main road needs, put together once. `policy` gives the policy in force now.

    Without a `memory` every card asks every time. `may_link` tells whether a file may go on the website.
    """

    around: Surroundings
    policy: Callable[[], Policy]
    records: CheckRecords
    versions: Mapping[str, str]
    memory: Memory | None = None
    may_link: Callable[[Attachment], bool] = lambda _file: False


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, read and judged. `elapsed_ms` is wall-clock time.

    `rewordings` hold words of the draft, by position of the advice: for the sender's reply only, never kept.
    `versions` names the app, the policy and the models that judged it.
    """

    reading: Reading
    verdict: Verdict
    versions: Mapping[str, str]
    elapsed_ms: float
    rewordings: Mapping[int, tuple[Rewording, ...]] = field(default_factory=lambda: NOTHING, repr=False)
    accuracy: Callable[[str], Accuracy] = Accuracy
    """By rule, how often it is right."""
    offers: Mapping[tuple[int, int], Offered] = field(default_factory=lambda: NO_OFFERS, repr=False)
    """By position of the advice and of its step, what can be done for the sender."""
    reviewed: frozenset[str] = frozenset()
    """The rules that ask for review."""
    attach_key: str = ""
    """What stands for the draft when its sender wants to attach words of it."""

    def is_reviewed(self, advice: Advice) -> bool:
        """Whether somebody may look at it when it is sent with this card answered."""
        rules = {advice.rule, *(one.rule for one in advice.also)}
        return advice.severity >= Severity.WARN and not rules.isdisjoint(self.reviewed)

    def in_plain(self, span: Span) -> Span:
        """The span in code points of the plain text, which is what the wire speaks of."""
        return in_plain(self.reading, span)


def in_plain(reading: Reading, span: Span) -> Span:
    """The span in code points of the plain text."""
    texts = {Field.SUBJECT: reading.subject, Field.BODY: reading.body}
    text = texts.get(span.field)
    if text is None:
        return span
    start, end = text.in_plain(span.start, span.end)
    return replace(span, start=start, end=end)


def check_draft(draft: Draft, moment: Moment, road: Road, caller: str = "") -> Checked:
    """Read and judge one draft for a caller, and keep its feature record. Raises nothing for any draft."""
    with keeping():
        return _check(draft, moment, road, caller)


def _check(draft: Draft, moment: Moment, road: Road, caller: str) -> Checked:
    started = time.perf_counter()
    draft = replace(draft, sending_at=in_london(draft.sending_at))
    reading = read_draft(draft, road.around)
    seen, failed = look(reading)
    findings = place_findings(cover_numbers(seen, reading), reading)
    policy, calendar = road.policy(), road.around.calendar()
    is_away = calendar.missing_issue(draft.sending_at) is not None
    issue = road.around.issue_at(draft.sending_at) if _may_be_for_many(reading.audience) else None
    occasion = Occasion(moment, issue, is_away)
    known = circumstances_of(reading, occasion)
    verdict = judge(policy, known, findings, (*reading.unread, *failed))
    if road.memory is not None:
        verdict = _quiet(verdict, reading, policy, Asking(road.memory, moment, caller))
    rewordings = _offers(reading, verdict, moment, road)
    elapsed = (time.perf_counter() - started) * 1000
    versions = {**road.versions, "policy": policy.version}
    steps = _steps(reading, verdict, moment, road)
    checked = Checked(reading, verdict, versions, elapsed, rewordings, policy.accuracy, steps)
    if road.memory is not None:
        key = attach_key(draft.id, Asking(road.memory, moment, caller))
        checked = replace(checked, reviewed=policy.reviewed, attach_key=key)
    if moment is Moment.SEND and not _remember(checked, findings, policy, road):
        checked = also_unchecked(checked, NOT_REMEMBERED)
    if not _keep(checked, findings, known, road, caller):
        checked = also_unchecked(checked, NOT_RECORDED)
    return checked


def _may_be_for_many(audience: Audience) -> bool:
    """Whether an issue of the bulletin could carry it: the desk's book is read only then."""
    return audience.schools > 1 or audience.unknown > 0 or not audience.recipients


NOT_REMEMBERED = Unchecked("serial-and-duplicate", "This mail could not be remembered for later ones.")
NOT_RECORDED = Unchecked("record", "The result could not be recorded.")


def also_unchecked(checked: Checked, missing: Unchecked) -> Checked:
    """The same, which says that something could not be done as well."""
    verdict = checked.verdict
    return replace(checked, verdict=replace(verdict, not_checked=(*verdict.not_checked, missing)))


def _offers(
    reading: Reading, verdict: Verdict, moment: Moment, road: Road
) -> Mapping[int, tuple[Rewording, ...]]:
    """Kinder words are for while somebody writes; at Send there is no place to use them."""
    if moment is not Moment.COMPOSE:
        return NOTHING
    try:
        return offer_rewordings(reading, verdict.advice, road.around.reader)
    except Exception:  # noqa: BLE001 - an offer that fails must not keep anyone from their answer
        return NOTHING


def _steps(
    reading: Reading, verdict: Verdict, moment: Moment, road: Road
) -> Mapping[tuple[int, int], Offered]:
    """What can be done for the sender while they write; at Send nothing is changed."""
    if moment is not Moment.COMPOSE:
        return NO_OFFERS
    calendar, places = road.around.calendar(), partial(in_plain, reading)
    try:
        return offer_steps(verdict, Planning(reading, road.policy(), calendar, places, road.may_link))
    except Exception:  # noqa: BLE001 - an offer that fails must not keep anyone from their answer
        return NO_OFFERS


def _quiet(verdict: Verdict, reading: Reading, policy: Policy, asking: Asking) -> Verdict:
    try:
        return ask_once(verdict, reading, policy, asking)
    except Exception:  # noqa: BLE001 - what cannot be remembered is asked again, and keeps nobody from sending
        return verdict


def _remember(checked: Checked, findings: Sequence[Finding], policy: Policy, road: Road) -> bool:
    many = int(policy.number("bulk_schools_justify", REPLY_SCHOOLS))
    try:
        remember(checked.reading, findings, checked.verdict, many, road.around.sent)
    except Exception:  # noqa: BLE001 - a broken store must not hold a send
        return False
    return True


def _keep(
    checked: Checked, findings: Sequence[Finding], known: Circumstances, road: Road, caller: str
) -> bool:
    try:
        road.records.add(_record(checked, findings, known, road, caller))
    except Exception:  # noqa: BLE001 - a full disk must not keep anyone from their answer
        return False
    return True


def _record(
    checked: Checked, findings: Sequence[Finding], known: Circumstances, road: Road, caller: str
) -> CheckRecord:
    """What is kept: nothing of what is off the record; of whoever called, if they are known."""
    draft, verdict = checked.reading.draft, told_to_all(checked.verdict)
    findings = [f for f in findings if f.id not in OFF_THE_RECORD]
    sender = draft.sender.address.strip().lower() if draft.sender else ""
    return CheckRecord(
        at=draft.sending_at,
        moment=known.occasion.moment.value,
        sender_hash=road.records.keyed_hash(caller or sender),
        draft_hash=road.records.keyed_hash(f"{draft.subject}\0{draft.body.content}"),
        verdict=verdict.severity.value,
        channel=verdict.route.channel.value,
        findings=[{**_kept_of(f), "facts": _plain(f.facts)} for f in findings],
        rules=[
            {
                "rule": a.rule,
                "severity": a.severity.value,
                "confidence": a.finding.confidence.value,
                "mode": a.mode.value,
            }
            | ({"set_aside": why.value} if why else {})
            for a, why in _spoke(verdict)
        ],
        circumstances=as_record(known),
        not_checked=[u.check for u in verdict.not_checked],
        versions=dict(checked.versions),
        elapsed_ms=round(checked.elapsed_ms, 2),
    )


def _kept_of(finding: Finding) -> dict[str, object]:
    """A finding without its facts; where it stood only as which others stood there."""
    together = {"same_words": finding.same_words, "same_paragraph": finding.same_paragraph}
    kept = {name: sorted(ids - OFF_THE_RECORD) for name, ids in together.items()}
    return {
        "id": finding.id,
        "confidence": finding.confidence.value,
        **{name: ids for name, ids in kept.items() if ids},
        **({"is_of_whole": True} if finding.is_of_whole else {}),
    }


def _spoke(verdict: Verdict) -> Iterator[tuple[Advice, Why | None]]:
    """The cards that rules gave, and why one of them did not ask."""
    yield from ((advice, None) for advice in (*verdict.advice, *verdict.trial))
    yield from ((one.advice, one.why) for one in verdict.set_aside)


def told_to_all(verdict: Verdict) -> Verdict:
    """The verdict without what is off the record."""
    advice = tuple(a for a in verdict.advice if a.finding.id not in OFF_THE_RECORD)
    trial = tuple(a for a in verdict.trial if a.finding.id not in OFF_THE_RECORD)
    aside = tuple(one for one in verdict.set_aside if one.advice.finding.id not in OFF_THE_RECORD)
    severity = max((a.severity for a in advice), default=Severity.CLEAR)
    return replace(verdict, advice=advice, trial=trial, set_aside=aside, severity=severity)


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}
