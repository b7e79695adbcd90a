"""Which moves can an item make?"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.errors import BulletinError
from app.domain.item import ENDED, IssueKey, Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import ItemText

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ANN = Person("Ann Hall", "ann.hall@council.example")
EVE, TOM = Person("Eve Shah", "eve@council.example"), Person("Tom Ward", "tom@council.example")
TEXT, OTHER = ItemText("Headline", "Summary"), ItemText("Another", "Summary")
KEY = IssueKey(2026, 12)
LEGAL = {
    "submitted": "",
    "resubmitted": "needs-work",
    "claimed": "new needs-work ready",
    "handed-over": "new needs-work ready",
    "let-go": "new needs-work ready",
    "edited": "new needs-work ready",
    "sent-back": "new ready",
    "made-ready": "new needs-work",
    "placed": "ready",
    "taken-out": "ready",
    "declined": "new needs-work ready",
    "merged": "new needs-work ready",
    "took-in": "new needs-work ready out",
    "gave-back": "new needs-work ready out declined merged withdrawn turned-back",
    "taken-up": "declined merged",
    "withdrawn": "new needs-work ready",
    "turned-back": "new needs-work ready",
    "went-out": "ready",
}
AFTER_ITS_END = {MoveKind.TAKEN_UP, MoveKind.GAVE_BACK}
"""What brings it back, and what is told of another one that was brought back."""
BY_SENDER = {MoveKind.RESUBMITTED, MoveKind.WITHDRAWN}


def item(state: str = "new", **said: object) -> Item:
    place = KEY if state in {"ready", "out"} else None
    return replace(Item("one", TEXT, ANN, AT, ItemState(state), issue=place), **said)  # type: ignore[arg-type]  # a row of a test


def move(kind: MoveKind, by: Person | None = None) -> Move:
    """A move with all that some kind needs."""
    who = by or (ANN if kind in BY_SENDER else EVE)
    into = {MoveKind.PLACED: str(KEY), MoveKind.MERGED: "two", MoveKind.TOOK_IN: "two"}.get(kind, "")
    return Move(kind, AT, who, why="Because.", to=TOM, into=into)


@pytest.mark.parametrize("kind", MoveKind)
@pytest.mark.parametrize("state", ItemState)
def test_a_move_is_made_from_where_it_can_be_made_and_nowhere_else(kind: MoveKind, state: ItemState) -> None:
    if state.value in LEGAL[kind.value].split():
        assert item(state).after(move(kind)).version == 2
    else:
        with pytest.raises(BulletinError, match="That cannot be done: the item "):
            item(state).after(move(kind))


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("resubmitted", "needs-work", {"state": ItemState.NEW}),
        ("claimed", "new", {"editor": EVE}),
        ("handed-over", "new", {"editor": TOM}),
        ("let-go", "new", {"editor": None}),
        ("sent-back", "ready", {"state": ItemState.NEEDS_WORK, "issue": None}),
        ("made-ready", "needs-work", {"state": ItemState.READY}),
        ("placed", "ready", {"issue": KEY}),
        ("taken-out", "ready", {"issue": None}),
        ("declined", "ready", {"state": ItemState.DECLINED, "issue": None}),
        ("merged", "ready", {"state": ItemState.MERGED, "issue": None, "merged_into": "two"}),
        ("took-in", "out", {}),
        ("turned-back", "ready", {"state": ItemState.TURNED_BACK, "issue": None}),
        ("gave-back", "declined", {}),
        ("taken-up", "declined", {"state": ItemState.NEW, "editor": EVE}),
        ("withdrawn", "ready", {"state": ItemState.WITHDRAWN, "issue": None}),
        ("went-out", "ready", {"state": ItemState.OUT}),
    ],
)
def test_what_a_move_changes(kind: str, before: str, after: dict[str, object]) -> None:
    start = item(before)

    assert start.after(move(MoveKind(kind))) == replace(start, version=2, **after)  # type: ignore[arg-type]  # a row of a test


def test_what_was_merged_is_taken_up_by_anybody_and_told_in_no_other() -> None:
    merged = item("merged", merged_into="two", editor=TOM)
    assert merged.after(move(MoveKind.TAKEN_UP)) == item(editor=EVE, version=2)


def test_a_move_with_a_text_changes_the_text() -> None:
    assert item().after(replace(move(MoveKind.EDITED), text=OTHER)).text == OTHER


@pytest.mark.parametrize(
    "kind", ["handed-over", "let-go", "edited", "sent-back", "made-ready", "declined", "merged"]
)
def test_only_its_editor_does_that_once_it_has_one(kind: str) -> None:
    claimed = item(editor=EVE)
    renamed = replace(EVE, name="Eve Shah (Communications)")

    with pytest.raises(BulletinError, match="Eve Shah is working on this item"):
        claimed.after(move(MoveKind(kind), TOM))
    assert claimed.after(move(MoveKind(kind), renamed)).version == 2


@pytest.mark.parametrize(("kind", "state"), [("resubmitted", "needs-work"), ("withdrawn", "new")])
def test_only_its_sender_does_that(kind: str, state: str) -> None:
    with pytest.raises(BulletinError, match="Only the person who submitted"):
        item(state).after(move(MoveKind(kind), EVE))


@pytest.mark.parametrize("kind", ["sent-back", "declined"])
@pytest.mark.parametrize("why", ["", " ", "x" * 501])
def test_a_reason_is_given_and_is_short(kind: str, why: str) -> None:
    with pytest.raises(BulletinError, match="Say why") as raised:
        item().after(replace(move(MoveKind(kind)), why=why))
    assert raised.value.faults.keys() == {"why"}


@pytest.mark.parametrize("kind", ["taken-out", "went-out"])
def test_only_what_is_placed_is_taken_out_or_goes_out(kind: str) -> None:
    with pytest.raises(BulletinError):
        item("ready", issue=None).after(move(MoveKind(kind)))


def test_it_is_handed_over_to_somebody() -> None:
    with pytest.raises(BulletinError, match="to whom"):
        item().after(replace(move(MoveKind.HANDED_OVER), to=None))


@pytest.mark.parametrize("text", ["2026-27-12", "1999-00-1", "2099-00-40"])
def test_an_issue_is_named_as_it_is_read(text: str) -> None:
    assert str(IssueKey.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2026-12",
        "2026-28-1",
        "2026-27-01",
        "2026-27-1-2",
        "a-b-c",
        "2026-27-",
        "2026-27-0",
        "2026-27--1",
        "2026-27-1000",
        "2026-27-" + "9" * 20,
        "0-01-1",
        "9999-00-1",
        "２０２６-27-1",
    ],
)
def test_other_names_are_of_no_issue(text: str) -> None:
    with pytest.raises(BulletinError, match="no such issue"):
        IssueKey.parse(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", ""),
        ("headline", " "),
        ("headline", "\u2800\u3164 \u00ad"),
        ("headline", "x" * 61),
        ("headline", "one\ntwo"),
        ("summary", "x" * 101),
        ("summary", "a\0b"),
        ("body", "x" * 20_001),
        ("contact", "x" * 201),
        ("links", ("javascript:alert(1)",)),
        ("links", ("https://a.example/b c",)),
        ("links", ("https://",)),
        ("links", ("https:///form",)),
        ("links", ("https://council.example@evil.example/form",)),
        ("links", ("https://a.example",) * 21),
        ("documents", ("x",) * 21),
    ],
)
def test_a_fault_is_told_by_its_field(field: str, value: object) -> None:
    assert replace(TEXT, **{field: value}).faults().keys() == {field}  # type: ignore[arg-type]  # a row of a test


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("\u202e", "right-to-left override (U+202E)"),
        ("\u200b", "zero width space (U+200B)"),
        ("\0", "control character (U+0000)"),
    ],
)
def test_a_character_that_nobody_sees_is_called_by_its_name(sign: str, said: str) -> None:
    assert said in replace(TEXT, headline=f"Census{sign} day").faults()["headline"]
    assert said in replace(TEXT, contact=f"Priya{sign}").faults()["contact"]
    assert said in replace(TEXT, body=f"Come\n\tat noon{sign}.").faults()["body"]


def test_what_joins_emoji_and_letters_is_no_fault() -> None:
    assert replace(TEXT, headline="Families \U0001f468\u200d\U0001f469\u200d\U0001f467").faults() == {}


@pytest.mark.parametrize(
    ("summary", "body", "rest"),
    [
        ("Book by Friday.", "Book by Friday. Call us.", "Call us."),
        ("Book by Friday", "Book  by Friday\nCall us.", "Call us."),
        ("Book by Friday.", "Book by Friday.", ""),
        ("Book now!", "Book now! Call\n\nus.\n- a", "Call\n\nus.\n- a"),
        ("Book by Friday", "Book by Friday at nine.", "Book by Friday at nine."),
        ("Book", "Bookings open.", "Bookings open."),
        ("", "Call us.", "Call us."),
    ],
)
def test_the_rest_does_not_say_the_summary_again(summary: str, body: str, rest: str) -> None:
    assert ItemText("Census", summary, body).rest == rest


def test_a_text_at_its_limits_has_no_fault() -> None:
    text = ItemText(
        "é" * 60, "ü" * 100, "x" * 20_000, contact="x" * 200, links=("HTTPS://council.example/ä",) * 20
    )

    assert text.faults() == {}


class AnItem(RuleBasedStateMachine):
    """Whatever is tried with an item, in any order and by anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.item = Item("one", TEXT, ANN, AT)
        self.made = 1

    @rule(
        kind=st.sampled_from(MoveKind),
        by=st.sampled_from([ANN, EVE, TOM]),
        to=st.sampled_from([None, EVE, TOM]),
        why=st.sampled_from(["", "Because."]),
        text=st.sampled_from([None, OTHER]),
    )
    def tried(self, kind: MoveKind, by: Person, to: Person | None, why: str, text: ItemText | None) -> None:
        into = move(kind).into
        before, step = self.item, Move(kind, AT, by, why, text, to, into)
        try:
            self.item = before.after(step)
        except BulletinError:
            return
        self.made += 1
        assert before.state.value in LEGAL[kind.value].split()
        assert self.item.text == (text or before.text)
        assert before.editor in {None, by} or kind.value in {
            "claimed", "placed", "taken-out", "took-in", "resubmitted", "withdrawn", "went-out", "gave-back", "taken-up",
        }  # fmt: skip

    @precondition(lambda self: self.item.state in ENDED - {ItemState.NEEDS_WORK})
    @rule(kind=st.sampled_from(sorted(set(MoveKind) - AFTER_ITS_END)), by=st.sampled_from([ANN, EVE, TOM]))
    def what_ended_stays(self, kind: MoveKind, by: Person) -> None:
        with pytest.raises(BulletinError):
            self.item.after(move(kind, by))

    @invariant()
    def it_is_whole(self) -> None:
        now = self.item
        assert (now.id, now.sender, now.submitted_at, now.version) == ("one", ANN, AT, self.made)
        assert now.issue is None or now.state in {ItemState.READY, ItemState.OUT}
        assert now.issue is not None or now.state is not ItemState.OUT
        assert bool(now.merged_into) is (now.state is ItemState.MERGED)


TestAnItem = AnItem.TestCase
