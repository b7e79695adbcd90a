"""What somebody types wrongly is said in plain words, with what to type instead."""

import sys
from pathlib import Path

import pytest

from app import cli
from app.adapters.syslog.tls import TlsSyslog
from app.domain.errors import JournalError, SettingsError
from app.settings import load_settings


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path / "data"))


def said(capfd: pytest.CaptureFixture[str], words: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Exit status, and what stands on standard error."""
    monkeypatch.setattr(sys, "argv", ["sendwell", *words.split()])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return int(left.value.code or 0), capfd.readouterr().err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("chek x", "There is no command chek. Did you mean 'check'? `sendwell --help` lists"),
        ("check", "is missing. `sendwell check --help` lists"),
        ("check --jsn x", "There is no option --jsn. Did you mean --json?"),
        ("check --zeppelin x", "There is no option --zeppelin."),
        ("policy step-back", "--why is missing."),
        ("policy step-back --to loud --why x", "--to: 'loud' is not one of 'trial', 'warn', 'enforce'."),
        ("policy undo abc --why x", "number: a whole number is needed."),
        ("policy undo 1 2 --why x", "'2' is more than it takes."),
        ("policy history --latest 0", "--latest: 1 or more is needed."),
        ("serve --workers 0", "--workers: 1 or more is needed."),
        ("journal send x --port 70000", "--port: 65535 or less is needed."),
        ("policy undo 99 --why x", "There is no change 99. The history tells which there are."),
        ("bulletin preview nope", "Write it like 2026-27-12, or leave it out"),
        ("backup tests", "tests is a folder. Name the file in it"),
        ("backup /nowhere/at/all", "Name a folder that is there and has room"),
        ("restore pyproject.toml", "is no backup of Sendwell, or is damaged."),
        ("policy save pyproject.toml --why x", "pyproject.toml:"),
    ],
)
def test_it_is_said_in_a_line(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: str, wanted: str
) -> None:
    status, told = said(capfd, words, monkeypatch)

    assert status == 2
    assert wanted in told
    assert told.startswith("sendwell: ")
    assert not [
        jargon for jargon in ("Invalid", "Value error", "Input should", "Traceback") if jargon in told
    ]


@pytest.mark.parametrize("group", ["policy", "journal", "bulletin", "directory", "keys"])
def test_a_group_without_a_command_shows_what_there_is(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, group: str
) -> None:
    status, told = said(capfd, group, monkeypatch)

    assert status == 2
    assert told.startswith(f"Usage: sendwell {group} ")


def test_help_is_plain_and_names_what_to_start_with_first(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["sendwell", "--help"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    told = capfd.readouterr().out

    assert not left.value.code
    assert (
        told.index("  serve ") < told.index("  check ") < told.index("  doctor ") < told.index("  manifest ")
    )
    assert "─" not in told


def test_a_setting_that_is_nearly_right_is_guessed() -> None:
    with pytest.raises(SettingsError, match=r"SENDWELL_SING_IN\. Did you mean SENDWELL_SIGN_IN\?"):
        load_settings({"SENDWELL_SING_IN": "entra"})
    with pytest.raises(SettingsError, match=r"SENDWELL_ZEPPELIN\. docs/settings\.md lists all"):
        load_settings({"SENDWELL_ZEPPELIN": "1"})


def test_a_broken_data_folder_is_told_once(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENDWELL_DATA", "/proc/nowhere")
    monkeypatch.setattr(sys, "argv", ["sendwell", "doctor"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    told = capfd.readouterr().out

    assert left.value.code == 1
    assert told.count("cannot be made") == 1
    assert "LOOK database: for the same reason as the data folder" in told


def test_a_collector_that_is_not_there_is_said_in_words() -> None:
    with pytest.raises(JournalError, match="nothing listens at that port, after 0 entries"):
        TlsSyslog("127.0.0.1", 1).send([])
