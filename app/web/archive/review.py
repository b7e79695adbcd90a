"""What does an editor see of a document before it is out?"""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from app.bulletin.document_review import Opens, opens
from app.bulletin.printed.archive import large
from app.web.archive.documents import Number
from app.web.archive.reply import not_here
from app.web.desk.gates_shown import gates_of
from app.web.desk.rooms import desk_page
from app.web.people import Editor
from app.web.state import Site
from app.website_ports import Read, Scan

router = APIRouter(include_in_schema=False)
_BEGINNING = 3_000
_OPENS: Mapping[Opens, str] = {
    Opens.NOW: "Anybody can open it: something that went out tells of it.",
    Opens.SOON: "It is to be scanned for viruses. Until then schools cannot open it.",
    Opens.NOT: "Schools cannot open it yet. It opens when an item or a mail that tells of it goes out.",
}
_SCAN: Mapping[Scan, str] = {
    Scan.NONE: "Nobody looked: no virus scanner is set up here.",
    Scan.WAITING: "The virus scanner could not be asked. It is asked again every minute.",
    Scan.CLEAN: "The virus scanner found nothing.",
    Scan.INFECTED: "The virus scanner stopped it. The file was deleted.",
}
_READ: Mapping[Read, str] = {
    Read.NONE: "Its words could not be read, so the checks saw only its name. Please read it yourself.",
    Read.PART: "Only a part of its words was read. Please read the rest yourself.",
    Read.WHOLE: "All of its words were read.",
}


@router.get("/desk/documents/{number}")
def review(request: Request, site: Site, _person: Editor, number: Number) -> Response:
    """The facts, what the checks say, and how it begins."""
    room = site.archive
    facts = room.documents.facts(number)
    if facts is None:
        raise not_here()
    words, gates = room.documents.words(number), gates_of(room.said_of(facts))
    return desk_page(
        request,
        "archive/review.html",
        facts=facts,
        size=large(facts.size),
        opens=_OPENS[opens(room.documents, number, is_scanned=room.is_scanned)],
        scan=_SCAN[facts.scan],
        read=_READ[facts.read],
        is_there=facts.scan is not Scan.INFECTED,
        gates=gates.found,
        not_checked=gates.not_checked,
        beginning=words[:_BEGINNING],
        is_longer=len(words) > _BEGINNING,
    )
