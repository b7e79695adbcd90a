"""Is a sentence that speaks of the gravest things told from one that only sounds so?"""

import pytest

from app.checks.stories.gravest import is_gravest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("She and the kids are in the women's refuge.", True),
        ("The biopsy came back and it's prostate cancer.", True),
        ("She is hiding from her ex.", True),
        ("His DBS came back with a conviction for theft.", True),
        ("They've been evicted.", True),
        ("He wets the bed.", True),
        ("My friend has cancer.", False),
        ("The refuge collection is on Monday.", False),
        ("The lease evicts nobody.", False),
        ("She has a cold.", False),
    ],
)
def test_which_words_are_grave(words: str, *, expected: bool) -> None:
    assert is_gravest(words) is expected
