"""When are terms, issues and working hours, and what would other ones change?"""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.policy_owner.calendar_text import WEEKDAYS, CalendarForm, form_of, put_upon, text_of
from app.policy_owner.calendar_words import in_words, what_changes
from app.policy_owner.differences import Difference
from app.web.forms import Form
from app.web.lists.held import (
    HeldDocument,
    as_followed,
    calendar_of,
    document_named,
    meanwhile,
    put_in_force,
)
from app.web.lists.moved_issues import are_told, moved_issues
from app.web.lists.terms_form import filled_in, with_next_year, with_room, wrong_with
from app.web.owner.rooms import policy_page, status_of
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
_HERE = "/policy/settings/calendar"


@router.get(_HERE)
def terms(request: Request, site: Site, _person: Administrator) -> Response:
    """The calendar in a form."""
    one = document_named(site.policy.desk, "calendar")
    return _shown(request, site, one, form_of(one.text))


@router.post(_HERE)
def change_terms(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Look at what would change, make room for one more year, or save."""
    desk, why = site.policy.desk, form.text("why")
    one, given = document_named(desk, "calendar"), filled_in(form)
    if form.has("add"):
        more = with_next_year(given, site.clock.now().date())
        return _shown(request, site, one, more, why=why, follows=form.text("follows"))
    theirs = meanwhile(desk, one, form.text("follows"))
    if theirs:
        given = put_upon(as_followed(desk, one, form.text("follows")), one.text, given)
    wrong = wrong_with(given, one)
    text = "" if wrong else text_of(given, one.text)
    is_told = are_told(form, moved_issues(site, one, text))
    if form.has("save") and text and not theirs and is_told:
        saved = put_in_force(desk, one, text, person, why)
        if not isinstance(saved, dict):
            return go_to(f"/policy/history/{saved.number}?done=yes")
        wrong = saved
    return _shown(request, site, one, given, text=text, why=why, wrong=wrong, theirs=theirs)


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request,
    site: WebState,
    one: HeldDocument,
    form: CalendarForm,
    *,
    text: str = "",
    why: str = "",
    wrong: dict[str, str] | None = None,
    theirs: Sequence[Difference] = (),
    follows: str = "",
) -> Response:
    now, calendar = site.clock.now(), calendar_of(one)
    return policy_page(
        request,
        "settings/calendar.html",
        HTTPStatus.CONFLICT if theirs else status_of(wrong or {}),
        form=with_room(form),
        weekdays=WEEKDAYS,
        follows=follows or one.version,
        comes_to=in_words(calendar, now),
        changes=what_changes(calendar, calendar_of(one, text), now) if text else None,
        moved=moved_issues(site, one, text),
        is_same=text == one.text,
        why=why,
        wrong=wrong or {},
        meanwhile=theirs,
    )
