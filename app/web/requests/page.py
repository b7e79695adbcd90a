"""What does the page of one request show?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response

from app.bulletin.go_out import request_texts
from app.bulletin.printed.said_for_whom import said
from app.bulletin.publish import may_publish, publishers
from app.bulletin.requests.urgency_test import UrgencyRules, kept_urgency, urgency_of, urgency_rules
from app.directory.standing import standing
from app.domain.asked import RequestKind
from app.domain.bulk_request import PUT_ASIDE, QUESTIONS, BulkRequest, RequestState, by_deadline
from app.domain.caller import Caller
from app.domain.for_whom import ForWhom
from app.domain.issue import HOLD
from app.domain.item import AT_THE_DESK
from app.domain.mailing import FOR_ALL, MailingText
from app.domain.posting import Outlet
from app.web.desk.held import held_mail
from app.web.desk.item_form import choices
from app.web.desk.room import DeskRoom, Gates
from app.web.desk.rooms import as_somebody, desk_page
from app.web.mailto import mailto
from app.web.requests.rows import row
from app.web.state import WebState

_DONE: Mapping[str, str] = {
    "approve": "It is approved, and held for now.",
    "leave": "Leave to approve mail to schools is given.",
    "stop": "Stopped. Nothing went out, and it can be decided again.",
    "pass-on": "It is passed on. Its sender reads that.",
    "take-up": "It waits for a decision again. Its sender sees that.",
    "turn-back": "The item has left the desk, and the request waits for a decision again.",
    "decline": "It is declined. Its sender reads why.",
}
_DONE_IN: Mapping[str, RequestState] = {
    "approve": RequestState.APPROVED,
    "stop": RequestState.ASKED,
    "pass-on": RequestState.PASSED_ON,
    "take-up": RequestState.ASKED,
    "turn-back": RequestState.ASKED,
    "decline": RequestState.DECLINED,
}
"""What is said only while it is still so: a page may be opened again after somebody else's step."""
_CLAUSES: Mapping[RequestKind, str] = {
    RequestKind.CHOSEN: "specific-selection-by-communications",
    RequestKind.CLUSTER_NOTE: "cluster-to-local-officer",
}
"""What lets each kind of mail go to schools; an urgent one has its test."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the forms, and what the page says beside the request itself."""

    for_whom: ForWhom
    reason: str = ""
    """Of an approval."""
    answers: Sequence[str] = ()
    why: str = ""
    wrong: Mapping[str, str] = field(default_factory=dict)
    done: str = ""

    def but(self, wrong: Mapping[str, str]) -> "Typed":
        """The same, with what is wrong."""
        return replace(self, wrong=wrong)


def request_page(
    request: Request, site: WebState, person: Caller, found: BulkRequest, typed: Typed
) -> Response:
    """The page."""
    room, rules = site.desk, urgency_rules(site.policy.live())
    asked, lists = found.asked, room.audiences().lists
    is_open = found.state is RequestState.ASKED
    mail = request_texts(found, room.website)[FOR_ALL]
    item = room.desk.book.item(found.item) if found.item else None
    gates = site.requests.gates(found) if is_open else Gates()
    return desk_page(
        request,
        "requests/one.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if typed.wrong else HTTPStatus.OK,
        asked=asked,
        found=found,
        row=row(room, found, rules),
        is_open=is_open,
        may_take_up=found.state in PUT_ASIDE,
        item=item,
        may_turn_back=item is not None and item.state in AT_THE_DESK,
        held_mail=held_mail(room, found),
        hold_minutes=int(HOLD.total_seconds() // 60),
        far=site.requests.how_far(found),
        gates=gates,
        all_questions=QUESTIONS.items(),
        reason_hint=_hint(gates),
        typed=typed,
        wrong=typed.wrong,
        done=_DONE.get(typed.done, "") if _DONE_IN.get(typed.done, found.state) is found.state else "",
        others=[one for one in _waiting(room) if one.id != found.id],
        **_why(room, found, rules),
        reach=room.reach(typed.for_whom) if is_open else None,
        for_whom=said(typed.for_whom, lists),
        asked_for_whom=said(asked.for_whom, lists),
        is_changed=typed.for_whom != asked.for_whom,
        choices=choices(room.audiences(), typed.for_whom),
        mail=mail,
        is_for_officer=asked.kind is RequestKind.CLUSTER_NOTE,
        officers=_officers(site, found, mail) if is_open else (),
        may_approve=may_publish(room.desk, as_somebody(person), Outlet.MAILING_LIST),
        approvers=publishers(room.desk, Outlet.MAILING_LIST),
        sends=room.sends,
        now=room.desk.clock.now(),
    )


def _waiting(room: DeskRoom) -> Sequence[BulkRequest]:
    """What is still to be decided, by its deadline."""
    return sorted(room.desk.book.requests((RequestState.ASKED,)), key=by_deadline)


def _hint(gates: Gates) -> str:
    """When a reason is needed."""
    checks = " and where a check asks for one" if any(gate.asks_why for gate in gates.found) else ""
    return f"Needed for other schools than were asked for{checks}. The sender reads it."


def _why(room: DeskRoom, found: BulkRequest, rules: UrgencyRules) -> Mapping[str, Any]:
    """What speaks for a mail of its own: the urgency test now and then, or the clause that lets it go."""
    kind = found.asked.kind
    if kind is not RequestKind.URGENT:
        return {"urgency": None, "steps": (), "then": "", "clause": rules.clauses.get(_CLAUSES[kind])}
    now = urgency_of(room.desk, found, rules)
    then = kept_urgency(found.urgency).said if found.urgency else ""
    return {"urgency": now, "steps": now.steps(rules), "then": then, "clause": None}


@dataclass(frozen=True, slots=True)
class _Officer:
    """Of a cluster, as the directory has them. `href` opens a mail to them; empty without an address."""

    cluster: str
    officer: str
    href: str


def _officers(site: WebState, found: BulkRequest, mail: MailingText) -> Sequence[_Officer]:
    """Of the clusters that are asked for. The editor writes to them: the mail-out knows schools alone."""
    clusters = found.asked.for_whom.clusters
    if not clusters:
        return ()
    known = standing(site.directory.book.held()).officers
    named = [(cluster, known.get(cluster, "")) for cluster in sorted(clusters)]
    return [
        _Officer(cluster, officer, mailto(officer, mail.subject, mail.text) if "@" in officer else "")
        for cluster, officer in named
    ]
