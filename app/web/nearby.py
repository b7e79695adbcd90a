"""Does this request come from where it must?

Where people pick who they are, a page that needs a person is served only at this very machine. The Host must
name it, so that no other website can point its own name at us, and nothing may have handed the request on.
What changes something must come from our own pages, wherever they are.
"""

from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from fastapi import HTTPException, Request

from app.web.state import site_of

WITH_SIGN_IN = (
    "This page opens when sign-in is set up. Until then it is served only on the computer that Sendwell "
    "runs on, and only while it listens on that computer alone."
)
FROM_ELSEWHERE = (
    "This form was not sent from a page of Sendwell, so nothing was changed. Open the page and send it there."
)
_HANDED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def require_nearby(request: Request) -> None:
    """Refuse whoever is not at this machine, where people pick who they are.

    Raises:
        HTTPException: 403, in words for a person.
    """
    if site_of(request).door.is_local and not is_nearby(request):
        raise HTTPException(HTTPStatus.FORBIDDEN, WITH_SIGN_IN)


def is_nearby(request: Request) -> bool:
    """Whether it comes from this machine, which it calls by its own name."""
    client = request.client.host if request.client else ""
    is_named = _is_this_machine(_host(f"//{request.headers.get('host', '')}"))
    return is_named and _is_this_machine(client) and not is_from_afar(request)


def is_from_afar(request: Request) -> bool:
    """Whether another machine sent it, or something handed it on, which could be for anybody."""
    client = request.client.host if request.client else ""
    is_handed_on = any(name in request.headers for name in _HANDED_ON)
    return is_handed_on or (_is_address(client) and not _is_this_machine(client))


def require_own_page(request: Request) -> None:
    """Refuse a form that another website sent. Raises HTTPException: 403, in words for a person."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    ours = site_of(request).door.address or f"{request.url.scheme}://{request.headers.get('host', '')}"
    if site != "same-origin" if site else origin != ours:
        raise HTTPException(HTTPStatus.FORBIDDEN, FROM_ELSEWHERE)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    if not _is_address(host):
        return False
    address = ip_address(host)
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
