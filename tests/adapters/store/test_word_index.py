"""The fake, SQLite and PostgreSQL find the same items, in the same order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest

from app.adapters.store.bulletin import SqlBook
from app.adapters.store.word_index import SqlWordIndex
from app.bulletin.searching.asked import understood
from app.bulletin.searching.search import bring_up_to_date
from app.bulletin_ports import BulletinBook
from app.domain.item import IssueKey, Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import ItemText
from app.website_ports import WordIndex
from tests.bulletin_fakes import FakeBook
from tests.conftest import DATABASES, opened
from tests.fakes import MONDAY_MORNING
from tests.website_fakes import FakeDocuments, FakeWordIndex

ANN = Person("Ann Hall", "ann@council.example")


class Kept(NamedTuple):
    book: BulletinBook
    words: WordIndex

    def holds(self, number: str, headline: str, body: str = "", issue: int = 1) -> None:
        """An item that went out."""
        item = Item(number, ItemText(headline, "What to do.", body), ANN, MONDAY_MORNING)
        self.book.begin(item, Move(MoveKind.SUBMITTED, MONDAY_MORNING, ANN, text=item.text))
        self.change(replace(item, state=ItemState.OUT, issue=IssueKey(2026, issue)))

    def change(self, item: Item) -> None:
        self.book.keep(replace(item, version=item.version + 1), Move(MoveKind.WENT_OUT, MONDAY_MORNING, ANN))

    def find(self, typed: str, most: int = 10, skip: int = 0) -> Sequence[str]:
        bring_up_to_date(self.words, FakeDocuments())
        return list(self.words.find(understood(typed).phrases, most, skip))

    def count(self, typed: str) -> int:
        bring_up_to_date(self.words, FakeDocuments())
        return self.words.count(understood(typed).phrases)


@pytest.fixture(params=["fake", *DATABASES])
def kept(request: pytest.FixtureRequest) -> Iterator[Kept]:
    if request.param == "fake":
        book = FakeBook()
        yield Kept(book, FakeWordIndex(book))
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield Kept(SqlBook(engine), SqlWordIndex(engine))


def test_the_headline_comes_first_and_then_the_newest(kept: Kept) -> None:
    kept.holds("old", "Census day", issue=3)
    kept.holds("told", "Your data", "The census is on Thursday.", issue=9)
    kept.holds("new", "Censuses again", issue=4)
    kept.holds("other", "Free music places", issue=5)

    assert kept.find("census") == ["new", "old", "told"]
    assert kept.find("census", 1, 1) == ["old"]
    assert kept.count("census") == 3


def test_all_words_must_be_there_and_phrases_stand_together(kept: Kept) -> None:
    kept.holds("meals", "Free school meals", "Send the form by Friday.")
    kept.holds("free", "Free places", "Meals at school cost the same.")

    assert kept.find("school meals free") == ["meals", "free"]
    assert kept.find('"school meals"') == ["meals"]
    assert kept.find("meals form") == ["meals"]
    assert kept.find('"meals what"') == []
    assert kept.find("census") == []


@pytest.mark.parametrize("typed", ["café", "CAFE", "школа", "2026-27", "1e5", "u0430", "don't", "c++", "½"])
def test_odd_words_are_found(kept: Kept, typed: str) -> None:
    kept.holds("odd", "Café, школа", "In 2026-27 we don't use C++, 1e5, u0430 or ½.")
    kept.holds("other", "Cafeteria", "1 e 5, 2027-26, school")

    assert kept.find(typed) == ["odd"]


@pytest.mark.parametrize(
    "typed", ['"', "'", "a:b", "(", "NEAR/2", "^a", "-a", "a|b&!c", "\\", "x" * 5000, "'a' <-> "]
)
def test_nothing_that_is_typed_breaks_it(kept: Kept, typed: str) -> None:
    kept.holds("one", "Census day")

    if understood(typed).phrases:
        assert kept.find(typed) == []


def test_only_what_is_out_is_found(kept: Kept) -> None:
    text = ItemText("Census day", "What to do.")
    kept.book.begin(
        Item("new", text, ANN, MONDAY_MORNING), Move(MoveKind.SUBMITTED, MONDAY_MORNING, ANN, text=text)
    )

    assert kept.find("census") == []


def test_an_item_that_was_changed_is_read_again(kept: Kept) -> None:
    kept.holds("one", "Census day")
    assert kept.find("census") == ["one"]
    item = kept.book.item("one")
    assert item
    kept.change(replace(item, text=replace(item.text, headline="Return day")))

    assert kept.find("census") == []
    assert kept.find("return") == ["one"]


def test_many_are_read_in_one_go(kept: Kept) -> None:
    for number in range(30):
        kept.holds(f"n{number:02}", "Census day", issue=number)

    assert kept.count("census") == 30
    assert kept.find("census", 3, 27) == ["n02", "n01", "n00"]
