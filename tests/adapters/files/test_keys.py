"""The installation's key: made once, never twice, never readable by others."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters.files.keys import installation_key
from app.domain.errors import SetupError


def test_is_made_once_and_kept(tmp_path: Path) -> None:
    first = installation_key(tmp_path / "new" / "data")

    assert len(first) == 32
    assert installation_key(tmp_path / "new" / "data") == first


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    installation_key(tmp_path)

    assert stat.S_IMODE((tmp_path / "sendwell.key").stat().st_mode) == 0o600


def test_many_starting_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: installation_key(tmp_path), range(16)))

    assert len(keys) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["sendwell.key"]


def test_a_damaged_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sendwell.key").write_bytes(b"short")

    with pytest.raises(SetupError, match="backup"):
        installation_key(tmp_path)


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(SetupError, match="data folder"):
        installation_key(tmp_path / "file" / "data")
