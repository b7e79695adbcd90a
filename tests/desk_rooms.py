"""The bulletin desk on fakes, with items as colleagues put them in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.bulletin.build_issue import place
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import make_ready
from app.bulletin.printed.said_for_whom import ListNames
from app.bulletin.submit import submit
from app.domain.for_whom import ForWhom
from app.domain.item import Item, Person
from app.domain.item_text import ItemText
from app.domain.posting import Outlet, Permission, PermissionEntry
from app.domain.school import Phase
from app.web.desk.placing import open_issue
from app.web.desk.room import Audiences, DeskRoom
from tests.bulletin_fakes import FakeBook
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.register_fakes import FakePostingStore
from tests.road import calendar

SENDER = Person("Sam Field", "s.field@wealdshire.example")
EDITOR = Person("Priya Shah", "p.shah@wealdshire.example")
OTHER = Person("Tom Aldous", "t.aldous@wealdshire.example")
PRIMARY = ForWhom(phases=frozenset({Phase.PRIMARY}))


def leave_to_publish(person: Person = EDITOR) -> PermissionEntry:
    """An entry of the register of posters."""
    leave = Permission(
        person.address, person.name, "Wealdshire", Outlet.BULLETIN, "the weekly e-bulletin", "as editor",
        "all", "school news", "Ann Hall", date(2026, 9, 1), date(2027, 7, 31),
    )  # fmt: skip
    return PermissionEntry(0, "", leave, MONDAY_MORNING, "Ann Hall", "New editor")


def desk_room(clock: FakeClock | None = None, **different: Any) -> DeskRoom:
    """An empty desk; Priya may publish."""
    postings = FakePostingStore()
    postings.add(leave_to_publish())
    desk = BulletinDesk(FakeBook(), postings, calendar, clock or FakeClock())
    known: dict[str, Any] = {
        "desk": desk,
        "count": lambda _for_whom: {"schools": 160, "addresses": 158, "unreachable": 2},
        "audiences": lambda: Audiences(("Academies",), ("Ashmere", "Dunwold"), ("Kestrel Trust",), ListNames({"l1": "Payroll"})),
        "editors": lambda: (EDITOR, OTHER),
    }  # fmt: skip
    return DeskRoom(**known | different)


def put_in(room: DeskRoom, headline: str = "Census day", **more: Any) -> Item:
    """A new item."""
    text = replace(ItemText(headline, f"What to do about {headline.lower()}."), **more)
    return submit(room.desk, f"a key that is long: {headline}", text, SENDER)


def made_ready(room: DeskRoom, headline: str = "Census day", **more: Any) -> Item:
    """An item that is ready."""
    item = put_in(room, headline, **more)
    return make_ready(room.desk, item.id, item.version, EDITOR)


def placed(room: DeskRoom, headlines: Sequence[str], **more: Any) -> list[Item]:
    """Items in the issue that is open."""
    issue = open_issue(room.desk)
    assert issue
    found = [made_ready(room, headline, **more) for headline in headlines]
    for item in found:
        place(room.desk, issue.key, item.id, EDITOR)
    return [room.desk.item(item.id) for item in found]


def later(clock: FakeClock, **delta: float) -> None:
    """Let time pass."""
    clock.at += timedelta(**delta)
