"""How alike are two fingerprints?"""

import random
import zlib

import pytest

from app.domain.sent import FEWEST_WORDS, Fingerprint, Gist, Particular, fingerprint_of


def number(text: str) -> int:
    return zlib.crc32(text.encode()) * 2_654_435_761 % 2**64


def words(count: int, seed: int = 1) -> list[str]:
    random_ = random.Random(seed)  # noqa: S311 - made-up words, the same each time
    return [f"w{random_.randrange(100_000)}" for _ in range(count)]


def made(said: list[str], **particular: set[str]) -> Fingerprint:
    return fingerprint_of(
        Gist(tuple(said), {Particular(kind): frozenset(found) for kind, found in particular.items()}), number
    )


def test_the_same_is_wholly_alike_and_another_not_at_all() -> None:
    assert made(words(40)).likeness(made(words(40))) == 1
    assert made(words(40)).likeness(made(words(40, seed=2))) == 0


@pytest.mark.parametrize("cut", [50, 200, 400, 800])
def test_a_long_text_is_estimated_well(cut: int) -> None:
    whole = words(1_000)
    exact = (cut - 2) / 998
    assert made(whole).likeness(made(whole[:cut])) == pytest.approx(exact, abs=0.12)


def test_short_texts_are_like_nothing() -> None:
    short = made(words(FEWEST_WORDS - 1))
    assert short.likeness(short) == 0
    names = made(["~", "#"] * FEWEST_WORDS)
    assert names.likeness(names) == 0


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ({}, {}, True),
        ({"people": {"milo"}}, {}, True),
        ({"people": {"milo"}}, {"people": {"milo"}}, True),
        ({"people": {"milo"}}, {"people": {"orla"}}, False),
        ({"people": {"milo", "mrs dunn"}}, {"people": {"mrs dunn"}}, True),
        ({"people": {"milo", "mrs dunn"}}, {"people": {"orla", "mrs dunn"}}, False),
        ({"people": {"milo"}}, {"files": {"milo"}}, True),
        ({"files": {"a 1"}, "people": {"x"}}, {"files": {"b 2"}, "people": {"x"}}, False),
    ],
)
def test_each_with_something_of_its_own_is_about_something_else(
    one: dict[str, set[str]], other: dict[str, set[str]], is_same: bool
) -> None:
    said = words(40)
    alike = made(said, **one).likeness(made(said, **other))
    assert alike == made(said, **other).likeness(made(said, **one)) == (1 if is_same else 0)
