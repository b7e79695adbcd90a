"""What does the directory hold, in numbers, and who had addresses opened?"""

from fastapi import APIRouter, Request, Response

from app.directory.standing import standing
from app.web.directory.rooms import directory_page
from app.web.people import Editor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
LOOKUPS_SHOWN = 200


@router.get("/desk/directory")
def overview(request: Request, site: Site, _person: Editor) -> Response:
    """The numbers, and the schools that nobody can write to."""
    room = site.directory
    return directory_page(
        request,
        "overview.html",
        held=standing(room.book.held()),
        stale=room.book.stale(),
        imported_at=room.store.summary().imported_at,
    )


@router.get("/desk/directory/lookups")
def lookups(request: Request, site: Site, _person: Editor) -> Response:
    """When addresses were opened, for whom and what for; never which."""
    return directory_page(request, "lookups.html", lookups=site.directory.book.lookups(LOOKUPS_SHOWN))
