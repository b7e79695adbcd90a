"""Who is using the pages?

Every page takes exactly one kind of caller, or is listed as public. Until people sign in, somebody at this
machine says who they are, once a day; a signed cookie remembers it. Whoever is here may act as administrator,
as editor and as a member of staff; sign-in will tell them apart.
"""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request, Response

from app.web.nearby import require_nearby
from app.web.state import Person, WebState, site_of

COOKIE = "sendwell-person"
LASTS = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Visit:
    """A person's day at this machine; `nonce` ties their forms to it."""

    person: Person
    nonce: str


def remember(response: Response, person: Person, site: WebState) -> None:
    """Put who somebody is into a cookie that this installation alone can write."""
    said = {
        "name": person.name,
        "address": person.address,
        "nonce": secrets.token_hex(16),
        "until": (site.clock.now() + LASTS).timestamp(),
    }
    packed = base64.urlsafe_b64encode(json.dumps(said).encode()).decode()
    signed = f"{packed}.{_signature(site, 'person', packed)}"
    seconds = int(LASTS.total_seconds())
    response.set_cookie(COOKIE, signed, max_age=seconds, path="/", httponly=True, samesite="strict")


def forget(response: Response) -> None:
    """Remember nobody any more."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")


def visit_of(request: Request) -> Visit | None:
    """Whose visit this is; None when nobody said, or the cookie is old or not ours."""
    site = site_of(request)
    packed, _, signature = request.cookies.get(COOKIE, "").rpartition(".")
    if not packed or not _same(signature, _signature(site, "person", packed)):
        return None
    try:
        return _visit(json.loads(base64.urlsafe_b64decode(packed)), site.clock.now())
    except (binascii.Error, ValueError, KeyError, TypeError):
        return None


def form_token(request: Request) -> str:
    """What a form on a page of this visit must send back."""
    visit = visit_of(request)
    return _signature(site_of(request), "form", visit.nonce if visit else "nobody")


def is_form_token(request: Request, token: str) -> bool:
    """Whether a form came from a page of this visit."""
    return _same(token, form_token(request))


def _visit(said: Mapping[str, Any], now: datetime) -> Visit | None:
    if said["until"] < now.timestamp():
        return None
    return Visit(Person(str(said["name"]), str(said["address"])), str(said["nonce"]))


def _signature(site: WebState, purpose: str, words: str) -> str:
    return hmac.new(site.signing_key, f"{purpose}\0{words}".encode(), hashlib.sha256).hexdigest()


def _same(given: str, ours: str) -> bool:
    return hmac.compare_digest(given.encode(), ours.encode())


async def _visitor(request: Request) -> Person | None:
    """For public pages: who it is, if they said so."""
    visit = visit_of(request)
    return visit.person if visit else None


async def _person(request: Request) -> Person:
    require_nearby(request)
    visit = visit_of(request)
    if visit is None:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        back = path if request.method in {"GET", "HEAD"} else "/policy"
        raise HTTPException(HTTPStatus.SEE_OTHER, headers={"Location": f"/who?then={quote(back, safe='')}"})
    return visit.person


async def _member(person: Annotated[Person, Depends(_person)]) -> Person:
    return person


async def _editor(person: Annotated[Person, Depends(_person)]) -> Person:
    return person


async def _administrator(person: Annotated[Person, Depends(_person)]) -> Person:
    return person


async def _anybody_here(request: Request) -> None:
    require_nearby(request)


Visitor = Annotated[Person | None, Depends(_visitor)]
"""Anybody at all: the page is public."""
Member = Annotated[Person, Depends(_member)]
"""A member of staff."""
Editor = Annotated[Person, Depends(_editor)]
"""Somebody of the bulletin desk."""
Administrator = Annotated[Person, Depends(_administrator)]
"""Somebody who may change the policy and see the registers."""
AnybodyHere = Annotated[None, Depends(_anybody_here)]
"""Whoever is at this machine, before they said who they are."""
