"""What should somebody know about this draft before it goes?

The main road: a Draft is read, the checks look, the policy judges, and a feature record without any
text is kept.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.checks import OFF_THE_RECORD, look
from app.compose.offer_rewordings import NOTHING, Rewording, offer_rewordings
from app.compose.read_draft import Surroundings, read_draft
from app.domain.calendar import in_london
from app.domain.draft import Draft, Field, Moment
from app.domain.finding import Finding, Span, Unchecked
from app.domain.reading import Reading
from app.domain.verdict import Severity, Verdict
from app.policy.circumstances import Circumstances, Occasion, as_record, circumstances_of
from app.policy.judge import judge
from app.policy.policy import Policy
from app.ports import CheckRecord, CheckRecords


@dataclass(frozen=True, slots=True)
class Road:
    """Everything the main road needs, put together once. `policy` gives the policy in force now."""

    around: Surroundings
    policy: Callable[[], Policy]
    records: CheckRecords
    versions: Mapping[str, str]


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

    def in_plain(self, span: Span) -> Span:
        """The span in code points of the plain text, which is what the wire speaks of."""
        texts = {Field.SUBJECT: self.reading.subject, Field.BODY: self.reading.body}
        text = texts.get(span.field)
        if text is None:
            return span
        start, end = text.in_plain(span.start, span.end)
        return replace(span, start=start, end=end)


def check_draft(draft: Draft, moment: Moment, road: Road) -> Checked:
    """Read and judge one draft, and keep its feature record. Raises nothing for any draft."""
    started = time.perf_counter()
    draft = replace(draft, sending_at=in_london(draft.sending_at))
    reading = read_draft(draft, road.around)
    findings, failed = look(reading)
    policy, calendar = road.policy(), road.around.calendar
    occasion = Occasion(
        moment, calendar.next_issue(draft.sending_at), calendar.missing_issue(draft.sending_at) is not None
    )
    known = circumstances_of(reading, occasion)
    verdict = judge(policy, known, findings, (*reading.unread, *failed))
    rewordings = _offers(reading, verdict, moment, road)
    elapsed = (time.perf_counter() - started) * 1000
    checked = Checked(reading, verdict, {**road.versions, "policy": policy.version}, elapsed, rewordings)
    if not _keep(checked, findings, known, road):
        missing = Unchecked("record", "The result could not be recorded.")
        verdict = replace(verdict, not_checked=(*verdict.not_checked, missing))
        checked = replace(checked, verdict=verdict)
    return checked


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


def _keep(checked: Checked, findings: Sequence[Finding], known: Circumstances, road: Road) -> bool:
    try:
        road.records.add(_record(checked, findings, known, road))
    except Exception:  # noqa: BLE001 - a full disk must not keep anyone from their answer
        return False
    return True


def _record(checked: Checked, findings: Sequence[Finding], known: Circumstances, road: Road) -> CheckRecord:
    """What is kept: nothing of what is off the record."""
    draft, verdict = checked.reading.draft, told_to_all(checked.verdict)
    findings = [f for f in findings if f.id not in OFF_THE_RECORD]
    sender = draft.sender.address.strip().lower() if draft.sender else ""
    return CheckRecord(
        at=draft.sending_at,
        moment=known.occasion.moment.value,
        sender_hash=road.records.keyed_hash(sender),
        draft_hash=road.records.keyed_hash(f"{draft.subject}\0{draft.body.content}"),
        verdict=verdict.severity.value,
        channel=verdict.route.channel.value,
        findings=[{"id": f.id, "confidence": f.confidence.value, "facts": _plain(f.facts)} for f in findings],
        rules=[
            {"rule": rule, "severity": severity.value, "confidence": confidence.value}
            for rule, severity, confidence in verdict.rules
        ],
        circumstances=as_record(known),
        not_checked=[u.check for u in verdict.not_checked],
        versions=dict(checked.versions),
        elapsed_ms=round(checked.elapsed_ms, 2),
    )


def told_to_all(verdict: Verdict) -> Verdict:
    """The verdict without what is off the record."""
    advice = tuple(a for a in verdict.advice if a.finding.id not in OFF_THE_RECORD)
    trial = tuple(a for a in verdict.trial if a.finding.id not in OFF_THE_RECORD)
    severity = max((a.severity for a in advice), default=Severity.CLEAR)
    return replace(verdict, advice=advice, trial=trial, severity=severity)


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}
