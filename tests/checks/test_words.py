import pytest

from app.checks.words import Screen, any_of, first_found, whole_any, word_set

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


FAMILY = (PHRASES, whole_any("tea|coffee"), whole_any(r"\d{1,2} o'clock"), whole_any(r"\w+"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The HEAD\nTEACHER had Tea at 9 o\N{RIGHT SINGLE QUOTATION MARK}clock.", [0, 1, 2, 3]),
        ("you\N{RIGHT SINGLE QUOTATION MARK}re late", [0, 3]),
        ("Nothing of the sort.", [3]),
        ("", []),
    ],
)
def test_a_screen_passes_every_pattern_that_is_found(text: str, found: list[int]) -> None:
    passed = Screen(FAMILY).passed(text)

    assert [at for at in passed if FAMILY[at].search(text)] == found
    assert [at for at, pattern in enumerate(FAMILY) if pattern.search(text)] == found


def test_a_screen_holds_back_what_lacks_its_words() -> None:
    assert {0, 1, 2}.isdisjoint(Screen(FAMILY).passed("Nothing of the sort."))
