"""Which calendar, words and laws does a page work on?

Each page works on the version that the person had before them; what somebody else saved meanwhile is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

from fastapi import HTTPException

from app.domain.calendar import SchoolCalendar
from app.domain.caller import Caller
from app.domain.errors import PackError, PolicyChangeError
from app.policy_owner.change_policy import PolicyDesk, rewritten, save
from app.policy_owner.differences import Difference
from app.policy_owner.documents import Document
from app.ports import PackVersion
from app.web.forms import Posted
from app.web.owner.rooms import signed_by


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """One document in force: its text and the number of its version."""

    document: Document
    text: str
    version: int


def document_named(desk: PolicyDesk, name: str) -> HeldDocument:
    """One document as the store has it now. Raises HTTPException: 404."""
    if name not in desk.documents:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no list {name} here.")
    text, number = desk.text(name)
    return HeldDocument(desk.documents[name], text, number)


def calendar_of(one: HeldDocument, text: str = "") -> SchoolCalendar:
    """The calendar that a text holds; the one in force without any. Raises PackError."""
    return cast("SchoolCalendar", one.document.read(text or one.text, one.document.id))


def as_followed(desk: PolicyDesk, one: HeldDocument, follows: str) -> str:
    """The text as it was when somebody opened a form; the one in force when that is not known."""
    if follows == str(one.version) or not (follows.isascii() and follows.isdecimal()):
        return one.text
    if follows == "0":
        return one.document.shipped
    version = desk.store.version(int(follows)) if len(follows) < 19 else None  # noqa: PLR2004 - of 64 bits
    return version.text if version is not None and version.pack == one.document.id else one.text


def meanwhile(desk: PolicyDesk, one: HeldDocument, follows: str) -> Sequence[Difference]:
    """What somebody else changed since the page was opened."""
    return one.document.differences(as_followed(desk, one, follows), one.text)


def put_in_force(
    desk: PolicyDesk, one: HeldDocument, text: str, person: Caller, why: str
) -> PackVersion | dict[str, str]:
    """Save a text; else what is wrong, by the field of the form."""
    try:
        return save(desk, [rewritten(desk, one.document.id, text, one.version)], signed_by(person, why))[0]
    except PackError as error:
        return {"text": in_words(error)}
    except PolicyChangeError as error:
        return {"why": str(error)}


def in_words(error: PackError) -> str:
    """What is wrong with a text, and where."""
    return f"Line {error.line}, {error.field}: {error.problem}."


def take_file(form: Posted, wrong: dict[str, str]) -> str | None:
    """The words of the uploaded file; None when none was sent, or it is no text."""
    file = form.files.get("file")
    if file is None or not file.content:
        return None
    try:
        return file.content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        wrong["file"] = f"{file.name} is no text in UTF-8. Save it as UTF-8 and try again."
        return None
