"""Whoever runs the service ends sessions at once, and only those that are meant."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from app.adapters.store.journal_tables import journal_entries
from app.cli import main
from app.domain.caller import Caller
from app.settings import load_settings
from app.terminal import UNREADABLE
from app.wiring.installation import Installation

PRIYA = Caller("Priya Shah", "p.shah@wealdshire.example", "tenant priya")
TOM = Caller("Tom Aldous", "t.aldous@wealdshire.example", "tenant tom")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """Two browsers of one person, and one of another."""
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path))
    made = Installation(load_settings({}, data=tmp_path))
    for who in (PRIYA, PRIYA, TOM):
        made.sign_in.sessions.start(who, datetime.now(UTC))
    return made


def signed_out(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["sendwell", "sign-out", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def left(made: Installation) -> tuple[int, int]:
    sessions, now = made.sign_in.sessions, datetime.now(UTC)
    return len(sessions.of(PRIYA.key, now)), len(sessions.of(TOM.key, now))


@pytest.mark.parametrize(
    ("words", "are_left"),
    [
        (("P.Shah@Wealdshire.example",), (0, 1)),
        (("--everybody",), (0, 0)),
        (("x@wealdshire.example",), (2, 1)),
    ],
)
def test_those_that_are_meant_end(
    made: Installation, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], are_left: tuple[int, int]
) -> None:
    assert signed_out(monkeypatch, *words) == 0
    assert left(made) == are_left
    with made.ground.engine.connect() as connection:
        told = [row.text for row in connection.execute(select(journal_entries)) if "signed-out" in row.text]
    assert len(told) == 1
    assert "wealdshire" not in told[0]


@pytest.mark.parametrize("words", [(), ("priya",), ("@",), ("p.shah@wealdshire.example", "--everybody")])
def test_what_names_nobody_ends_nothing(
    made: Installation, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    assert signed_out(monkeypatch, *words) == UNREADABLE
    assert left(made) == (2, 1)
