import json
from datetime import timedelta

from app.domain.errors import StoreError
from app.domain.journal import Entry
from app.journal.tell_refusals import Refusals
from tests.fakes import FakeClock
from tests.journal_fakes import FakeJournal


def told(journal: FakeJournal) -> list[tuple[str, str, int]]:
    facts = [json.loads(kept.text or "")["facts"] for kept in journal.kept]
    return [(one["door"], one["reason"], one["times"]) for one in facts]


def test_the_first_is_told_at_once_and_those_after_it_with_the_next() -> None:
    journal, clock = FakeJournal(), FakeClock()
    refusals = Refusals(lambda: journal, clock)
    for _ in range(5):
        refusals.tell("token", "wrong audience")
    refusals.tell("page", "state")
    clock.at += timedelta(minutes=2)
    refusals.tell("token", "wrong audience")

    assert told(journal) == [
        ("token", "wrong-audience", 1),
        ("page", "state", 1),
        ("token", "wrong-audience", 5),
    ]


def test_nobody_can_fill_it_with_sorts_of_their_own() -> None:
    journal = FakeJournal()
    refusals = Refusals(lambda: journal, FakeClock())
    for number in range(500):
        refusals.tell("token", f"made up {number}")
    refusals.tell("token", "words of <somebody>")

    assert len(journal.kept) == 51


class BrokenJournal(FakeJournal):
    def tell(self, *entries: Entry) -> None:
        assert entries
        raise StoreError("The disk is full.")


def test_what_could_not_be_told_is_told_later() -> None:
    journal, clock, broken = FakeJournal(), FakeClock(), BrokenJournal()
    working: list[FakeJournal] = [broken]
    refusals = Refusals(lambda: working[-1], clock)
    refusals.tell("token", "expired")
    working.append(journal)
    clock.at += timedelta(minutes=2)
    refusals.tell("token", "expired")

    assert told(journal) == [("token", "expired", 2)]
