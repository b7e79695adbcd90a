"""How is the calendar or a list downloaded, uploaded and changed as text?

A text is read first; what is wrong is told with its line, and the text stays on the page.
"""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.domain.errors import PackError
from app.policy_owner.calendar_words import what_changes
from app.policy_owner.differences import Difference
from app.web.forms import Form
from app.web.lists.held import (
    HeldDocument,
    calendar_of,
    document_named,
    in_words,
    meanwhile,
    put_in_force,
    take_file,
)
from app.web.lists.moved_issues import are_told, moved_issues
from app.web.owner.rooms import policy_page, status_of
from app.web.pages import download, go_to
from app.web.people import Administrator
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)


@router.get("/policy/settings/{document}/download")
def as_file(site: Site, _person: Administrator, document: str) -> Response:
    """The text as a file."""
    one = document_named(site.policy.desk, document)
    kind = "application/yaml" if one.document.suffix == "yaml" else "text/plain"
    return download(one.text, f"{document}.{one.document.suffix}", kind)


@router.get("/policy/settings/{document}/text")
def as_text(request: Request, site: Site, _person: Administrator, document: str) -> Response:
    """The text, to change here or to replace by a file."""
    one = document_named(site.policy.desk, document)
    return _shown(request, site, one, one.text)


@router.post("/policy/settings/{document}/text")
def change_text(request: Request, site: Site, person: Administrator, document: str, form: Form) -> Response:
    """Look at the new text, or save it."""
    desk, why = site.policy.desk, form.text("why")
    one, wrong = document_named(desk, document), dict[str, str]()
    text = take_file(form, wrong) or form.whole("text")
    theirs = meanwhile(desk, one, form.text("follows"))
    line = 0
    if not wrong:
        try:
            one.document.read(text, one.document.id)
        except PackError as error:
            line, wrong = error.line, {"text": in_words(error)}
    is_told = bool(wrong) or are_told(form, moved_issues(site, one, text))
    if form.has("save") and not wrong and not theirs and is_told:
        saved = put_in_force(desk, one, text, person, why)
        if not isinstance(saved, dict):
            return go_to(f"/policy/history/{saved.number}?done=yes")
        wrong = saved
    looks = not {"text", "file"} & wrong.keys()
    return _shown(request, site, one, text, why=why, wrong=wrong, theirs=theirs, line=line, looks=looks)


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request,
    site: WebState,
    one: HeldDocument,
    text: str,
    *,
    why: str = "",
    wrong: dict[str, str] | None = None,
    theirs: Sequence[Difference] = (),
    line: int = 0,
    looks: bool = False,
) -> Response:
    said: Sequence[str] = ()
    if looks and one.document.id == "calendar":
        said = what_changes(calendar_of(one), calendar_of(one, text), site.clock.now())
    lines, moved = text.split("\n"), moved_issues(site, one, text) if looks else []
    return policy_page(
        request,
        "settings/text.html",
        HTTPStatus.CONFLICT if theirs else status_of(wrong or {}),
        document=one.document,
        follows=one.version,
        text=text,
        why=why,
        wrong=wrong or {},
        meanwhile=theirs,
        found=one.document.differences(one.text, text) if looks else None,
        is_same=text == one.text,
        moved=moved,
        said=said,
        line=line,
        nearby=[(n, lines[n - 1]) for n in range(line - 2, line + 3) if 0 < n <= len(lines)] if line else [],
    )
