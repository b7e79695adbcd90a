"""Who says the strong words, the author or somebody the author speaks of?"""

import pytest

from app.checks.tone.quotation import is_put_to_reader, tells_of_others


@pytest.mark.parametrize(
    "words",
    [
        "When callers call you stupid or worse, you may end the call.",
        "If a parent shouts at you, ring the desk.",
        "You are not there to be called useless.",
        "Nobody has the right to call you useless.",
        "Nobody in this office should be told that they are an idiot.",
    ],
)
def test_insults_that_others_put_to_the_reader(words: str) -> None:
    assert is_put_to_reader(words)


@pytest.mark.parametrize(
    "words",
    [
        "When you call you are rude and stupid.",
        "You call yourself a manager, you useless man.",
        "Call me when you have stopped being an idiot.",
        "They call you every day because you are useless.",
        "Nobody ever calls you because you are useless.",
    ],
)
def test_insults_of_the_author(words: str) -> None:
    assert not is_put_to_reader(words)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Did anybody hear him call her an idiot?", True),
        ("Two pupils overheard the driver shouting abuse.", True),
        ("Nobody saw the man threaten her.", True),
        ("I hear the hall is a mess, you idiot.", False),
    ],
)
def test_what_somebody_was_heard_to_say_is_told(words: str, is_told: bool) -> None:
    assert tells_of_others(words) is is_told
