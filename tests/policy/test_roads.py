"""Drafts as officers write them, all the way down the road: which channel, and which issue?

The sample calendar: issues on Fridays, closed at noon two working days before; half term 26 to 30
October 2026; term from 1 September to 18 December 2026 and from 4 January to 25 March 2027.
"""

from dataclasses import replace
from datetime import date

import pytest

from app.compose.check_draft import check_draft
from app.directory.resolve_audience import resolve_audience
from app.domain.draft import Moment
from app.domain.school import Listing, School
from app.domain.verdict import Channel, Route
from tests.drafts import draft_from
from tests.fakes import CLOSED, FakeDirectory, school_address
from tests.road import check_example, surroundings
from tests.road import road as main_road

BULLETIN, TEAM, OFFICER = Channel.BULLETIN, Channel.COMMUNICATIONS_TEAM, Channel.LOCAL_OFFICER
SEND, SECURE, UNKNOWN = Channel.SEND, Channel.SECURE_CHANNEL, Channel.UNKNOWN_AUDIENCE

MONDAY = "2026-11-16T10:00"
SFVS = "Please return your SFVS by "

# when, subject, body, channel, day of the issue that is shown
TO_NINE_SCHOOLS = [
    # a week is less than seven days; the day of issue counts as too late to wait for
    (MONDAY, "SFVS", SFVS + "Friday 20 November.", TEAM, None),
    (MONDAY, "SFVS", SFVS + "Sunday 22 November.", TEAM, None),
    (MONDAY, "SFVS", SFVS + "Monday 23 November.", BULLETIN, "2026-11-20"),
    (MONDAY, "SFVS", SFVS + "the end of the week.", TEAM, None),
    (MONDAY, "SFVS", SFVS + "19/11.", TEAM, None),
    # the subject line
    (MONDAY, "URGENT: SFVS due Thursday 19 November", "The form is on the website.", TEAM, None),
    (MONDAY, "Reminder - SFVS by noon tomorrow", "Thank you to those who have.", TEAM, None),
    (MONDAY, "SFVS return due Monday 23 November", "The form is on the website.", BULLETIN, "2026-11-20"),
    (MONDAY, "School census", "Dear all,\nDeadline is Thursday.\nThank you.", TEAM, None),
    (MONDAY, "By Friday please", "Please send in your school census return.", TEAM, None),
    (MONDAY, "Art competition by noon tomorrow", "Entries to me.", BULLETIN, "2026-11-20"),
    # reminders of what is overdue
    (MONDAY, "Workforce census", "The census was due on 5 November.\nWe have not had yours.", TEAM, None),
    (MONDAY, "SFVS", "Your SFVS was due on Friday 13 November.", TEAM, None),
    (MONDAY, "SFVS overdue", "Your SFVS is overdue. Please send it.", TEAM, None),
    # urgent in tone only, and things that only look statutory
    (MONDAY, "URGENT", "Please send your entries by tomorrow.", BULLETIN, "2026-11-20"),
    (MONDAY, "Census training", "Book by Wednesday 18 November.", BULLETIN, "2026-11-20"),
    (MONDAY, "Vacancy: census officer", "Closing date: Thursday 19 November.", BULLETIN, "2026-11-20"),
    (MONDAY, "Minutes", "The census was submitted by 5 October.", BULLETIN, "2026-11-20"),
    (MONDAY, "Survey", "This is not a statutory return. Reply by Thursday.", BULLETIN, "2026-11-20"),
    (MONDAY, "Art", "Schools are more likely to answer an e-mail. Reply by Friday.", BULLETIN, "2026-11-20"),
    # emergencies
    (MONDAY, "Gas leak", "There is a gas leak in the High Street. Keep pupils indoors.", TEAM, None),
    (MONDAY, "Emergency plans", "Book a gas leak drill by Friday.", BULLETIN, "2026-11-20"),
    # a minute on either side of the cut-off
    ("2026-11-18T11:59", "Choir", "Bookings close on Friday 20 November.", BULLETIN, "2026-11-20"),
    ("2026-11-18T12:00", "Choir", "Bookings close on Friday 20 November.", BULLETIN, "2026-11-27"),
    # an INSET day on the day of issue: the bulletin goes out
    ("2026-10-20T10:00", "Choir", "Rehearsals start in January.", BULLETIN, "2026-10-23"),
    ("2026-10-19T10:00", "SFVS", SFVS + "Friday 23 October.", TEAM, None),
    # half term between now and the deadline
    ("2026-10-21T11:59", "SFVS", SFVS + "Friday 6 November.", BULLETIN, "2026-10-23"),
    ("2026-10-21T12:00", "SFVS", SFVS + "Friday 6 November.", TEAM, None),
    ("2026-10-22T10:00", "SFVS", SFVS + "Monday 9 November.", BULLETIN, "2026-11-06"),
    ("2026-10-22T10:00", "Choir", "Reply by Thursday 5 November.", BULLETIN, "2026-11-06"),
    ("2026-10-25T01:30", "SFVS", SFVS + "Thursday 5 November.", TEAM, None),
    # the holidays
    ("2026-12-16T11:59", "Choir", "Rehearsals start in January.", BULLETIN, "2026-12-18"),
    ("2026-12-16T12:00", "Choir", "Rehearsals start in January.", BULLETIN, "2027-01-08"),
    ("2026-12-23T10:00", "SFVS", SFVS + "Friday 8 January.", TEAM, None),
    ("2027-01-01T10:00", "SFVS", SFVS + "Friday 8 January.", BULLETIN, "2027-01-08"),
    ("2027-03-28T02:30", "SFVS", SFVS + "Wednesday 31 March.", TEAM, None),
    ("2027-07-28T10:00", "SFVS", SFVS + "Friday 27 August.", TEAM, None),
    # a bank holiday, and a Friday evening
    ("2027-05-03T10:00", "SFVS", SFVS + "Friday 7 May.", TEAM, None),
    ("2026-11-20T18:30", "SFVS", SFVS + "Monday.", TEAM, None),
    ("2026-11-20T18:30", "Numbers", "Please let me have them tonight.", BULLETIN, "2026-11-27"),
    # beyond the calendar
    ("2029-10-01T10:00", "Choir", "Rehearsals start in January.", BULLETIN, None),
]

