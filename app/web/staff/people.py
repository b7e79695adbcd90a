"""Where is the staff list looked at, and a new one put in force?

A file is looked at first: what it would change, and every row that cannot be read. Nothing is kept until
somebody has seen that and says so.
"""

import base64
import binascii
import zlib
from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.errors import ImportFileError
from app.reading.table_file import ImportFile
from app.staff.import_staff import StaffDifference, compare_staff, import_staff
from app.web.forms import UPLOAD_BYTES, Form, Posted
from app.web.pages import download, go_to
from app.web.people import Administrator
from app.web.staff.rooms import staff_page, status_of
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
REFUSED_MAX, ROWS_SHOWN = 50, 500
EXAMPLE = (
    "address,name,kind,starts,ends,team\r\n"
    "p.shah@council.example,Priya Shah,permanent,01/09/2021,,Admissions\r\n"
    "t.ward@council.example,Tom Ward,temporary,01/09/2026,18/12/2026,Admissions\r\n"
    "v.okoro@council.example,Vi Okoro,volunteer,14/09/2026,,Library\r\n"
    "d.reed@council.example,Dana Reed,governor,,,Governing board\r\n"
)


@router.get("/staff/list")
def people(request: Request, site: Site, _person: Administrator, done: str = "") -> Response:
    """Who is on the list now."""
    return _shown(request, site, done=done)


@router.get("/staff/list/example")
def example(_person: Administrator) -> Response:
    """A list to fill in."""
    return download(EXAMPLE, "staff-list-example.csv", "text/csv")


@router.post("/staff/list")
def take(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Look at a file, or put the one that was looked at in force."""
    room = site.staff
    file = _file(form)
    found: StaffDifference | None
    if file is None:
        return _shown(request, site, wrong={"file": "Choose a file first."})
    try:
        if form.has("save"):
            now, is_sure = room.clock.now(), form.has("sure")
            import_staff(room.staff, file, now, is_sure=is_sure, by=person.address)
            return go_to("/staff/list?done=yes")
        found = compare_staff(file, {m.address: m for m in room.here()}, room.today)
    except ImportFileError as error:
        found = _again(site, file) if form.has("save") else None
        wrong = {"sure" if found and found.loses_many and not form.has("sure") else "file": str(error)}
        return _shown(request, site, wrong=wrong, found=found, file=file)
    return _shown(request, site, found=found, file=file)


def _again(site: WebState, file: ImportFile) -> StaffDifference | None:
    try:
        return compare_staff(file, {m.address: m for m in site.staff.here()}, site.staff.today)
    except ImportFileError:
        return None


def _file(form: Posted) -> ImportFile | None:
    """The file that was chosen, or the one that was looked at before, as the page gave it back."""
    upload = form.files.get("file")
    if upload and upload.content:
        return ImportFile(upload.name or "the list", upload.content)
    try:
        packed = base64.b64decode(form.text("content"), validate=True)
        content = zlib.decompressobj().decompress(packed, UPLOAD_BYTES) if packed else b""
    except (binascii.Error, ValueError, zlib.error):
        return None
    return ImportFile(form.text("file_name") or "the list", content) if content else None


def _packed(file: ImportFile) -> str:
    """The file as a form can carry it."""
    return base64.b64encode(zlib.compress(file.content)).decode()


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request,
    site: WebState,
    *,
    wrong: dict[str, str] | None = None,
    found: StaffDifference | None = None,
    file: ImportFile | None = None,
    done: str = "",
) -> Response:
    room = site.staff
    members = room.here()
    values: dict[str, Any] = {
        "members": members[:ROWS_SHOWN],
        "many": len(members),
        "today": room.today,
        "imported_at": room.staff.imported_at(),
        "found": found,
        "refused": found.refused[:REFUSED_MAX] if found else (),
        "file_name": file.name if file else "",
        "content": _packed(file) if file and found and not found.refused else "",
    }
    return staff_page(request, "list.html", status_of(wrong or {}), wrong=wrong or {}, done=done, **values)
