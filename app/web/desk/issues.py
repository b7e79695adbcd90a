"""Where is an issue put together, published and stopped?"""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.bulletin.build_issue import introduce, items_of, order, place, take_out, week
from app.bulletin.printed.layout import in_sections
from app.bulletin.publish import stop
from app.domain.errors import BulletinError
from app.domain.issue import QUESTIONS, Issue, IssueState
from app.domain.item import Person as Somebody
from app.web.desk.inbox import AWAY
from app.web.desk.issue_page import Asked, issue_page
from app.web.desk.issue_view import found_issue, phase_of, view_of
from app.web.desk.placing import place_each, ready_items
from app.web.desk.publishing import publish_checked
from app.web.desk.room import DeskRoom
from app.web.desk.rooms import as_somebody, desk_page
from app.web.forms import Form, Posted
from app.web.pages import go_to
from app.web.people import Editor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_FIELDS = frozenset({"introduction", "ready-title", "questions", *QUESTIONS})
"""The places of the page where something can be put right."""
_DONE: Mapping[str, str] = {
    "place": "It is placed.",
    "place-all": "All that was ready is placed.",
    "out": "It is taken out. It stays ready.",
    "introduce": "The opening words are saved.",
    "publish": "It is published, and held for now.",
    "leave": "Leave to publish is given.",
    "stop": "Stopped. Nothing went out, and the issue is open again.",
}


_DONE_IN: Mapping[str, IssueState] = {"publish": IssueState.HELD, "stop": IssueState.OPEN}
"""What is said only while it is still so: a page may be opened again after somebody else's step."""


@router.get("/desk/issues")
def issues(request: Request, site: Site, _person: Editor) -> Response:
    """Every issue, the one that is put together first."""
    desk = site.desk.desk
    current = week(desk)
    kept = {issue.key: issue for issue in desk.book.issues()}
    if current.issue:
        kept[current.issue.key] = current.issue
    return desk_page(
        request,
        "desk/issues.html",
        rows=[kept[key] for key in sorted(kept, reverse=True)],
        away=AWAY[current.missing] if current.missing else "",
    )


@router.get("/desk/issues/{key}")
def one(  # noqa: PLR0913, PLR0917 - the address of the page, part by part
    request: Request,
    site: Site,
    person: Editor,
    key: str,
    view: str = "",
    phase: str = "",
    done: str = "",
    moved: str = "",
) -> Response:
    """One issue: its items in order, its mail, and the questions before it is published."""
    known, issue = phase_of(phase), found_issue(site.desk.desk, key)
    is_so = _DONE_IN.get(done, issue.state) is issue.state
    said = _DONE.get(done, "") if is_so else ""
    asked = Asked(view_of(view), known.value if known else "", said, moved)
    return issue_page(request, site.desk, person, issue, asked)


@router.post("/desk/issues/{key}")
def act(request: Request, site: Site, person: Editor, key: str, form: Form) -> Response:
    """Do with it what the button says."""
    room, do = site.desk, form.text("do")
    issue, by = found_issue(room.desk, key), as_somebody(person)
    asked = Asked()
    try:
        return go_to(f"/desk/issues/{key}?{_done(room, issue, by, form)}")
    except BulletinError as error:
        field = error.field if error.field in _FIELDS else "main"
        asked = replace(asked, wrong=error.faults if field in error.faults else {"main": str(error)})
    if do == "introduce":
        asked = replace(asked, introduction=form.whole("introduction"))
    after = found_issue(room.desk, key)
    if after.version == form.number("version"):  # what was ticked was ticked of this
        asked = replace(asked, answers=tuple(form.every("answers")))
    return issue_page(request, room, person, after, asked)


def _done(room: DeskRoom, issue: Issue, by: Somebody, form: Posted) -> str:
    """Do it, and say what the next page is asked to tell. Raises BulletinError."""
    do, number, other = [*form.text("do").split(), "", "", ""][:3]
    seen = form.number("version")
    desk, key = room.desk, issue.key
    if do in {"up", "down", "before"}:
        order(desk, key, number, _place(room, issue, do, number, other))
        return f"moved={do}+{number}"  # no fragment: with one, browsers give no focus
    if do == "place-all":
        placed = place_each(desk, key, ready_items(desk), by)
        if placed.said:
            raise BulletinError(" ".join(placed.said), "ready-title")
        return "done=place-all"
    if do in {"place", "place-late"}:
        place(desk, key, number, by, even_late=do == "place-late")
        return f"done=place&moved=place+{number}"
    if do == "out":
        after = _after(room, issue, number)
        take_out(desk, key, number, by)
        return f"done=out&moved=out+{after}"
    if do == "introduce":
        words = form.whole("introduction")
        if stops := room.opening(words, by).must_go:
            raise BulletinError(f"Everybody could read this. {stops}", "introduction")
        introduce(desk, key, seen, words)
    elif do == "publish":
        answers = {question: question in form.every("answers") for question in QUESTIONS}
        publish_checked(room, issue, seen, answers, by)
    elif do == "stop":
        stop(desk, key)
    else:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    return f"done={do}"


def _after(room: DeskRoom, issue: Issue, number: str) -> str:
    """The item that stands where this one stood once it is out: the next, or of the last the one before."""
    items = items_of(room.desk, issue)
    ordered = in_sections(issue.ordered(item.id for item in items), items, room.audiences().lists)
    ids = [item.id for _, section in ordered for item in section]
    if number not in ids:
        return ""
    at = ids.index(number)
    return next(iter([*ids[at + 1 : at + 2], *ids[at - 1 : at]]), "")


def _place(room: DeskRoom, issue: Issue, do: str, number: str, other: str) -> int:
    """Where in the whole order an item comes to stand, so that it moves by one within its own section.

    Raises:
        BulletinError: it is not in this issue any more.
    """
    items = items_of(room.desk, issue)
    sections = in_sections(issue.ordered(item.id for item in items), items, room.audiences().lists)
    section = next((ids for _, found in sections if number in (ids := [item.id for item in found])), None)
    if section is None:
        raise BulletinError("This item is not in the issue any more.")
    others = [item.id for item in items if item.id != number]
    at = section.index(number)
    if do == "up" and at:
        return others.index(section[at - 1])
    if do == "down" and at + 1 < len(section):
        return others.index(section[at + 1]) + 1
    if do == "before" and other in others:
        return others.index(other)
    return len(others) if do == "before" else [item.id for item in items].index(number)
