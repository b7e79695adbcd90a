"""What a start of the service forgets."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from structlog.testing import capture_logs

from app.domain.choice import Choice, Chosen
from app.settings import load_settings
from app.wiring import Installation, build_service
from tests.adapters.store.test_records import RECORD


def test_a_start_forgets_records_that_are_too_old_and_says_how_many(tmp_path: Path) -> None:
    settings = load_settings({}, data=tmp_path, keep_records_days=30)
    made = Installation(settings)
    for days in (90, 31, 29, 0):
        made.records().add(replace(RECORD, at=made.clock.now() - timedelta(days=days)))
        made.choices.add(
            Choice(made.clock.now() - timedelta(days=days), "a" * 64, "r", "c/k", Chosen.FOLLOWED)
        )
    with capture_logs() as logged:
        build_service(settings)
    assert len(list(made.records().recent(9))) == 2
    assert [(line["count"], line["older_than_days"]) for line in logged if "count" in line] == [(4, 30)]
