"""What does the running service hold for its routes?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, cast

from fastapi import Depends, Request

from app.api.metrics import Metrics
from app.bulletin.alike.duplicates import Alike
from app.bulletin.desk import BulletinDesk
from app.bulletin.from_draft.suggest import Suggestion
from app.bulletin.gates import Gated
from app.compose.check_draft import Road
from app.compose.checked import Checked
from app.compose.fix.change import Fix, Wanted
from app.domain.caller import Caller
from app.domain.draft import Draft
from app.domain.errors import ManifestError, SignInError
from app.domain.item import Person
from app.domain.item_text import ItemText
from app.manifest.made import Made
from app.ports import Choices, Clock
from app.website_ports import DocumentFacts


@dataclass(frozen=True, slots=True)
class Me:
    """Who is asking, how they stand with the policy, and how many rows are held about them."""

    name: str
    address: str
    standing: str
    signed_at: datetime | None
    held: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class BulletinDoor:
    """What routes do for the bulletin. `gates` and `alike` look at a text; `link` is the page of an item.

    `suggest` keeps nothing of the draft. The second part of `alike` is an item to leave out.
    """

    desk: BulletinDesk
    suggest: Callable[[Draft], Suggestion]
    gates: Callable[[ItemText, Person], Gated]
    alike: Callable[[ItemText, str], Sequence[Alike]]
    link: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PutDocument:
    """A document that was put on the website, what the checks say of it, and what nobody looked at."""

    facts: DocumentFacts
    link: str
    said: Gated
    not_checked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaneSignIn:
    """With whom the pane signs people in: as which client, and for which scope, in full."""

    authority: str
    client: str
    scope: str
    is_entra: bool


def nobody(_request: Request) -> Caller:
    """Before it is settled who may call."""
    raise SignInError("Nobody can sign in yet.")


def no_manifest(_said: str) -> Made:
    """Before it is settled where the add-in lives."""
    raise ManifestError("It is not settled yet where the add-in lives.")


@dataclass(frozen=True, slots=True)
class ServiceState:
    """Built once by wiring. `readiness` maps what is needed to a call that raises when it is not there.

    `people` lists the sample authority's addresses for the compose window; empty when not serving it.
    `caller` tells who is asking, `standing` how they stand, if they are known. `put_document` takes a name,
    the bytes, whose it is, and whether a mail links to it. `flag` leaves for review what a rule flagged at
    Send; whether it could.
    `fix` tells what a step of a card makes of a draft.
    `tell` adds to a draft what Exchange says of its recipients, for whoever calls with which token.
    `pane_sign_in` and a `ticket` are None where people pick who they are. `manifest` makes both manifests and
    `addin_address` is the address in them; both are told at which address they were asked. `earlier_builds`
    hold parts of pages that Outlook may still have.
    `closed_at_send` is what waits at Send while the service cannot be asked.
    """

    road: Road
    clock: Clock
    choices: Choices
    bulletin: BulletinDoor
    put_document: Callable[[str, bytes, str, bool], PutDocument]
    fix: Callable[[Draft, Wanted], Fix]
    version: str
    readiness: Mapping[str, Callable[[], object]]
    ui_folder: Path
    icons_folder: Path
    people: tuple[Mapping[str, str], ...] = ()
    metrics: Metrics = field(default_factory=Metrics)
    caller: Callable[[Request], Caller] = nobody
    tell: Callable[[Draft, Caller, str], Draft] = lambda draft, _caller, _token: draft
    flag: Callable[[Checked, Caller], bool] = lambda _checked, _caller: True
    standing: Callable[[Caller], Me | None] = lambda _caller: None
    pane_sign_in: PaneSignIn | None = None
    ticket: Callable[[Caller], tuple[str, datetime] | None] = lambda _caller: None
    manifest: Callable[[str], Made] = no_manifest
    addin_address: Callable[[str], str] = lambda _said: ""
    earlier_builds: tuple[Path, ...] = ()
    closed_at_send: tuple[str, ...] = ()


async def _state(request: Request) -> ServiceState:
    return service_of(request)


def service_of(request: Request) -> ServiceState:
    """What the routes of this application have."""
    return cast("ServiceState", request.app.state.service)


State = Annotated[ServiceState, Depends(_state)]
