"""Where is the impact-assessment pack read, printed and taken as text?"""

from fastapi import APIRouter, Request, Response

from app.domain.calendar import in_london
from app.staff.impact.as_text import as_text
from app.staff.impact.pack import impact_pack
from app.web.pages import download
from app.web.people import Administrator
from app.web.staff.rooms import staff_page
from app.web.state import Site

router = APIRouter(include_in_schema=False)
TITLE = "Data protection impact assessment: Sendwell"


@router.get("/staff/impact")
def impact(request: Request, site: Site, _person: Administrator) -> Response:
    """As a page that prints."""
    sections = impact_pack(site.staff.here_now(), in_london(site.clock.now()))
    return staff_page(request, "impact.html", title=TITLE, sections=sections)


@router.get("/staff/impact/text")
def as_words(site: Site, _person: Administrator) -> Response:
    """As plain text."""
    sections = impact_pack(site.staff.here_now(), in_london(site.clock.now()))
    return download(as_text(TITLE, sections), "impact-assessment.txt", "text/plain")
