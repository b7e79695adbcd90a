"""Who has signed, who has not, and whom should somebody remind?"""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.domain.address import normal_address
from app.domain.errors import SignatureError
from app.staff.sign_off import SignOffRow, newest_of, standing_of
from app.staff.sign_policy import withdraw
from app.web.forms import Form
from app.web.mailto import mailto
from app.web.pages import RowNumber, download, go_to
from app.web.people import Administrator
from app.web.spreadsheet import as_csv
from app.web.staff.rooms import WORDS, named, staff_page
from app.web.state import Site
from app.web.there import there

router = APIRouter(include_in_schema=False)
SHOWN = ("missing", "overdue", "new", "signed", "all")
ROWS_SHOWN, WITHDRAWN_SHOWN = 500, 50
_SUBJECT = "Please read and sign our e-mail policy"


@router.get("/staff/register")
def register(
    request: Request, site: Site, _person: Administrator, show: str = "missing", who: str = ""
) -> Response:
    """The register, by what somebody wants to see, and the answer about one address."""
    room = site.staff
    found, asked = room.register(), room.asked()
    shown = show if show in SHOWN else SHOWN[0]
    rows: Sequence[SignOffRow] = found.rows if shown == "all" else getattr(found, shown)
    address = normal_address(who)
    latest = newest_of(room.signing.signatures.of(address), asked.version).get(address) if address else None
    return staff_page(
        request,
        "register.html",
        found=found,
        rows=rows[:ROWS_SHOWN],
        more=max(0, len(rows) - ROWS_SHOWN),
        withdrawn=[s for s in room.signing.signatures.all() if not s.stands][:WITHDRAWN_SHOWN],
        show=shown,
        within=asked.within,
        since=asked.since,
        imported_at=room.staff.imported_at(),
        reminder=_reminder(request),
        mailto=_mailto,
        who=who,
        asked_about=address,
        latest=latest,
        standing=standing_of(latest, asked.version),
    )


@router.get("/staff/register/download")
def as_file(site: Site, _person: Administrator, show: str = "missing") -> Response:
    """The rows that are shown, as a file for a spreadsheet."""
    found = site.staff.register()
    shown = show if show in SHOWN else SHOWN[0]
    rows: Sequence[SignOffRow] = found.rows if shown == "all" else getattr(found, shown)
    return download(as_csv(_HEAD, map(_cells, rows)), f"signed-{shown}.csv", "text/csv")


@router.get("/staff/register/signature/{number}")
def signature(
    request: Request, site: Site, _person: Administrator, number: RowNumber, done: str = ""
) -> Response:
    """One signature, with the words of the cards as they were."""
    return _signature(request, site, number, {}, done)


@router.post("/staff/register/signature/{number}/withdraw")
def take_back(request: Request, site: Site, person: Administrator, number: RowNumber, form: Form) -> Response:
    """Mark a signature as given by mistake."""
    try:
        withdraw(site.staff.signing, number, named(person), form.text("why"))
    except SignatureError as error:
        return _signature(request, site, number, {"why": str(error)})
    return go_to(f"/staff/register/signature/{number}?done=yes")


def _signature(request: Request, site: Site, number: int, wrong: dict[str, str], done: str = "") -> Response:
    signatures = site.staff.signing.signatures
    wanted = next((s for s in signatures.all() if s.number == number), None)
    found = there(wanted, "There is no signature of that number.")
    return staff_page(
        request,
        "signature.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        signature=found,
        edition=signatures.past_edition(found.version.cards),
        wrong=wrong,
        done=done,
    )


def _reminder(request: Request) -> str:
    """The text to copy. It says that nobody's sending is stopped, because nobody's is."""
    page = f"{request.url.scheme}://{request.url.netloc}/staff/policy"
    return (
        "Hello,\n\nOur e-mail policy is now a few short cards. They take a few minutes. Please read them"
        f" and sign at the end:\n{page}\n\nYou can go on sending mail as always while you do.\n\nThank you"
    )


def _mailto(row: SignOffRow, reminder: str) -> str:
    words = reminder.replace("Hello,", f"Hello {row.member.name},", 1)
    return mailto(row.member.address, _SUBJECT, words)


_HEAD = ("name", "address", "kind", "team", "starts", "stands", "signed on", "should sign by", "overdue")


def _cells(row: SignOffRow) -> Sequence[str]:
    member, latest = row.member, row.latest
    return (
        member.name,
        member.address,
        WORDS[member.kind],
        member.team,
        f"{member.starts:%d/%m/%Y}" if member.starts else "",
        WORDS[row.standing],
        f"{latest.signed_at:%d/%m/%Y}" if latest else "",
        f"{row.due:%d/%m/%Y}",
        "yes" if row.is_overdue else "",
    )
