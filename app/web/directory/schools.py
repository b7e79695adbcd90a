"""Where is a school found, looked at and moved to another cluster or officer?"""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.directory.move_schools import change_cluster, move_back, move_school, school_held
from app.directory.standing import standing
from app.directory.subscription_lists import subscription_lists
from app.directory_ports import HeldSchool
from app.domain.errors import UpkeepError
from app.web.directory.rooms import HERE, directory_page
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Editor
from app.web.staff.rooms import named, status_of
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
SCHOOLS_SHOWN = 200
KINDS: Mapping[str, str] = {
    "all": "All",
    "unreachable": "Cannot be reached",
    "refused": "With an address that refused",
    "moved": "Moved by hand",
    "unclustered": "In no cluster",
}


@router.get("/desk/directory/schools")
def schools(request: Request, site: Site, _person: Editor, q: str = "", show: str = "all") -> Response:
    """Those that somebody looks for."""
    kind = show if show in KINDS else "all"
    wanted = " ".join(q.casefold().split())
    held = site.directory.book.held()
    found = [one for one in held if _is_of_kind(one, kind) and _is_called(one, wanted)]
    return directory_page(
        request,
        "schools.html",
        schools=found[:SCHOOLS_SHOWN],
        many=len(found),
        has_any=bool(held),
        q=q,
        show=kind,
        kinds=list(KINDS.items()),
    )


@router.get("/desk/directory/schools/{urn}")
def school(request: Request, site: Site, _person: Editor, urn: str, done: str = "") -> Response:
    """One school, its addresses in numbers, and the form to move it."""
    held = _held(site, urn)
    given = {"cluster": held.school.cluster, "officer": held.school.officer, "why": ""}
    return _shown(request, site, held, given, {}, done)


@router.post("/desk/directory/schools/{urn}")
def act(request: Request, site: Site, person: Editor, urn: str, form: Form) -> Response:
    """Move it, put it back where the cluster file has it, or try its addresses again."""
    held, desk = _held(site, urn), site.directory.upkeep
    given = {name: form.text(name) for name in ("cluster", "officer", "why")}
    page = f"{HERE}/schools/{urn}"
    try:
        if form.has("again"):
            site.directory.book.try_again(urn)
            return go_to(f"{page}?done=again")
        if form.has("back"):
            move_back(desk, urn, named(person))
            return go_to(f"{page}?done=back")
        move_school(desk, urn, (given["cluster"], given["officer"]), named(person), given["why"])
    except UpkeepError as error:
        return _shown(request, site, held, given, {error.field or "cluster": str(error)})
    return go_to(f"{page}?done=moved")


@router.get("/desk/directory/clusters")
def clusters(request: Request, site: Site, _person: Editor, done: str = "") -> Response:
    """Every cluster with its officer."""
    return directory_page(request, "clusters.html", held=standing(site.directory.book.held()), done=done)


@router.get("/desk/directory/clusters/change")
def cluster(request: Request, site: Site, _person: Editor, cluster: str = "") -> Response:
    """The form for one."""
    held = standing(site.directory.book.held())
    return _cluster(
        request, site, cluster, {"name": cluster, "officer": held.officers.get(cluster, ""), "why": ""}
    )


@router.post("/desk/directory/clusters/change")
def change(request: Request, site: Site, person: Editor, form: Form) -> Response:
    """Give a cluster another name or officer."""
    given = {name: form.text(name) for name in ("name", "officer", "why")}
    was = form.text("cluster")
    try:
        change_cluster(
            site.directory.upkeep, was, (given["name"], given["officer"]), named(person), given["why"]
        )
    except UpkeepError as error:
        return _cluster(request, site, was, given, {error.field or "name": str(error)})
    return go_to(f"{HERE}/clusters?done=changed")


def _held(site: WebState, urn: str) -> HeldSchool:
    try:
        return school_held(site.directory.book.held(), urn)
    except UpkeepError as error:
        raise HTTPException(HTTPStatus.NOT_FOUND, str(error)) from error


def _is_of_kind(one: HeldSchool, kind: str) -> bool:
    return {
        "all": True,
        "unreachable": not one.can_be_reached,
        "refused": bool(one.refused or one.gone),
        "moved": one.was_moved,
        "unclustered": not one.school.cluster,
    }[kind]


def _is_called(one: HeldSchool, wanted: str) -> bool:
    school = one.school
    return not wanted or wanted == school.urn or wanted in school.name.casefold()


def _shown(  # noqa: PLR0913, PLR0917 - what a page shows
    request: Request,
    site: WebState,
    held: HeldSchool,
    given: Mapping[str, str],
    wrong: Mapping[str, str],
    done: str = "",
) -> Response:
    room = site.directory
    every = room.book.held()
    on = [line for line in subscription_lists(room.lists) if held.school.urn in line.subscription.schools]
    return directory_page(
        request,
        "school.html",
        status_of(wrong),
        held=held,
        school=held.school,
        given=given,
        wrong=wrong,
        done=done,
        clusters=sorted({one.school.cluster for one in every if one.school.cluster}, key=str.casefold),
        placements=room.book.moves(held.school.urn),
        lists=on,
    )


def _cluster(
    request: Request,
    site: WebState,
    was: str,
    given: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
) -> Response:
    count = standing(site.directory.book.held()).clusters.get(was, 0)
    if not count:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such cluster any more.")
    return directory_page(
        request, "cluster.html", status_of(wrong or {}), was=was, count=count, given=given, wrong=wrong or {}
    )
