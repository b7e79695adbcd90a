"""The urgency test asks the policy's questions of a request, and keeps facts alone."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.bulletin.publish import publish
from app.bulletin.requests.decide_request import ask, decline
from app.bulletin.requests.urgency_test import (
    Answer,
    Question,
    UrgencyRules,
    ends,
    kept_urgency,
    urgency,
    urgency_of,
    urgency_rules,
)
from app.domain.asked import Asked, RequestKind
from app.domain.calendar import LONDON
from app.domain.for_whom import ForWhom
from app.policy.policy import Policy
from tests.bulletin.desks import ANN, EVE, KEY, YES, a_desk, later, leave, placed
from tests.road import pack

RULES = urgency_rules(Policy([pack("kent-schools")], "test"))
ASKED = Asked(
    RequestKind.URGENT, "Send your return", "It closes on Friday.", ForWhom(), "", "School census", date(2026, 11, 26)
)  # fmt: skip


def answers(asked: Asked, at: datetime | None = None) -> tuple[Answer, list[Answer]]:
    found = urgency(a_desk(at) if at else a_desk(), asked, RULES)
    return found.answer, [step.answer for step in found.steps(RULES)]


def test_a_census_before_the_next_issue_is_urgent() -> None:
    assert answers(ASKED) == (Answer.YES, [Answer.YES, Answer.YES, Answer.YES])


def test_a_deadline_after_the_issue_could_go_in_the_bulletin_too() -> None:
    found = urgency(a_desk(), replace(ASKED, deadline=date(2026, 11, 30)), RULES)

    assert found.answer is Answer.YES
    assert (
        found.steps(RULES)[2].said
        == "No: the next issue goes out on Friday 27 November, before the deadline."
    )


@pytest.mark.parametrize(
    ("deadline", "answer"),
    [
        (date(2026, 11, 24), Answer.YES),
        (date(2026, 11, 30), Answer.YES),
        (date(2026, 12, 1), Answer.NO),
        (date(2026, 11, 23), Answer.NO),
        (None, Answer.NO),
    ],
)
def test_exactly_a_week_is_not_shorter_than_one(deadline: date | None, answer: Answer) -> None:
    assert answers(replace(ASKED, deadline=deadline))[0] is answer


def test_a_return_that_is_chased_is_urgent_though_its_day_is_past() -> None:
    chased = replace(ASKED, deadline=date(2026, 11, 20), is_chasing=True)
    found = urgency(a_desk(), chased, RULES)

    assert answers(chased) == (Answer.YES, [Answer.YES, Answer.YES, Answer.YES])
    step = found.steps(RULES)[1]
    assert step.clause
    assert "chasing" in step.clause.quote
    assert kept_urgency(found.facts()) == found
    assert answers(replace(chased, duty=" "))[0] is Answer.NO


def test_a_day_that_is_past_is_not_sent_to_the_bulletin() -> None:
    found = urgency(a_desk(), replace(ASKED, deadline=date(2026, 11, 20)), RULES)

    assert (found.answer, "past" in found.said, "e-bulletin" in found.said) == (Answer.NO, True, False)


def test_an_issue_that_is_published_is_no_issue_in_time() -> None:
    desk = a_desk()
    placed(desk)
    desk.postings.add(leave(EVE))
    publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    found = urgency(desk, replace(ASKED, deadline=date(2026, 11, 30)), RULES)

    assert found.steps(RULES)[2].said == "Yes: the next issue goes out on Friday 4 December."


def test_before_a_holiday_a_deadline_further_off_is_urgent() -> None:
    wednesday = datetime(2026, 12, 16, 15, 0, tzinfo=LONDON)
    found = urgency(a_desk(wednesday), replace(ASKED, deadline=date(2027, 1, 4)), RULES)

    assert found.answer is Answer.YES
    assert "schools are away" in found.steps(RULES)[1].said


def test_a_duty_that_is_not_known_is_for_somebody_to_look_at() -> None:
    assert answers(replace(ASKED, duty="Return about boilers"))[0] is Answer.OPEN
    assert answers(replace(ASKED, duty="Required by law"))[0] is Answer.YES
    assert answers(replace(ASKED, duty=" "))[0] is Answer.NO


def test_every_step_cites_the_policy_in_its_own_words() -> None:
    steps = urgency(a_desk(), ASKED, RULES).steps(RULES)

    assert [step.question for step in steps] == list(Question)
    assert [step.clause.quote for step in steps if step.clause][:2] == [
        RULES.clauses["urgent-definition"].quote,
        RULES.clauses["deadline-under-one-week"].quote,
    ]
    assert not any(step.clause for step in urgency(a_desk(), ASKED, UrgencyRules()).steps(UrgencyRules()))


def test_only_facts_are_kept_and_they_can_be_told_again() -> None:
    found = urgency(a_desk(), replace(ASKED, duty="Return about boilers"), RULES)
    kept = json.dumps(dict(found.facts()))

    assert "boiler" not in kept
    assert kept_urgency(json.loads(kept)) == found
    assert kept_urgency({}).answer is Answer.NO


def test_it_is_asked_anew_until_somebody_decides() -> None:
    desk = a_desk()
    request = ask(desk, "a key of the sender's own", ASKED, ANN, urgency(desk, ASKED, RULES).facts())
    waiting = later(desk, days=1)
    assert urgency_of(waiting, request, RULES).days == 1

    declined = decline(desk, request.id, request.version, EVE, "It was said before.")
    assert urgency_of(waiting, declined, RULES).days == 2


def test_a_deadline_ends_when_offices_close() -> None:
    assert ends(a_desk(), date(2026, 11, 27)) == datetime(2026, 11, 27, 17, 0, tzinfo=LONDON)
