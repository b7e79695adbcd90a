"""How will schools see an issue? Its mail, as a page of its own for the frame on the desk.

The mail carries its own style, which our pages may not: its promise to browsers allows that, and no script,
no form and no frame but ours.
"""

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from app.web.desk.issue_view import View, found_issue, phase_of, view_of
from app.web.issue_mail import Look, issue_html, text_html
from app.web.pages import HEADERS
from app.web.people import Editor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_ALLOWED = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)


@router.get("/desk/issues/{key}/preview")
def preview(site: Site, _person: Editor, key: str, view: str = "", phase: str = "") -> Response:
    """The mail as it stands now."""
    room, shown = site.desk, view_of(view)
    laid_out = room.laid_out(found_issue(room.desk, key), phase_of(phase))
    look = Look.DARK if shown is View.DARK else Look.LIGHT
    words = text_html(laid_out) if shown is View.TEXT else issue_html(laid_out, look)
    return HTMLResponse(words, headers={**HEADERS, "Content-Security-Policy": _ALLOWED})
