"""Is the employer's own procedure told from talk about colleagues?"""

import pytest

from app.checks.stories.staffing import is_own_pay, is_praise, is_process
from tests.road import see

HR = {"address": "hr.team@council.example", "name": "HR Team"}


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ({"to": [HR], "body": "Kit is off again."}, True),
        ({"to": ["a colleague"], "body": "Kit is off again.", "from_name": "Payroll"}, True),
        (
            {"to": [{"address": "hrothgar@council.example", "name": "Hrothgar Dane"}], "body": "Kit is off."},
            False,
        ),
        (
            {
                "to": ["a colleague"],
                "subject": "Outcome of your grievance",
                "body": "We uphold it.\nYou have the right to be accompanied.",
            },
            True,
        ),
        ({"to": ["a colleague"], "subject": "Kit", "body": "He should have a written warning."}, False),
        ({"to": ["a colleague"], "subject": "Party", "body": "You can bring a snack and a friend."}, False),
    ],
)
def test_is_process(draft: dict[str, object], *, expected: bool) -> None:
    assert is_process(see(draft)[0]) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Well done to Bev for the choir.", True),
        ("She did brilliantly in the paper.", True),
        ("Her work is not good enough.", False),
        ("He was late again.", False),
    ],
)
def test_is_praise(words: str, *, expected: bool) -> None:
    assert is_praise(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Your overtime missed the October run.", True),
        ("Your annual leave is approved.", True),
        ("Your sick pay ends in March.", False),
        ("Your pay will stop while you are suspended.", False),
        ("His overtime missed the October run.", False),
        ("Your contract ends on 31 December and will not be renewed.", False),
        ("It comes out of your December pay in one go.", False),
    ],
)
def test_is_own_pay(words: str, *, expected: bool) -> None:
    assert is_own_pay(words) is expected
