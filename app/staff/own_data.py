"""How is what is held about somebody put into a file, for them to take away?"""

from typing import Any

from app.domain.bulk_request import BulkRequest
from app.domain.item import Item
from app.domain.posting import PermissionEntry
from app.domain.staff import Signature, StaffMember
from app.staff.held_about import AboutTable
from app.staff.own_cases import Words, cases_as_data
from app.staff.own_record import OwnRecord


def as_data(own: OwnRecord, words: Words) -> dict[str, Any]:
    """The same as the page, to be kept as JSON; `everything` has every table, row by row.

    `words` gives what they attached, which nobody else takes away.
    """
    return {
        "about": {"name": own.name, "address": own.address},
        "made_at": own.at.isoformat(),
        "staff_list": _staff(own.staff),
        "signatures": [_signature(s) for s in own.signatures],
        "may_post": [_posting(e) for e in own.postings],
        "entries_made_about_others": [_posting(e) for e in own.made],
        "digital_champion": [
            {"of": c.on_behalf_of, "name": c.name, "at": c.at.isoformat(), "named_by": c.by}
            for c in own.champion
        ],
        "policy_changes": [
            {"policy": v.pack, "version": v.number, "at": v.saved_at.isoformat(), "why": v.why}
            for v in own.changes
        ],
        "checks": [
            {"at": c.at.isoformat(), "moment": c.moment, "verdict": c.verdict, "way": c.channel}
            | {"rules": list(c.rules)}
            for c in own.checks
        ],
        "choices": [
            {"at": c.at.isoformat(), "rule": c.rule, "finding": c.finding, "chosen": c.chosen.value}
            | {"reason": c.reason.value}
            for c in own.choices
        ],
        "flagged_sends": cases_as_data(own.cases, words),
        "bulletin_items": [_item(item) for item in own.items],
        "mail_asked_for": [_request(request) for request in own.requests],
        "who_looked": [
            {"at": look.at.isoformat(), "who": look.who, "what": look.what}
            | {"why": look.why, "rule": look.rule}
            for look in own.looked
        ],
        "kept_for": dict(own.how_long),
        "everything": [_table(one) for one in own.everything.tables],
    }


def _item(item: Item) -> dict[str, Any]:
    text, said = item.text, {"id": item.id, "at": item.submitted_at.isoformat(), "state": item.state.value}
    said |= {"headline": text.headline, "summary": text.summary, "body": text.body, "contact": text.contact}
    return said | {"closes": text.closes.isoformat() if text.closes else None, "links": list(text.links)}


def _request(request: BulkRequest) -> dict[str, Any]:
    asked, said = request.asked, {"id": request.id, "at": request.asked_at.isoformat()}
    said |= {"state": request.state.value, "answer": request.why, "kind": asked.kind.value}
    return said | {name: getattr(asked, name) for name in ("subject", "body", "reason", "duty")}


def _staff(member: StaffMember | None) -> dict[str, Any] | None:
    if member is None:
        return None
    days = {"starts": member.starts, "ends": member.ends}
    said = {name: day.isoformat() if day else None for name, day in days.items()}
    return {"name": member.name, "kind": member.kind.value, "team": member.team, **said}


def _signature(signature: Signature) -> dict[str, Any]:
    withdrawn = signature.withdrawn_at
    return {
        "number": signature.number,
        "version": str(signature.version),
        "signed_at": signature.signed_at.isoformat(),
        "withdrawn_at": withdrawn.isoformat() if withdrawn else None,
        "withdrawn_by": signature.withdrawn_by,
        "why": signature.why,
    }


def _posting(entry: PermissionEntry) -> dict[str, Any]:
    leave = entry.permission
    return {
        "person": leave.address,
        "on_behalf_of": leave.on_behalf_of,
        "outlet": leave.outlet.value,
        "place": leave.place,
        "capacity": leave.capacity,
        "scope": leave.scope,
        "subject": leave.subject,
        "given_by": leave.given_by,
        "starts": leave.starts.isoformat(),
        "ends": leave.ends.isoformat(),
        "entered_at": entry.at.isoformat(),
        "entered_by": entry.by,
        "why": entry.why,
    }


def _table(one: AboutTable) -> dict[str, Any]:
    """Its own rows to their last column; who else stands in what they wrote is left out."""
    rows = [
        {
            "is_about_you": row.is_about,
            "values": dict(row.values),
            "left_out": sorted({*row.withheld, *row.of_others}),
        }
        for row in one.rows
    ]
    return {"table": one.table, "what_it_is": one.title, "columns": dict(one.columns), "rows": rows}
