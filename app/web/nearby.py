"""Does this request come from this very machine?

Until people sign in, a page that needs a person is served only here. The Host must name this machine, so that
no other website can point its own name at us; nothing may have handed the request on; and what changes
something must come from our own pages.
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
    """Refuse whoever is not at this machine.

    Raises:
        HTTPException: 403, in words for a person.
    """
    client = request.client.host if request.client else ""
    is_nearby = (
        site_of(request).is_local
        and _is_this_machine(client)
        and _is_this_machine(_host(f"//{request.headers.get('host', '')}"))
        and not any(name in request.headers for name in _HANDED_ON)
    )
    if not is_nearby:
        raise HTTPException(HTTPStatus.FORBIDDEN, WITH_SIGN_IN)


def require_own_page(request: Request) -> None:
    """Refuse a form that another website sent. Raises HTTPException: 403, in words for a person."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if (
        site != "same-origin"
        if site
        else origin != f"{request.url.scheme}://{request.headers.get('host', '')}"
    ):
        raise HTTPException(HTTPStatus.FORBIDDEN, FROM_ELSEWHERE)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback
