"""Kill those who send again and again: nobody is missed, nobody gets more than the kills explain."""

from pathlib import Path

import pytest

from bench.mailing.trial import Plan, run

CASES = {
    "sqlite": Plan(addresses=300, kills=5, life=(0.1, 0.9), limit=60),
    "postgresql": Plan(addresses=300, kills=1, workers=2, life=(0.3, 0.6), stays_dead=True, limit=60),
}


@pytest.mark.parametrize("database", CASES)
def test_nobody_is_missed_and_nobody_gets_it_too_often(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """On SQLite one worker, begun again each time; on PostgreSQL two, of which one dies for good."""
    trial = run(CASES[database], request.getfixturevalue(f"{database}_url"), tmp_path)

    assert trial.is_fine, trial
    assert trial.reached == 300
