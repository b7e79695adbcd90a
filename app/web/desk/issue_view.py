"""Which issue, and what of it, is somebody looking at?"""

from enum import StrEnum
from http import HTTPStatus

from fastapi import HTTPException

from app.bulletin.desk import BulletinDesk
from app.domain.errors import BulletinError
from app.domain.issue import Issue
from app.domain.item import IssueKey
from app.domain.school import Phase


class View(StrEnum):
    """How its mail is shown."""

    HTML = "html"
    TEXT = "text"
    PHONE = "phone"
    DARK = "dark"


VIEWS = ((View.HTML, "HTML"), (View.TEXT, "Plain text"), (View.PHONE, "Phone"), (View.DARK, "Dark"))


def view_of(word: str) -> View:
    """The view that is asked for; HTML when the word means none."""
    return View(word) if word in set(View) else View.HTML


def phase_of(word: str) -> Phase | None:
    """The phase whose copy is asked for; None for everybody's."""
    return Phase(word) if word in set(Phase) else None


def found_issue(desk: BulletinDesk, key: str) -> Issue:
    """The issue of an address. Raises HTTPException: 404, in words for a person."""
    try:
        return desk.issue(IssueKey.parse(key))
    except BulletinError as error:
        raise HTTPException(HTTPStatus.NOT_FOUND, str(error)) from None