# to, body, channel: on Monday 16 November
OTHER_READERS = [
    (["1 schools"], SFVS + "Friday.", SEND),
    (["5 schools in 1 cluster"], "Sports day is on Friday.", OFFICER),
    (["5 schools in 2 clusters"], SFVS + "Friday.", OFFICER),
    (["5 schools in 3 clusters"], SFVS + "Friday.", TEAM),
    (["2 schools"], "Managed move for pupil Jamie Dodd, Year 8.\nHe starts on Monday.", SECURE),
    (["a contact list"], SFVS + "Friday.", UNKNOWN),
    (["1 schools", "a contact list"], SFVS + "Friday.", UNKNOWN),
    (["9 schools", "a contact list"], SFVS + "Friday.", TEAM),
    ([school_address(1, 1), school_address(1, 1, role="head")], SFVS + "Friday.", SEND),
    (["a colleague"], SFVS + "Friday.", SEND),
]


def route_of(to: list[str], at: str, subject: str, body: str) -> Route:
    return check_example({"to": to, "at": at, "subject": subject, "body": body}).verdict.route


@pytest.mark.parametrize(("at", "subject", "body", "channel", "issue"), TO_NINE_SCHOOLS)
def test_to_nine_schools(at: str, subject: str, body: str, channel: Channel, issue: str | None) -> None:
    route = route_of(["9 schools"], at, subject, body)

    assert route.channel is channel
    assert (route.issue.goes_out if route.issue else None) == (date.fromisoformat(issue) if issue else None)


@pytest.mark.parametrize(("to", "body", "channel"), OTHER_READERS)
def test_to_other_readers(to: list[str], body: str, channel: Channel) -> None:
    assert route_of(to, MONDAY, "News", body).channel is channel


def test_two_clusters_and_urgent_shows_both_the_officer_first() -> None:
    route = route_of(["5 schools in 2 clusters"], MONDAY, "SFVS", SFVS + "Friday.")

    assert route.channel is OFFICER
    assert [a.channel for a in route.alternatives] == [TEAM]
    assert route.officers


def school(number: int, cluster: int) -> School:
    address = school_address(number, cluster)
    return FakeDirectory().look_up([address])[address].schools[0]


LISTED = {
    "governor@mail.example": Listing((school(1, 1), school(2, 1)), is_exact=True),
    "head-office@trust.example": Listing(tuple(school(n, n) for n in range(1, 13)), is_exact=True),
    "office@closed.example": CLOSED,
    "office@joined.example": Listing((school(1, 1),), is_exact=True),
}


@pytest.mark.parametrize(
    ("to", "channel", "schools"),
    [
        (["governor@mail.example"], SEND, 1),
        (["head-office@trust.example"], SEND, 1),
        (["office@closed.example"], SEND, 0),
        (["office@joined.example", school_address(1, 1)], SEND, 1),
    ],
    ids=[
        "a governor of two schools",
        "a trust's head office",
        "a closed school",
        "a school joined to another",
    ],
)
def test_schools_are_counted_not_addresses(to: list[str], channel: Channel, schools: int) -> None:
    directory = FakeDirectory(LISTED)
    around = replace(
        surroundings(),
        directory=directory,
        resolve_audience=lambda draft, own: resolve_audience(draft, directory, own),
    )
    draft = draft_from({"to": to, "body": "Rehearsals start in January."})

    checked = check_draft(draft, Moment.COMPOSE, replace(main_road(), around=around))

    assert checked.reading.audience.schools == schools
    assert checked.verdict.route.channel is channel
