"""From the sender's form to the desk, and back to the sender."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.bulletin.build_issue import place
from app.bulletin.edit import claim, decline, edit, merge, send_back
from app.bulletin.named_here import Known, unknown
from app.bulletin.publish import go_out, publish
from app.bulletin.submit import (
    CLOSES_WITHIN,
    Stage,
    fit,
    own_item,
    resubmit,
    submit,
    withdraw,
)
from app.domain.calendar import LONDON
from app.domain.errors import BulletinError
from app.domain.for_whom import ForWhom
from app.domain.item import ItemState, MoveKind, Person
from app.domain.item_text import ItemText
from tests.bulletin.desks import ANN, EVE, KEY, TEXT, TOM, TUESDAY, YES, a_desk, at, later, new, placed, ready


def test_a_submission_reaches_the_desk() -> None:
    desk = a_desk()
    item = new(desk)

    assert (item.text, item.sender, item.submitted_at, item.state) == (TEXT, ANN, TUESDAY, ItemState.NEW)
    assert [move.kind for move in desk.book.history(item.id)] == [MoveKind.SUBMITTED]


def test_a_second_click_is_the_same_item() -> None:
    desk = a_desk()
    first = new(desk)
    claimed = claim(desk, first.id, EVE)

    assert new(later(desk, seconds=1)) == claimed
    assert len(desk.book.items()) == 1


def test_a_key_is_the_senders_own() -> None:
    desk = a_desk()

    assert new(desk).id != new(desk, sender=TOM).id
    with pytest.raises(BulletinError, match="Another item"):
        new(desk, text=replace(TEXT, body="Other"))
    with pytest.raises(BulletinError, match="key"):
        submit(desk, "short", TEXT, ANN)


def test_faults_are_told_all_at_once_by_field() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError) as raised:
        new(desk, text=ItemText("", "x" * 101, links=("ftp://a.example",)))

    assert raised.value.faults.keys() == {"headline", "summary", "links"}
    assert not desk.book.items()


def test_a_text_is_kept_without_what_no_database_holds() -> None:
    text = ItemText(
        "Free  music\nplaces ",
        "Book\0 now",
        "One\r\n\0two\vthree \ud83d\ude00",
        links=(" ", "https://a.example"),
    )
    kept = new(a_desk(), text=text).text

    assert kept == ItemText(
        "Free music places", "Book now", "One\ntwo\nthree 😀", links=("https://a.example",)
    )


@pytest.mark.parametrize("field", ["headline", "summary", "body", "contact"])
@pytest.mark.parametrize("words", ["Half a \ud83d face", "Lost \ufffd before"])
def test_half_a_character_is_not_taken(field: str, words: str) -> None:
    with pytest.raises(BulletinError, match="was lost on its way") as raised:
        new(a_desk(), text=replace(TEXT, **{field: words}))  # type: ignore[arg-type]  # a row of a test
    assert raised.value.faults.keys() == {field}


def test_what_names_nothing_that_is_there_is_refused_by_field() -> None:
    held = Known(("Academies",), ("Ashmere",), (), ("l1",), {"a1"}.__contains__)
    desk = replace(a_desk(), unknown=lambda text: unknown(text, held))
    whom = ForWhom(types=frozenset({"Academies"}), clusters=frozenset({"Ashmere"}), lists=frozenset({"l1"}))
    right = replace(TEXT, for_whom=whom, documents=("a1",))
    nowhere = replace(whom, clusters=frozenset({"Ashmere", "Nowhere"}), trusts=frozenset({"Kestrel"}))
    with pytest.raises(BulletinError, match=r"cluster “Nowhere”\. No school belongs") as raised:
        new(desk, text=replace(right, for_whom=nowhere, documents=("a1", "zzz")))

    assert raised.value.faults.keys() == {"for_whom", "documents"}
    item = new(desk, text=right)
    with pytest.raises(BulletinError, match="Nowhere"):
        edit(desk, item.id, item.version, replace(right, for_whom=nowhere), EVE)


def test_a_closing_date_lies_within_two_years() -> None:
    desk = a_desk()
    last = desk.today + CLOSES_WITHIN
    assert new(desk, text=replace(TEXT, closes=last)).text.closes == last
    with pytest.raises(BulletinError, match="within two years, not in 9999") as raised:
        new(desk, "two", replace(TEXT, closes=date(9999, 12, 31)))
    assert raised.value.faults.keys() == {"closes"}


@pytest.mark.parametrize("address", ["", "Ann", "ann@", "a@b@c"])
def test_a_sender_has_an_address(address: str) -> None:
    with pytest.raises(BulletinError, match="address"):
        new(a_desk(), sender=Person("Ann", address))


def test_an_address_is_known_in_any_spelling() -> None:
    desk = a_desk()
    item = new(desk, sender=Person("Ann Hall", "Ann.Hall@Council.Example "))

    assert own_item(desk, item.id, ANN).item == item


@pytest.mark.parametrize(
    ("now", "closes", "number", "is_too_late"),
    [
        ("2026-11-24T10:00", date(2026, 11, 27), 12, False),
        ("2026-11-24T10:00", date(2026, 11, 26), 12, True),
        ("2026-11-25T12:00", date(2026, 11, 27), 13, True),
        ("2026-10-22T10:00", date(2026, 11, 5), 9, True),
        ("2026-12-17T10:00", None, 16, False),
        ("2027-07-21T10:00", date(2027, 9, 1), None, False),
        ("2027-07-21T10:00", date(2027, 7, 20), None, True),
    ],
    ids=[
        "in time",
        "the day before",
        "after the cut-off",
        "half term",
        "no date",
        "no issue",
        "past already",
    ],
)
def test_a_closing_date_before_the_issue_is_said_at_once(
    now: str, closes: date | None, number: int | None, is_too_late: bool
) -> None:
    desk = a_desk(datetime.fromisoformat(now).replace(tzinfo=LONDON))
    found = fit(desk, replace(TEXT, closes=closes))

    assert (found.issue.number if found.issue else None, found.is_too_late) == (number, is_too_late)


def test_what_came_back_is_sent_again() -> None:
    desk = a_desk()
    item = new(desk)
    back = send_back(desk, item.id, 1, EVE, "Which hub?")
    seen = own_item(desk, item.id, ANN)
    assert (seen.stage, seen.why) == (Stage.SENT_BACK, "Which hub?")
    again = resubmit(desk, item.id, back.version, replace(TEXT, body="The Weald hub."), ANN)

    assert (again.state, again.text.body, again.version) == (ItemState.NEW, "The Weald hub.", 3)
    assert resubmit(desk, item.id, back.version, replace(TEXT, body="The Weald hub."), ANN) == again
    assert own_item(desk, item.id, ANN).stage is Stage.SUBMITTED


def test_only_what_came_back_is_sent_again() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError, match="cannot be done"):
        resubmit(desk, new(desk).id, 1, TEXT, ANN)


def test_an_item_is_its_senders_alone() -> None:
    desk = a_desk()
    item = new(desk)
    for tried in (
        lambda: own_item(desk, item.id, TOM),
        lambda: withdraw(desk, item.id, 1, TOM),
        lambda: resubmit(desk, item.id, 1, TEXT, TOM),
        lambda: own_item(desk, "nothing", ANN),
    ):
        with pytest.raises(BulletinError, match="no such item of yours"):
            tried()


def test_withdrawing_takes_it_out_of_its_issue() -> None:
    desk = a_desk()
    item = placed(desk)
    gone = withdraw(desk, item.id, item.version, ANN)

    assert (gone.state, gone.issue, desk.issue(KEY).order) == (ItemState.WITHDRAWN, None, ())
    assert withdraw(desk, item.id, item.version, ANN) == gone


def test_what_is_being_published_is_not_withdrawn() -> None:
    desk = a_desk()
    item = placed(desk)
    publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    with pytest.raises(BulletinError, match="Stop it first"):
        withdraw(desk, item.id, item.version, ANN)

    assert desk.item(item.id) == item


def test_a_sender_follows_an_item_to_its_issue() -> None:
    desk = a_desk()
    item = new(desk)
    stages = [own_item(desk, item.id, ANN).stage]
    claim(desk, item.id, EVE)
    stages.append(own_item(desk, item.id, ANN).stage)
    ready(desk)
    stages.append(own_item(desk, item.id, ANN).stage)
    place(desk, KEY, item.id, EVE)
    stages.append(own_item(desk, item.id, ANN).stage)
    publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    desk = at(desk, datetime(2026, 11, 27, 8, 30, tzinfo=LONDON))
    issue = own_item(desk, item.id, ANN).issue
    go_out(desk, KEY)

    assert stages == [Stage.SUBMITTED, Stage.CLAIMED, Stage.READY, Stage.PLACED]
    assert issue is not None
    assert issue.key == KEY
    assert own_item(desk, item.id, ANN).stage is Stage.OUT


def test_the_sender_of_a_merged_item_follows_the_other_one() -> None:
    desk = a_desk()
    one, two, three = (
        new(desk, name, sender=who) for name, who in (("one", ANN), ("two", TOM), ("three", EVE))
    )
    merge(desk, one.id, 1, two.id, EVE)
    merge(desk, two.id, 2, three.id, EVE)
    decline(desk, three.id, 2, EVE, "It was in last week's.")
    own = own_item(desk, one.id, ANN)

    assert (own.stage, own.why) == (Stage.DECLINED, "It was in last week's.")
    assert own.told_in == desk.item(three.id)
