"""The command line, as somebody at a terminal meets it."""

import json
import mailbox
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from app import cli
from app.adapters.files.sample_authority import SAMPLE

MANY = ", ".join(f"office@s{n}.elsewhere.sch.example" for n in range(9))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("SENDWELL_DATA", str(folder))
    return folder


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    before, sys.argv = sys.argv, ["sendwell", *map(str, words)]
    try:
        with pytest.raises(SystemExit) as left:
            cli.main()
    finally:
        sys.argv = before
    return int(left.value.code or 0), *capfd.readouterr()


def mail(
    to: str = "dana@gmail.com", text: str = "Please reply by Friday.", subject: str = "Visit"
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "P Shah <p.shah@council.example>", to, subject
    message["Date"] = "Tue, 17 Nov 2026 10:00:00 +0000"
    message.set_content(text)
    return message


def saved(folder: Path, message: EmailMessage, name: str = "mail.eml") -> Path:
    file = folder / name
    file.write_bytes(bytes(message))
    return file


def test_a_clean_draft_leaves_with_0(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "check", saved(tmp_path, mail(to="t.aldous@council.example")))

    assert status == 0
    assert "1 person" in said


def test_bulk_says_bulletin_and_leaves_with_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "check", saved(tmp_path, mail(to=MANY)))

    assert status == 1
    assert "9 schools · goes in the e-bulletin" in said
    assert "Next issue: Friday 20 November 2026" in said
    assert "Policy: kent-schools" in said


def test_json_is_one_object_a_draft(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = saved(tmp_path, mail(to=MANY), "a.eml"), saved(tmp_path, mail(), "b.eml")
    status, said, _ = run(capfd, "check", first, second, "--json", "--at", "2026-11-20T17:00")
    replies = [json.loads(line) for line in said.splitlines()]

    assert status == 1
    assert [Path(r["file"]).name for r in replies] == ["a.eml", "b.eml"]
    assert replies[0]["route"]["issue"]["goes_out"] == "2026-11-27"


def test_a_folder_gives_a_table_and_a_summary(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    saved(folder, mail(to=MANY), "a.eml")
    saved(folder, mail(), "b.eml")
    (folder / "c.txt").write_text("Subject: Hello there\n\nSee you on Monday.\n")
    status, said, _ = run(capfd, "check", folder)

    assert status == 1
    assert "3 drafts:" in said


def test_an_mbox_is_read_whole(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    box = mailbox.mbox(tmp_path / "old.mbox")
    for _ in range(3):
        box.add(mail())
    box.close()
    _, said, _ = run(capfd, "check", tmp_path / "old.mbox", "--json")

    assert len(said.splitlines()) == 3


def test_what_cannot_be_read_leaves_with_2_and_the_rest_is_checked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    junk = tmp_path / "junk.msg"
    junk.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500))
    status, said, problem = run(capfd, "check", junk, saved(tmp_path, mail()), "--json")

    assert status == 2
    assert len(said.splitlines()) == 1
    assert "junk.msg" in problem


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
        (("serve", "--host", "0.0.0.0"), "SENDWELL_BEHIND_PROXY"),  # noqa: S104 - that it is refused is the point
    ],
)
def test_a_wrong_call_leaves_with_2_and_says_why(
    capfd: pytest.CaptureFixture[str], words: tuple[object, ...], names: str
) -> None:
    status, _, problem = run(capfd, *words)

    assert status == 2
    assert names in problem
    assert "Traceback" not in problem


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


def test_nothing_is_kept_of_a_checked_file(
    tmp_path: Path, data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "check", saved(tmp_path, mail(text="zanzibarcanaryword indeed")))

    assert all(b"zanzibarcanaryword" not in p.read_bytes() for p in data.iterdir() if p.is_file())


def test_policy_lint_names_the_two_telephone_numbers(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "policy", "lint")

    assert status == 0
    assert "221202" in said
    assert "221201" in said


def test_policy_show_names_a_rule(capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, "policy", "show", "no-bulk-to-schools")[1]

    assert "kent-schools" in said
    assert "listens: audience-shape/" in said


def test_doctor_says_what_mends_it(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "doctor")

    assert status == 1
    assert "LOOK directory: no schools. Run: sendwell directory import" in said
    assert "ok   language model" in said
