"""Which earlier builds of the pages can still be had."""

import os
from pathlib import Path

import pytest

from app.adapters.files.kept_builds import keep_build


def build(folder: Path, *names: str) -> Path:
    """As `npm run build` would leave it: what was there before is gone."""
    parts = folder / "assets"
    for old in parts.glob("*"):
        old.unlink()
    parts.mkdir(parents=True, exist_ok=True)
    for name in names:
        (parts / name).write_text(f"// {name}")
    return folder


def parts_of(folders: tuple[Path, ...]) -> list[list[str]]:
    return [sorted(file.name for file in (folder / "assets").iterdir()) for folder in folders]


def test_the_last_builds_are_kept_newest_first(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for number in range(5):
        found = keep_build(build(tmp_path / "dist", f"pane-{number}.js"), kept, most=3)
        for age, folder in enumerate(found):
            os.utime(folder, ns=(10**18 - age * 10**9 + number * 10**12,) * 2)

    assert parts_of(found) == [["pane-4.js"], ["pane-3.js"], ["pane-2.js"]]
    assert len(list(kept.iterdir())) == 3


def test_a_build_that_is_served_again_is_not_kept_twice(tmp_path: Path) -> None:
    for _ in range(3):
        found = keep_build(build(tmp_path / "dist", "pane-1.js"), tmp_path / "kept")

    assert parts_of(found) == [["pane-1.js"]]


def test_a_build_that_comes_back_counts_as_the_newest(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for name in ("a.js", "b.js", "a.js"):
        for folder in kept.glob("build-*"):
            os.utime(folder, ns=(folder.stat().st_mtime_ns - 10**10,) * 2)
        found = keep_build(build(tmp_path / "dist", name), kept)

    assert parts_of(found) == [["a.js"], ["b.js"]]


def test_without_a_build_the_earlier_ones_stay(tmp_path: Path) -> None:
    keep_build(build(tmp_path / "dist", "a.js"), tmp_path / "kept")

    assert parts_of(keep_build(tmp_path / "nothing", tmp_path / "kept")) == [["a.js"]]
    assert keep_build(tmp_path / "nothing", tmp_path / "no folder") == ()


def test_where_nothing_can_be_kept_the_service_starts_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file in its place")

    assert keep_build(build(tmp_path / "dist", "a.js"), tmp_path / "kept") == ()


def test_another_process_that_was_first_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dist, kept = build(tmp_path / "dist", "a.js"), tmp_path / "kept"
    keep_build(dist, kept)
    monkeypatch.setattr(Path, "is_dir", lambda path: path.exists() and path.parent != kept)
    keep_build(dist, kept)
    monkeypatch.undo()

    assert parts_of(keep_build(dist, kept)) == [["a.js"]]
    assert [file.name for file in kept.iterdir() if file.name.startswith("new-")] == []
