"""Is what a model may take for a tone told from what it is?"""

import pytest

from app.checks.tone.misread import is_faint, is_in_a_place, is_misread
from app.domain.reading import Sentence, Tone


def _misread(words: str, tone: Tone, heard: float = 0.9) -> bool:
    return is_misread(words, Sentence(0, len(words), {tone: heard}), tone, heard)


@pytest.mark.parametrize(
    ("words", "tone"),
    [
        ("You absolutely nailed it on Friday.", Tone.ANGER),
        ("Don't you dare think about buying lunch.", Tone.ANGER),
        ("Fathers were less satisfied than mothers with meetings.", Tone.DISCRIMINATION),
        ("White spirit takes it off.", Tone.DISCRIMINATION),
        ("Slut Lane: closed until noon", Tone.OBSCENITY),
        ("Guess the name of the head's dog!", Tone.GOSSIP),
    ],
)
def test_is_innocent(words: str, tone: Tone) -> None:
    assert _misread(words, tone)


@pytest.mark.parametrize(
    ("words", "tone"),
    [
        ("Don't you dare speak to me like that.", Tone.ANGER),
        ("Boys are always better than girls at maths.", Tone.DISCRIMINATION),
        ("No blacks.", Tone.DISCRIMINATION),
        ("The people in Slut Lane are what you would think.", Tone.OBSCENITY),
        ("Guess what she did with him.", Tone.GOSSIP),
    ],
)
def test_is_what_it_seems(words: str, tone: Tone) -> None:
    assert not _misread(words, tone)


def test_a_hint_needs_a_sentence_and_enough_of_a_tone() -> None:
    words = "Most of us manage to label things."

    assert not is_faint(words, Tone.CONDESCENSION, 0.3)
    assert is_faint("Label things.", Tone.CONDESCENSION, 0.3)
    assert is_faint(words, Tone.ANGER, 0.3)
    assert is_faint("Where to get help without being seen.", Tone.DISMISSIVENESS, 0.3)
    assert is_faint("That was the best thing seen all year.", Tone.ABUSE, 0.3)


def test_a_word_may_be_part_of_a_place() -> None:
    text = "See Bitches Wood Road, bitches."

    assert is_in_a_place(text, 4, 11)
    assert not is_in_a_place(text, 23, 30)


@pytest.mark.parametrize(
    ("words", "tone", "heard", "is_so"),
    [
        ('Instead of "as I told you" try saying it another way.', Tone.CONDESCENSION, 0.94, True),
        ("Instead of moaning you could try reading it.", Tone.CONDESCENSION, 0.94, False),
        ("It is a scam.", Tone.DEFAMATION, 0.6, True),
        ("That firm is a scam.", Tone.DEFAMATION, 0.6, False),
        ("The leaving do is at three so save a bit.", Tone.GOSSIP, 0.6, True),
    ],
)
def test_advice_on_wording_and_claims_about_things(words: str, tone: Tone, heard: float, is_so: bool) -> None:
    assert _misread(words, tone, heard) is is_so
