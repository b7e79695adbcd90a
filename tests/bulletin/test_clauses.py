"""Is what the policies ask of a bulletin done, clause by clause? Each test bears a clause's id."""

from datetime import datetime, timedelta

import pytest

from app.bulletin.build_issue import introduce, open_issue, order, place, week
from app.bulletin.edit import claim, edit
from app.bulletin.mailing.message import Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin.printed.layout import Masthead, lay_out
from app.bulletin.publish import publish
from app.bulletin.requests.decide_request import ask
from app.bulletin_ports import Delivery
from app.domain.asked import Asked, RequestKind
from app.domain.calendar import LONDON
from app.domain.errors import BulletinError
from app.domain.for_whom import EVERYBODY
from app.domain.issue import QUESTIONS, IssueState
from app.domain.mailing import FOR_ALL, Mailing, MailingText
from app.domain.posting import Outlet
from app.domain.school import Phase
from app.policy.coverage import Standing
from tests.bulletin.desks import (
    ANN,
    EVE,
    KEY,
    TEXT,
    TOM,
    TUESDAY,
    YES,
    a_desk,
    approve,
    at,
    leave,
    placed,
    ready,
)
from tests.domain.test_calendar import CALENDAR
from tests.policy.test_coverage import clauses


@pytest.mark.parametrize(
    ("pack", "clause"),
    [
        ("trust", "no-posting-without-permission"),
        ("trust", "mailing-lists-count-as-social-media"),
        ("trust", "pre-publish-questions"),
        ("kent-schools", "bulletin-weekly-in-term"),
        ("kent-schools", "recognisable-official-mail"),
    ],
)
def test_the_page_about_clauses_says_so(pack: str, clause: str) -> None:
    assert next(c.standing for c in clauses(pack) if c.id == clause) is Standing.SUPPORTED


def test_no_posting_without_permission() -> None:
    """Somebody without leave writes, edits and builds the whole issue; it does not go out."""
    desk = a_desk()
    item = claim(desk, ready(desk).id, TOM)
    edit(desk, item.id, item.version, TEXT, TOM)
    place(desk, KEY, item.id, TOM)
    order(desk, KEY, item.id, 0)
    issue = introduce(desk, KEY, desk.issue(KEY).version, "Dear all")
    with pytest.raises(BulletinError, match="may not publish"):
        publish(desk, KEY, issue.version, YES, TOM)
    desk.postings.add(leave(TOM))

    assert publish(desk, KEY, issue.version, YES, TOM).state is IssueState.HELD


def test_mailing_lists_count_as_social_media() -> None:
    """Leave for the bulletin, a website or an account is no leave for a list of addresses."""
    desk = a_desk()
    asked = Asked(RequestKind.CHOSEN, "Pilot", "Come.", EVERYBODY, "The pilot.", officer="")
    with pytest.raises(BulletinError, match="Say which schools"):
        ask(desk, "a long key of Ann's", asked, ANN, {})
    urgent = Asked(RequestKind.URGENT, "Census", "Send it.", EVERYBODY, "", "Census", TUESDAY.date())
    request = ask(desk, "a long key of Ann's", urgent, ANN, {})
    for outlet in set(Outlet) - {Outlet.MAILING_LIST}:
        desk.postings.add(leave(TOM, outlet))
    with pytest.raises(BulletinError, match="mail to a list"):
        approve(desk, request, TOM)
    desk.postings.add(leave(TOM, Outlet.MAILING_LIST))

    assert approve(desk, request, TOM).decided_by == TOM


def test_bulletin_weekly_in_term() -> None:
    """Day by day through a school year: an issue for each week of term, and none for any other week."""
    desk, day, last = a_desk(), CALENDAR.terms[0].start, CALENDAR.terms[-1].end
    while day <= last:
        today = at(desk, datetime(day.year, day.month, day.day, 9, tzinfo=LONDON))
        open_issue(today)
        day += timedelta(days=1)
    days = sorted(issue.goes_out for issue in desk.book.issues())
    weeks = {CALENDAR.terms[0].start + timedelta(weeks=n) for n in range(47)}
    fridays = {monday - timedelta(days=monday.weekday()) + timedelta(days=4) for monday in weeks}

    assert len({goes_out.isocalendar()[:2] for goes_out in days}) == len(days) == len(CALENDAR.issue_days())
    assert {friday for friday in fridays if CALENDAR.is_term_day(friday)} <= set(days)
    assert all(CALENDAR.is_term_day(goes_out) for goes_out in days)
    assert [issue.key.number for issue in reversed(desk.book.issues())] == list(range(1, len(days) + 1))


def test_no_issue_is_opened_for_a_week_of_holidays() -> None:
    half_term = at(a_desk(), datetime(2026, 10, 26, 9, tzinfo=LONDON))

    assert (week(half_term).missing, week(half_term).issue) != (None, None)
    assert open_issue(half_term).goes_out > half_term.today + timedelta(days=7)  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize("question", QUESTIONS)
def test_pre_publish_questions(question: str) -> None:
    """All seven of the policy are asked, and one that is not answered with yes holds the issue back."""
    desk = a_desk()
    placed(desk)
    version = desk.issue(KEY).version
    for answers in ({**YES, question: False}, {q: True for q in QUESTIONS if q != question}):
        with pytest.raises(BulletinError) as raised:
            publish(desk, KEY, version, answers, EVE)
        assert raised.value.field == question

    assert len(QUESTIONS) == 7
    assert publish(desk, KEY, version, YES, EVE).answers == YES


def test_recognisable_official_mail() -> None:
    """All mail to schools comes from one name and address; every variant of an issue has one masthead."""
    identity = Identity(
        "bulletin@council.example", "Wealdshire e-bulletin", list_id="bulletin.council.example"
    )
    writer = MessageWriter(identity, MessageIds(b"secret"))
    texts = {FOR_ALL: MailingText("12 new things", "Text"), "primary": MailingText("12 new things", "Other")}
    sent = [
        writer(
            Mailing(number, EVERYBODY, texts, TUESDAY, is_regular=is_regular),
            Delivery(number, "k", variant),
            "a@b.example",
        )
        for number, is_regular in (("issue-2026-27-12", True), ("request-x", False))
        for variant in texts
    ]
    desk = a_desk()
    item = placed(desk)
    laid_out = [
        lay_out(desk.issue(KEY), [item], Masthead("E-bulletin", "Wealdshire"), phase)
        for phase in (None, *Phase)
    ]

    assert {str(message["From"]) for message in sent} == {"Wealdshire e-bulletin <bulletin@council.example>"}
    assert [bool(message["List-Id"]) for message in sent] == [True, True, False, False]
    assert {(one.title, one.publisher) for one in laid_out} == {("E-bulletin", "Wealdshire")}
