"""Documents are kept whole, once, and as long as they are to be."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.adapters.files.document_shelf import FileShelf
from app.adapters.store.bulletin import SqlBook
from app.adapters.store.documents import SqlDocuments
from app.domain.errors import StoreError
from app.domain.item import Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import ItemText
from app.website_ports import DocumentFacts, Read, Scan
from tests.fakes import MONDAY_MORNING, FakeClock

CONTENT = b"%PDF-1.7 a form"
NUMBER = hashlib.sha256(CONTENT).hexdigest()
FACTS = DocumentFacts(
    NUMBER, "Form.pdf", "application/pdf", len(CONTENT), MONDAY_MORNING, "ann@council.example",
    MONDAY_MORNING + timedelta(days=400),
)  # fmt: skip


ANN = Person("Ann Hall", "ann@council.example")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def kept(engine: Engine, tmp_path: Path, clock: FakeClock) -> SqlDocuments:
    return SqlDocuments(engine, FileShelf(tmp_path / "documents"), clock)


def test_a_document_is_read_back_to_the_byte(kept: SqlDocuments) -> None:
    assert kept.add(replace(FACTS, id="", size=0), CONTENT) == FACTS
    assert (kept.facts(NUMBER), kept.content(NUMBER)) == (FACTS, CONTENT)
    assert kept.facts("../../etc/passwd") is None
    assert kept.content("../../etc/passwd") is None


@pytest.mark.parametrize("number", ["\0", f"{NUMBER}\0", "", "%", "\ud800", "'"])
def test_what_cannot_be_a_number_is_not_there(kept: SqlDocuments, number: str) -> None:
    """PostgreSQL takes neither NUL nor half a character, and answered with an error of ours."""
    kept.add(FACTS, CONTENT)

    assert kept.facts(number) is None
    assert kept.content(number) is None


def test_the_same_file_is_kept_once_and_until_the_later_end(kept: SqlDocuments, tmp_path: Path) -> None:
    kept.add(FACTS, CONTENT)
    longer = replace(FACTS, name="other.pdf", expires_at=FACTS.expires_at + timedelta(days=1))
    shorter = replace(FACTS, expires_at=FACTS.expires_at - timedelta(days=1))

    assert kept.add(longer, CONTENT) == replace(FACTS, expires_at=longer.expires_at)
    assert kept.add(shorter, CONTENT) == replace(FACTS, expires_at=longer.expires_at)
    assert len(kept.all()) == 1
    assert [p.name for p in (tmp_path / "documents").rglob("*") if p.is_file()] == [NUMBER]


def test_a_damaged_file_is_not_given_out_and_can_be_put_there_again(
    kept: SqlDocuments, tmp_path: Path
) -> None:
    kept.add(FACTS, CONTENT)
    next((tmp_path / "documents").rglob(NUMBER)).write_bytes(b"%PDF-1.7 b form")

    assert kept.content(NUMBER) is None
    kept.add(FACTS, CONTENT)
    assert kept.content(NUMBER) == CONTENT


def test_a_document_goes_when_its_time_is_over(kept: SqlDocuments, clock: FakeClock, tmp_path: Path) -> None:
    kept.add(FACTS, CONTENT)
    stays = kept.add(replace(FACTS, expires_at=FACTS.expires_at + timedelta(days=9)), b"%PDF-1.7 more")
    clock.at = FACTS.expires_at

    assert kept.facts(NUMBER) is None
    assert kept.content(NUMBER) is None
    assert kept.forget_before(clock.at) == 0
    assert kept.forget_before(clock.at + timedelta(seconds=1)) == 1
    assert kept.all() == (stays,)
    assert [p.name for p in (tmp_path / "documents").rglob("*") if p.is_file()] == [stays.id]


def test_a_shelf_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("a file where a folder should be")

    with pytest.raises(StoreError, match="could not be kept"):
        FileShelf(tmp_path / "documents").put(CONTENT)


def test_what_was_read_and_scanned_last_counts(kept: SqlDocuments) -> None:
    kept.add(FACTS, CONTENT)
    again = replace(FACTS, scan=Scan.CLEAN, read=Read.PART)

    assert kept.words(NUMBER) == ""
    assert kept.add(again, CONTENT, "a form\0") == again
    assert (kept.facts(NUMBER), kept.words(NUMBER)) == (again, "a form ")


def test_an_infected_file_is_deleted_and_its_facts_stay(kept: SqlDocuments, tmp_path: Path) -> None:
    kept.add(FACTS, CONTENT)
    kept.scanned(NUMBER, Scan.INFECTED)

    assert kept.facts(NUMBER) == replace(FACTS, scan=Scan.INFECTED)
    assert kept.content(NUMBER) is None
    assert [p for p in (tmp_path / "documents").rglob("*") if p.is_file()] == []


def test_it_is_out_with_the_item_that_tells_of_it(kept: SqlDocuments, engine: Engine) -> None:
    book = SqlBook(engine)
    kept.add(FACTS, CONTENT)
    text = ItemText("Census day", "What to do.", f"Not {NUMBER}", documents=(NUMBER,))
    item = Item("one", text, ANN, MONDAY_MORNING)
    book.begin(item, Move(MoveKind.SUBMITTED, MONDAY_MORNING, ANN, text=text))
    assert not kept.is_out(NUMBER)
    book.keep(replace(item, state=ItemState.OUT, version=2), Move(MoveKind.WENT_OUT, MONDAY_MORNING, ANN))

    assert not kept.is_out("0" * 64)
    assert kept.is_out(NUMBER)
    assert kept.is_out(NUMBER)
