"""What editors do with items, alone and at the same time."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import (
    claim,
    decline,
    edit,
    hand_over,
    let_go,
    make_ready,
    merge,
    send_back,
    take_up,
)
from app.bulletin.publish import publish, stop
from app.bulletin.submit import Stage, own_item, withdraw
from app.domain.errors import BulletinError
from app.domain.item import Item, ItemState, MoveKind
from tests.bulletin.desks import ANN, EVE, KEY, TEXT, TOM, YES, a_desk, later, meanwhile, new, placed, ready

OTHER = replace(TEXT, headline="Free places at the music hub")
STEPS: dict[str, Callable[[BulletinDesk, Item], Item]] = {
    "edit": lambda desk, item: edit(desk, item.id, item.version, OTHER, EVE),
    "send back": lambda desk, item: send_back(desk, item.id, item.version, EVE, "Which hub?"),
    "make ready": lambda desk, item: make_ready(desk, item.id, item.version, EVE),
    "decline": lambda desk, item: decline(desk, item.id, item.version, EVE, "Not for schools."),
    "hand over": lambda desk, item: hand_over(desk, item.id, item.version, EVE, TOM),
    "let go": lambda desk, item: let_go(desk, item.id, item.version, EVE),
    "merge": lambda desk, item: merge(desk, item.id, item.version, new(desk, "other").id, EVE),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_second_click_does_nothing_more(step: str) -> None:
    desk = a_desk()
    item = new(desk)
    after = STEPS[step](desk, item)

    assert STEPS[step](later(desk, seconds=1), item) == after
    assert desk.item(item.id) == after
    assert after.version == 2


@pytest.mark.parametrize("step", STEPS)
def test_nobody_changes_what_they_have_not_seen(step: str) -> None:
    desk = a_desk()
    item = new(desk)
    seen = claim(desk, item.id, TOM)
    let_go(desk, item.id, seen.version, TOM)
    with pytest.raises(BulletinError, match="changed this item meanwhile"):
        STEPS[step](desk, item)

    assert desk.item(item.id).version == 3


@pytest.mark.parametrize("step", STEPS)
def test_nobody_changes_what_another_works_on(step: str) -> None:
    desk = a_desk()
    item = claim(desk, new(desk).id, TOM)
    with pytest.raises(BulletinError, match="Tom Ward is working on this item"):
        STEPS[step](desk, item)
    assert desk.item(item.id) == item


def test_an_item_is_claimed_by_one_and_taken_over_knowingly() -> None:
    desk = a_desk()
    item = claim(desk, new(desk).id, EVE)

    assert claim(later(desk, seconds=1), item.id, EVE) == item
    with pytest.raises(BulletinError, match="Eve Shah is working"):
        claim(desk, item.id, TOM)
    assert claim(desk, item.id, TOM, take_over=True).editor == TOM


def test_of_two_editors_the_quicker_one_is_heard() -> None:
    desk = a_desk()
    item = new(desk)
    edit(desk, item.id, item.version, OTHER, TOM)
    with pytest.raises(BulletinError, match="Tom Ward changed this item meanwhile"):
        edit(desk, item.id, item.version, replace(TEXT, summary="Mine"), EVE)

    assert desk.item(item.id).text == OTHER


def test_an_edit_that_changes_nothing_leaves_no_trace() -> None:
    desk = a_desk()
    item = new(desk)

    assert edit(desk, item.id, item.version, replace(TEXT, headline=f" {TEXT.headline} "), EVE) == item
    assert len(desk.book.history(item.id)) == 1


def test_an_edit_has_no_faults() -> None:
    desk = a_desk()
    item = new(desk)
    with pytest.raises(BulletinError) as raised:
        edit(desk, item.id, item.version, replace(TEXT, headline="x" * 61, summary=""), EVE)
    assert raised.value.faults.keys() == {"headline", "summary"}


@pytest.mark.parametrize(
    ("step", "state"), [("decline", "declined"), ("send back", "needs-work"), ("merge", "merged")]
)
def test_what_does_not_go_out_leaves_its_issue(step: str, state: str) -> None:
    desk = a_desk()
    item, stays = placed(desk), placed(desk, "stays")
    after = STEPS[step](desk, item)

    assert (after.state, after.issue) == (ItemState(state), None)
    assert desk.issue(KEY).order == (stays.id,)


@pytest.mark.parametrize("step", ["edit", "decline", "send back", "merge"])
def test_nothing_changes_in_an_issue_that_is_published(step: str) -> None:
    desk = a_desk()
    item = placed(desk)
    held = publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    with pytest.raises(BulletinError, match="Stop it first"):
        STEPS[step](desk, item)
    assert (desk.item(item.id), desk.issue(KEY)) == (item, held)
    stop(desk, KEY)

    assert STEPS[step](desk, item).version == item.version + 1


def test_an_edit_of_a_placed_item_is_seen_by_whoever_publishes() -> None:
    desk = a_desk()
    item = placed(desk)
    seen = desk.issue(KEY).version
    edit(desk, item.id, item.version, OTHER, TOM)
    with pytest.raises(BulletinError, match="meanwhile"):
        publish(desk, KEY, seen, YES, EVE)


def test_claiming_a_placed_item_changes_nothing_in_the_issue() -> None:
    desk = a_desk()
    item = placed(desk)
    held = publish(desk, KEY, desk.issue(KEY).version, YES, EVE)

    assert claim(desk, item.id, TOM).issue == KEY
    assert desk.issue(KEY) == held


def test_a_merge_is_told_by_both_items() -> None:
    desk = a_desk()
    one, two = new(desk, "one"), ready(desk, "two")
    merge(desk, one.id, one.version, two.id, EVE)

    assert desk.item(one.id).merged_into == two.id
    assert [(move.kind, move.into) for move in desk.book.history(two.id)][-1] == (MoveKind.TOOK_IN, one.id)


def test_two_items_are_not_merged_into_each_other() -> None:
    desk = a_desk()
    one, two = new(desk, "one"), new(desk, "two")
    merge(desk, one.id, 1, two.id, EVE)
    with pytest.raises(BulletinError, match="Choose another item"):
        merge(desk, two.id, 2, one.id, TOM)
    with pytest.raises(BulletinError, match="Choose another item"):
        merge(desk, two.id, 2, two.id, TOM)


def test_two_merges_at_the_same_moment_lose_neither_item() -> None:
    desk = a_desk()
    one, two = new(desk, "one"), new(desk, "two")
    race = meanwhile(desk, lambda: merge(desk, two.id, 1, one.id, TOM))
    with pytest.raises(BulletinError, match="meanwhile"):
        merge(race, one.id, 1, two.id, EVE)

    assert (desk.item(one.id).state, desk.item(two.id).state) == (ItemState.NEW, ItemState.MERGED)


def test_there_is_such_an_item() -> None:
    with pytest.raises(BulletinError, match="no such item"):
        claim(a_desk(), "nothing", ANN)


@pytest.mark.parametrize("step", ["decline", "merge"])
def test_what_was_put_aside_is_taken_up_again_and_its_sender_follows_it(step: str) -> None:
    desk = a_desk()
    item = new(desk)
    gone = STEPS[step](desk, claim(desk, item.id, EVE))
    back = take_up(desk, item.id, gone.version, TOM)

    assert (back.state, back.editor, back.merged_into) == (ItemState.NEW, TOM, "")
    assert take_up(later(desk, seconds=1), item.id, gone.version, TOM) == back
    seen = own_item(desk, item.id, ANN)
    assert (seen.stage, seen.told_in) == (Stage.CLAIMED, None)
    assert edit(desk, item.id, back.version, OTHER, TOM).text == OTHER


def test_a_merge_that_is_undone_is_told_by_both_items() -> None:
    desk = a_desk()
    one, two = new(desk, "one"), placed(desk, "two")
    gone = merge(desk, one.id, one.version, two.id, EVE)
    decline(desk, two.id, two.version + 1, EVE, "Not for schools.")
    take_up(desk, one.id, gone.version, EVE)

    last = desk.book.history(two.id)[-1]
    assert (last.kind, last.into) == (MoveKind.GAVE_BACK, one.id)
    assert desk.item(two.id).state is ItemState.DECLINED


def test_what_is_at_the_desk_went_out_or_was_taken_back_is_not_taken_up() -> None:
    desk = a_desk()
    here, back = new(desk, "here"), new(desk, "back")
    withdraw(desk, back.id, back.version, ANN)
    for item in (here, desk.item(back.id)):
        with pytest.raises(BulletinError, match="That cannot be done"):
            take_up(desk, item.id, item.version, EVE)


@pytest.mark.parametrize("step", ["decline", "merge"])
def test_of_two_who_take_it_up_the_quicker_one_has_it(step: str) -> None:
    desk = a_desk()
    gone = STEPS[step](desk, new(desk))
    take_up(desk, gone.id, gone.version, TOM)
    with pytest.raises(BulletinError, match="Tom Ward changed this item meanwhile"):
        take_up(desk, gone.id, gone.version, EVE)
    assert desk.item(gone.id).editor == TOM
