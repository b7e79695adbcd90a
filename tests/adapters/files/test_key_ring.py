"""The keys of an installation: in order, agreed on, laid aside and never made twice."""

import stat
from datetime import date
from pathlib import Path

import pytest

from app.adapters.files.key_ring import FileKeyRing
from app.domain.errors import SetupError

DAY = date(2026, 11, 21)


def test_the_first_key_is_the_installation_s_own(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)

    assert ring.newest() == ring.first()
    assert ring.codes == (tmp_path / "sendwell.key").read_bytes() == ring.first().secret


def test_a_new_key_is_used_at_once_and_the_old_one_still_opens(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)
    made = ring.add(DAY)
    kept = tmp_path / "keys" / "0002-2026-11-21.key"

    assert (ring.newest(), ring.made_on(made), made.label) == (made, DAY, kept.name)
    assert ring.named(ring.first().name) == ring.first() != made
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_another_process_knows_it_within_two_seconds_or_as_soon_as_it_meets_it(tmp_path: Path) -> None:
    time = [0.0]
    theirs, ours = FileKeyRing(tmp_path, lambda: time[0]), FileKeyRing(tmp_path)
    made = ours.add(DAY)

    assert theirs.newest() == theirs.first()
    assert theirs.named(made.name) == made
    assert theirs.newest() == made
    later = ours.add(DAY)
    time[0] = 2.0
    assert theirs.newest() == later


def test_a_key_that_is_laid_aside_is_gone_and_not_made_again(tmp_path: Path) -> None:
    ring, other = FileKeyRing(tmp_path), FileKeyRing(tmp_path)
    second = ring.add(DAY)
    third = ring.add(DAY)
    ring.retire(second)

    assert list(other.all()) == list(ring.all()) == [ring.first(), third]
    assert ring.named(second.name) is None
    assert (tmp_path / "keys" / "retired" / second.label).read_bytes() == second.secret
    assert ring.add(DAY).label.startswith("0004-")


def test_the_first_key_stays_for_the_codes(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)
    ring.add(DAY)
    ring.retire(ring.first())

    assert ring.all()[0] == ring.first()


def test_a_damaged_key_is_refused_and_other_files_are_let_be(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "notes.txt").write_text("x")
    FileKeyRing(tmp_path)
    (tmp_path / "keys" / "0002-2026-11-21.key").write_bytes(b"short")

    with pytest.raises(SetupError, match="backup"):
        FileKeyRing(tmp_path)


def test_a_key_never_shows_itself(tmp_path: Path) -> None:
    key = FileKeyRing(tmp_path).first()

    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
