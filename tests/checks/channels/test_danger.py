"""Danger now is weighed by its signs: no one of them is enough, and what is not now is none."""

from typing import Any

import pytest

from tests.road import see

SCHOOL = "1 school"
AT = "2026-11-17T14:20"


def _is_danger(body: str, *, to: str = SCHOOL, alarm: float = 0.0, **rest: Any) -> bool:
    example = {"to": [to], "at": AT, "body": body, "tones": {body: {"alarm": alarm}}, **rest}
    _, findings, _ = see(example)
    return any(f.id == "urgency-and-deadline/emergency" for f in findings)


@pytest.mark.parametrize(
    ("body", "alarm"),
    [
        ("Please do NOT give the four o'clock dose.", 0.0),
        ("Bus 7 can't run tonight. Please hold Noor back, her gran comes at ten past three.", 0.0),
        ("Dont use the hall, keep them out, the beams rest on nothing.", 0.8),
        ("Stepdad is driving to you NOW, he mustn't collect Riley, the court says.", 0.0),
        ("The lift has jammed, a taxi will come at 3.10.", 0.7),
        ("The engineer has just condemned the brake on your lift. Lock it off, now, before 3.", 0.0),
        ("A man asked two girls to get into his van ten minutes ago. Nobody walks alone.", 0.0),
        ("I drew Theo's dose from the wrong pen. He needs a sugar check now.", 0.0),
        ("Armed officers are next door, nobody leaves. I'll say when it's finished.", 0.3),
        ("Lead at nine times the limit in your tap. Nobody to drink it today, I'm there by three.", 0.0),
        ("We can't cover the coach before four. Nineteen of yours stand in the rain, fetch them in.", 0.3),
        ("It's ammonia. Shut the windows and keep everyone in, they finish in an hour.", 0.0),
    ],
)
def test_danger(body: str, alarm: float) -> None:
    assert _is_danger(body, alarm=alarm)


@pytest.mark.parametrize(
    ("body", "alarm"),
    [
        ("They need nothing stacked in front of the flue.", 0.9),
        ("Please don't use the lift in Thursday's drill, get everyone out by 3 today.", 0.9),
        ("The swallows must be left alone.", 0.95),
        ("Nurse at 3 instead of 2.30. Could they have their sleeves rolled up? Nobody need miss tea.", 0.0),
        ("A court order has come for one of your staff. She asks that nobody at school is told.", 0.0),
        ("Could we agree a three o'clock start until the hostel is sorted? He was hit.", 0.0),
        ("Your dinners arrived an hour ago, and the van is fixed.", 0.0),
        ("On 9 December nobody uses the hall, the ceiling is unsafe.", 0.9),
        ("The coach comes at 3.15 today. Don't let them keep you waiting.", 0.0),
    ],
)
def test_no_danger(body: str, alarm: float) -> None:
    assert not _is_danger(body, alarm=alarm)


def test_advice_to_many_schools_is_not_now() -> None:
    advice = "Don't let staff charge scooters indoors, there have been fires."

    assert not _is_danger(advice, to="48 schools", alarm=0.84)
    assert _is_danger(f"{advice} Read this NOW.", to="48 schools", alarm=0.84)


def test_a_drill_is_none_however_loud() -> None:
    body = "Keep everyone inside NOW, wasps!"

    assert _is_danger(body, importance="high")
    assert not _is_danger(body, importance="high", subject="Lockdown exercise")


@pytest.mark.parametrize(
    "body",
    [
        "No escort on the 3.10. Two of your children can't travel without one.",
        "They have put Zac in the wrong taxi. He'll be with you about quarter to three, he's five.",
        "Nobody is in at Lola's, so he's bringing her back to you now, by twenty past. She's only four.",
    ],
)
def test_what_goes_wrong_for_children_within_the_hour(body: str) -> None:
    assert _is_danger(body)
    assert not _is_danger(body, to="48 schools")


@pytest.mark.parametrize(
    "body",
    [
        "Laptops for the children come at 3.10. If the office is shut he'll take them back.",
        "The piano tuner and I will be with you at three today. Two pupils may watch.",
        "We can't take your pupils on the 3.10 next week.",
        "No child was hurt on Monday, and everyone was out by three. Thank you for keeping them calm.",
    ],
)
def test_a_plan_for_the_next_hour_is_no_danger(body: str) -> None:
    assert not _is_danger(body)


def test_a_request_is_an_order_to_a_few_schools() -> None:
    body = "The engineer found the wall loose today, do see to the path before 3."
    heard = {body: {"request": 0.95, "alarm": 0.1}}

    assert _is_danger(body, tones=heard)
    assert not _is_danger(body, tones={body: {"alarm": 0.1}})
