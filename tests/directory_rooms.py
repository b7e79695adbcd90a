"""The room about the directory of schools on fakes, with a few schools of the sample authority."""

from dataclasses import replace

from app.directory.subscription_lists import SubscriptionDesk
from app.domain.school import Phase, School
from app.ports import DirectoryContents, DirectoryEntry
from app.web.directory.room import DirectoryRoom
from tests.directory_fakes import FakeAddressBook, FakeImportShelf, FakeSchoolBook, FakeSubscriptions
from tests.fakes import MONDAY_MORNING, FakeClock, FakeDirectoryStore

OAK = School("100001", "Oak", Phase.PRIMARY, "Weald", "jo@council.example", "Acorn", type="Academies")
ELM = School("100002", "Elm", Phase.PRIMARY, "Coast", "sam@council.example", "Acorn", type="Academies")
ASH = School("100003", "Ash", Phase.SECONDARY, "Coast", "sam@council.example")
YEW = School("100004", "Yew <b>", Phase.NURSERY)
ENTRIES = (
    DirectoryEntry("office@oak.weald.sch.uk", "100001", "office"),
    DirectoryEntry("senco@oak.weald.sch.uk", "100001", "senco"),
    DirectoryEntry("office@elm.weald.sch.uk", "100002", "office"),
    DirectoryEntry("head@ash.weald.sch.uk", "100003", "head"),
    DirectoryEntry("office@gone.weald.sch.uk", "000009", "office"),
)
CONTENTS = DirectoryContents(
    (OAK, ELM, ASH, YEW),
    frozenset({"000009"}),
    ENTRIES,
    MONDAY_MORNING,
    imported_by="Tom Aldous (t.aldous@wealdshire.example)",
)


def directory_room(contents: DirectoryContents | None = CONTENTS) -> DirectoryRoom:
    """With these schools; empty without."""
    clock, store = FakeClock(), FakeDirectoryStore()
    if contents:
        store.replace(contents)
    lists = SubscriptionDesk(FakeSubscriptions(), clock)
    found = contents or replace(CONTENTS, schools=(), entries=())
    return DirectoryRoom(
        clock=clock,
        store=store,
        book=FakeSchoolBook(store),
        lists=lists,
        shelf=FakeImportShelf(),
        addresses=FakeAddressBook(found.schools, found.entries),
    )
