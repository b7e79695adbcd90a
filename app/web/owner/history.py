"""Who changed what, when and why, and how is it taken back?"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.errors import PackError, PolicyChangeError
from app.policy.pack import Pack
from app.policy_owner.change_policy import undo_together
from app.policy_owner.differences import Difference, differences
from app.policy_owner.documents import Document
from app.ports import PackVersion
from app.web.forms import Form
from app.web.owner.numbers import by_name
from app.web.owner.room import PolicyRoom, parsed
from app.web.owner.rooms import policy_page, signed_by, status_of
from app.web.pages import RowNumber, download, go_to
from app.web.people import Administrator
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
LATEST = 200


@dataclass(frozen=True, slots=True)
class Change:
    """A version with what it changed; `can_be_undone` while it is in force."""

    version: PackVersion
    title: str
    href: str
    differences: Sequence[Difference]
    can_be_undone: bool


@router.get("/policy/history")
def history(request: Request, site: Site, _person: Administrator, pack: str = "") -> Response:
    """Every change, the newest first."""
    room = site.policy
    found = [v for v in room.desk.store.history(LATEST) if pack in {"", v.pack}]
    return policy_page(
        request,
        "history.html",
        changes=found,
        titles=room.titles(),
        in_force={version.number for version in room.desk.store.newest().values()},
        pack=pack if pack in room.desk.shipped or pack in room.desk.documents else "",
    )


@router.get("/policy/history/{number}")
def one_change(
    request: Request, site: Site, _person: Administrator, number: RowNumber, done: str = ""
) -> Response:
    """One change, field by field, with those made in the same step."""
    return _shown(request, site, number, "", {}, is_done=bool(done))


@router.get("/policy/history/{number}/download")
def as_it_was(site: Site, _person: Administrator, number: RowNumber) -> Response:
    """The policy as that change left it."""
    version = _version(site.policy, number)
    document = site.policy.desk.documents.get(version.pack)
    return download(version.text, f"{version.pack}-{number}.{document.suffix if document else 'yaml'}")


@router.post("/policy/history/{number}/undo")
def take_back(request: Request, site: Site, person: Administrator, number: RowNumber, form: Form) -> Response:
    """Put the text before a change in force again, for everything that was changed in the same step."""
    room, why = site.policy, form.text("why")
    together = _together(room, _version(room, number))
    try:
        saved = undo_together(room.desk, [v.number for v in together], signed_by(person, why))
    except PolicyChangeError as error:
        return _shown(request, site, number, why, {"why": str(error)})
    except PackError as error:
        return _shown(
            request, site, number, why, {"why": f"What was before cannot be read: {error.problem}."}
        )
    return go_to(f"/policy/history/{saved[-1].number}?done=yes")


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request, site: WebState, number: int, why: str, wrong: dict[str, str], *, is_done: bool = False
) -> Response:
    room = site.policy
    in_force = {version.number for version in room.desk.store.newest().values()}
    changes = [_change(room, version, in_force) for version in _together(room, _version(room, number))]
    return policy_page(
        request,
        "change.html",
        status_of(wrong),
        changes=changes,
        number=number,
        why=why,
        wrong=wrong,
        is_done=is_done,
    )


def _version(room: PolicyRoom, number: int) -> PackVersion:
    version = room.desk.store.version(number)
    desk = room.desk
    if version is None or not (version.pack in desk.shipped or version.pack in desk.documents):
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no change {number}.")
    return version


def _together(room: PolicyRoom, version: PackVersion) -> list[PackVersion]:
    """The versions saved in one step with this one, in the order of the packs."""
    step = (version.saved_at, version.saved_by, version.why)
    beside = [v for v in room.desk.store.history(LATEST) if (v.saved_at, v.saved_by, v.why) == step]
    return sorted({v.number: v for v in (version, *beside)}.values(), key=lambda v: v.number)


def _change(room: PolicyRoom, version: PackVersion, in_force: set[int]) -> Change:
    is_in_force = version.number in in_force
    document = room.desk.documents.get(version.pack)
    if document is not None:
        then = room.desk.store.version(version.follows)
        old = then.text if then else document.shipped
        href = f"/policy/settings/{document.id}"
        return Change(version, document.title, href, _told(document, old, version.text), is_in_force)
    before, after = _pack(room, version.pack, version.follows), _pack(room, version.pack, version.number)
    found = by_name(differences(before, after)) if before and after else ()
    title, href = after.title if after else version.pack, f"/policy/packs/{version.pack}"
    return Change(version, title, href, found, is_in_force)


def _told(document: Document, before: str, after: str) -> Sequence[Difference]:
    """What is different; nothing when a text cannot be read any more."""
    try:
        return document.differences(before, after)
    except (PackError, KeyError, TypeError, ValueError):
        return ()


def _pack(room: PolicyRoom, pack: str, number: int) -> Pack | None:
    """A version as a pack; None when it cannot be read any more."""
    version = room.desk.store.version(number)
    try:
        return parsed(version.text if version else room.desk.shipped[pack], pack)
    except PackError:
        return None
