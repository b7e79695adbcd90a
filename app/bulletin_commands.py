"""What can the communications team do with the bulletin from a terminal? `sendwell bulletin …`."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from app.bulletin.build_issue import items_of, week
from app.bulletin.mailing.bounces import Fate, mails_in
from app.bulletin.printed.issue_text import issue_text
from app.bulletin.publish import publisher
from app.domain.calendar import day_in_words
from app.domain.errors import BulletinError
from app.domain.issue import QUESTIONS, Issue
from app.domain.item import IssueKey
from app.domain.school import Phase
from app.furnishing import desk_room
from app.settings import load_settings
from app.terminal import fail, out
from app.web.desk.publishing import publish_checked
from app.web.desk.room import DeskRoom
from app.web.issue_mail import issue_html
from app.wiring.installation import Installation

bulletin = typer.Typer(help="The bulletin.", no_args_is_help=True)
_Issue = Annotated[str, typer.Argument(help="As in 2026-27-12; the next one without it.")]
_FATES = {
    Fate.GONE: "left out from now on",
    Fate.PASSING: "may be reached the next time",
    Fate.NOT_OURS: "of nothing that went out from here",
    Fate.NO_BOUNCE: "of the mails tell of no address that failed",
}


@bulletin.command("preview")
def preview(
    key: _Issue = "",
    phase: Annotated[Phase | None, typer.Option(help="As schools of this phase get it.")] = None,
    html: Annotated[bool, typer.Option("--html", help="The HTML of the mail, not its plain text.")] = False,
) -> None:
    """Show an issue as schools will get it."""
    room = desk_room(Installation(load_settings()))
    laid_out = room.laid_out(_asked(room, key), phase)
    out.print(issue_html(laid_out) if html else issue_text(laid_out), markup=False)


@bulletin.command("publish")
def publish_issue(
    by: Annotated[str, typer.Option(help="The work address of whoever publishes it.")],
    key: _Issue = "",
) -> None:
    """Publish an issue: the questions, then a hold of ten minutes in which the desk can stop it."""
    room = desk_room(Installation(load_settings()))
    issue = _asked(room, key)
    person = publisher(room.desk, by)
    if person is None:
        fail(f"{by} may not publish the bulletin. The register of posters (/staff/postings) says who may.")
    if not items_of(room.desk, issue):
        fail(f"there is nothing in issue {issue.key} yet. Place an item first.")
    out.print(f"Issue {issue.key}, {day_in_words(issue.goes_out)}, {_things(room, issue)}.", markup=False)
    answers = {}
    for question, words in QUESTIONS.items():
        answers[question] = typer.confirm(words)
        if not answers[question]:
            fail("not published. Change the issue at the desk first.")
    try:
        held = publish_checked(room, issue, issue.version, answers, person)
    except BulletinError as error:
        fail(str(error))
    assert held.held_until is not None  # noqa: S101 (an issue on hold has an end of it)
    out.print(f"It goes out after {held.held_until:%H:%M on %d %B %Y}. Stop it at the desk until then.")


@bulletin.command("bounces")
def bounces(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Mails that came back: .eml files or an mbox.")
    ],
) -> None:
    """Leave out addresses whose mail came back for good. No address is shown."""
    made = Installation(load_settings())
    desk = made.mail.bounces(made.mail_room.mailings, made.bulletin.address_book)
    counts: Counter[Fate] = Counter()
    for file in files:
        try:
            mails = mails_in(file.read_bytes())
        except OSError as error:
            fail(f"{file} cannot be read ({error.strerror}). Look at its name, folder and rights.")
        counts.update(desk.take(mails, made.clock.now()))
    for fate, said in _FATES.items():
        out.print(f"{counts[fate]} {said}", markup=False)


def _asked(room: DeskRoom, key: str) -> Issue:
    try:
        issue = room.desk.issue(IssueKey.parse(key)) if key else week(room.desk).issue
    except BulletinError as error:
        fail(f"{error} Write it like 2026-27-12, or leave it out: then it is the next.")
    return issue or fail("the calendar holds no further issue. Add the next school year.")


def _things(room: DeskRoom, issue: Issue) -> str:
    number = len(items_of(room.desk, issue))
    return "1 item" if number == 1 else f"{number} items"
