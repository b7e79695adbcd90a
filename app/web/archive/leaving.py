"""Where does a school leave a subscription list?

At the address in its mail, which mail programs ask by themselves when somebody presses their button (RFC
8058). Opening it changes nothing: programs open addresses to look at them.
"""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response

from app.bulletin.mailing.leave_list import LEAVE, Leaving, leave, leaving
from app.web.archive.reply import website_page
from app.web.archive.room import ArchiveRoom
from app.web.people import Visitor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_ADDRESS = f"{LEAVE}/{{number}}/{{code}}"
_ONE_CLICK = "One-Click"
_NOT_OURS = "This address is not whole, or its mail is too old. Write to whoever sent you the mail."


@router.get(_ADDRESS)
def asks(site: Site, request: Request, _person: Visitor, number: str, code: str) -> Response:
    """Which list it is, and the button."""
    return _page(request, site.archive, _link(site.archive, number, code), has_left=False)


@router.post(_ADDRESS)
def leaves(
    site: Site,
    request: Request,
    _person: Visitor,
    number: str,
    code: str,
    said: Annotated[str, Form(alias="List-Unsubscribe")] = "",
) -> Response:
    """Leave it. The second time changes nothing and says the same."""
    link = _link(site.archive, number, code)
    if said != _ONE_CLICK:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "Press the button on the page to leave the list.")
    leave(site.archive.leave, link)
    return _page(request, site.archive, link, has_left=True)


def _link(room: ArchiveRoom, number: str, code: str) -> Leaving:
    link = leaving(room.leave, number, code)
    if link is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, _NOT_OURS)
    return link


def _page(request: Request, room: ArchiveRoom, link: Leaving, *, has_left: bool) -> Response:
    name = room.leave.name_of(link.subscription)
    return website_page(room, "archive/leave.html", name=name, has_left=has_left, here=request.url.path)
