"""Which states have the bulletin desk, its requests, its figures and the directory of schools?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from playwright.sync_api import expect

from app.bulletin.edit import claim, decline, edit, merge, send_back
from app.bulletin.publish import go_out, gone_out, publish
from app.bulletin.requests.decide_request import approve, ask
from app.bulletin.requests.decide_request import decline as decline_request
from app.bulletin_ports import DeliveryState
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import QUESTIONS as OF_REQUEST
from app.domain.bulk_request import Approval
from app.domain.for_whom import ForWhom
from app.domain.issue import QUESTIONS, Issue
from app.domain.posting import Outlet
from app.web.desk.placing import open_issue
from app.web.desk.room import DeskRoom, Gate, Gates, HowFar, Shown
from app.web.issue_mail import Look, issue_html
from tests.browser.everybody.scene import Place, Room, Scene, State, page_at
from tests.browser.everybody.serving import as_priya, desk_pages, pages, pages_of
from tests.desk_rooms import (
    EDITOR,
    OTHER,
    PRIMARY,
    SENDER,
    desk_room,
    later,
    leave_to_publish,
    made_ready,
    placed,
    put_in,
)
from tests.directory_rooms import directory_room
from tests.fakes import FakeClock
from tests.web.conftest import site_for
from tests.web.test_directory_pages import ADDRESSES, ROWS
from tests.web.test_figures_page import full as full_figures

NEWS = (
    "Census day is Thursday 21 January", "Bikeability places for spring", "SENCO forum moves online",
    "Moderation in Ashmere", "Choir day at the Corn Hall", "Options evenings", "Free meals: check who is eligible",
    "Flu vaccination dates", "Early years funding headcount", "Governor training in January", "Payroll closes early",
    "Asbestos survey returns", "Reading volunteers wanted", "Apprenticeship levy guide", "Snow closure line tested",
    "New attendance codes", "School meals menu", "Museum loans open", "Admissions round dates", "Year 6 transition day",
)  # fmt: skip
ITEM, ISSUE, REQUEST = "/desk/items/{number}", "/desk/issues/{key}", "/desk/requests/{number}"
GATES = Gates(
    (
        Gate(
            "A child’s name",
            "Take out the parts shown.",
            "Must go",
            "block",
            "004 §4",
            is_stop=True,
            parts=(
                Shown("body", "The rest", "Olivia-Wilhelmina Hartley-Featherstonehaugh"),
                Shown("contact", "Whom to ask", "Olivia"),
            ),
            more=2,
        ),
        Gate("Long sentence", "Cut it."),
    ),
    ("pictures",),
)
FAR = HowFar({DeliveryState.SENT: 150, DeliveryState.WAITING: 8}, "The carrier refuses our password.")


def open_now(room: DeskRoom) -> Issue:
    """The issue that is open."""
    issue = open_issue(room.desk)
    assert issue
    return issue


def full_room() -> tuple[DeskRoom, dict[str, str]]:
    """A desk on which everything has happened, and where each state is seen."""
    clock = FakeClock()
    room = desk_room(
        clock,
        gates=lambda item: GATES if item.text.headline == "Choir day" else Gates(),
        how_far=lambda key: FAR if key.number == 11 else HowFar(),
    )
    placed(room, NEWS[:4])
    publish(room.desk, open_now(room).key, open_now(room).version, dict.fromkeys(QUESTIONS, True), EDITOR)
    later(clock, days=4)
    gone = room.desk.book.issues()[0].key
    go_out(room.desk, gone)
    gone_out(room.desk, gone)
    new = put_in(room, "Choir day", body="Come along.\n\n- bring music", closes=date(2026, 11, 25))
    edit(room.desk, new.id, 1, replace(new.text, body="Do come along.\n\n- bring music"), OTHER)
    theirs, back = put_in(room, "Dance day"), put_in(room, "Drama day")
    claim(room.desk, theirs.id, OTHER)
    send_back(room.desk, back.id, 1, EDITOR, "Which drama?")
    music = made_ready(room, "Music day", for_whom=PRIMARY)
    evening, fair = put_in(room, "Music evening"), put_in(room, "Summer fair of a garden centre")
    merge(room.desk, evening.id, 1, music.id, EDITOR)
    decline(room.desk, fair.id, 1, OTHER, "We do not advertise for companies.")
    placed(room, NEWS[5:9], for_whom=PRIMARY)
    room = replace(room, alike=lambda item: (back,) if item.id == new.id else ())
    numbers = {"new": new.id, "theirs": theirs.id, "back": back.id, "declined": fair.id, "merged": evening.id}
    return room, numbers | {"gone": str(gone), "open": str(open_now(room).key)}


@contextmanager
def _desk() -> Iterator[Place]:
    room, where = full_room()
    with pages(desk_pages(room), room, **where) as place:
        yield place


def _save(scene: Scene) -> None:
    scene.page.get_by_role("button", name="Save", exact=False).last.click()


def _without_headline(scene: Scene) -> None:
    scene.open("/desk/items/{new}")
    scene.page.get_by_label("Headline").fill("")
    _save(scene)


def _held(scene: Scene) -> None:
    scene.open("/desk/issues/{open}")
    for box in scene.page.locator("input[name=answers]").all():
        box.check()
    scene.page.get_by_role("button", name="Publish").click()
    scene.page.get_by_role("button", name="Stop").wait_for()


def _item_of_a_held_issue(scene: Scene) -> None:
    scene.open(f"/desk/items/{scene.place.inside.desk.book.issues()[0].order[0]}")


def _somebody_was_quicker(headline: str, *, claims: bool = False) -> Callable[[Scene], None]:
    """Tom changes the item, while Priya writes; then she saves."""

    def reach(scene: Scene) -> None:
        page, desk = scene.page, scene.place.inside.desk
        scene.open("/desk/items/{new}")
        page.get_by_label("Headline").fill(headline)
        page.get_by_label("Whom to ask").fill(f"Priya, for {headline}, 01632 960600")
        now = desk.item(scene.place.where["new"])
        if claims:
            claim(desk, now.id, OTHER)
        else:
            other = replace(now.text, headline=f"{headline} of Tom"[:60], summary="Come along, all of you.")
            edit(desk, now.id, now.version, other, OTHER)
        _save(scene)
        expect(page.get_by_role("alert").first).to_be_visible()

    return reach


def _another_weekday(scene: Scene) -> None:
    scene.open("/policy/settings/calendar")
    scene.page.get_by_label("Goes out every").select_option("Thursday")
    scene.page.get_by_role("button", name="Look at what would change").last.click()


DESK = Room(
    "desk",
    "The bulletin desk",
    _desk,
    (
        page_at("inbox", "/desk", is_kept_narrow=True),
        page_at("items-that-left", "/desk/left", is_kept_narrow=True),
        page_at("a-declined-item", "/desk/items/{declined}", ITEM),
        page_at("a-merged-item", "/desk/items/{merged}", ITEM),
        page_at("issues", "/desk/issues"),
        page_at("an-issue-that-is-open", "/desk/issues/{open}", ISSUE, is_kept_narrow=True),
        page_at("an-issue-that-went-out", "/desk/issues/{gone}", ISSUE),
        page_at("a-new-item", "/desk/items/{new}", ITEM, is_kept_narrow=True),
        page_at("an-item-of-somebody-else", "/desk/items/{theirs}", ITEM),
        page_at("an-item-sent-back", "/desk/items/{back}", ITEM),
        State("an-item-with-a-fault", ITEM, _without_headline),
        State("an-issue-that-is-held", ISSUE, _held),
        State("an-item-of-a-held-issue", ITEM, _item_of_a_held_issue),
        State("both-changed-it", ITEM, _somebody_was_quicker("Choir week")),
        State("only-the-other-did", ITEM, _somebody_was_quicker("Choir day")),
        State("the-other-has-it-now", ITEM, _somebody_was_quicker("Choir term", claims=True)),
        page_at(
            "leave-to-publish",
            "/staff/postings/new?outlet=bulletin&back=/desk/issues/{open}",
            "/staff/postings/new",
        ),
        State("a-calendar-that-moves-an-issue", "/policy/settings/calendar", _another_weekday),
    ),
    as_priya,
)
NOTHING_YET = Room(
    "nothing-yet",
    "Rooms in which nothing has happened yet",
    pages_of(lambda: site_for(directory=directory_room(None))),
    (
        page_at("inbox", "/desk"),
        page_at("items-that-left", "/desk/left"),
        page_at("issue", "/desk/issues/2026-27-11", ISSUE),
        page_at("requests", "/desk/requests"),
        page_at("figures", "/desk/figures"),
        page_at("directory", "/desk/directory"),
        page_at("schools", "/desk/directory/schools"),
        page_at("clusters", "/desk/directory/clusters"),
        page_at("lists", "/desk/directory/lists"),
        page_at("import", "/desk/directory/import"),
        page_at("register", "/staff/register"),
        page_at("postings", "/staff/postings"),
        page_at("insight", "/policy/insight"),
        page_at("report", "/policy/report"),
        page_at("review-door", "/review/enter"),
        page_at("bulletin", "/bulletin"),
    ),
    as_priya,
)


def _mail(look: Look) -> Callable[[Scene], None]:
    def reach(scene: Scene) -> None:
        room = scene.place.inside
        scene.page.set_content(issue_html(room.laid_out(open_now(room)), look))

    return reach


MAIL = Room(
    "mail",
    "The issue as a mail",
    _desk,
    (State("light", "", _mail(Look.LIGHT)), State("dark", "", _mail(Look.DARK))),
    is_mail=True,
)

ASKED = Asked(
    RequestKind.URGENT, "School census: send your return", "It closes soon.\n\nSend your return.",
    ForWhom(clusters=frozenset({"Ashmere"})), "", "School census", date(2026, 11, 19),
)  # fmt: skip


def may_mail(room: DeskRoom) -> DeskRoom:
    """Priya may write to the mailing list too."""
    entry = leave_to_publish()
    room.desk.postings.add(replace(entry, permission=replace(entry.permission, outlet=Outlet.MAILING_LIST)))
    return room


@contextmanager
def _requests() -> Iterator[Place]:
    room = may_mail(desk_room())
    one = ask(room.desk, "a key that is long enough", ASKED, SENDER, {})
    gone = ask(room.desk, "another key that is long", replace(ASKED, subject="Old news"), SENDER, {})
    decline_request(room.desk, gone.id, gone.version, EDITOR, "It was said before.")
    held = ask(room.desk, "a third key that is long", replace(ASKED, subject="Held"), SENDER, {})
    yes = Approval(ASKED.for_whom, dict.fromkeys(OF_REQUEST, True))
    approve(room.desk, held.id, held.version, EDITOR, yes)
    with pages(desk_pages(room), room, new=one.id, gone=gone.id, held=held.id) as place:
        yield place


def _pressed(path: str, button: str, role: str, says: str) -> Callable[[Scene], None]:
    """With the keyboard alone."""

    def reach(scene: Scene) -> None:
        scene.open(path)
        scene.page.get_by_role("button", name=button).focus()
        scene.page.keyboard.press("Enter")
        expect(scene.page.get_by_role(role).first).to_contain_text(says)  # type: ignore[arg-type]  # status or alert

    return reach


REQUESTS = Room(
    "requests",
    "Requests for mail",
    _requests,
    (
        page_at("all", "/desk/requests"),
        page_at("a-new-one", "/desk/requests/{new}", REQUEST, is_kept_narrow=True),
        page_at("declined", "/desk/requests/{gone}", REQUEST),
        page_at("held", "/desk/requests/{held}", REQUEST),
        State("without-a-reason", REQUEST, _pressed("/desk/requests/{new}", "Decline", "alert", "Say why")),
        State("stopped", REQUEST, _pressed("/desk/requests/{held}", "Stop", "status", "Stopped. Nothing went out")),
    ),
    as_priya,
)  # fmt: skip
FIGURES = Room(
    "figures",
    "Figures",
    pages_of(lambda: full_figures(site_for())),
    (page_at("all", "/desk/figures", is_kept_narrow=True),),
    as_priya,
)


def _looked(scene: Scene) -> None:
    """An import is looked at, before it is made."""
    from tests.directory.registers import files  # noqa: PLC0415 - only where files are wanted

    given = files(*ROWS, addresses=ADDRESSES)
    assert given.emails
    scene.open("/desk/directory/import")
    for name, file in (("register", given.register), ("emails", given.emails)):
        sent = {"name": file.name, "mimeType": "text/csv", "buffer": file.content}
        scene.page.set_input_files(f"input[name={name}]", sent)  # type: ignore[arg-type]  # a file as it takes it
    scene.page.get_by_role("button", name="Look").first.click()
    scene.page.get_by_role("heading", level=1).wait_for()


DIRECTORY = Room(
    "directory",
    "The directory of schools",
    pages_of(site_for),
    (
        page_at("overview", "/desk/directory"),
        page_at("lookups", "/desk/directory/lookups"),
        page_at("schools", "/desk/directory/schools"),
        page_at("a-school", "/desk/directory/schools/100001", "/desk/directory/schools/{urn}"),
        page_at("clusters", "/desk/directory/clusters"),
        page_at("change-a-cluster", "/desk/directory/clusters/change?cluster=Coast", "/desk/directory/clusters/change"),
        page_at("lists", "/desk/directory/lists"),
        page_at("a-new-list", "/desk/directory/lists/new"),
        page_at("import", "/desk/directory/import"),
        State("an-import-looked-at", "/desk/directory/import", _looked),
    ),
    as_priya,
)  # fmt: skip
ROOMS = (DESK, NOTHING_YET, MAIL, REQUESTS, FIGURES, DIRECTORY)
