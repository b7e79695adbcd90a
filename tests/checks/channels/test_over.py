"""Danger that is over, planned or only practised, and words that sound so of danger that is not."""

import pytest

from app.checks.channels.over import is_over, is_unreal


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the way in which your staff got everyone out on Monday.",
        "It's all over, you can come out.",
        "The leak of last week is mended.",
        "All clear from the fire service.",
    ],
)
def test_it_is_over(text: str) -> None:
    assert is_over(text)


@pytest.mark.parametrize(
    "text",
    [
        "I will let you know when it's over.",
        "Stay inside until the police say it is all over.",
        "The nurses have last week's list.",
        "Thank you for your patience.",
        "Thank you for all your help, and keep away from the fence.",
        "",
    ],
)
def test_it_is_not_over(text: str) -> None:
    assert not is_over(text)


def test_a_drill_is_unreal() -> None:
    assert is_unreal("Thursday's lockdown drill")
    assert not is_unreal("Lock your doors, a man with a knife is in Mill Lane")
    assert not is_unreal("Lock your doors. This is not a drill.")
    assert is_unreal("This is not a drill day, the exercise is on Friday")
