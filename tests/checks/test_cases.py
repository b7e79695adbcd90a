"""Every check against its cases: marked drafts, hits and near misses."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.checks import CHECKS
from app.domain.draft import Field
from app.domain.finding import Finding
from tests.drafts import unmarked
from tests.road import reader_for, see

CASES = Path(__file__).parent.parent / "cases"
LEAST_EACH_WAY = 6


def _cases(check: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / f"{check}.yml").read_text(encoding="utf-8"))
    return cases


def _is_hit(case: dict[str, Any]) -> bool:
    return bool(case.get("finds") or _marks(case))


def _marks(case: dict[str, Any]) -> set[tuple[str, str, int, int]]:
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


ALL = [(check.id, case) for check in CHECKS for case in _cases(check.id)]


@pytest.mark.parametrize(("check", "case"), ALL, ids=[f"{c}: {case['name']}" for c, case in ALL])
def test_case(check: str, case: dict[str, Any]) -> None:
    _, findings, failed = see(case["draft"], reader_for(case))
    mine = [f for f in findings if f.check == check]
    marks = _marks(case)
    marked = {kind for kind, *_ in marks}
    expected = marked | set(case.get("finds", ()))
    shown = {f.kind for f in mine} - set(case.get("ignores", ()))

    assert not failed
    assert shown == expected
    assert _spans(mine, marked) == marks


@pytest.mark.parametrize("check", [c.id for c in CHECKS])
def test_has_hits_and_near_misses(check: str) -> None:
    hits = [_is_hit(case) for case in _cases(check)]

    assert hits.count(True) >= LEAST_EACH_WAY
    assert hits.count(False) >= LEAST_EACH_WAY


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_yields_only_the_kinds_it_names(check: Any) -> None:
    seen = {f.kind for case in _cases(check.id) for f in see(case["draft"], reader_for(case), (check,))[1]}

    assert seen <= set(check.kinds)
    assert seen == set(check.kinds), f"no case shows {set(check.kinds) - seen}"
