"""The routing decision: the truth table of the policy and each of its edge cases."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.verdict import Channel, Clause, Doubt, NextIssue
from app.policy.route import RouteFacts, decide, has_issue_in_time, is_urgent
from tests.fakes import LONDON

MONDAY = date(2026, 11, 16)
FRIDAY_ISSUE = NextIssue(11, date(2026, 11, 20), datetime(2026, 11, 18, 12, tzinfo=LONDON))
AFTER_HALF_TERM = NextIssue(9, date(2026, 11, 6), datetime(2026, 11, 4, 12, tzinfo=LONDON))
CLAUSES = {channel: Clause("kent-schools", "You can", channel.value) for channel in Channel}

MANY = RouteFacts(today=MONDAY, schools=9, clusters=4, issue=FRIDAY_ISSUE)
TWO_CLUSTERS = replace(MANY, schools=5, clusters=2, officers=("officer1@council.example",))
URGENT = replace(MANY, is_statutory=True, deadline=date(2026, 11, 19))

TABLE = [
    ("no recipients", RouteFacts(today=MONDAY), Channel.SEND),
    ("no school, sensitive", RouteFacts(today=MONDAY, is_sensitive=True), Channel.SECURE_CHANNEL),
    (
        "no school, a list that cannot be opened",
        RouteFacts(today=MONDAY, has_unknown=True),
        Channel.UNKNOWN_AUDIENCE,
    ),
    ("one school", replace(MANY, schools=1, clusters=1), Channel.SEND),
    ("one school, urgent", replace(URGENT, schools=1, clusters=1), Channel.SEND),
    (
        "one school and a list: never one school",
        replace(MANY, schools=1, has_unknown=True),
        Channel.UNKNOWN_AUDIENCE,
    ),
    ("one school, sensitive", replace(MANY, schools=1, is_sensitive=True), Channel.SECURE_CHANNEL),
    ("one school, a private matter", replace(MANY, schools=1, is_told=True), Channel.SECURE_CHANNEL),
    ("two schools, a private matter", replace(TWO_CLUSTERS, schools=2, is_told=True), Channel.SECURE_CHANNEL),
    ("many, a chain letter", replace(MANY, is_idle=True), Channel.SEND),
    ("greetings alone to a list", replace(MANY, schools=0, has_unknown=True, is_idle=True), Channel.SEND),
    (
        "fun with somebody's details",
        replace(MANY, schools=1, is_idle=True, is_sensitive=True),
        Channel.SECURE_CHANNEL,
    ),
    ("many, a private matter: never a notice", replace(MANY, is_told=True), Channel.SECURE_CHANNEL),
    ("a family, for the telephone", replace(MANY, schools=0, is_for_telephone=True), Channel.TELEPHONE),
    (
        "a family and a school, for the telephone",
        replace(MANY, schools=1, is_for_telephone=True),
        Channel.SECURE_CHANNEL,
    ),
    ("one school, better said", replace(MANY, schools=1, is_better_said=True), Channel.TELEPHONE),
    ("many, better said", replace(MANY, is_better_said=True), Channel.BULLETIN),
    ("nobody at a school, better said", RouteFacts(today=MONDAY, is_better_said=True), Channel.TELEPHONE),
    (
        "private and better said",
        replace(MANY, schools=1, is_told=True, is_better_said=True),
        Channel.SECURE_CHANNEL,
    ),
    (
        "personal details and better said",
        RouteFacts(today=MONDAY, is_sensitive=True, is_better_said=True),
        Channel.SECURE_CHANNEL,
    ),
    ("an emergency for four", replace(MANY, schools=4, is_emergency=True), Channel.TELEPHONE),
    ("an emergency for five", replace(MANY, schools=5, is_emergency=True), Channel.COMMUNICATIONS_TEAM),
    (
        "an emergency for one and a list",
        replace(MANY, schools=1, is_emergency=True, has_unknown=True),
        Channel.UNKNOWN_AUDIENCE,
    ),
    ("two schools in two clusters", replace(TWO_CLUSTERS, schools=2), Channel.LOCAL_OFFICER),
    ("five schools in one cluster", replace(TWO_CLUSTERS, clusters=1), Channel.LOCAL_OFFICER),
    ("three clusters", replace(TWO_CLUSTERS, clusters=3), Channel.BULLETIN),
    ("two clusters and a list", replace(TWO_CLUSTERS, has_unknown=True), Channel.UNKNOWN_AUDIENCE),
    ("many and a list: bulk for certain", replace(MANY, has_unknown=True), Channel.BULLETIN),
    (
        "two schools, one not in any cluster",
        replace(MANY, schools=2, clusters=1, is_clustered=False),
        Channel.BULLETIN,
    ),
    (
        "casework between three schools",
        replace(MANY, schools=3, clusters=3, is_casework=True),
        Channel.SECURE_CHANNEL,
    ),
    (
        "casework between two in a cluster",
        replace(TWO_CLUSTERS, schools=2, is_casework=True),
        Channel.SECURE_CHANNEL,
    ),
    ("casework words to five schools are bulk", replace(MANY, schools=5, is_casework=True), Channel.BULLETIN),
    ("many", MANY, Channel.BULLETIN),
    ("many, sensitive: still not one by one", replace(MANY, is_sensitive=True), Channel.BULLETIN),
    ("urgent", URGENT, Channel.COMMUNICATIONS_TEAM),
    ("due today", replace(URGENT, deadline=MONDAY), Channel.COMMUNICATIONS_TEAM),
    ("six days", replace(URGENT, deadline=date(2026, 11, 22)), Channel.COMMUNICATIONS_TEAM),
    (
        "exactly seven days is not under a week",
        replace(URGENT, deadline=date(2026, 11, 23)),
        Channel.BULLETIN,
    ),
    (
        "deadline on the day of issue",
        replace(URGENT, deadline=date(2026, 11, 20)),
        Channel.COMMUNICATIONS_TEAM,
    ),
    ("not statutory, due tomorrow", replace(MANY, deadline=date(2026, 11, 17)), Channel.BULLETIN),
    ("statutory without a date", replace(MANY, is_statutory=True), Channel.BULLETIN),
    ("statutory and past", replace(URGENT, deadline=date(2026, 11, 13)), Channel.BULLETIN),
    ("an answer to three schools", replace(MANY, schools=3, clusters=3, is_reply=True), Channel.SEND),
    ("an answer to many schools", replace(MANY, is_reply=True), Channel.BULLETIN),
    ("one head to three others", replace(MANY, schools=3, clusters=3, is_from_school=True), Channel.SEND),
    ("one school to many", replace(MANY, is_from_school=True), Channel.BULLETIN),
    ("a few people in person", replace(MANY, schools=3, clusters=3, is_in_person=True), Channel.SEND),
    (
        "a few people in person, whom one officer knows",
        replace(TWO_CLUSTERS, schools=2, is_in_person=True),
        Channel.LOCAL_OFFICER,
    ),
    (
        "one head to neighbours in the cluster",
        replace(TWO_CLUSTERS, schools=3, is_from_school=True),
        Channel.LOCAL_OFFICER,
    ),
    (
        "in person about one child",
        replace(MANY, schools=2, is_casework=True, is_in_person=True),
        Channel.SECURE_CHANNEL,
    ),
    (
        "an answer about one child",
        replace(MANY, schools=3, is_casework=True, is_reply=True),
        Channel.SECURE_CHANNEL,
    ),
    ("the officer's own schools", replace(TWO_CLUSTERS, is_from_officer=True), Channel.SEND),
    (
        "chasing what is overdue",
        replace(URGENT, deadline=date(2026, 11, 13), is_chasing=True),
        Channel.COMMUNICATIONS_TEAM,
    ),
    (
        "chasing what is overdue, no date given",
        replace(MANY, is_statutory=True, is_chasing=True, is_overdue=True),
        Channel.COMMUNICATIONS_TEAM,
    ),
    ("a chosen set with a reason", replace(MANY, has_selection_reason=True), Channel.COMMUNICATIONS_TEAM),
    ("a chosen set in two clusters", replace(TWO_CLUSTERS, has_selection_reason=True), Channel.LOCAL_OFFICER),
    ("two clusters and urgent: officer first", replace(URGENT, clusters=2), Channel.LOCAL_OFFICER),
    ("emergency", replace(MANY, is_emergency=True), Channel.COMMUNICATIONS_TEAM),
]


@pytest.mark.parametrize(("facts", "channel"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_truth_table(facts: RouteFacts, channel: Channel) -> None:
    assert decide(facts, CLAUSES).channel is channel


def half_term(deadline: date) -> RouteFacts:
    """Thursday before half term, after the last cut-off."""
    return replace(
        URGENT, today=date(2026, 10, 22), issue=AFTER_HALF_TERM, issue_is_delayed=True, deadline=deadline
    )


@pytest.mark.parametrize(
    ("deadline", "urgent"),
    [
        (date(2026, 10, 27), True),
        (date(2026, 11, 3), True),
        (date(2026, 11, 6), True),
        (date(2026, 11, 9), False),
    ],
)
def test_half_term_between_now_and_the_deadline(deadline: date, urgent: bool) -> None:
    facts = half_term(deadline)

    assert is_urgent(facts) is urgent
    assert decide(facts, CLAUSES).channel is (Channel.COMMUNICATIONS_TEAM if urgent else Channel.BULLETIN)


def test_out_of_term_says_why() -> None:
    route = decide(half_term(date(2026, 11, 3)), CLAUSES)

    assert "schools are away" in route.reasons[0].message


def test_bulletin_after_a_break_names_the_first_issue() -> None:
    route = decide(replace(half_term(date(2026, 11, 20))), CLAUSES)

    assert route.issue == AFTER_HALF_TERM
    assert any("after the break" in reason.message for reason in route.reasons)


def test_beyond_the_calendar_still_routes_to_the_bulletin() -> None:
    route = decide(replace(MANY, issue=None), CLAUSES)

    assert route.channel is Channel.BULLETIN
    assert any("no next issue" in reason.message for reason in route.reasons)


def test_two_clusters_and_urgent_shows_both() -> None:
    route = decide(replace(URGENT, clusters=2, officers=("o@council.example",)), CLAUSES)

    assert route.officers == ("o@council.example",)
    assert [a.channel for a in route.alternatives] == [Channel.COMMUNICATIONS_TEAM]


def test_urgent_with_an_issue_before_the_deadline_offers_the_bulletin() -> None:
    route = decide(replace(URGENT, deadline=date(2026, 11, 22)), CLAUSES)

    assert Channel.BULLETIN in [a.channel for a in route.alternatives]


def test_deadline_on_the_day_of_issue_is_said() -> None:
    route = decide(replace(MANY, deadline=FRIDAY_ISSUE.goes_out), CLAUSES)

    assert any("day of that issue" in reason.message for reason in route.reasons)


def test_unknown_audience_offers_the_three_answers() -> None:
    route = decide(replace(MANY, schools=1, has_unknown=True), CLAUSES)

    assert [a.channel for a in route.alternatives] == [Channel.SEND, Channel.LOCAL_OFFICER, Channel.BULLETIN]


def test_emergency_says_ring_first() -> None:
    route = decide(replace(MANY, schools=1, clusters=1, is_emergency=True), CLAUSES)

    many = decide(replace(MANY, is_emergency=True), CLAUSES)

    assert (route.channel, route.alternatives) == (Channel.TELEPHONE, ())
    assert many.channel is Channel.COMMUNICATIONS_TEAM
    assert Channel.TELEPHONE in {a.channel for a in many.alternatives}


@pytest.mark.parametrize(
    "facts", [row[1] for row in TABLE if row[1].schools], ids=[row[0] for row in TABLE if row[1].schools]
)
def test_every_route_to_schools_cites_the_policy(facts: RouteFacts) -> None:
    assert all(reason.clause for reason in decide(facts, CLAUSES).reasons)


def test_urgent_days_are_the_organisations_own() -> None:
    assert not is_urgent(replace(URGENT, urgent_days=3))


def test_an_issue_in_time_goes_out_before_the_deadline() -> None:
    assert has_issue_in_time(replace(MANY, deadline=date(2026, 11, 21)))
    assert not has_issue_in_time(replace(MANY, deadline=FRIDAY_ISSUE.goes_out))
    assert not has_issue_in_time(MANY)


THURSDAY = date(2026, 11, 19)
LAW = frozenset({Doubt.LAW})
BOTH = frozenset({Doubt.LAW, Doubt.CHOSEN})


@pytest.mark.parametrize(
    ("facts", "doubt"),
    [
        (replace(MANY, doubts=LAW, possible_deadline=THURSDAY), Doubt.LAW),
        (replace(MANY, doubts=LAW, possible_deadline=date(2026, 11, 23)), None),
        (replace(MANY, doubts=LAW), Doubt.LAW),
        (replace(MANY, doubts=BOTH, possible_deadline=THURSDAY), Doubt.LAW),
        (replace(MANY, doubts=BOTH, possible_deadline=date(2026, 11, 30)), Doubt.CHOSEN),
        (MANY, None),
        (replace(URGENT, doubts=BOTH), None),
        (replace(TWO_CLUSTERS, doubts=BOTH, possible_deadline=THURSDAY), None),
        (replace(MANY, schools=1, doubts=BOTH, possible_deadline=THURSDAY), None),
    ],
)
def test_what_is_half_heard_is_asked_where_it_decides(facts: RouteFacts, doubt: Doubt | None) -> None:
    question = decide(facts, CLAUSES).question

    assert (question.doubt if question else None) is doubt


def test_a_far_day_is_asked_about_when_no_issue_comes_before() -> None:
    far = replace(
        MANY,
        doubts=LAW,
        possible_deadline=date(2026, 11, 5),
        today=date(2026, 10, 26),
        issue=AFTER_HALF_TERM,
        issue_is_delayed=True,
    )

    assert decide(far, CLAUSES).question is not None


def test_a_question_names_the_day_and_gives_each_answer_its_channel() -> None:
    route = decide(replace(MANY, doubts=LAW, possible_deadline=THURSDAY), CLAUSES)

    assert route.question is not None
    assert "Thursday 19 November" in route.question.asks
    assert [a.channel for a in route.question.answers] == [Channel.COMMUNICATIONS_TEAM, Channel.BULLETIN]
    assert route.channel is Channel.BULLETIN
    assert "goes in the e-bulletin" not in route.reasons[0].message
