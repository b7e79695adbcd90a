"""Where are the figures read, and kept as files?"""

from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.bulletin.figures.burden import burden
from app.bulletin.figures.lessons import lately, lessons
from app.bulletin.figures.passage import passage
from app.bulletin.figures.roads import weeks
from app.domain.stretches import Stretch, stretches
from app.web.desk.rooms import desk_page
from app.web.figures import told
from app.web.figures.figure import Figure
from app.web.pages import download
from app.web.people import Editor
from app.web.spreadsheet import as_csv
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)


@router.get("/desk/figures")
def figures(request: Request, site: Site, _person: Editor, term: str = "") -> Response:
    """All of them, over one term."""
    desk = site.desk.desk
    known = stretches(desk.calendar(), desk.today)
    shown = _chosen(known, term)
    return desk_page(
        request,
        "figures/overview.html",
        stretch=shown,
        told_to=told.told_to(desk.today),
        terms=[(one.first.isoformat(), one.name) for one in known],
        figures=_figures(site, known, shown) if shown else (),
        sends=site.desk.sends,
    )


@router.get("/desk/figures/{number}.csv")
def as_file(site: Site, _person: Editor, number: str, term: str = "") -> Response:
    """The table of one of them, for a spreadsheet."""
    desk = site.desk.desk
    known = stretches(desk.calendar(), desk.today)
    shown = _chosen(known, term)
    found = next((one for one in (_figures(site, known, shown) if shown else ()) if one.id == number), None)
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such figure.")
    return download(as_csv(found.head, found.rows), f"{number}.csv", "text/csv")


def _chosen(known: Sequence[Stretch], term: str) -> Stretch | None:
    """The term that begins on the day which is asked for; else the newest."""
    return next((one for one in known if one.first.isoformat() == term), known[0] if known else None)


def _figures(site: WebState, known: Sequence[Stretch], stretch: Stretch) -> Sequence[Figure]:
    room, desk, lists = site.figures, site.desk.desk, site.desk.audiences().lists
    schools, over = room.open_schools(), lately(desk.today)
    messages_since = desk.today - timedelta(days=room.messages_days)
    terms = {
        one: burden(desk, room.mails, one.since(messages_since), schools)
        for one in reversed(known)
        if one == stretch or one.last > messages_since
    }
    by_week = weeks(desk, room.sent, stretch, desk.today - timedelta(days=room.records_days))
    items = passage(desk, stretch, lists)
    return (
        told.mails_to_a_school(terms[stretch], messages_since),
        told.term_by_term(terms, messages_since),
        told.mail_by_kind(terms[stretch]),
        told.routes(by_week),
        told.hours(by_week),
        told.audiences(items),
        told.days_to_out(items),
        told.met_most(lessons(site.policy.live(), site.insight.shown(over), over)),
    )
