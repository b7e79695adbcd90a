"""What a step changed, word by word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bulletin.edit import claim, edit
from app.bulletin.track_changes import Change, steps, word_changes
from tests.bulletin.desks import EVE, TEXT, a_desk, new

SAME, REMOVED, ADDED = Change.SAME, Change.REMOVED, Change.ADDED


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("", "", []),
        ("Book now.", "Book now.", [(SAME, "Book now.")]),
        ("", "New", [(ADDED, "New")]),
        ("Old", "", [(REMOVED, "Old")]),
        (
            "Book by Friday.",
            "Book by Monday.",
            [(SAME, "Book by "), (REMOVED, "Friday"), (ADDED, "Monday"), (SAME, ".")],
        ),
        (
            "It is on 4 May in Room 2.",
            "It is on 5 June in Room 2.",
            [(SAME, "It is on "), (REMOVED, "4 May"), (ADDED, "5 June"), (SAME, " in Room 2.")],
        ),
        ("One.\n\nTwo.", "One.\n\nTwo.\n\nThree.", [(SAME, "One.\n\nTwo."), (ADDED, "\n\nThree.")]),
    ],
)
def test_changes_are_shown_by_words(before: str, after: str, changes: list[tuple[Change, str]]) -> None:
    assert [(run.change, run.text) for run in word_changes(before, after)] == changes


PARTS = st.lists(
    st.sampled_from(["Book", " ", "\n", "now", ".", "é", "🎻", "\r\n", "4", "\u2028"]), max_size=40
).map("".join)


@given(PARTS, PARTS)
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    runs = word_changes(before, after)

    assert "".join(run.text for run in runs if run.change is not ADDED) == before
    assert "".join(run.text for run in runs if run.change is not REMOVED) == after
    assert all(run.text for run in runs)


@pytest.mark.parametrize("unit", ["a ", "word \n", "\n"])
def test_a_text_that_was_written_anew_is_shown_whole(unit: str) -> None:
    runs = word_changes(unit * 5_000, "".join(f"{n} " for n in range(3_000)))

    assert [run.change for run in runs] == [REMOVED, ADDED]


def test_history_shows_who_changed_what() -> None:
    desk = a_desk()
    item = claim(desk, new(desk).id, EVE)
    other = replace(TEXT, summary="Book by 5 December.")
    edit(desk, item.id, item.version, other, EVE)
    submitted, claimed, edited = steps(desk, item.id)

    assert (submitted.before, submitted.after) == (None, TEXT)
    assert (claimed.before, claimed.after) == (None, None)
    assert (edited.move.by, edited.before, edited.after) == (EVE, TEXT, other)
