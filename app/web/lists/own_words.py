"""Which words are no slips here?"""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.domain.errors import PackError
from app.policy_owner.differences import Difference
from app.policy_owner.own_words import put_together, read_own_words
from app.web.forms import Form
from app.web.lists.held import HeldDocument, as_followed, document_named, in_words, meanwhile, put_in_force
from app.web.owner.rooms import policy_page, status_of
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_HERE = "/policy/settings/words"


@router.get(_HERE)
def own_words(request: Request, site: Site, _person: Administrator) -> Response:
    """The list, one word a line."""
    one = document_named(site.policy.desk, "words")
    return _shown(request, one, one.text)


@router.post(_HERE)
def change_words(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Look at what would change, or save."""
    desk, why = site.policy.desk, form.text("why")
    one, text = document_named(desk, "words"), form.whole("text").strip("\n") + "\n"
    theirs, wrong = meanwhile(desk, one, form.text("follows")), _wrong(text)
    if theirs and not wrong:
        text = put_together(as_followed(desk, one, form.text("follows")), one.text, text)
    if form.has("save") and not wrong and not theirs:
        saved = put_in_force(desk, one, text, person, why)
        if not isinstance(saved, dict):
            return go_to(f"/policy/history/{saved.number}?done=yes")
        wrong = saved
    found = None if "text" in wrong else one.document.differences(one.text, text)
    follows = form.text("follows") if "text" in wrong else ""
    return _shown(request, one, text, why=why, wrong=wrong, theirs=theirs, found=found, follows=follows)


def _wrong(text: str) -> dict[str, str]:
    try:
        read_own_words(text, "words")
    except PackError as error:
        return {"text": in_words(error)}
    return {}


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request,
    one: HeldDocument,
    text: str,
    *,
    why: str = "",
    wrong: dict[str, str] | None = None,
    theirs: Sequence[Difference] = (),
    found: Sequence[Difference] | None = None,
    follows: str = "",
) -> Response:
    return policy_page(
        request,
        "settings/words.html",
        HTTPStatus.CONFLICT if theirs else status_of(wrong or {}),
        follows=follows or one.version,
        text=text,
        why=why,
        wrong=wrong or {},
        meanwhile=theirs,
        found=found,
    )
