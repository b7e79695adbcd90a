"""Who can be turned to in one policy, and which numbers does it set?"""

from collections.abc import Iterator, Mapping
from datetime import date
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.errors import PackError, PolicyChangeError
from app.policy.amend import FieldPath, amend
from app.policy.pack import Contact, Pack
from app.policy_owner.change_policy import save
from app.policy_owner.rule_form import as_number, in_figures, merged
from app.ports import PackChange
from app.web.forms import Form
from app.web.owner.packs import numbers_used
from app.web.owner.room import Held, pack_named, parsed
from app.web.owner.rooms import policy_page, signed_by, status_of, wrong_with_reason
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site

router = APIRouter(include_in_schema=False)
PARTS = ("name", "telephone", "address", "href")
_DIALLED = frozenset("0123456789 +()-")
_DAYS = ("reviewed", "review_by")


@router.get("/policy/packs/{pack}/details")
def details(request: Request, site: Site, _person: Administrator, pack: str) -> Response:
    """Contacts, numbers, owner and dates in a form."""
    one = pack_named(site.policy.held(), pack)
    return _shown(request, one, fields_of(one.pack))


@router.post("/policy/packs/{pack}/details")
def change_details(request: Request, site: Site, person: Administrator, pack: str, form: Form) -> Response:
    """Save them."""
    room = site.policy
    one, why = pack_named(room.held(), pack), form.text("why")
    now = fields_of(one.pack)
    given = {name: form.text(name) for name in now if form.has(name)}
    if form.text("follows") != str(one.version):
        then = room.as_followed(pack, form.text("follows"))
        base = fields_of(then) if then else now
        meanwhile = [(n, base[n], value) for n, value in now.items() if n in base and base[n] != value]
        given = merged(base, now, given)
        if meanwhile:
            return _shown(request, one, given, why=why, meanwhile=meanwhile)
    given = now | given
    wrong = dict(_wrong(one.pack, given, now)) | wrong_with_reason(signed_by(person, why))
    if not wrong:
        try:
            text = _amended(one, given, now)
            saved = save(room.desk, [PackChange(pack, text, one.version)], signed_by(person, why))
            return go_to(f"/policy/history/{saved[0].number}?done=yes")
        except PackError as error:
            wrong = {"why": f"{error.field}: {error.problem}"}
        except PolicyChangeError as error:
            wrong = {"why": str(error)}
    return _shown(request, one, given, why=why, wrong=wrong)


def fields_of(pack: Pack) -> dict[str, str]:
    """Every field of the form with its value."""
    found = {
        "owner": pack.owner,
        "reviewed": pack.reviewed.isoformat() if pack.reviewed else "",
        "review_by": pack.review_by.isoformat() if pack.review_by else "",
    }
    for key, contact in pack.contacts.items():
        found |= {f"contact-{key}-{part}": said for part, said in _parts(contact).items()}
    return found | {f"number-{name}": in_figures(value) for name, value in pack.numbers.items()}


def _parts(contact: Contact) -> dict[str, str]:
    """The parts as a person fills them in: a link only where it is none of the telephone's or address's."""
    usual = (f"mailto:{contact.address}", f"tel:{contact.telephone.replace(' ', '')}")
    href = "" if contact.href in usual else contact.href
    return {"name": contact.name, "telephone": contact.telephone, "address": contact.address, "href": href}


def _wrong(pack: Pack, given: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in given.items():
        if value == now[name]:
            continue
        if name in _DAYS and not _is_day(value):
            yield name, "Write a day, as in 2026-11-30. Upload the file to take it out."
        elif name == "owner" and not value:
            yield name, "Name the person or the post that looks after this policy."
        elif name.startswith("number-") and as_number(value) is None:
            yield name, "Write a number, zero or more."
    for key in pack.contacts:
        yield from _wrong_contact(f"contact-{key}-", given)


def _wrong_contact(at: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    name, telephone, address, href = (given[f"{at}{part}"] for part in PARTS)
    if not name:
        yield f"{at}name", "Write whom this reaches."
    if not (telephone or address or href):
        yield f"{at}telephone", "Write a telephone number, an address or a link, so that people can reach it."
    if telephone and (set(telephone) - _DIALLED or not any(c.isdigit() for c in telephone)):
        yield f"{at}telephone", "Write a telephone number, as in 01622 221202."
    if address and ("@" not in address or " " in address):
        yield f"{at}address", "Write an e-mail address, as in office@wealdshire.example."
    if href and not href.startswith(("mailto:", "tel:", "https://")):
        yield f"{at}href", "A link starts with https://, mailto: or tel:."


def _amended(one: Held, given: Mapping[str, str], now: Mapping[str, str]) -> str:
    """The pack's YAML with what differs. Raises PackError."""
    changes: dict[FieldPath, Any] = {}
    for name in (name for name, value in given.items() if value != now[name]):
        if name.startswith("number-"):
            changes["numbers", name.removeprefix("number-")] = as_number(given[name])
        elif not name.startswith("contact-"):
            changes[(name,)] = date.fromisoformat(given[name]) if name in _DAYS else given[name]
    for key in one.pack.contacts:
        parts = {part: given[f"contact-{key}-{part}"] for part in PARTS}
        if parts != _parts(one.pack.contacts[key]):
            changes["contacts", key] = {part: said for part, said in parts.items() if said}
    text = amend(one.text, changes)
    parsed(text, one.pack.id)
    return text


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _shown(  # noqa: PLR0913 - what a page shows
    request: Request,
    one: Held,
    values: Mapping[str, str],
    *,
    why: str = "",
    wrong: Mapping[str, str] | None = None,
    meanwhile: list[tuple[str, str, str]] | None = None,
) -> Response:
    return policy_page(
        request,
        "details.html",
        HTTPStatus.CONFLICT if meanwhile else status_of(wrong or {}),
        pack=one.pack,
        follows=one.version,
        values=values,
        numbers=numbers_used(one.pack),
        why=why,
        wrong=wrong or {},
        meanwhile=meanwhile or [],
    )
