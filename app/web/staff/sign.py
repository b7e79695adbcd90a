"""Where does somebody read the policy in short cards, and sign it?"""

from fastapi import APIRouter, Request, Response

from app.domain.address import normal_address
from app.domain.caller import Caller
from app.domain.errors import SignatureError
from app.staff.policy_version import cards_of
from app.staff.sign_off import newest_of, standing_of
from app.staff.sign_policy import sign, withdraw
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Sender
from app.web.staff.rooms import named, staff_page, status_of
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)


@router.get("/staff")
def first(_person: Sender) -> Response:
    """The room's first page."""
    return go_to("/staff/policy")


@router.get("/staff/policy")
def read(request: Request, site: Site, person: Sender, done: str = "") -> Response:
    """The cards, and how this person stands with them."""
    return _shown(request, site, person, {}, done)


@router.post("/staff/policy")
def put_name(request: Request, site: Site, person: Sender, form: Form) -> Response:
    """Sign what was read."""
    if not form.has("agreed"):
        return _shown(request, site, person, {"agreed": "Tick the box to say that you have read the cards."})
    try:
        sign(site.staff.signing, person.address, person.name, form.text("read"))
    except SignatureError as error:
        return _shown(request, site, person, {"agreed": str(error)})
    return go_to("/staff/policy?done=signed")


@router.post("/staff/policy/withdraw")
def take_back(request: Request, site: Site, person: Sender, form: Form) -> Response:
    """Take back a signature of one's own."""
    try:
        number, why = form.number("number"), form.text("why")
        withdraw(site.staff.signing, number, named(person), why, of=person.address)
    except SignatureError as error:
        return _shown(request, site, person, {"why": str(error)})
    return go_to("/staff/policy?done=withdrawn")


def _shown(
    request: Request, site: WebState, person: Caller, wrong: dict[str, str], done: str = ""
) -> Response:
    room = site.staff
    policy, asked = room.policy(), room.asked()
    address = normal_address(person.address)
    own = room.signing.signatures.of(address)
    latest = newest_of(own, asked.version).get(address)
    cards = cards_of(policy)
    return staff_page(
        request,
        "sign.html",
        status_of(wrong),
        packs=[pack for pack in policy.packs if pack.staff_cards.cards],
        minutes=max(1, round(sum(len(card.words.split()) for card in cards) / _WORDS_A_MINUTE)),
        cards=len(cards),
        read=str(asked.version),
        standing=standing_of(latest, asked.version),
        latest=latest,
        told_less=latest is not None and latest.version.notice != asked.version.notice,
        withdrawn=[s for s in own if not s.stands],
        wrong=wrong,
        done=done,
    )


_WORDS_A_MINUTE = 180
