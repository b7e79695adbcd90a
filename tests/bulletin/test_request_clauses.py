"""Is what the policies ask of mail to schools done, and of what is learned from it? Each test bears a clause's id."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.bulletin.figures.burden import burden
from app.bulletin.figures.lessons import lessons
from app.bulletin.figures.roads import weeks
from app.bulletin.go_out import mailing_of_request
from app.bulletin.requests.decide_request import ask
from app.bulletin.requests.urgency_test import Answer, urgency, urgency_rules
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import RequestState
from app.domain.crowd import LEAST_PEOPLE
from app.domain.errors import BulletinError
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.stretches import stretches
from app.policy.coverage import Standing
from app.policy.policy import Policy
from tests.bulletin.desks import ANN, EVE, TOM, TUESDAY, a_desk, approve, at
from tests.domain.test_calendar import CALENDAR
from tests.figure_fakes import FakeSchoolMails, FakeSentDrafts
from tests.policy.test_coverage import clauses
from tests.road import pack

RULES = urgency_rules(Policy([pack("kent-schools")], "test"))
CENSUS = Asked(
    RequestKind.URGENT, "Send your return", "It closes soon.", EVERYBODY, "", "School census", date(2026, 11, 26)
)  # fmt: skip
PILOT = Asked(
    RequestKind.CHOSEN, "Pilot", "Come.", ForWhom(lists=frozenset({"pilot"})), "They joined the pilot."
)
NOTE = Asked(
    RequestKind.CLUSTER_NOTE, "Heads meet", "On Monday.", ForWhom(clusters=frozenset({"Weald"})), "It is theirs."
)  # fmt: skip
KEY = "a long key of Ann's"


@pytest.mark.parametrize(
    ("pack_id", "clause", "standing"),
    [
        ("kent-schools", "urgent-definition", Standing.ENFORCED),
        ("kent-schools", "urgent-chasing-statutory", Standing.ENFORCED),
        ("kent-schools", "deadline-under-one-week", Standing.ENFORCED),
        ("kent-schools", "specific-selection-by-communications", Standing.ENFORCED),
        ("kent-schools", "cluster-to-local-officer", Standing.ENFORCED),
        ("trust", "volume-and-timing-matter", Standing.SUPPORTED),
        ("cranbrook", "learning-from-use", Standing.SUPPORTED),
    ],
)
def test_the_page_about_clauses_says_so(pack_id: str, clause: str, standing: Standing) -> None:
    assert next(c.standing for c in clauses(pack_id) if c.id == clause) is standing


def answer(asked: Asked) -> Answer:
    return urgency(a_desk(), asked, RULES).answer


def test_urgent_definition() -> None:
    """A statutory, national or legal deadline is urgent; somebody's own hurry is not, and a name is looked at."""
    assert answer(CENSUS) is Answer.YES
    assert answer(replace(CENSUS, duty="")) is Answer.NO
    assert answer(replace(CENSUS, duty="My director wants it")) is Answer.OPEN


def test_urgent_chasing_statutory() -> None:
    """A return that has not come is chased though its day is past; nothing else that is past is urgent."""
    overdue = replace(CENSUS, deadline=TUESDAY.date() - timedelta(days=3))

    assert (answer(overdue), answer(replace(overdue, is_chasing=True))) == (Answer.NO, Answer.YES)


@pytest.mark.parametrize(("days", "is_urgent"), [(0, True), (6, True), (7, False), (30, False)])
def test_deadline_under_one_week(days: int, is_urgent: bool) -> None:
    found = answer(replace(CENSUS, deadline=TUESDAY.date() + timedelta(days=days)))

    assert found is (Answer.YES if is_urgent else Answer.NO)


def test_specific_selection_by_communications() -> None:
    """Chosen schools, for a reason that is given, approved by somebody who may post to lists, and never by another."""
    desk = a_desk()
    for incomplete in (replace(PILOT, reason=" "), replace(PILOT, for_whom=EVERYBODY)):
        with pytest.raises(BulletinError):
            ask(desk, KEY, incomplete, ANN, {})
    request = ask(desk, KEY, PILOT, ANN, {})
    with pytest.raises(BulletinError, match="register of posters"):
        approve(desk, request, TOM)

    assert approve(desk, request, EVE).for_whom == PILOT.for_whom


def test_cluster_to_local_officer() -> None:
    """A note to a cluster names it, and is for the local officer: the desk passes it on."""
    desk = a_desk()
    with pytest.raises(BulletinError, match="Name the cluster"):
        ask(desk, KEY, replace(NOTE, for_whom=EVERYBODY), ANN, {})
    request = ask(desk, KEY, NOTE, ANN, {})
    passed_on = request.decided(RequestState.PASSED_ON, EVE, TUESDAY)

    assert (passed_on.state, passed_on.asked.for_whom.clusters) == (
        RequestState.PASSED_ON,
        frozenset({"Weald"}),
    )


def test_volume_and_timing_matter() -> None:
    """How much mail schools got in a term, and how much was sent when nobody works."""
    desk = a_desk()
    request = ask(desk, KEY, CENSUS, ANN, {})
    desk.book.keep_request(approve(desk, request).going_out(TUESDAY + timedelta(minutes=10)))
    term = stretches(CALENDAR, TUESDAY.date())[0]
    got = FakeSchoolMails({mailing_of_request(request.id): {"a", "b"}})
    night = TUESDAY.replace(hour=3)
    sent = FakeSentDrafts([(night, f"p{n}", f"d{n}", "send") for n in range(LEAST_PEOPLE)])

    assert burden(desk, got, term, 5).all_of_it.schools == {0: 3, 1: 2}
    told = weeks(at(desk, TUESDAY + timedelta(days=7)), sent, term, term.first)
    assert told[-1].out_of_hours == LEAST_PEOPLE


def test_learning_from_use() -> None:
    """What people met most is told for training; what few people met is not, because they could be told apart."""
    policy = Policy([pack("cranbrook")], "test")
    much, little = (rule.id for rule in policy.packs[0].rules[:2])
    found = lessons(
        policy, {much: LEAST_PEOPLE, little: LEAST_PEOPLE - 1}, stretches(CALENDAR, TUESDAY.date())[0]
    )

    assert [lesson.rule for lesson in found.told] == [much]
