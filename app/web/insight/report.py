"""What do governors read once a term?

The burden on schools, the routes that were used, wrong warnings, reveals, and how long people waited. Numbers
of ten people or more, never people; a page that prints.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fastapi import APIRouter, Request, Response

from app.bulletin.figures.burden import burden
from app.bulletin.figures.roads import weeks
from app.domain.calendar import in_london
from app.domain.case import CaseState
from app.domain.case_move import CaseMove
from app.domain.posting import PermissionState
from app.domain.stretches import Stretch
from app.insight.waited import Span, Waited, reveals, waited
from app.staff.posting_register import posting_register
from app.web.figures import told as told_of_mail
from app.web.figures.figure import Figure
from app.web.insight import told
from app.web.insight.page import OWNER, chosen, figure_file, terms_of
from app.web.pages import page
from app.web.people import Administrator
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Posters:
    """How many permissions to post are in force, end soon, and have no digital champion."""

    in_force: int
    ending: int
    without: Sequence[str]


@router.get("/policy/report")
def report(request: Request, site: Site, _person: Administrator, term: str = "") -> Response:
    """One term, to be read, printed and kept."""
    known = terms_of(site)
    shown = chosen(known, term)
    starts = starts_on(site)
    return page(
        request,
        "insight/report.html",
        rooms=OWNER.rooms,
        room="/policy/report",
        stretch=shown,
        terms=[(one.first.isoformat(), one.name) for one in known],
        figures=_figures(site, shown) if shown and starts is None else (),
        starts=starts,
        told_to=told_of_mail.told_to(site.desk.desk.today),
        today=site.desk.desk.today,
        posters=_posters(site),
        policies=[pack.title for pack in site.policy.live().packs],
    )


@router.get("/policy/report/{number}.csv")
def as_file(site: Site, _person: Administrator, number: str, term: str = "") -> Response:
    """One table of it, for a spreadsheet."""
    shown = chosen(terms_of(site), term)
    return figure_file({one.id: one for one in (_figures(site, shown) if shown else ())}, number)


def starts_on(site: WebState) -> date | None:
    """The day from which there is something to report; None when there is already.

    That is the Monday after the first week in which mail was checked, or after this one when none was.
    """
    today, first = site.desk.desk.today, site.insight.facts.first()
    begun = in_london(first).date() if first else today
    monday = begun - timedelta(days=begun.weekday()) + _WEEK
    has_mail = any(issue.held_until for issue in site.desk.desk.book.issues())
    return None if (first and monday <= today) or has_mail else max(monday, today)


def _figures(site: WebState, term: Stretch) -> Sequence[Figure]:
    desk, room = site.desk.desk, site.figures
    messages_since = desk.today - timedelta(days=room.messages_days)
    mail = burden(desk, room.mails, term.since(messages_since), room.open_schools())
    by_week = weeks(desk, room.sent, term, desk.today - timedelta(days=room.records_days))
    found = site.insight.of_term(term, desk.today)
    moves = [move for move in _moves(site, term) if term.holds(move.at)]
    files = [r for r in site.staff.held.access.requests.all() if r.taken_at and term.holds(r.taken_at)]
    return (
        told_of_mail.mails_to_a_school(mail, messages_since),
        told_of_mail.mail_by_kind(mail),
        told_of_mail.routes(by_week),
        told.by_week(found),
        told.false_alarms(found),
        told.revealed(reveals(moves), len(files)),
        told.response_times(_waited(site, term)),
    )


def _moves(site: WebState, term: Stretch) -> Iterator[CaseMove]:
    """Each step of the cases that may have one in the term."""
    cases = site.review.desk.cases
    for case in cases.cases(tuple(CaseState)):
        if case.at < term.moments[1]:
            yield from cases.history(case.id)


def _waited(site: WebState, term: Stretch) -> Mapping[str, Waited]:
    desk, cases = site.desk.desk, site.review.desk.cases.cases(tuple(CaseState))
    asked: Mapping[str, Iterator[tuple[datetime, datetime | None]]] = {
        "Requests for mail to schools": ((r.asked_at, r.decided_at) for r in desk.book.requests()),
        "Flagged sends": ((c.at, c.decision.at if c.decision else None) for c in cases),
        "Subject access": ((r.at, r.taken_at) for r in site.staff.held.access.requests.all()),
    }
    return {what: waited(_within(term, spans)) for what, spans in asked.items()}


def _within(term: Stretch, spans: Iterator[Span]) -> Iterator[Span]:
    return (span for span in spans if term.holds(span[0]))


def _posters(site: WebState) -> Posters:
    register = posting_register(site.staff.postings)
    states = [line.state for line in register.lines]
    ending = states.count(PermissionState.ENDING_SOON)
    return Posters(states.count(PermissionState.IN_FORCE) + ending, ending, register.without_champion)
