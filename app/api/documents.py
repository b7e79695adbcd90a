"""How does a file come onto the website instead of being attached?

It is kept when it is of a kind that is taken; what the checks find in it is told, and what could not be read.
"""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel

from app.api.caller import CallerRoute, Sender
from app.api.item_replies import gate_replies
from app.api.item_schemas import GateReply
from app.api.problems import problem_responses
from app.api.state import State
from app.website_ports import Scan

router = APIRouter(prefix="/api/v1", tags=["bulletin"], route_class=CallerRoute)
_BROKEN = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


class DocumentReply(BaseModel):
    """A document on the website. `link` opens when what tells of it goes out; empty without a website.

    `waits_for_scan` until the virus scanner, which could not be asked, has passed it. `not_checked` names
    what nobody looked at, such as ``attachments`` when its words could not all be read.
    """

    id: str
    name: str
    size: int
    link: str
    expires_at: datetime
    waits_for_scan: bool
    gates: list[GateReply]
    not_checked: list[str]


@router.post("/documents", status_code=HTTPStatus.CREATED, responses=problem_responses(*_BROKEN))
def put_document(
    file: Annotated[UploadFile, File()],
    sender: Sender,
    state: State,
    in_mail: Annotated[bool, Form()] = False,
) -> DocumentReply:
    """Put a file on the website. The same file again is kept once, for longer.

    With `in_mail` its link is for a mail that somebody sends by themselves: it opens at once, and is empty
    where what the checks found in the file asks for a reason.
    """
    kept = state.put_document(file.filename or "", file.file.read(), sender.address, in_mail)
    return DocumentReply(
        id=kept.facts.id,
        name=kept.facts.name,
        size=kept.facts.size,
        link=kept.link,
        expires_at=kept.facts.expires_at,
        waits_for_scan=kept.facts.scan is Scan.WAITING,
        gates=gate_replies(kept.said, has_parts=False),
        not_checked=list(kept.not_checked),
    )
