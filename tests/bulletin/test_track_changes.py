"""What a step changed, word by word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bulletin.edit import claim, edit, make_ready
from app.bulletin.track_changes import (
    Change,
    Together,
    is_changed_since_ready,
    reason_for,
    steps,
    text_at,
    together,
    word_changes,
)
from app.domain.item_text import ItemText
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


def test_two_edits_of_the_same_text_are_put_together() -> None:
    before = ItemText("Census", "Send it.", "The rest.", contact="Priya")
    theirs = replace(before, headline="Census day", body="Their rest.")
    mine = replace(before, summary="Send it soon.", body="My rest.")
    made = together(before, theirs, mine)

    assert made.text == replace(before, headline="Census day", summary="Send it soon.", body="My rest.")
    assert (made.theirs, made.mine, made.both) == (("headline",), ("summary",), ("body",))


def test_the_same_edit_twice_is_one() -> None:
    before = ItemText("Census", "Send it.")
    after = replace(before, headline="Census day")
    assert together(before, after, after) == Together(after, (), (), ())


def test_where_nobody_knows_what_was_before_every_difference_is_of_both() -> None:
    theirs, mine = ItemText("Census", "Send it."), ItemText("Census", "Send it soon.")
    assert together(None, theirs, mine) == Together(mine, (), (), ("summary",))


def test_what_an_item_said_at_a_version() -> None:
    desk = a_desk()
    item = new(desk)
    item = claim(desk, item.id, EVE)
    other = replace(TEXT, headline="Music")
    edit(desk, item.id, item.version, other, EVE)
    history = desk.book.history(item.id)

    assert [text_at(history, version) for version in range(4)] == [None, TEXT, TEXT, other]


def test_a_reason_is_for_the_words_that_it_was_given_for() -> None:
    desk = a_desk()
    item = new(desk)
    item = make_ready(desk, item.id, item.version, EVE, "Everybody agreed.")
    assert reason_for(desk.book.history(item.id)) == "Everybody agreed."

    item = edit(desk, item.id, item.version, replace(TEXT, headline="Music"), EVE)
    assert not reason_for(desk.book.history(item.id))
    item = edit(desk, item.id, item.version, item.text, EVE, "Still so.")
    assert reason_for(desk.book.history(item.id)) == "Still so."


def test_words_that_were_changed_since_they_were_made_ready_are_known() -> None:
    desk = a_desk()
    item = make_ready(desk, new(desk).id, 1, EVE)
    assert not is_changed_since_ready(desk.book.history(item.id))
    item = edit(desk, item.id, item.version, replace(TEXT, headline="Music"), EVE)
    claim(desk, item.id, EVE)
    assert is_changed_since_ready(desk.book.history(item.id))
