"""What is checked, whom can I ask, and what do I do when a card is wrong?

Made from the checks, the packs in force and the list of their clauses, so that it says what is so.
"""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from app.checks import CHECKS, MAIL_ONLY
from app.domain.verdict import Mode
from app.policy.coverage import CoveredClause
from app.policy.pack import Contact, Pack
from app.web.owner.room import Held, PolicyRoom
from app.web.pages import page
from app.web.people import Visitor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_HERE = "/help"


@dataclass(frozen=True, slots=True)
class Topic:
    """One check: its question, what it can find, and how many rules listen to it now."""

    id: str
    question: str
    finds: tuple[str, ...]
    rules: int
    is_for_mail: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One policy: who looks after it, whom to ask, and its own words about help."""

    pack: Pack
    contacts: tuple[Contact, ...]
    advice: tuple[CoveredClause, ...]


@router.get(_HERE)
def index(request: Request, site: Site, _person: Visitor) -> Response:
    """The whole of it, on one page."""
    sources = [_source(site.policy, one) for one in site.policy.held().values()]
    topics = _topics([source.pack for source in sources])
    return page(
        request,
        "help.html",
        topics=[topic for topic in topics if topic.rules],
        silent=[topic for topic in topics if not topic.rules],
        sources=sources,
    )


def _topics(packs: list[Pack]) -> list[Topic]:
    heard = [rule for pack in packs for rule in pack.rules if rule.mode is not Mode.TRIAL]
    return [
        Topic(
            id=check.id,
            question=check.question,
            finds=tuple(check.kinds.values()),
            rules=sum(any(rule.hears(f"{check.id}/{kind}") for kind in check.kinds) for rule in heard),
            is_for_mail=f"{check.id}/*" in MAIL_ONLY,
        )
        for check in CHECKS
    ]


def _source(room: PolicyRoom, held: Held) -> Source:
    told = tuple(clause for clause in room.covered(held) if f"({_HERE})" in clause.how)
    contacts = {contact.href: contact for contact in held.pack.contacts.values()}
    return Source(held.pack, tuple(contacts.values()), told)
