"""The contract of the bulletin's book."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from app.adapters.store.bulletin import SqlBook
from app.bulletin_ports import BulletinBook
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import Approval, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.for_whom import ForWhom, Role
from app.domain.issue import QUESTIONS, Issue, IssueState
from app.domain.item import IssueKey, Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import Consent, ItemText
from app.domain.school import Phase
from tests.bulletin_fakes import FakeBook
from tests.conftest import DATABASES, opened

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ANN = Person("Ann Hall", "ann.hall@council.example")
EVE = Person("Éve O’Neill", "eve@council.example")
FOR = ForWhom(
    frozenset({Phase.PRIMARY, Phase.SPECIAL}), frozenset({"Academies"}), frozenset({"Weald", "East"}),
    frozenset({"Oak Trust"}), frozenset({"music"}), frozenset({Role.HEAD, Role.SENCO}),
)  # fmt: skip
TEXT = ItemText(
    "Music hubs – 20 free places", "Book by 4 December 🎻", "One.\n\nTwo “three”.", FOR, date(2026, 12, 4),
    "Tom Ward, 01632 960123", ("https://council.example/a?b=c",), ("ab" * 32,), Consent.GIVEN,
)  # fmt: skip
KEY = IssueKey(2026, 11)
ISSUE = Issue(KEY, date(2026, 11, 27), AT + timedelta(days=5))
ASKED = Asked(
    RequestKind.URGENT, "Census", "Send it in.", FOR, "", "School census", date(2026, 11, 25), "", ("x",),
    is_chasing=True,
)  # fmt: skip


@pytest.fixture(params=["fake", *DATABASES])
def book(request: pytest.FixtureRequest) -> Iterator[BulletinBook]:
    if request.param == "fake":
        yield FakeBook()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlBook(engine)


def begun(book: BulletinBook, number: str = "one", *, at: datetime = AT, by: Person = ANN) -> Item:
    item = Item(number, TEXT, by, at)
    book.begin(item, Move(MoveKind.SUBMITTED, at, by, text=TEXT))
    return item


def moved(book: BulletinBook, item: Item, kind: MoveKind, **said: object) -> Item:
    move = Move(kind, AT, EVE, **said)  # type: ignore[arg-type]  # a row of a test
    book.keep(item.after(move), move)
    return item.after(move)


def test_an_item_comes_back_as_it_was_given(book: BulletinBook) -> None:
    item = begun(book)

    assert book.item("one") == item
    assert book.history("one") == (Move(MoveKind.SUBMITTED, AT, ANN, text=TEXT),)
    assert book.item("two") is None
    assert book.history("two") == ()


def test_a_short_text_comes_back_too(book: BulletinBook) -> None:
    text = ItemText("Headline", "Summary")
    book.begin(Item("one", text, ANN, AT), Move(MoveKind.SUBMITTED, AT, ANN, text=text))

    assert [move.text for move in book.history("one")] == [text]


def test_those_that_moved_last_come_first_each_with_its_last_move(book: BulletinBook) -> None:
    first, second, third = (begun(book, name, at=AT + timedelta(hours=n)) for n, name in enumerate("abc"))
    gone = Move(MoveKind.DECLINED, AT + timedelta(days=2), EVE, why="Said before.")
    book.keep(first.after(gone), gone)
    other = Move(MoveKind.MERGED, AT + timedelta(days=1), EVE, into=third.id)
    book.keep(second.after(other), other)

    put_aside = {ItemState.DECLINED, ItemState.MERGED}
    found = [(first.after(gone), gone), (second.after(other), other)]
    assert list(book.moved_last(put_aside, 9)) == found
    assert list(book.moved_last(put_aside, 1)) == found[:1]
    assert [item.id for item, _ in book.moved_last(set(ItemState), 9)] == ["a", "b", "c"]
    assert list(book.moved_last({ItemState.OUT}, 9)) == []


def test_every_move_is_kept_with_all_it_says(book: BulletinBook) -> None:
    item = moved(book, begun(book), MoveKind.HANDED_OVER, to=ANN)
    item = moved(book, replace(item, editor=EVE), MoveKind.EDITED, text=replace(TEXT, closes=None))
    item = moved(book, item, MoveKind.MADE_READY)
    item = moved(book, item, MoveKind.PLACED, into=str(KEY))
    item = moved(book, item, MoveKind.SENT_BACK, why="Which hubs?")

    assert book.item("one") == item
    *_, handed, edited, _ready, placed, back = book.history("one")
    assert (handed.to, edited.text, placed.into, back.why) == (
        ANN, replace(TEXT, closes=None), "2026-27-11", "Which hubs?",
    )  # fmt: skip
    assert (back.text, back.to, len(book.history("one"))) == (None, None, item.version)


def test_the_same_begin_again_changes_nothing(book: BulletinBook) -> None:
    item = moved(book, begun(book), MoveKind.CLAIMED)
    begun(book, at=AT + timedelta(seconds=1))

    assert book.item("one") == item
    assert len(book.history("one")) == 2


@pytest.mark.parametrize(
    "other", [Item("one", replace(TEXT, body="Other"), ANN, AT), Item("one", TEXT, EVE, AT)]
)
def test_another_item_cannot_take_an_id(book: BulletinBook, other: Item) -> None:
    item = begun(book)
    with pytest.raises(BulletinError, match="Another item"):
        book.begin(other, Move(MoveKind.SUBMITTED, AT, other.sender, text=other.text))

    assert book.item("one") == item
    assert len(book.history("one")) == 1


def test_nobody_overwrites_a_move_unseen(book: BulletinBook) -> None:
    seen = begun(book)
    after = moved(book, seen, MoveKind.CLAIMED)
    with pytest.raises(BulletinError, match="meanwhile"):
        moved(book, seen, MoveKind.DECLINED, why="No")

    assert book.item("one") == after
    assert len(book.history("one")) == 2


def test_an_item_that_never_began_cannot_move(book: BulletinBook) -> None:
    with pytest.raises(BulletinError):
        moved(book, Item("one", TEXT, ANN, AT), MoveKind.CLAIMED)
    assert book.history("one") == ()


def test_items_are_found_newest_first(book: BulletinBook) -> None:
    old = begun(book, "old", at=AT - timedelta(days=1), by=EVE)
    new = begun(book, "new")
    ready = moved(
        book, moved(book, begun(book, "ready"), MoveKind.MADE_READY), MoveKind.PLACED, into=str(KEY)
    )

    assert list(book.items()) == [ready, new, old]
    assert list(book.items({ItemState.NEW})) == [new, old]
    assert list(book.items({ItemState.NEW}, sender=EVE.address)) == [old]
    assert list(book.items(issue=KEY)) == [ready]
    assert list(book.items(issue=IssueKey(2025, 11))) == []
    assert list(book.items({ItemState.OUT, ItemState.MERGED})) == []


def test_an_issue_comes_back_as_it_was_kept(book: BulletinBook) -> None:
    held = replace(ISSUE, order=("one", "two"), introduction="Dear all").published(
        dict.fromkeys(QUESTIONS, True), EVE, AT
    )
    out = replace(held, state=IssueState.OUT, went_out_at=AT)

    assert book.keep_issue(ISSUE) == replace(ISSUE, version=1)
    assert book.keep_issue(replace(out, version=1)) == replace(out, version=2) == book.issue(KEY)
    assert book.issue(IssueKey(2026, 12)) is None


def test_issues_come_newest_first(book: BulletinBook) -> None:
    keys = [IssueKey(2026, 2), IssueKey(2025, 30), IssueKey(2026, 10)]
    for key in keys:
        book.keep_issue(replace(ISSUE, key=key))

    assert [issue.key for issue in book.issues()] == [keys[2], keys[0], keys[1]]


@pytest.mark.parametrize("version", [0, 1, 3])
def test_nobody_overwrites_an_issue_unseen(book: BulletinBook, version: int) -> None:
    book.keep_issue(book.keep_issue(ISSUE))
    with pytest.raises(BulletinError, match="meanwhile"):
        book.keep_issue(replace(ISSUE, version=version, introduction="Other"))

    assert book.issue(KEY) == replace(ISSUE, version=2)


def test_an_issue_and_its_items_move_together_or_not_at_all(book: BulletinBook) -> None:
    issue = book.keep_issue(ISSUE)
    one, two = (moved(book, begun(book, number), MoveKind.MADE_READY) for number in ("one", "two"))
    place = Move(MoveKind.PLACED, AT, EVE, into=str(KEY))
    moved(book, two, MoveKind.CLAIMED)
    with pytest.raises(BulletinError, match="meanwhile"):
        book.keep_issue(issue.placed("one").placed("two"), [(i.after(place), place) for i in (one, two)])

    assert (book.issue(KEY), book.item("one")) == (issue, one)
    assert book.keep_issue(issue.placed("one"), [(one.after(place), place)]).order == ("one",)
    assert [item.id for item in book.items(issue=KEY)] == ["one"]


def test_a_request_is_kept_and_decided_once(book: BulletinBook) -> None:
    request = BulkRequest("r", ASKED, ANN, AT, {"is_urgent": True, "duty": "census", "days": 3})
    book.begin_request(request)
    book.begin_request(replace(request, asked_at=AT + timedelta(seconds=1)))
    assert book.request("r") == request
    assert book.request("s") is None
    said = Approval(replace(FOR, lists=frozenset()), dict.fromkeys(QUESTIONS, True), "Right")
    approved = request.approved(said, EVE, AT)
    book.keep_request(approved)
    with pytest.raises(BulletinError, match="meanwhile"):
        book.keep_request(request.decided(RequestState.DECLINED, EVE, AT, "No"))

    assert book.request("r") == approved
    book.begin_request(request)
    with pytest.raises(BulletinError, match="Another request"):
        book.begin_request(replace(request, sender=EVE))


def test_a_request_and_the_item_it_becomes_are_kept_together(book: BulletinBook) -> None:
    request = BulkRequest("r", ASKED, ANN, AT, {})
    item, move = Item("i", TEXT, ANN, AT), Move(MoveKind.SUBMITTED, AT, EVE, text=TEXT)
    book.begin_request(request)
    with pytest.raises(BulletinError):
        book.keep_request(replace(request, version=3), (item, move))
    assert not book.items()
    turned = request.decided(RequestState.TURNED, EVE, AT, item="i")
    book.keep_request(turned, (item, move))

    assert (book.request("r"), book.item("i"), book.history("i")) == (turned, item, (move,))


def test_a_request_turned_back_and_its_item_are_kept_together_or_not_at_all(book: BulletinBook) -> None:
    request, item = BulkRequest("r", ASKED, ANN, AT, {}), Item("i", TEXT, ANN, AT)
    book.begin_request(request)
    turned = request.decided(RequestState.TURNED, EVE, AT, item="i")
    book.keep_request(turned, (item, Move(MoveKind.SUBMITTED, AT, EVE, text=TEXT)))
    claimed, back = Move(MoveKind.CLAIMED, AT, EVE), Move(MoveKind.TURNED_BACK, AT, EVE)
    book.keep(item.after(claimed), claimed)
    with pytest.raises(BulletinError):
        book.keep_request(turned.turned_back(EVE), (item.after(back), back))
    assert book.request("r") == turned
    gone = item.after(claimed).after(back)
    book.keep_request(turned.turned_back(EVE), (gone, back))

    assert (book.request("r"), book.item("i")) == (turned.turned_back(EVE), gone)
    assert [move.kind for move in book.history("i")] == ["submitted", "claimed", "turned-back"]


def test_two_items_move_together_or_not_at_all(book: BulletinBook) -> None:
    one, two = begun(book, "one"), begun(book, "two")
    merged, took = Move(MoveKind.MERGED, AT, EVE, into="two"), Move(MoveKind.TOOK_IN, AT, EVE, into="one")
    book.keep(one.after(merged), merged, (two.after(took), took))
    three = begun(book, "three")
    with pytest.raises(BulletinError, match="meanwhile"):
        book.keep(three.after(merged), merged, (two.after(took), took))

    assert (book.item("one"), book.item("three")) == (one.after(merged), three)
    assert book.history("two")[1:] == (took,)


def test_requests_are_found_newest_first(book: BulletinBook) -> None:
    old = BulkRequest("old", ASKED, EVE, AT - timedelta(hours=1), {})
    new = BulkRequest("new", replace(ASKED, deadline=None), ANN, AT, {})
    for request in (old, new):
        book.begin_request(request)

    assert list(book.requests()) == [new, old]
    assert list(book.requests({RequestState.ASKED}, EVE.address)) == [old]
    assert list(book.requests({RequestState.OUT})) == []


def test_what_ended_long_ago_is_forgotten(book: BulletinBook) -> None:
    moved(book, begun(book, "declined"), MoveKind.DECLINED, why="Twice")
    moved(book, begun(book, "left"), MoveKind.SENT_BACK, why="Which?")
    waits = begun(book, "waits")
    asked = BulkRequest("asked", ASKED, ANN, AT, {})
    for request in (asked, replace(asked, id="declined")):
        book.begin_request(request)
    book.keep_request(replace(asked, id="declined").decided(RequestState.DECLINED, EVE, AT, "No"))

    assert book.forget_before(AT) == 0
    assert book.forget_before(AT + timedelta(seconds=1)) == 3
    assert (list(book.items()), list(book.requests())) == ([waits], [asked])
    assert book.history("declined") == ()


def test_of_what_went_out_only_the_last_text_stays(book: BulletinBook) -> None:
    item = moved(book, moved(book, begun(book), MoveKind.MADE_READY), MoveKind.PLACED, into=str(KEY))
    item = moved(book, item, MoveKind.WENT_OUT)

    assert book.forget_before(AT + timedelta(seconds=1)) == 0
    assert book.item("one") == item
    assert [(move.kind, move.text) for move in book.history("one")] == [
        (kind, None) for kind in (MoveKind.SUBMITTED, MoveKind.MADE_READY, MoveKind.PLACED, MoveKind.WENT_OUT)
    ]
    begun(book)


@pytest.mark.parametrize("book", DATABASES, indirect=True)
def test_of_many_at_once_one_gets_through(book: BulletinBook) -> None:
    item = begun(book)
    start, told = Barrier(6), list[str]()

    def claim() -> None:
        start.wait()
        try:
            moved(book, item, MoveKind.CLAIMED)
            told.append("claimed")
        except BulletinError:
            told.append("meanwhile")

    threads = [Thread(target=claim) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["claimed", *["meanwhile"] * 5]
    assert len(book.history("one")) == 2
