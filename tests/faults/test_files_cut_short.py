"""SQLite's files are cut short, or may not grow any more: what is left is whole, and what was promised is there."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults.telling import numbers, sound
from tests.road import PROJECT

CUTS = 20


def tell(folder: Path, newest: Path, *limits: int) -> list[str]:
    """What one who tells until they die was promised, and what they heard last."""
    url = f"sqlite:///{shutil.copy(newest, folder / 'sendwell.db')}"
    program = [sys.executable, "-m", "tests.faults.telling", url, str(folder), *map(str, limits)]
    done = subprocess.run(program, cwd=PROJECT, check=False, capture_output=True, text=True)  # noqa: S603 (our own)
    assert done.returncode == -9, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def with_a_log(tmp_path: Path, newest_sqlite: Path) -> Path:
    """A database whose writer was killed: forty entries, all of them in its write-ahead log."""
    (tmp_path / "whole").mkdir()
    assert len(tell(tmp_path / "whole", newest_sqlite, 40)) == 40
    return tmp_path / "whole"


def cut(folder: Path, place: Path, at: int) -> str:
    """A copy whose log ends there, which SQLite finds nothing wrong with."""
    place.mkdir()
    for name in ("sendwell.db", "journal.pub"):
        shutil.copy(folder / name, place)
    (place / "sendwell.db-wal").write_bytes((folder / "sendwell.db-wal").read_bytes()[:at])
    connection = sqlite3.connect(place / "sendwell.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    return f"sqlite:///{place / 'sendwell.db'}"


def test_a_log_that_was_cut_short_anywhere_is_a_journal_that_ends_sooner(
    with_a_log: Path, tmp_path: Path
) -> None:
    """As after a power cut on a disk that lied: what is left is whole, and in order."""
    whole = (with_a_log / "sendwell.db-wal").stat().st_size
    cuts = sorted(Random(7).sample(range(whole), CUTS))  # noqa: S311 - places, the same each time
    lengths = []
    for at in [*cuts, whole]:
        place = tmp_path / f"{at}"
        rows = sound(cut(with_a_log, place, at), place)
        assert sorted(numbers(rows)) == list(range(1, len(rows) + 1))
        lengths.append(len(rows))

    assert lengths == sorted(lengths)
    assert lengths[-1] == 40
    assert len(set(lengths)) > CUTS // 2


def test_a_file_that_may_not_grow_any_more_loses_nothing_that_was_acknowledged(
    tmp_path: Path, newest_sqlite: Path
) -> None:
    *promised, said = tell(tmp_path, newest_sqlite, 5000, 200_000)

    assert "disk" in said
    assert len(promised) > 5
    assert numbers(sound(f"sqlite:///{tmp_path / 'sendwell.db'}", tmp_path)) == set(map(int, promised))
