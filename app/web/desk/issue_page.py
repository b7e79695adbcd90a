"""What does the page of one issue show?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from fastapi import Request, Response

from app.bulletin.build_issue import items_of
from app.bulletin.printed.layout import in_sections
from app.bulletin.printed.said_for_whom import PHASES
from app.bulletin.publish import may_publish, publishers
from app.domain.calendar import in_london
from app.domain.caller import Caller
from app.domain.issue import HOLD, INTRODUCTION_MAX, QUESTIONS, Issue, IssueState
from app.web.desk.clock import time_left
from app.web.desk.issue_view import VIEWS, View, phase_of
from app.web.desk.placing import ready_items
from app.web.desk.room import DeskRoom
from app.web.desk.rooms import as_somebody, desk_page
from app.web.desk.rows import Row, row

FRAMES = "; frame-src 'self'"


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the issue is looked at, and what was just done with it."""

    view: View = View.HTML
    phase: str = ""
    done: str = ""
    moved: str = ""
    """The item that was moved, and by which button: ``up 1f2e``."""
    wrong: Mapping[str, str] = field(default_factory=dict)
    introduction: str | None = None
    """What was typed, when it could not be kept."""
    answers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    start: int
    rows: Sequence[Row]


def issue_page(request: Request, room: DeskRoom, person: Caller, issue: Issue, asked: Asked) -> Response:
    """The page."""
    is_open, by = issue.state is IssueState.OPEN, as_somebody(person)
    lists, now = room.audiences().lists, room.desk.clock.now()
    how_far = room.how_far(issue.key)
    laid_out = room.laid_out(issue, phase_of(asked.phase))
    reply = desk_page(
        request,
        "desk/issue.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if asked.wrong else HTTPStatus.OK,
        issue=issue,
        is_open=is_open,
        is_held=issue.state is IssueState.HELD,
        left=time_left(now, issue.cut_off),
        done=asked.done,
        wrong=asked.wrong,
        sections=_sections(room, issue, asked.moved),
        ready=[row(item, lists, issue) for item in ready_items(room.desk)] if is_open else (),
        introduction=issue.introduction if asked.introduction is None else asked.introduction,
        introduction_max=INTRODUCTION_MAX,
        opening=room.opening(issue.introduction, by).found if is_open and issue.introduction else (),
        now=now,
        reach=room.reach(),
        sends=room.sends,
        far=how_far,
        subject=laid_out.subject,
        views=VIEWS,
        shown=asked.view,
        shown_words=dict(VIEWS)[asked.view],
        phase=asked.phase,
        phases=[("", "any school"), *((phase.value, words) for phase, words in PHASES.items())],
        all_questions=QUESTIONS.items(),
        answers=asked.answers,
        may_publish=may_publish(room.desk, by),
        publishers=publishers(room.desk),
        hold_minutes=int(HOLD.total_seconds() // 60),
        goes_at_once=issue.goes_out <= in_london(now).date(),
    )
    reply.headers["Content-Security-Policy"] += FRAMES
    return reply


def _sections(room: DeskRoom, issue: Issue, moved: str) -> Sequence[_Section]:
    """In the order in which everybody's copy is read."""
    button, _, number = moved.partition(" ")
    lists, start, found = room.audiences().lists, 1, list[_Section]()
    is_open = issue.state is IssueState.OPEN
    for title, items in in_sections(issue, items_of(room.desk, issue), lists):
        rows = [
            replace(
                row(item, lists, issue),
                focus=button if item.id == number else "",
                is_held_back=is_open and room.is_held_back(item),
            )
            for item in items
        ]
        found.append(_Section(title, start, rows))
        start += len(rows)
    return found
