"""Is a text asked once while it is known, and are its words forgotten?"""

from collections.abc import Iterator
from threading import Thread

import pytest

from app.kept import LONGEST, Memory, keeping, kept, notes_of, once_a_check

ASKED: list[str] = []


@kept
def length(text: str, *more: int) -> int:
    """How long a text is."""
    ASKED.append(text)
    return len(text) + sum(more)


@pytest.fixture(autouse=True)
def _nothing_asked() -> Iterator[None]:
    ASKED.clear()
    yield
    ASKED.clear()


def test_what_was_answered_is_not_asked_again() -> None:
    memory = Memory()
    for _ in range(2):
        with keeping(memory):
            assert [length("one"), length("three"), length("one")] == [3, 5, 3]
    assert ASKED == ["one", "three"]


def test_another_way_of_asking_is_another_question() -> None:
    with keeping(Memory()):
        assert [length("one"), length("one", 4), length("one", 5), length("one", 4)] == [3, 7, 8, 7]
    assert len(ASKED) == 3


def test_a_function_of_the_same_text_has_its_own_answer() -> None:
    @kept
    def opens(text: str) -> bool:
        return text[:1].isupper()

    with keeping(Memory()):
        assert (length("one"), opens("one"), length("one")) == (3, False, 3)


def test_an_answer_of_none_is_an_answer() -> None:
    asked: list[str] = []
    ask = kept(asked.append)
    with keeping(Memory()):
        ask("one")
        ask("one")
    assert asked == ["one"]


def test_what_fails_is_tried_again() -> None:
    @kept
    def fails(text: str) -> int:
        ASKED.append(text)
        raise ValueError

    with keeping(Memory()):
        for _ in range(2):
            with pytest.raises(ValueError, match=r"^$"):
                fails("one")
    assert len(ASKED) == 2


def test_outside_a_check_nothing_is_noted() -> None:
    assert notes_of("one") is None
    assert [length("one"), length("one")] == [3, 3]
    assert len(ASKED) == 2


def test_a_check_ends_also_when_it_fails() -> None:
    with pytest.raises(ZeroDivisionError), keeping(Memory()):
        raise ZeroDivisionError
    assert notes_of("one") is None


def test_another_thread_is_in_no_check() -> None:
    found: list[object] = []
    with keeping(Memory()):
        thread = Thread(target=lambda: found.append(notes_of("one")))
        thread.start()
        thread.join()
    assert found == [None]


def test_the_oldest_are_forgotten_and_what_is_asked_stays() -> None:
    memory = Memory(most=10)
    for number in range(100):
        with keeping(memory):
            length("the same")
            length(f"another, {number}")
    assert ASKED.count("the same") == 1
    assert len(list(memory)) <= 20


def test_of_a_very_long_text_nothing_outlives_its_check() -> None:
    memory = Memory()
    with keeping(memory):
        assert [length("a" * (LONGEST + 1)) for _ in range(2)] == [LONGEST + 1] * 2
    assert len(ASKED) == 1
    assert not list(memory)


def test_words_are_known_until_the_check_ends_and_no_longer() -> None:
    @once_a_check
    def loud(text: str) -> str:
        ASKED.append(text)
        return text.upper()

    memory = Memory()
    for _ in range(2):
        with keeping(memory):
            assert [loud("one"), loud("two"), loud("one")] == ["ONE", "TWO", "ONE"]
    assert ASKED == ["one", "two"] * 2
    assert not list(memory)
    assert [loud("one"), loud("one")] == ["ONE", "ONE"]


def test_half_a_character_is_a_text_too() -> None:
    with keeping(Memory()):
        assert length("\ud800") == 1
