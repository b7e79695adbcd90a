"""Do the rules lower what they should, and nothing else?"""

from pathlib import Path

import pytest

from app.adapters.nlp.package import WORDS
from app.adapters.nlp.rules import NOTE, Rules
from app.domain.reading import Tone


@pytest.fixture(scope="module")
def rules(model: Path) -> Rules:
    return Rules(model / WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,",
        "Hi Sam",
        "Good morning everyone,",
        "Dear Headteachers, chairs of governors and bursars,",
        "Kind regards",
        "Many thanks, Jo",
        "Many thanks for your help!",
    ],
)
def test_greetings_and_sign_offs_are_known(rules: Rules, text: str) -> None:
    assert rules.is_opening_or_close(text)


def test_a_few_words_are_a_scrap(rules: Rules) -> None:
    assert rules.is_scrap("See you there")


@pytest.mark.parametrize(
    "text",
    [
        "Hey Tom you look hot in that skirt.",
        "To be honest you people are a waste of my time.",
        "Thanks, you have spoilt everything again.",
        "Best get used to it, nobody likes him.",
    ],
)
def test_a_sentence_behind_a_greeting_is_heard(rules: Rules, text: str) -> None:
    assert not rules.is_opening_or_close(text)


@pytest.mark.parametrize("text", ["Dear idiots,", "Shut up", "Drop dead", "The hall will be shut on Monday."])
def test_strong_words_and_whole_sentences_are_neither(rules: Rules, text: str) -> None:
    assert not rules.is_scrap(text)
    assert not rules.is_opening_or_close(text)


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("I am such an idiot.", Tone.ABUSE),
        ("Oh no, I look like a drowned rat in that.", Tone.ABUSE),
        ("I was useless at the meeting, sorry.", Tone.ANGER),
        ("You are not stupid.", Tone.ABUSE),
        ("I did not threaten anybody.", Tone.THREAT),
        ("Nobody is blaming you for this.", Tone.ANGER),
        ("I never called her an idiot.", Tone.ABUSE),
    ],
)
def test_a_frame_caps_the_score(rules: Rules, text: str, tone: Tone) -> None:
    assert rules.adjust(text, dict.fromkeys(Tone, 0.9))[tone] == NOTE


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Take it to court and I will break your legs.", Tone.THREAT),
        ("I think you are an idiot.", Tone.ABUSE),
        ("You are not clever, you stupid idiot.", Tone.ABUSE),
        ("The witness said that you are a fucking liar.", Tone.ABUSE),
        ("Please do it this instant, no excuses.", Tone.URGENCY),
        ("The hall is shut.", Tone.ANGER),
        ("Even you should be able to follow this.", Tone.CONDESCENSION),
    ],
)
def test_a_frame_is_no_licence(rules: Rules, text: str, tone: Tone) -> None:
    assert rules.adjust(text, dict.fromkeys(Tone, 0.9))[tone] == 0.9


def test_rules_never_raise_a_score(rules: Rules) -> None:
    low = dict.fromkeys(Tone, 0.01)
    assert rules.adjust("I am such an idiot and the court will hear of it.", low) == low
