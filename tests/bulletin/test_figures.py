"""What schools got, which routes were used, whom items were for: counted right, and nobody told apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.bulletin.build_issue import place
from app.bulletin.desk import BulletinDesk
from app.bulletin.figures.burden import MailKind, Spread, burden
from app.bulletin.figures.lessons import lately, lessons
from app.bulletin.figures.passage import passage
from app.bulletin.figures.roads import weeks
from app.bulletin.go_out import mailing_of_issue, mailing_of_request
from app.bulletin.publish import go_out, publish
from app.bulletin.requests.decide_request import ask
from app.domain.asked import Asked, RequestKind
from app.domain.calendar import LONDON
from app.domain.crowd import LEAST_PEOPLE
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.school import Phase
from app.domain.stretches import Stretch, stretches
from app.domain.verdict import Channel
from app.policy.policy import Policy
from tests.bulletin.desks import (
    ANN,
    EVE,
    KEY,
    TEXT,
    TUESDAY,
    YES,
    a_desk,
    approve,
    at,
    later,
    new,
    placed,
    ready,
)
from tests.domain.test_calendar import CALENDAR
from tests.figure_fakes import FakeSchoolMails, FakeSentDrafts
from tests.road import pack

LONG_AGO = date(2026, 1, 1)
A_WEEK_ON = a_desk(TUESDAY + timedelta(days=7))
AUTUMN = stretches(CALENDAR, TUESDAY.date())[0]
CENSUS = Asked(RequestKind.URGENT, "Census", "Send it.", EVERYBODY, "", "School census", date(2026, 11, 26))


def gone_out(desk: BulletinDesk) -> BulletinDesk:
    """The desk when issue 12 is on its way."""
    issue = publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    assert issue.held_until
    after = at(desk, issue.held_until)
    go_out(after, KEY)
    return after


def with_a_mail_out() -> tuple[BulletinDesk, str]:
    """An issue on Friday, and an urgent mail on Tuesday."""
    desk = a_desk()
    request = ask(desk, "key" * 6, CENSUS, ANN, {})
    held = approve(desk, request)
    desk.book.keep_request(held.going_out(TUESDAY + timedelta(minutes=10)))
    placed(desk)
    return gone_out(desk), request.id


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 1, 3)),
        (date(2026, 12, 31), date(2026, 9, 1), date(2027, 1, 3)),
        (date(2027, 1, 4), date(2027, 1, 4), date(2027, 4, 18)),
        (date(2027, 9, 9), date(2027, 4, 19), date(2027, 9, 9)),
    ],
)
def test_a_term_lasts_until_the_next_one_begins(today: date, first: date, last: date) -> None:
    newest = stretches(CALENDAR, today)[0]

    assert (newest.first, newest.last) == (first, last)


def test_terms_have_their_year_and_come_newest_first() -> None:
    assert [s.name for s in stretches(CALENDAR, date(2027, 5, 1))] == [
        "Summer term 2026–27",
        "Spring term 2026–27",
        "Autumn term 2026–27",
    ]
    assert stretches(CALENDAR, date(2026, 8, 31)) == []


def test_weeks_leave_no_day_out_and_end_today() -> None:
    found = list(Stretch("Autumn", date(2026, 9, 2), date(2026, 9, 22)).weeks(date(2026, 9, 15)))

    assert [(week.first.day, week.last.day) for week in found] == [(2, 6), (7, 13), (14, 20)]
    assert found[1].name == "Week of 7 September"
    assert found[1].holds(datetime(2026, 9, 13, 22, 59, tzinfo=UTC))
    assert not found[1].holds(datetime(2026, 9, 13, 23, 0, tzinfo=UTC)), "that is Monday in London"


def test_the_burden_counts_each_school_with_what_it_got() -> None:
    desk, number = with_a_mail_out()
    got = FakeSchoolMails(
        {mailing_of_issue(KEY): {"a", "b", "c"}, mailing_of_request(number): {"a"}, "issue-2025-26-1": {"a"}}
    )
    found = burden(desk, got, AUTUMN, 10)

    assert found.all_of_it == Spread(2, {0: 7, 1: 2, 2: 1})
    assert (found.kinds[MailKind.ISSUE], found.kinds[MailKind.URGENT]) == (
        Spread(1, {0: 7, 1: 3}),
        Spread(1, {0: 9, 1: 1}),
    )
    assert found.kinds[MailKind.CHOSEN] == Spread(0, {0: 10})
    assert burden(desk, FakeSchoolMails(), AUTUMN, 10).all_of_it.mailings == 0, "on the website alone"
    assert burden(desk, got, stretches(CALENDAR, date(2027, 1, 4))[0], 10).all_of_it.mailings == 0


@pytest.mark.parametrize(
    ("schools", "reached", "middle", "most"),
    [
        ({0: 10}, 0, 0, 0),
        ({}, 0, 0, 0),
        ({0: 5, 3: 5}, 5, 0, 3),
        ({0: 4, 3: 5, 9: 1}, 6, 3, 9),
        ({12: 3, 1: 1}, 4, 12, 12),
    ],
)
def test_the_middle_school_and_the_busiest(
    schools: dict[int, int], reached: int, middle: int, most: int
) -> None:
    spread = Spread(1, schools)

    assert (spread.reached, spread.middle, spread.most) == (reached, middle, most)


def sent(people: int, when: Sequence[datetime], channel: Channel = Channel.SEND) -> FakeSentDrafts:
    """Each of some people sends one draft at each moment."""
    drafts = ((moment, who) for moment in when for who in range(people))
    return FakeSentDrafts([(m, f"p{who}", f"d{who}{m}", channel.value) for m, who in drafts])


def test_routes_are_counted_by_week_and_by_working_hours() -> None:
    desk = a_desk()
    ask(desk, "key" * 6, CENSUS, ANN, {})
    new(desk)
    morning, evening = datetime(2026, 11, 23, 8, 30, tzinfo=LONDON), datetime(2026, 11, 22, 20, tzinfo=LONDON)
    early = datetime(2026, 11, 23, 8, 29, tzinfo=LONDON)
    drafts = sent(LEAST_PEOPLE, [evening, early, morning])
    drafts.sent += sent(1, [morning], Channel.BULLETIN).sent
    *_, before, this = weeks(later(desk, days=6), drafts, AUTUMN, LONG_AGO)

    assert (before.routes, before.out_of_hours) == ({Channel.SEND: 10}, 10)
    assert (this.routes, this.out_of_hours) == ({Channel.SEND: 20, Channel.BULLETIN: 1}, 10)
    assert (this.drafts, this.items, this.requests, before.items) == (21, 1, 1, 0)
    assert this.stretch.first == date(2026, 11, 23)


def test_what_fewer_than_ten_people_sent_is_not_told() -> None:
    (*_, this) = weeks(A_WEEK_ON, sent(LEAST_PEOPLE - 1, [TUESDAY]), AUTUMN, LONG_AGO)

    assert (this.is_told, this.routes, this.out_of_hours) == (False, {}, 0)


def test_what_is_deleted_is_not_taken_for_nothing() -> None:
    drafts = sent(LEAST_PEOPLE, [TUESDAY - timedelta(days=7), TUESDAY])
    *_, before, this = weeks(A_WEEK_ON, drafts, AUTUMN, date(2026, 11, 16))

    assert [(week.is_kept, week.is_told) for week in (before, this)] == [(False, False), (True, True)]
    assert AUTUMN.since(date(2026, 11, 16)).first == date(2026, 11, 16)
    assert AUTUMN.since(LONG_AGO) == AUTUMN


def test_a_week_is_told_when_it_is_over() -> None:
    def last(day: int) -> date:
        return weeks(a_desk(datetime(2026, 11, day, 12, tzinfo=LONDON)), FakeSentDrafts(), AUTUMN, LONG_AGO)[-1].stretch.last  # fmt: skip

    assert (last(22), last(23), last(29)) == (date(2026, 11, 15), date(2026, 11, 22), date(2026, 11, 22))
    over = lately(date(2026, 11, 22))
    assert (over.first, over.last) == (date(2026, 8, 17), date(2026, 11, 15))


def test_the_same_draft_sent_again_at_once_counts_once() -> None:
    drafts = sent(LEAST_PEOPLE, [TUESDAY])
    drafts.sent += [(at + timedelta(minutes=2), who, draft, road) for at, who, draft, road in drafts.sent]
    (*_, this) = weeks(A_WEEK_ON, drafts, AUTUMN, LONG_AGO)

    assert this.drafts == LEAST_PEOPLE


def test_items_are_told_by_audience_with_the_days_they_took() -> None:
    desk = a_desk(TUESDAY - timedelta(days=8))
    primary = replace(TEXT, headline="Swimming", for_whom=ForWhom(frozenset({Phase.PRIMARY})))
    early = [ready(desk, "one"), ready(desk, "two", primary)]
    desk = later(desk, days=8)
    for item in (*early, ready(desk, "three", primary)):
        place(desk, KEY, item.id, EVE)
    found = passage(gone_out(desk), AUTUMN)

    assert found.audiences == {"For everyone": 1, "For primary schools": 2}
    assert (found.days, found.middle) == ([3, 11, 11], 11)
    assert passage(a_desk(), AUTUMN).audiences == {}


def test_lessons_name_rules_that_ten_people_met_and_no_other() -> None:
    policy = Policy([pack("trust")], "test")
    first, second, third = (rule.id for rule in policy.packs[0].rules[:3])
    found = lessons(policy, {first: 10, second: 31, third: 9, "gone": 99}, lately(TUESDAY.date()))

    assert [(one.rule, one.people) for one in found.told] == [(second, 31), (first, 10)]
    assert found.untold == 1
    assert found.told[0].clause.quote
