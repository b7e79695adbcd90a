"""Where can anybody read the bulletin?

The issues by school year, each issue as it went out, each item at an address that stays, and a search.
"""

from fastapi import APIRouter, Request, Response

from app.bulletin.searching.search import search
from app.web.archive.feed import feed
from app.web.archive.reply import not_here, public, public_page
from app.web.people import Visitor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_PAGE_DIGITS = 4


@router.get("/bulletin")
def issues(request: Request, site: Site, _person: Visitor, year: str = "") -> Response:
    """The issues of a school year; of the newest one when none is named."""
    archive = site.archive.archive
    years = archive.years()
    named = next((one for one in years if str(one) == year), None)
    if year and named is None:
        raise not_here()
    shown = named or (years[0] if years else None)
    return public_page(
        request,
        site.archive,
        "archive/issues.html",
        years=[(one, school_year_in_words(one)) for one in years],
        shown=shown,
        year=school_year_in_words(shown) if shown else "",
        rows=archive.of_year(shown) if shown else (),
    )


@router.get("/bulletin/feed.atom")
def newest(request: Request, site: Site, _person: Visitor) -> Response:
    """What went out last, for feed readers."""
    return public(request, feed(site.archive), "application/atom+xml; charset=utf-8")


@router.get("/bulletin/search")
def found(request: Request, site: Site, _person: Visitor, q: str = "", page: str = "1") -> Response:
    """The items and issues that say what somebody looks for."""
    number = int(page) if page.isdecimal() and len(page) <= _PAGE_DIGITS else 1
    hits = search(site.archive.archive, site.archive.index, site.archive.documents, q, number)
    return public_page(request, site.archive, "archive/search.html", hits=hits)


@router.get("/bulletin/items/{number}")
def item(request: Request, site: Site, _person: Visitor, number: str) -> Response:
    """An item in full."""
    archive = site.archive.archive
    found = archive.item(number)
    if found is None:
        raise not_here()
    return public_page(
        request, site.archive, "archive/item.html", item=found, issue=archive.website.issue(found.issue.key)
    )


@router.get("/bulletin/{key}")
def issue(request: Request, site: Site, _person: Visitor, key: str) -> Response:
    """An issue as it went out."""
    found = site.archive.archive.issue(key)
    if found is None:
        raise not_here()
    return public_page(request, site.archive, "archive/issue.html", laid_out=found)


def school_year_in_words(year: int) -> str:
    """``2026–27``, as terms are told."""
    return f"{year}–{(year + 1) % 100:02}"
