"""The command line, as somebody at a terminal meets it: calls, folders, the directory, the doctor."""

import os
import socket
import stat
from pathlib import Path

import pytest

from app.adapters.files.sample_authority import SAMPLE
from app.wiring.places import VERSION
from tests.command_line.at_terminal import run


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("check", "missing.eml"), "missing.eml"),
        (("check", "--pack", "elves", "missing.eml"), "elves"),
        (("check", "--at", "soon", "missing.eml"), "soon"),
        (("directory", "import", "missing.csv"), "missing.csv is not there. Look"),
        (("directory", "import", SAMPLE), f"{SAMPLE} is a folder. Name the file"),
        (
            ("directory", "import", SAMPLE / "emails.csv"),
            "emails.csv, line 1: the column 'EstablishmentName'",
        ),
        (("serve", "--host", "0.0.0.0"), "SENDWELL_SIGN_IN"),  # noqa: S104 - that it is refused is the point
    ],
)
def test_a_wrong_call_leaves_with_2_and_says_why(
    capfd: pytest.CaptureFixture[str], words: tuple[object, ...], names: str
) -> None:
    status, _, problem = run(capfd, *words)

    assert status == 2
    assert names in problem
    assert "Traceback" not in problem


def test_a_port_that_is_taken_is_told_before_anything_is_loaded(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: pytest.fail("it was started"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, problem = run(capfd, "serve", "--port", port)

    assert status == 2
    assert f"Port {port} of 127.0.0.1 cannot be had (" in problem
    assert "--port" in problem


@pytest.mark.parametrize(
    ("asked", "given", "found"),
    [
        ((), None, "http://127.0.0.1:{port}"),
        (("--host", "::1"), None, "http://[::1]:{port}"),
        ((), "https://bulletin.council.example", "https://bulletin.council.example"),
    ],
)
def test_whoever_tries_it_out_finds_its_website_where_it_is_served(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    asked: tuple[str, ...],
    given: str | None,
    found: str,
) -> None:
    for name in ("SENDWELL_SAMPLE", "SENDWELL_PUBLIC_URL"):
        monkeypatch.setenv(name, "true")  # so that both are taken out again afterwards
        monkeypatch.delenv(name)
    if given:
        monkeypatch.setenv("SENDWELL_PUBLIC_URL", given)
    served: list[str] = []
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: served.append(os.environ["SENDWELL_PUBLIC_URL"]))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    run(capfd, "serve", "--sample", "--port", port, *asked)

    assert served == [found.format(port=port)]


def test_the_sample_directory_is_imported_with_a_report(capfd: pytest.CaptureFixture[str]) -> None:
    files = [
        SAMPLE / "register.csv",
        "--emails",
        SAMPLE / "emails.csv",
        "--clusters",
        SAMPLE / "clusters.csv",
    ]
    status, said, _ = run(capfd, "directory", "import", *files)
    again = run(capfd, "directory", "import", *files)[1]

    assert status == 0
    assert "schools" in said
    assert again != said


def test_a_trial_import_says_that_nothing_was_written(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    register = SAMPLE / "register.csv"
    said = run(capfd, "directory", "import", register, "--dry-run")[1]
    again = run(capfd, "directory", "import", register)[1]

    assert "Nothing was written" in said
    assert "154 open, 0 before" in said
    assert "154 open, 0 before" in again
    assert (data / "sendwell.db").is_file()


def test_a_data_folder_that_cannot_be_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SENDWELL_DATA", str(SAMPLE / "register.csv"))
    status, _, problem = run(capfd, "directory", "import", SAMPLE / "register.csv")

    assert status == 2
    assert "Set SENDWELL_DATA to a folder" in problem


def test_doctor_says_what_mends_it(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "doctor")

    assert status == 1
    assert "LOOK directory: no schools. Run: sendwell directory import" in said
    assert "ok   language model" in said
    assert "note mail: nothing is sent from here" in said


def test_a_version_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "--version")

    assert (status, said) == (0, f"sendwell {VERSION}\n")


def test_the_data_folder_is_its_owners_alone(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = os.umask(0)
    try:
        run(capfd, "directory", "import", SAMPLE / "register.csv")
    finally:
        os.umask(before)
    rights = {p.name: stat.S_IMODE(p.stat().st_mode) for p in data.iterdir()}

    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert rights["sendwell.db"] == 0o600
    assert set(rights.values()) == {0o600}


def test_an_older_python_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("app.doctor.SAFE_PYTHON", (9, 9, 9))

    assert "note python: 3." in run(capfd, "doctor")[1]
