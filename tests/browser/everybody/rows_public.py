"""Which states have the pages that are open to anybody: the bulletin's website, coming in, and what goes wrong?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from app.bulletin.publish import go_out, publish
from app.domain.caller import Caller, Role
from app.domain.errors import ProviderError, StoreError
from app.domain.issue import QUESTIONS
from app.sign_in_ports import Asking, Begun
from app.web.desk.placing import open_issue
from app.web.people import COOKIE
from app.web.sign_in.door import Door
from app.web.state import WebState
from tests.archive_rooms import LeavingRoom, archive_room
from tests.browser.everybody.scene import Place, Room, Scene, State, page_at
from tests.browser.everybody.serving import as_priya, pages, pages_of
from tests.desk_rooms import EDITOR, PRIMARY, desk_room, placed
from tests.fakes import FakeClock
from tests.sign_in_fakes import FakeSessions, FakeSignIn
from tests.web.conftest import PRIYA, policy_room, site_for
from tests.web.test_problem_pages import BrokenStore

BODY = "Please bring:\n- a pen\n- paper\n\nThe hall is open from 8:30.\nParking is behind it."
LINK = "https://very-long-addresses.example/" + "and-on-" * 20


@contextmanager
def website() -> Iterator[Place]:
    """One issue is out; the day of one of its items is over."""
    clock = FakeClock()
    room = desk_room(clock)
    closing = date(2026, 11, 30)
    items = placed(room, ("Census day is near",), body=BODY, links=(LINK,), closes=closing)
    items += placed(
        room, ("Choir day at the Corn Hall",), for_whom=PRIMARY, contact="Music team, 01234 567890"
    )
    issue = open_issue(room.desk)
    assert issue
    held = publish(room.desk, issue.key, issue.version, dict.fromkeys(QUESTIONS, True), EDITOR)
    assert held.held_until
    clock.at = held.held_until
    go_out(room.desk, issue.key)
    clock.at = clock.at.replace(month=12, day=20)
    lists = LeavingRoom()
    site = replace(site_for(), clock=clock, desk=room, archive=archive_room(room, leave=lists.desk))
    where = {"issue": str(issue.key), "over": items[0].id, "item": items[1].id, "code": lists.code()}
    with pages(site, **where) as place:
        yield place


def _left(scene: Scene) -> None:
    scene.open("/leave/request-7/{code}")
    scene.page.get_by_role("button").first.press("Enter")
    scene.page.get_by_role("heading", level=1).wait_for()


FOUND, LEAVE = "/bulletin/search", "/leave/{number}/{code}"
WEBSITE = Room(
    "website",
    "The bulletin’s website",
    website,
    (
        page_at("issues", "/bulletin", is_kept_narrow=True),
        page_at("an-issue", "/bulletin/{issue}", "/bulletin/{key}", is_kept_narrow=True),
        page_at("an-item", "/bulletin/items/{item}", "/bulletin/items/{number}"),
        page_at("an-item-whose-day-is-over", "/bulletin/items/{over}", "/bulletin/items/{number}"),
        page_at("search", FOUND),
        page_at("found", f"{FOUND}?q=day"),
        page_at("nothing-found", f"{FOUND}?q=volcano"),
        page_at("leave-a-list", "/leave/request-7/{code}", LEAVE),
        State("a-list-was-left", LEAVE, _left),
    ),
)
COMING_IN = Room(
    "coming-in",
    "Coming in, at this machine alone",
    pages_of(site_for),
    (
        page_at("who-are-you", "/who"),
        State("own-account", "/account", as_priya),
    ),
)


class _Away(FakeSignIn):
    def begin(self, asking: Asking = Asking.USUAL) -> Begun:  # noqa: ARG002 - the port's signature
        raise ProviderError("Your organisation’s sign-in does not answer. Please try again in a few minutes.")


@contextmanager
def _with_provider() -> Iterator[Place]:
    """Its sign-in is away; somebody with a long name has come in before."""
    names = {Role.SENDER: "", Role.EDITOR: "Sendwell.Editor", Role.ADMINISTRATOR: "Sendwell.Administrator"}
    sessions = FakeSessions()
    somebody = Caller(
        "Persephone Featherstonehaugh-Cholmondeley",
        PRIYA.address,
        roles=frozenset({Role.SENDER, Role.EDITOR}),
    )
    token = sessions.start(somebody, FakeClock().now())
    door = Door(sessions, _Away(), "", names, "the ICT service desk (01234 567890)")
    with pages(site_for(door=door, archive=archive_room(desk_room())), token=token) as place:
        yield place


def _already_in(scene: Scene) -> None:
    url = scene.place.url.replace(
        "http:", "https:"
    )  # the cookie is for such places alone, and for this machine
    cookie = {"name": COOKIE, "value": scene.place.where["token"], "url": url, "secure": True}
    scene.page.context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie as it takes them
    scene.open("/account")
    scene.page.get_by_role("button", name="Sign out", exact=True).wait_for()


def _sign_in_while_away(scene: Scene) -> None:
    scene.open("/who?then=/desk")
    scene.page.get_by_role("button", name="Sign in", exact=True).click()
    scene.page.get_by_role("button", name="Try again").wait_for()


SIGN_IN = Room(
    "sign-in",
    "Coming in with the organisation’s own sign-in",
    _with_provider,
    (
        page_at("sign-in", "/who"),
        State("the-provider-is-away", "/who/sign-in", _sign_in_while_away),
        State("own-account", "/account", _already_in),
    ),
)


def _as_somebody_new(scene: Scene) -> None:
    """Who may only write."""
    scene.open("/who")
    page = scene.page
    page.get_by_label("First and last name").fill("Persephone Featherstonehaugh-Cholmondeley")
    page.get_by_label("Work e-mail address").fill("p.f@wealdshire.example")
    for box in page.locator("input[name=roles]").all():
        box.uncheck()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Not you?").wait_for()


def _as_priya_to_policy(scene: Scene) -> None:
    as_priya(scene)
    scene.open("/policy")


def _of_others(scene: Scene) -> None:
    _as_somebody_new(scene)
    scene.open("/policy")


def _broken() -> WebState:
    return site_for(policy=policy_room(store=BrokenStore(error=StoreError("The disk is full."))))


def _gone_wrong() -> WebState:
    return site_for(policy=policy_room(store=BrokenStore(error=RuntimeError("/secret/place"))))


def _open(path: str) -> Callable[[Scene], None]:
    return lambda scene: scene.open(path)


PROBLEMS = Room(
    "problems",
    "What cannot be shown",
    pages_of(_broken),
    (
        State("no-such-page-403", "", _of_others),
        State("no-such-page-404", "", _open("/nowhere")),
        State("the-database-is-away-503", "", _as_priya_to_policy),
    ),
)
BROKEN = Room(
    "broken",
    "Something went wrong at our end",
    pages_of(_gone_wrong),
    (State("our-fault-500", "", _open("/policy")),),
    as_priya,
)
ROOMS = (WEBSITE, COMING_IN, SIGN_IN, PROBLEMS, BROKEN)
