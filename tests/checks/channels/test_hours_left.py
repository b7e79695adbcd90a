"""An hour that is at most three hours away, as clocks are told in mail."""

from datetime import datetime

import pytest

from app.checks.channels.hours_left import is_within_hours
from tests.fakes import LONDON


@pytest.mark.parametrize(
    ("text", "hour", "expected"),
    [
        ("a taxi at 3.10", 14, True),
        ("by 3", 14, True),
        ("ten past three", 14, True),
        ("quarter to three", 14, True),
        ("before noon", 10, True),
        ("before lunch", 10, True),
        ("at home time", 13, True),
        ("in ten minutes", 9, True),
        ("they finish in an hour", 9, True),
        ("within the next half hour", 9, True),
        ("ten minutes ago", 9, True),
        ("in before break", 9, True),
        ("at one o'clock", 11, True),
        ("one hour a week", 9, False),
        ("the two leavers", 13, False),
        ("dry for two days", 13, False),
        ("3.4 m by 2.9 m", 13, False),
        ("it is 2", 13, True),
        ("a taxi for 2, please", 13, True),
        ("for one of your midday staff", 11, False),
        ("a ten o'clock start", 9, False),
        ("she came to me at break", 9, False),
        ("by 11.45", 9, True),
        ("service is at 11.45", 9, True),
        ("by 4pm", 9, False),
        ("at 8.30", 9, False),
        ("before noon", 13, False),
        ("by three", 9, False),
        ("I've the EP until half past", 10, False),
        ("the price holds until half past", 10, True),
        ("by half past", 10, True),
        ("by the end", 9, False),
        ("by 31 December", 9, False),
        ("at 99:99", 9, False),
        ("", 9, False),
    ],
)
def test_is_within_hours(text: str, hour: int, *, expected: bool) -> None:
    assert is_within_hours(text, datetime(2026, 11, 17, hour, tzinfo=LONDON)) is expected
