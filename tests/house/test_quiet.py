"""Does anything speak about what somebody else wrote, or come between anybody and Send with a tip?"""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from app.checks import CHECKS, FINDINGS, OFF_THE_RECORD
from app.domain.draft import Moment
from app.domain.finding import Finding
from app.domain.verdict import Severity
from tests.drafts import cases_of, unmarked
from tests.road import PACKS, judge_example, pack, reader_for, see

ANSWER = "Thanks, that is fine.\n\n"
HISTORY = (
    "-----Original Message-----\nFrom: Sam Field <s.field@council.example>\n"
    "Sent: 12 November 2026 09:14\nTo: P Shah <p.shah@council.example>\nSubject: Thursday\n\n"
)
HARMLESS = "Fine by me."

SPEAKS_OF_HISTORY = {
    "sender-identity/colleagues-private-address": "The thread tells whose the address in To is; the card is"
    " about that address, not about what was written.",
}
"""Findings that may rest on the quoted part of a reply, and why."""
SILENT: dict[str, set[str]] = {}
"""What is found without those words, which many cases have in common: asked once."""


def answered(case: Mapping[str, Any], history: str) -> dict[str, Any]:
    """A reply to the case's own text, sent to the same people with the same files."""
    draft = {k: v for k, v in case["draft"].items() if k not in {"html", "subject", "body", "reply"}}
    return draft | {"subject": "RE: Thursday", "reply": "reply", "body": ANSWER + HISTORY + history}


def heard(case: Mapping[str, Any]) -> set[str]:
    """What speaks only because of the words in the history."""
    body = unmarked(str(case["draft"].get("body", "")))[0]
    reader = reader_for({k: v for k, v in case.items() if k != "reader"})
    said, silent = _ids(see(answered(case, body), reader)[1]), answered(case, HARMLESS)
    key = repr((silent, case.get("tones"), case.get("names")))
    if said and key not in SILENT:
        SILENT[key] = _ids(see(silent, reader)[1])
    return said - SILENT[key] if said else said


def _ids(findings: list[Finding]) -> set[str]:
    return {finding.id for finding in findings}


def _cases(check: str) -> Iterator[Mapping[str, Any]]:
    return (case for case in cases_of(check) if "body" in case["draft"])


@pytest.mark.parametrize("check", [c.id for c in CHECKS])
def test_nothing_speaks_of_what_is_quoted(check: str) -> None:
    loud = {case["name"]: said for case in _cases(check) if (said := heard(case) - SPEAKS_OF_HISTORY.keys())}

    assert loud == {}


@pytest.mark.parametrize("finding", sorted(SPEAKS_OF_HISTORY))
def test_each_exception_is_one(finding: str) -> None:
    assert any(finding in heard(case) for case in _cases(finding.partition("/")[0]))


@pytest.mark.parametrize("name", PACKS)
def test_no_tip_comes_at_send(name: str) -> None:
    examples = [e for rule in pack(name).rules for e in rule.flags if e.get("reader") != "real"]
    tips = [
        card.rule
        for example in examples
        for card in judge_example(_while_writing(example), moment=Moment.SEND).advice
        if card.severity <= Severity.INFO
    ]

    assert tips == []


@pytest.mark.parametrize("name", PACKS)
def test_a_family_names_findings_that_exist_and_none_that_is_off_the_record(name: str) -> None:
    for cause in pack(name).causes:
        checks = {f.removesuffix("/*") for f in cause.findings if f.endswith("/*")}
        assert checks <= {check.id for check in CHECKS}
        assert {f for f in cause.findings if not f.endswith("/*")} <= FINDINGS
        assert not {f for f in OFF_THE_RECORD if f in cause.findings or f.partition("/")[0] in checks}


def _while_writing(example: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in example.items() if name != "moment"}
