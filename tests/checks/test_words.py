import pytest

from app.checks.words import any_of, first_found, whole_any, word_set

PHRASES = whole_any("""
    head ?teachers?
    you're late
    out   of order
""")


@pytest.mark.parametrize(
    "text",
    [
        "The headteacher came.",
        "The HEAD TEACHERS came.",
        "You're late.",
        "you\N{RIGHT SINGLE QUOTATION MARK}re late",
        "It is out\n   of order.",
    ],
)
def test_a_phrase_is_found_however_it_is_spaced_or_quoted(text: str) -> None:
    assert PHRASES.search(text) is not None


@pytest.mark.parametrize("text", ["overheadteacher", "you are late", "out of orders"])
def test_only_whole_words_are_found(text: str) -> None:
    assert PHRASES.search(text) is None


def test_lists_nest() -> None:
    inner = any_of("I'm|we're")

    assert whole_any(f"{inner} late").search("we're late") is not None


def test_the_first_matches_are_enough() -> None:
    assert len(list(first_found(PHRASES, "headteacher " * 1_000, 5))) == 5


def test_a_word_set_is_split_at_white_space() -> None:
    assert word_set(" A\n B  A ") == {"A", "B"}
