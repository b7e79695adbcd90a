"""A word between a few people is not news for schools, and news is no such word."""

import pytest

from app.checks.audience.in_person import speaks_in_person
from app.domain.verdict import Channel, Severity
from tests.road import check_example, see

IN_PERSON = [
    (2, "Dear Hester and Imran, as agreed yesterday, Thursday at 3 to settle the minibus share."),
    (2, "Dear Mrs Shah and Mr Crane,\nThe hall is booked."),
    (3, "Hi Hester, Imran & Farah,\nThe hall is booked."),
    (2, "Dear both\n\nThank you for bringing the books."),
    (3, "Dear all three\n\nOptions for closing the gap are below."),
    (3, "Hello\nCould the three of us meet on Tuesday?"),
    (4, "Dear Headteachers\nIn confidence until trustees have met: the options are below."),
    (2, "Hello,\nShall we meet on Tuesday at 3?"),
    (2, "Hi Hester/Imran\nCould you come to the panel?"),
    (2, "Hester, Imran,\nCould you come to the panel?"),
]
NEWS = [
    (2, "Dear Headteachers,\nThere is a stall for schools at the summer fair."),
    (2, "Dear Governors and Trustees,\nThere is a stall for schools at the summer fair."),
    (3, "Dear Hester and Imran,\nThere is a stall for schools at the summer fair."),
    (3, "Dear Hester and Imran, Thank you for the stall."),
    (3, "Dear both,\nThere is a stall for schools at the summer fair."),
    (2, "Dear Hester, Thank you and Imran."),
    (2, "Dear Headteachers,\nAs agreed last week, the new codes start in March. Shall we meet in the hall?"),
    (2, "Hello,\nThe helpline is confidential and free."),
    (9, "Dear both,\nThere is a stall for schools at the summer fair."),
    (1, "Dear both,\nThere is a stall for schools at the summer fair."),
]


def _speaks(schools: int, body: str) -> bool:
    reading, _, _ = see({"to": [f"{schools} schools"], "body": body})
    return speaks_in_person(reading)


@pytest.mark.parametrize(("schools", "body"), IN_PERSON)
def test_a_word_between_a_few_people(schools: int, body: str) -> None:
    assert _speaks(schools, body)


@pytest.mark.parametrize(("schools", "body"), NEWS)
def test_news_for_schools(schools: int, body: str) -> None:
    assert not _speaks(schools, body)


def test_all_schools_in_the_text_is_never_a_word_between_a_few() -> None:
    body = "Dear Hester, Imran and Farah,\nPlease tell all schools that the survey is open."
    checked = check_example({"to": ["3 schools in 3 clusters"], "body": f"To all schools\n{body}"})
    assert checked.verdict.route.channel is Channel.BULLETIN


@pytest.mark.parametrize(
    ("sender", "to", "channel"),
    [
        ("head@s09.c09.primary.sch.example", "3 schools in 3 clusters", Channel.SEND),
        ("head@s09.c09.primary.sch.example", "9 schools in 5 clusters", Channel.BULLETIN),
        ("p.shah@council.example", "3 schools in 3 clusters", Channel.BULLETIN),
    ],
)
def test_a_head_may_write_to_a_few_other_heads(sender: str, to: str, channel: Channel) -> None:
    checked = check_example({"from": sender, "to": [to], "body": "The lift share on Tuesday is off."})
    assert checked.verdict.route.channel is channel
    assert (checked.verdict.severity is Severity.CLEAR) is (channel is Channel.SEND)
