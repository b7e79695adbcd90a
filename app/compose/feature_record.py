"""What is kept of a check? Features of the draft, never its text, and nothing that is off the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.checks import OFF_THE_RECORD
from app.compose.checked import Checked
from app.domain.finding import Finding
from app.domain.verdict import Advice, Severity, Verdict, Why
from app.policy.circumstances import Circumstances, as_record
from app.ports import CheckRecord, CheckRecords


def record_of(
    checked: Checked, findings: Sequence[Finding], known: Circumstances, records: CheckRecords, caller: str
) -> CheckRecord:
    """What is kept: nothing of what is off the record; of whoever called, if they are known."""
    draft, verdict = checked.reading.draft, told_to_all(checked.verdict)
    findings = [f for f in findings if f.id not in OFF_THE_RECORD]
    sender = draft.sender.address.strip().lower() if draft.sender else ""
    return CheckRecord(
        at=draft.sending_at,
        moment=known.occasion.moment.value,
        sender_hash=records.keyed_hash(caller or sender),
        draft_hash=records.keyed_hash(f"{draft.subject}\0{draft.body.content}"),
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
