"""Every check against its cases: marked drafts, hits and near misses."""

from collections.abc import Mapping
from typing import Any

import pytest

from app.checks import CHECKS
from app.domain.draft import Field
from app.domain.finding import Finding
from tests.drafts import cases_of, unmarked
from tests.road import reader_for, see

LEAST_EACH_WAY = 6
KINDS = {check.id: set(check.kinds) for check in CHECKS}


def _kinds(case: Mapping[str, Any]) -> set[str]:
    """What a case shows of its check."""
    return {kind for kind, *_ in _marks(case)} | set(case.get("finds", ()))


def _marks(case: Mapping[str, Any]) -> set[tuple[str, str, int, int]]:
    return {
        (kind, field, start, end)
        for field in ("subject", "body")
        for kind, start, end in unmarked(str(case["draft"].get(field, "")))[1]
    }


def _spans(findings: list[Finding], kinds: set[str]) -> set[tuple[str, str, int, int]]:
    return {
        (f.kind, s.field.value, s.start, s.end)
        for f in findings
        if f.kind in kinds
        for s in f.spans
        if s.field in {Field.SUBJECT, Field.BODY}
    }


ALL = [(check, case) for check in KINDS for case in cases_of(check)]


@pytest.mark.parametrize(("check", "case"), ALL, ids=[f"{c}: {case['name']}" for c, case in ALL])
def test_case(check: str, case: Mapping[str, Any]) -> None:
    _, findings, failed = see(case["draft"], reader_for(case))
    mine = [f for f in findings if f.check == check]
    marks = _marks(case)
    seen = {f.kind for f in mine}

    assert not failed
    assert seen <= KINDS[check]
    assert seen - set(case.get("ignores", ())) == _kinds(case)
    assert _spans(mine, {kind for kind, *_ in marks}) == marks


@pytest.mark.parametrize("check", KINDS)
def test_has_hits_and_near_misses_and_shows_every_kind(check: str) -> None:
    shown = [_kinds(case) for case in cases_of(check)]
    hits = list(map(bool, shown))

    assert hits.count(True) >= LEAST_EACH_WAY
    assert hits.count(False) >= LEAST_EACH_WAY
    assert set().union(*shown) == KINDS[check]
