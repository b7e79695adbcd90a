"""How are requests for mail to schools read, and told to a client?"""

from app.api.item_replies import for_whom_of, for_whom_text
from app.api.request_schemas import (
    AskedFields,
    BulkRequestReply,
    StepReply,
    UrgencyReply,
)
from app.bulletin.desk import BulletinDesk
from app.bulletin.requests.urgency_test import UrgencyRules, urgency_of
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.calendar import in_london


def asked_of(fields: AskedFields) -> Asked:
    """What a request asks for."""
    return Asked(
        kind=fields.kind,
        subject=fields.subject,
        body=fields.body,
        for_whom=for_whom_of(fields.for_whom),
        reason=fields.reason,
        duty=fields.duty,
        deadline=fields.deadline,
        officer=fields.officer,
        documents=tuple(fields.documents),
        is_chasing=fields.is_chasing,
        draft_schools=fields.draft_schools,
        is_for_all=fields.is_for_all,
    )


def request_reply(desk: BulletinDesk, request: BulkRequest, rules: UrgencyRules) -> BulkRequestReply:
    """A request as its sender sees it."""
    asked = request.asked
    return BulkRequestReply(
        id=request.id,
        state=request.state,
        said=said(request),
        why=request.why,
        version=request.version,
        asked_at=request.asked_at,
        decided_at=request.decided_at,
        may_withdraw=request.may_be_withdrawn,
        item=request.item,
        asked=AskedFields(
            kind=asked.kind,
            subject=asked.subject,
            body=asked.body,
            for_whom=for_whom_text(asked.for_whom),
            reason=asked.reason,
            duty=asked.duty,
            deadline=asked.deadline,
            officer=asked.officer,
            documents=list(asked.documents),
            is_chasing=asked.is_chasing,
            draft_schools=asked.draft_schools,
            is_for_all=asked.is_for_all,
        ),
        goes_to=for_whom_text(request.goes_to) if request.goes_to else None,
        held_until=request.held_until,
        urgency=_urgency(desk, request, rules),
    )


def said(request: BulkRequest) -> str:
    """Where the request stands, in a sentence."""
    why = f" {request.why}" if request.why else ""
    return {
        RequestState.ASKED: "Nobody has decided yet.",
        RequestState.APPROVED: f"It was approved, and is held{_until(request)}.{why}",
        RequestState.GOING_OUT: "It is going out.",
        RequestState.OUT: "It went out.",
        RequestState.PASSED_ON: f"It was passed on to the local officer.{why}",
        RequestState.TURNED: "It goes into the e-bulletin.",
        RequestState.DECLINED: f"It was declined:{why}",
        RequestState.WITHDRAWN: "You took it back.",
    }[request.state]


def _until(request: BulkRequest) -> str:
    return f" until {in_london(request.held_until):%H:%M}" if request.held_until else ""


def _urgency(desk: BulletinDesk, request: BulkRequest, rules: UrgencyRules) -> UrgencyReply | None:
    if request.asked.kind is not RequestKind.URGENT:
        return None
    found = urgency_of(desk, request, rules)
    steps = [
        StepReply(
            question=step.question,
            asks=step.asks,
            answer=step.answer,
            said=step.said,
            section=step.clause.section if step.clause else "",
            quote=step.clause.quote if step.clause else "",
        )
        for step in found.steps(rules)
    ]
    return UrgencyReply(answer=found.answer, said=found.said, steps=steps)
