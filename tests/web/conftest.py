"""The pages on fakes, opened by somebody at this machine."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.api.headers import SecurityHeaders
from app.api.problems import add_problem_handlers
from app.domain.caller import Caller
from app.policy.pack import Pack
from app.policy.policy import Policy
from app.policy.remark import Remark, RemarkKind
from app.policy_owner.change_policy import PolicyDesk, Signed
from app.policy_owner.example_drafts import ExampleDirectory
from app.ports import PackStore
from app.settings import load_settings
from app.shipped_lists import shipped_documents
from app.web.figures.room import FiguresRoom
from app.web.owner.room import LintDesk, PolicyRoom, parsed
from app.web.review.room import ReviewRoom
from app.web.sign_in.door import Door
from app.web.site import add_site
from app.web.state import WebState
from tests.archive_rooms import archive_room
from tests.desk_rooms import desk_room
from tests.directory_rooms import directory_room
from tests.fakes import FakeClock, FakePackStore, FakeRecords
from tests.figure_fakes import FakeSchoolMails, FakeSentDrafts
from tests.insight_fakes import insight_room
from tests.review_rooms import OMAR, review_desk
from tests.road import PROJECT, pack, pack_text, surroundings
from tests.sign_in_fakes import FakeSessions
from tests.staff_rooms import staff_room

HOME = "http://127.0.0.1:8800"
PRIYA = Caller("Priya Shah", "p.shah@wealdshire.example")
TOM_SIGNS = Signed("Tom Aldous", "somebody else's reason")
TOM = Caller("Tom Aldous", "t.aldous@wealdshire.example")


@dataclass
class Browser:
    """What a browser does at the pages: keeps cookies, sends the token of the page, follows."""

    client: TestClient
    headers: dict[str, str] = field(default_factory=lambda: {"Sec-Fetch-Site": "same-origin"})

    def open(self, path: str) -> Any:
        return self.client.get(path)

    def send(self, path: str, fields: Mapping[str, object], on: str = "/who", **more: Any) -> Any:
        """Fill in a form that stands on the page `on`."""
        token = re.search(r'name="form_token" value="(\w+)"', self.open(on).text)
        assert token
        sent: Any = {"form_token": token[1], **fields}
        return self.client.post(path, data=sent, headers=self.headers, **more)

    def come_in_as(self, name: str, address: str, *roles: str) -> "Browser":
        """Somebody with these roles alone."""
        who = {"chosen": "", "name": name, "address": address, "roles": list(roles), "then": "/who"}
        assert self.send("/who", who).status_code == 200
        return self

    def come_in(self, person: Caller = PRIYA) -> "Browser":
        assert self.send("/who", {"chosen": person.address, "then": "/who"}).status_code == 200
        return self


def policy_room(
    packs: Sequence[str] = ("kent-schools", "trust"), store: PackStore | None = None
) -> PolicyRoom:
    """The policy owner's room with real packs and documents, and fakes around them."""
    shipped = {name: pack_text(name) for name in packs}
    documents = shipped_documents(load_settings({}), PROJECT / "app/policy/packs")
    desk = PolicyDesk(shipped, store or FakePackStore(), FakeClock(), documents)
    folder = PROJECT / "app/policy/packs"
    sources = {file.name: file.read_text(encoding="utf-8") for file in (folder / "sources").glob("*.txt")}
    return PolicyRoom(
        desk=desk,
        live=lambda: Policy([parsed(text, name) for name, (text, _) in desk.texts().items()], "test"),
        sources=sources,
        clauses={name: (folder / "clauses" / f"{name}.yaml").read_text(encoding="utf-8") for name in packs},
        lint=LintDesk(_lint),
        around=replace(surroundings(), directory=ExampleDirectory()),
        records=FakeRecords(),
        let_be=lambda *asked: asked,
    )


def _lint(packs: Sequence[Pack], _today: date) -> tuple[Remark, ...]:
    """Quick, and says one thing about each pack that has no owner."""
    return tuple(
        Remark(RemarkKind.NO_OWNER, pack.id, "", 1, f"Say who looks after {pack.title}.")
        for pack in packs
        if not pack.owner
    )


def site_for(**different: object) -> WebState:
    """The pages' state on fakes."""
    known: dict[str, object] = {
        "clock": FakeClock(),
        "version": "0.0.0",
        "door": Door(FakeSessions(rest=timedelta(hours=12))),
        "signing_key": b"k" * 32,
        "policy": policy_room(),
        "staff": staff_room(),
        "desk": desk_room(),
        "directory": directory_room(),
        "archive": archive_room(desk_room()),
        "figures": FiguresRoom(FakeSentDrafts(), FakeSchoolMails(), lambda: 160, 180, 365),
        "insight": insight_room(),
        "review": ReviewRoom(
            review_desk(), lambda: Policy([pack("dale-stonehill"), pack("trust")], "test"), (OMAR,)
        ),
        "own_domains": ("wealdshire.example",),
        "cast": (PRIYA, TOM),
    }
    return WebState(**known | different)  # type: ignore[arg-type]  # a test names fields as it needs


def app_for(site: WebState) -> FastAPI:
    """Only the pages, put together as the service does."""
    app = FastAPI(openapi_url=None)
    add_problem_handlers(app)
    add_site(app, site)
    app.add_middleware(SecurityHeaders, frame_ancestors=("https://outlook.office.com",))
    return app


def browser_at(app: FastAPI, base_url: str = HOME, client: tuple[str, int] = ("127.0.0.1", 50000)) -> Browser:
    """A browser at this machine, unless said otherwise."""
    return Browser(TestClient(app, base_url, client=client, raise_server_exceptions=False))


@pytest.fixture
def site() -> WebState:
    return site_for()


@pytest.fixture
def stranger(site: WebState) -> Browser:
    """At this machine, and has not said who they are."""
    return browser_at(app_for(site))


@pytest.fixture
def priya(stranger: Browser) -> Browser:
    """Has said who she is."""
    return stranger.come_in()
