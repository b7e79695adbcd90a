"""Every input of the kept corpus, read by every reader: those that once broke one, and those made by hand."""

from pathlib import Path

import pytest

from bench.fuzz.__main__ import told
from bench.fuzz.targets import TARGETS, BrokenPromiseError
from tests.road import PROJECT

CORPUS = PROJECT / "bench/fuzz/corpus"
KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())


def called(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix()


def test_every_target_has_a_corpus() -> None:
    assert {path.parent.name for path in KEPT} == set(TARGETS)
    assert sum(path.stat().st_size for path in KEPT) < 200_000


@pytest.mark.parametrize("path", KEPT, ids=called)
def test_no_promise_is_broken(path: Path) -> None:
    data = path.read_bytes()

    for target in TARGETS.values():
        target(data)


def test_a_broken_promise_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that keeps a line break, as it might stand in a header."""
    monkeypatch.setattr("bench.fuzz.targets.clean_name", str)

    with pytest.raises(BrokenPromiseError):
        TARGETS["headers"](b"a\r\nBcc: b")


def test_what_broke_is_told() -> None:
    counted = {"inputs": "12345", "branches": "99", "kept": "7", "memory": "120", "broke": ""}
    said = told({"html": counted, "mail": counted | {"broke": "IndexError: x"}}, 300)

    assert "| html | 12,345 | 99 | 7 | 120 | nothing |" in said
    assert "| mail | 12,345 | 99 | 7 | 120 | IndexError: x |" in said
