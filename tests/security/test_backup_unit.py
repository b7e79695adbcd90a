"""The unit that makes a backup each night: does it run as the service, and is its command one of ours?"""

import re
import shlex
import shutil
import subprocess

import pytest
from typer.main import get_command

from app.cli import command
from tests.road import PROJECT

SAMPLES = PROJECT / "docs/operating"
SERVICE, BACKUP = (
    (SAMPLES / name).read_text("utf-8") for name in ("sendwell@.service", "sendwell-backup.service")
)


def told(unit: str, key: str) -> str:
    found = re.search(rf"^{key}=(.*)$", unit, re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "key", ["User", "Group", "WorkingDirectory", "EnvironmentFile", "ProtectSystem", "UMask"]
)
def test_it_runs_as_the_service_does(key: str) -> None:
    assert told(BACKUP, key) == told(SERVICE, key)


def test_its_command_is_one_of_ours() -> None:
    words = shlex.split(shlex.split(told(BACKUP, "ExecStart"))[-1])
    options = {name for one in get_command(command).commands["backup"].params for name in one.opts}  # type: ignore[attr-defined]  # a group

    assert words[:3] == ["exec", told(SERVICE, "ExecStart").split()[0], "backup"]
    assert {word for word in words if word.startswith("--")} <= options


def test_what_it_takes_away_is_what_it_made() -> None:
    made = re.search(r'"/backup/(sendwell-)\$\$\(date \+%%F\)"', told(BACKUP, "ExecStart"))

    assert made
    assert '-name "sendwell-20*"' in told(BACKUP, "ExecStartPost")
    assert "/backup " in told(BACKUP, "ReadWritePaths")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
def test_the_timer_tells_a_time() -> None:
    when = told((SAMPLES / "sendwell-backup.timer").read_text("utf-8"), "OnCalendar")
    subprocess.run(["systemd-analyze", "calendar", when], check=True, capture_output=True)  # noqa: S603, S607 - a program of this machine, told a time of ours
