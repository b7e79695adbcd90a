"""A bulletin desk for tests: Tuesday of a term week, with issue 12 on Friday and its cut-off on Wednesday noon."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, cast

from app.bulletin.build_issue import place
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import make_ready
from app.bulletin.requests import decide_request
from app.bulletin.submit import submit
from app.bulletin_ports import BulletinBook
from app.domain.bulk_request import QUESTIONS as OF_A_MAIL
from app.domain.bulk_request import Approval, BulkRequest
from app.domain.calendar import LONDON
from app.domain.issue import QUESTIONS
from app.domain.item import IssueKey, Item, Person
from app.domain.item_text import ItemText
from app.domain.posting import Outlet, Permission, PermissionEntry
from tests.bulletin_fakes import FakeBook
from tests.domain.test_calendar import CALENDAR
from tests.fakes import FakeClock
from tests.register_fakes import FakePostingStore

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=LONDON)
FRIDAY = date(2026, 11, 27)
KEY, NEXT = IssueKey(2026, 12), IssueKey(2026, 13)
ANN = Person("Ann Hall", "ann.hall@council.example")
EVE, TOM = Person("Eve Shah", "eve@council.example"), Person("Tom Ward", "tom@council.example")
TEXT = ItemText("Free music places", "Book by 4 December.", "Call us.", closes=date(2026, 12, 4))
YES: Mapping[str, bool] = dict.fromkeys(QUESTIONS, True)
YES_TO_MAIL: Mapping[str, bool] = dict.fromkeys(OF_A_MAIL, True)


def leave(person: Person, outlet: Outlet = Outlet.BULLETIN) -> PermissionEntry:
    permission = Permission(
        person.address, person.name, "Council", outlet, "The e-bulletin", "editor", "issues", "news for schools",
        "Head of Communications", date(2026, 9, 1), date(2027, 7, 31),
    )  # fmt: skip
    return PermissionEntry(0, "", permission, TUESDAY, "head@council.example", "New term")


def a_desk(at: datetime = TUESDAY) -> BulletinDesk:
    """Where Eve may publish the bulletin and approve mail to lists; nobody else may."""
    postings = FakePostingStore()
    for outlet in (Outlet.BULLETIN, Outlet.MAILING_LIST):
        postings.add(leave(EVE, outlet))
    return BulletinDesk(FakeBook(), postings, lambda: CALENDAR, FakeClock(at))


def at(desk: BulletinDesk, moment: datetime) -> BulletinDesk:
    """The same desk at another time."""
    return replace(desk, clock=FakeClock(moment))


def later(desk: BulletinDesk, **by: float) -> BulletinDesk:
    return at(desk, desk.clock.now() + timedelta(**by))


def new(desk: BulletinDesk, name: str = "one", text: ItemText = TEXT, sender: Person = ANN) -> Item:
    return submit(desk, f"{name}-{'key' * 6}", text, sender)


def ready(desk: BulletinDesk, name: str = "one", text: ItemText = TEXT) -> Item:
    item = new(desk, name, text)
    return make_ready(desk, item.id, item.version, EVE)


def placed(desk: BulletinDesk, name: str = "one", key: IssueKey = KEY) -> Item:
    item = ready(desk, name)
    place(desk, key, item.id, EVE)
    return desk.item(item.id)


def approve(desk: BulletinDesk, request: BulkRequest, by: Person = EVE) -> BulkRequest:
    """Approved as it was asked for, on the version that `request` shows."""
    said = Approval(request.asked.for_whom, YES_TO_MAIL)
    return decide_request.approve(desk, request.id, request.version, by, said)


def meanwhile(desk: BulletinDesk, does: Callable[[], object]) -> BulletinDesk:
    """The same desk, at which somebody else does something just before the next change is kept."""
    return replace(desk, book=cast("BulletinBook", _Meanwhile(desk.book, does)))


class _Meanwhile:
    def __init__(self, book: BulletinBook, does: Callable[[], object]) -> None:
        self._book, self._does = book, does

    def __getattr__(self, name: str) -> Any:
        if name.startswith("keep"):
            does, self._does = self._does, lambda: None
            does()
        return getattr(self._book, name)
