"""What is said of mail that somebody checks at a terminal."""

import io
import json
import mailbox
import sys
from pathlib import Path

import pytest

from tests.command_line.at_terminal import MANY, mail, run, saved


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


def test_nothing_is_kept_of_a_checked_file(
    tmp_path: Path, data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "check", saved(tmp_path, mail(text="zanzibarcanaryword indeed")))

    assert all(b"zanzibarcanaryword" not in p.read_bytes() for p in data.iterdir() if p.is_file())


def test_a_folder_without_mail_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    status, said, problem = run(capfd, "check", tmp_path / "empty")

    assert (status, said) == (2, "")
    assert "no mail was found in" in problem


def test_nothing_read_gives_no_table(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.eml").write_bytes(b"")
    status, said, problem = run(capfd, "check", tmp_path / "a.eml")

    assert (status, said) == (2, "")
    assert "This file is empty." in problem


def test_standard_input_is_one_mail(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(mail(to=MANY)))))
    status, said, _ = run(capfd, "check", "-")

    assert status == 1
    assert "9 schools · goes in the e-bulletin" in said


def test_an_empty_standard_input_is_called_what_it_is(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))

    assert run(capfd, "check", "-")[2].startswith("standard input: Nothing came in.")


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_what_is_written_is_utf8_whatever_the_machine_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], as_json: list[str]
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    status, _, problem = run(capfd, "check", saved(tmp_path, mail(to=MANY)), *as_json)

    assert (status, problem) == (1, "")
    assert "9 schools · goes in the e-bulletin" in written.getvalue().decode()


def test_a_time_of_nothing_is_no_time(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, _, problem = run(capfd, "check", saved(tmp_path, mail()), "--at", "")

    assert (status, problem) == (2, "sendwell: --at '' is not a time. Write it like 2026-11-20T17:00.\n")


def test_a_file_without_a_date_is_not_told_the_hour(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    undated = mail(to="t.aldous@council.example")
    del undated["Date"]
    file = saved(tmp_path, undated)
    with_hour = run(capfd, "check", file, "--json", "--at", "2026-11-21T23:00")[1]
    without = run(capfd, "check", file, "--json")[1]

    assert "hours/out-of-hours" in with_hour
    assert "hours/out-of-hours" not in without


def test_what_could_not_be_decoded_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "odd.eml"
    file.write_bytes(
        b"From: a@x.example\nSubject: x\nContent-Type: text/plain; charset=elvish\n\nCaf\xe9 at 3"
    )
    said = json.loads(run(capfd, "check", file, "--json")[1])

    assert [u["check"] for u in said["not_checked"]] == ["body"]
