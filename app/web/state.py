"""What does the running service hold for its pages?"""

from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import Depends, Request

from app.domain.caller import Caller
from app.ports import Clock
from app.web.archive.room import ArchiveRoom
from app.web.desk.room import DeskRoom
from app.web.directory.room import DirectoryRoom
from app.web.figures.room import FiguresRoom
from app.web.insight.room import InsightRoom
from app.web.owner.room import PolicyRoom
from app.web.requests.room import RequestsRoom
from app.web.review.room import ReviewRoom
from app.web.sign_in.door import Door
from app.web.staff.room import StaffRoom


@dataclass(frozen=True, slots=True)
class WebState:
    """Built once by wiring, one field a room.

    `door` lets people in. `signing_key` signs what a browser hands back. `cast` are people to pick from, when
    the sample authority is served.
    """

    clock: Clock
    version: str
    door: Door
    signing_key: bytes = field(repr=False)
    policy: PolicyRoom
    staff: StaffRoom
    desk: DeskRoom
    directory: DirectoryRoom
    archive: ArchiveRoom
    figures: FiguresRoom
    insight: InsightRoom
    review: ReviewRoom
    requests: RequestsRoom = field(default_factory=RequestsRoom)
    own_domains: tuple[str, ...] = ()
    cast: tuple[Caller, ...] = ()


async def _site(request: Request) -> WebState:
    return site_of(request)


def site_of(request: Request) -> WebState:
    """What the pages of this application have."""
    return cast("WebState", request.app.state.web)


Site = Annotated[WebState, Depends(_site)]
