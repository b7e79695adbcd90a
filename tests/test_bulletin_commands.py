"""The bulletin from a terminal."""

from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.bulletin.build_issue import place, week
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import edit
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.bulletin.desks import EVE, TEXT, TUESDAY, leave, ready
from tests.command_line import at_terminal
from tests.fakes import FakeClock


@pytest.fixture(autouse=True)
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SENDWELL_SAMPLE", "1")
    monkeypatch.setattr("app.wiring.installation.SystemClock", lambda: FakeClock(TUESDAY))
    return Installation(load_settings())


def desk_of(made: Installation) -> BulletinDesk:
    return made.bulletin.desk(made.registers.postings, made.policy.documents.live_calendar)


@pytest.fixture
def desk(made: Installation) -> BulletinDesk:
    """At which an item is placed in the next issue."""
    desk = desk_of(made)
    issue = week(desk).issue
    assert issue is not None
    place(desk, issue.key, ready(desk).id, EVE, even_late=True)
    return desk


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    return at_terminal.run(capfd, "bulletin", *words)


def answering(asked: list[str], no_to: str = "nothing at all") -> Callable[[str], bool]:
    def confirm(question: str) -> bool:
        asked.append(question)
        return no_to not in question

    return confirm


@pytest.mark.usefixtures("desk")
def test_the_next_issue_is_shown_as_text_and_as_html(capfd: pytest.CaptureFixture[str]) -> None:
    status, text, _ = run(capfd, "preview")
    _, html, _ = run(capfd, "preview", "--html", "--phase", "primary")

    assert status == 0
    assert TEXT.headline in text
    assert TEXT.headline in html
    assert "<html" in html


def test_an_issue_that_is_not_there_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    status, _, said = run(capfd, "preview", "2026-27-99")

    assert (status, "no such issue" in said) == (2, True)


@pytest.mark.usefixtures("desk")
def test_only_who_may_publish_publishes(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, made: Installation
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("typer.confirm", answering(asked))
    refused = run(capfd, "publish", "--by", EVE.address)
    assert (refused[0], "register of posters" in refused[2], asked) == (2, True, [])

    made.registers.postings.add(leave(EVE))
    held = run(capfd, "publish", "--by", EVE.address)
    assert (held[0], "Stop it at the desk until then" in held[1]) == (0, True)
    [issue] = desk_of(made).book.issues()
    assert issue.published_by == EVE


def test_nobody_is_asked_about_an_issue_with_nothing_in_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, made: Installation
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("typer.confirm", asked.append)
    made.registers.postings.add(leave(EVE))
    status, _, said = run(capfd, "publish", "--by", EVE.address)

    assert (status, "nothing in issue" in said, asked) == (2, True, [])


def test_what_a_check_stops_is_not_published_from_a_terminal_either(
    desk: BulletinDesk, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, made: Installation
) -> None:
    monkeypatch.setattr("typer.confirm", lambda _question: True)
    made.registers.postings.add(leave(EVE))
    [item] = desk.book.items()
    edit(desk, item.id, item.version, replace(TEXT, contact="Sarah, mum of Olivia, born 12/03/2018"), EVE)
    status, _, said = run(capfd, "publish", "--by", EVE.address)

    assert (status, f"A check stops “{TEXT.headline}”" in " ".join(said.split())) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_no_stops_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, made: Installation
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("typer.confirm", answering(asked, no_to="quoted"))
    made.registers.postings.add(leave(EVE))

    status, _, said = run(capfd, "publish", "--by", EVE.address)

    assert (status, "not published" in said, "quoted" in asked[-1]) == (2, True, True)


def test_mail_that_is_no_bounce_of_ours_changes_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "someone@elsewhere.example", "Hello"
    mail.set_content("Nothing came back.")
    (tmp_path / "hello.eml").write_bytes(bytes(mail))

    status, said, _ = run(capfd, "bounces", tmp_path / "hello.eml")

    assert status == 0
    assert "1 of the mails tell of no address that failed" in said
    assert "0 left out from now on" in said
    assert "elsewhere.example" not in said
