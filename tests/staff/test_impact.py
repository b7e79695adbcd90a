"""The assessment says what is so, and asks for what only the organisation knows."""

from dataclasses import replace
from typing import Any

import pytest

from app.staff.impact.as_text import as_text
from app.staff.impact.pack import impact_pack
from app.staff.impact.parts import Table, ToFill
from app.staff.impact.risks import risks
from app.staff.kept.readers import SEEN
from app.staff.notice import notice
from app.staff.what_is_kept import KEPT
from tests.fakes import MONDAY_MORNING as AT
from tests.staff.test_notice import POLICY
from tests.staff_rooms import FACTS, HERE

DAYS = {name: 30 for kept in KEPT for name in kept.settings}
ALL = replace(FACTS, tables={kept.table: tuple(kept.columns) for kept in KEPT}, settings=DAYS)
FULL = replace(HERE, notice=notice(POLICY, ALL))


def text(**different: Any) -> str:
    return as_text("Assessment", impact_pack(replace(FULL, **different), AT))


def test_every_table_is_there_with_how_long_and_who_sees_it() -> None:
    sections = {section.id: section for section in impact_pack(FULL, AT)}
    tables = [part for part in sections["data"].parts if isinstance(part, Table)]
    rows = {row[0]: row for table in tables for row in table.rows}

    assert rows.keys() == {kept.title for kept in KEPT}
    assert len(KEPT) == len(SEEN)
    assert rows["One line for each check"][2].startswith("30 days")
    assert "in numbers the bulletin desk" in rows["One line for each check"][3]
    assert not [row for row in rows.values() if "Not described" in " ".join(row)]


@pytest.mark.parametrize(
    ("different", "said"),
    [
        ({"sign_in": "local"}, "people only pick who they are"),
        ({"is_https": False}, "no address with https"),
        ({"rest_minutes": 600}, "longer than an hour"),
        ({"confidential": 0}, "no such addresses are set"),
        ({"is_scanned": False}, "none is set"),
        ({"late": ("records of checks",)}, "nothing was deleted lately of records of checks"),
    ],
)
def test_what_is_not_in_place_is_said(different: dict[str, Any], said: str) -> None:
    assert said not in " ".join(text().split())
    told = " ".join(text(**different).split())

    assert told.count(said) == 2, "among what to put right first, and at its risk"
    assert "To be decided" in told


def test_what_cannot_be_known_is_to_be_confirmed_and_not_said_to_be_so() -> None:
    states = {one.said: one.state for risk in risks(FULL) for one in risk.measures}

    assert states["A head of the journal is kept somewhere else."] == "To be confirmed"
    assert "once 1 more measure is confirmed" in " ".join(text().split())


def test_the_text_is_narrow_and_asks_for_what_is_missing() -> None:
    told = text()
    asked = [part for s in impact_pack(FULL, AT) for part in s.parts if isinstance(part, ToFill)]

    assert max(map(len, told.splitlines())) <= 78
    assert told.count("[To be filled in]") == len(asked) > 5


def test_one_is_told_as_one_and_days_as_everywhere() -> None:
    told = " ".join(text(notice=replace(FULL.notice, on_trial=1)).split())

    assert "1 is on trial" in told
    assert "Made from the live settings on 16 November 2026, 10:00." in told
    assert {risk.left for risk in risks(FULL)} == {"Low.", "Low, once 1 more measure is confirmed."}
    missing = {risk.left for risk in risks(replace(FULL, is_https=False))}
    assert "To be decided: 1 of 4 measures is not in place." in missing
