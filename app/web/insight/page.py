"""Where do reviewers and administrators read how rules are met, overridden and called wrong?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.calendar import in_london
from app.domain.stretches import Stretch, stretches
from app.web.figures.figure import Figure
from app.web.insight import told
from app.web.navigation import Place
from app.web.owner.rooms import ROOMS as OWNER_ROOMS
from app.web.pages import download, page
from app.web.people import Administrator, Reviewer
from app.web.review.rooms import ROOMS as REVIEW_ROOMS
from app.web.spreadsheet import as_csv
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """In which room a page is shown, and whether it tells of teams."""

    path: str
    template: str
    rooms: Sequence[Place]
    has_teams: bool = False


OWNER = Frame("/policy/insight", "policy/_room.html", OWNER_ROOMS, has_teams=True)
REVIEW = Frame("/review/insight", "review/_room.html", REVIEW_ROOMS)


@router.get("/policy/insight")
def for_owner(request: Request, site: Site, _person: Administrator, term: str = "") -> Response:
    """For whoever keeps the policy: with teams."""
    return _shown(request, site, OWNER, term)


@router.get("/policy/insight/{number}.csv")
def owner_file(site: Site, _person: Administrator, number: str, term: str = "") -> Response:
    """One table, for a spreadsheet."""
    return _file(site, OWNER, number, term)


@router.get("/review/insight")
def for_reviewer(request: Request, site: Site, _person: Reviewer, term: str = "") -> Response:
    """For reviewers."""
    return _shown(request, site, REVIEW, term)


@router.get("/review/insight/{number}.csv")
def reviewer_file(site: Site, _person: Reviewer, number: str, term: str = "") -> Response:
    """One table, for a spreadsheet."""
    return _file(site, REVIEW, number, term)


def terms_of(site: WebState) -> Sequence[Stretch]:
    """Every term that has begun, newest first."""
    desk = site.desk.desk
    return stretches(desk.calendar(), desk.today)


def chosen(known: Sequence[Stretch], term: str) -> Stretch | None:
    """The term that begins on the day which is asked for; else the newest."""
    return next((one for one in known if one.first.isoformat() == term), known[0] if known else None)


def _shown(request: Request, site: WebState, frame: Frame, term: str) -> Response:
    known = terms_of(site)
    shown = chosen(known, term)
    first = site.insight.facts.first()
    return page(
        request,
        "insight/overview.html",
        rooms=frame.rooms,
        room=frame.path,
        frame=frame,
        purpose=None,
        stretch=shown,
        terms=[(one.first.isoformat(), one.name) for one in known],
        figures=_figures(site, frame, shown) if shown else (),
        since=in_london(first).date() if first else None,
    )


def _file(site: WebState, frame: Frame, number: str, term: str) -> Response:
    shown = chosen(terms_of(site), term)
    found = {one.id: one for one in (_figures(site, frame, shown) if shown else ())}
    return figure_file(found, number)


def figure_file(found: Mapping[str, Figure], number: str) -> Response:
    """The table of one figure. Raises HTTPException: 404 when there is none of that name."""
    if number not in found:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such figure.")
    one = found[number]
    return download(as_csv(one.head, one.rows), f"{number}.csv", "text/csv")


def _figures(site: WebState, frame: Frame, term: Stretch) -> Sequence[Figure]:
    today = site.desk.desk.today
    found = site.insight.of_term(term, today)
    teams = [told.by_team(site.insight.teams(found, today))] if frame.has_teams else []
    return [*told.all_of(found), *teams]
