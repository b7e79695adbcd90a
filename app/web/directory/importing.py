"""Where is a new register looked at, put in force, and taken back?

What an import would change is shown first. What was looked at is then what is imported: it waits, sealed, for
a day, and nothing has to be sent twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from app.directory.import_register import make_import
from app.directory.plan_import import DirectoryFiles, ImportPlan, plan_import
from app.domain.caller import Caller
from app.domain.errors import ImportFileError
from app.reading.table_file import ImportFile
from app.web.directory.rooms import HERE, directory_page
from app.web.forms import Form, Posted
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.staff.rooms import named, status_of
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
NAMES_SHOWN, REFUSED_SHOWN = 200, 50
PAGE = f"{HERE}/import"


@dataclass(frozen=True, slots=True)
class _Looked:
    """An import that was looked at, as the page shows it; `plan` is None when only its doubts are left."""

    number: str
    doubts: tuple[str, ...]
    plan: ImportPlan | None = None


@router.get("/desk/directory/import")
def first(request: Request, site: Site, _person: Administrator, done: str = "") -> Response:
    """The form, and the last import."""
    return _shown(request, site, {}, done=done)


@router.post("/desk/directory/import")
def take(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Look at files, put what was looked at in force, or take the last import back."""
    try:
        if form.has("undo"):
            return _take_back(request, site, person, form)
        if form.has("save"):
            return _save(request, site, form)
        looked = _look(site, person, form)
    except ImportFileError as error:
        return _shown(request, site, {"undo" if form.has("undo") else "register": str(error)})
    if looked is None:
        return _shown(request, site, {"register": "Choose the register first."})
    return _shown(request, site, {}, looked=looked)


def _look(site: WebState, person: Caller, form: Posted) -> _Looked | None:
    room, register = site.directory, _file(form, "register")
    if register is None:
        return None
    files = DirectoryFiles(
        register, _file(form, "emails"), _file(form, "clusters"), form.text("authority"), room.school_suffixes
    )
    plan = plan_import(room.store, files, now=room.clock.now(), by=named(person))
    return _Looked(room.shelf.lay(plan.contents), tuple(map(str, plan.doubts)), plan)


def _save(request: Request, site: WebState, form: Posted) -> Response:
    room, number = site.directory, form.text("waiting")
    contents = room.shelf.waiting(number, room.clock.now())
    if contents is None:
        raise ImportFileError("This import waited too long, or was made already. Choose the files again.")
    doubts = tuple(form.every("doubt"))
    if doubts and not form.has("sure"):
        wrong = {"sure": "Tick the box if this import is meant. Nothing was imported yet."}
        return _shown(request, site, wrong, looked=_Looked(number, doubts))
    room.shelf.clear(number)
    make_import(room.store, contents, room.lists)
    return go_to(f"{PAGE}?done=imported")


def _take_back(request: Request, site: WebState, person: Caller, form: Posted) -> Response:
    if not form.has("meant"):
        return _shown(request, site, {"meant": "Tick the box if the last import is to be taken back."})
    site.directory.store.undo(site.directory.clock.now(), named(person))
    return go_to(f"{PAGE}?done=undone")


def _file(form: Posted, name: str) -> ImportFile | None:
    upload = form.files.get(name)
    is_chosen = upload is not None and (upload.name or upload.content)
    return ImportFile(upload.name or name, upload.content) if upload and is_chosen else None


def _shown(
    request: Request,
    site: WebState,
    wrong: Mapping[str, str],
    *,
    looked: _Looked | None = None,
    done: str = "",
) -> Response:
    room = site.directory
    return directory_page(
        request,
        "import.html",
        status_of(wrong),
        wrong=wrong,
        looked=looked,
        found=looked.plan.difference if looked and looked.plan else None,
        last=room.store.last_import(room.clock.now()),
        imported_at=room.store.summary().imported_at,
        names_shown=NAMES_SHOWN,
        refused_shown=REFUSED_SHOWN,
        done=done,
    )
