"""How are items and suggestions told to a client?"""

from collections.abc import Iterable, Sequence

from app.api.item_schemas import (
    AlikeReply,
    DraftSchoolsReply,
    ForWhomText,
    GateReply,
    ItemFields,
    ItemReply,
    MarkReply,
    PartReply,
    SuggestionReply,
)
from app.api.replies import issue_reply
from app.api.state import BulletinDoor
from app.bulletin.alike.duplicates import Alike
from app.bulletin.from_draft.suggest import Suggestion
from app.bulletin.gates import Gated, Place, is_stop
from app.bulletin.requests.urgency_test import duty_in
from app.bulletin.submit import OwnItem, Stage, fit
from app.domain.for_whom import ForWhom
from app.domain.item import AT_THE_DESK, Person
from app.domain.item_text import ItemText
from app.domain.verdict import Advice

_PARTS_MAX = 8
_TITLES = {
    "identifiers": "A number or detail that identifies somebody",
    "confidential-story": "A private matter",
    "other-pupils": "Something about a pupil",
    "hr-matters": "Something about somebody's work or pay",
    "credentials": "A password or code",
    "own-details": "Your own details",
    "parent-topics": "Something for one family",
    "school-address-lists": "Addresses of schools",
    "pupil-recipients": "Something about a pupil",
}


def text_of(fields: ItemFields) -> ItemText:
    """The text in a request."""
    return ItemText(
        headline=fields.headline,
        summary=fields.summary,
        body=fields.body,
        for_whom=for_whom_of(fields.for_whom),
        closes=fields.closes,
        contact=fields.contact,
        links=tuple(fields.links),
        documents=tuple(fields.documents),
        consent=fields.consent,
    )


def fields_of(text: ItemText) -> ItemFields:
    """The text as a client gets it, lists in a fixed order."""
    return ItemFields(
        headline=text.headline,
        summary=text.summary,
        body=text.body,
        for_whom=for_whom_text(text.for_whom),
        closes=text.closes,
        contact=text.contact,
        links=list(text.links),
        documents=list(text.documents),
        consent=text.consent,
    )


def for_whom_of(said: ForWhomText) -> ForWhom:
    """The filter in a request."""
    return ForWhom(
        phases=frozenset(said.phases),
        types=frozenset(said.types),
        clusters=frozenset(said.clusters),
        trusts=frozenset(said.trusts),
        lists=frozenset(said.lists),
        roles=frozenset(said.roles),
        schools=frozenset(said.schools),
    )


def for_whom_text(whom: ForWhom) -> ForWhomText:
    """The filter as a client gets it, in a fixed order."""
    return ForWhomText(
        phases=sorted(whom.phases),
        types=sorted(whom.types),
        clusters=sorted(whom.clusters),
        trusts=sorted(whom.trusts),
        lists=sorted(whom.lists),
        roles=sorted(whom.roles),
        schools=sorted(whom.schools),
    )


def suggestion_reply(made: Suggestion, door: BulletinDoor, sender: Person) -> SuggestionReply:
    """A filled form with everything that is to be said of it."""
    gated = door.gates(made.text, sender)
    fits = fit(door.desk, made.text)
    return SuggestionReply(
        item=fields_of(made.text),
        from_subject=made.from_subject,
        marks=[
            MarkReply(
                finding=mark.finding,
                title=_TITLES.get(mark.finding.partition("/")[0], "Something private"),
                start=mark.start,
                end=mark.end,
            )
            for mark in made.marks
        ],
        gates=gate_replies(gated),
        not_checked=[one.check for one in gated.verdict.not_checked],
        alike=_alike(door.alike(made.text, ""), door),
        duty=duty_in(f"{made.text.headline}\n{made.text.body}"),
        goes_to=DraftSchoolsReply(
            count=made.goes_to.count, urns=sorted(made.goes_to.urns), all=made.goes_to.all
        ),
        issue=issue_reply(fits.issue) if fits.issue else None,
        is_too_late=fits.is_too_late,
    )


def item_reply(seen: OwnItem, door: BulletinDoor) -> ItemReply:
    """An item as its sender sees it."""
    item, issue = seen.item, seen.issue
    is_open = item.state in AT_THE_DESK
    return ItemReply(
        id=item.id,
        stage=seen.stage,
        said=said(seen),
        why=seen.why,
        version=item.version,
        submitted_at=item.submitted_at,
        goes_out=issue.goes_out if issue else None,
        issue_number=issue.key.number if issue else None,
        link=door.link((seen.told_in or item).id) if seen.stage is Stage.OUT else "",
        told_in=seen.told_in.text.headline if seen.told_in else "",
        may_withdraw=is_open,
        item=fields_of(item.text),
        gates=gate_replies(door.gates(item.text, item.sender)) if is_open else [],
        alike=_alike(door.alike(item.text, item.id), door) if is_open else [],
    )


def said(seen: OwnItem) -> str:
    """Where the item stands, in a sentence."""
    issue = seen.issue
    day = f"{issue.goes_out:%A} {issue.goes_out.day} {issue.goes_out:%B}" if issue else ""
    number = issue.key.number if issue else ""
    words = {
        Stage.SUBMITTED: "No editor has taken it up yet.",
        Stage.CLAIMED: "An editor is working on it.",
        Stage.SENT_BACK: f"It was sent back: {seen.why}",
        Stage.READY: "It is ready, and waits for an issue.",
        Stage.PLACED: f"It is placed in issue {number}, which goes out on {day}.",
        Stage.OUT: f"It went out in issue {number} on {day}.",
        Stage.DECLINED: f"It was declined: {seen.why}",
        Stage.WITHDRAWN: "You took it back.",
    }[seen.stage]
    return f"It is told together with another item. {words}" if seen.told_in else words


def gate_replies(gated: Gated, *, has_parts: bool = True) -> list[GateReply]:
    """The cards on an item, gravest first; words are told of what somebody wrote here, not of a file's."""
    return [
        GateReply(
            rule=advice.rule,
            finding=advice.finding.id,
            severity=advice.severity,
            confidence=advice.finding.confidence,
            title=advice.title,
            message=advice.message,
            quote=advice.clause.quote,
            stops=is_stop(advice),
            parts=_parts(_everywhere(gated, advice)) if has_parts else [],
        )
        for advice in gated.verdict.advice
    ]


def _everywhere(gated: Gated, advice: Advice) -> Sequence[Place]:
    """What a card is about, then what was seen with it."""
    return [*gated.places(advice), *(place for _, places in gated.beside(advice) for place in places)]


def _parts(places: Sequence[Place]) -> list[PartReply]:
    return [PartReply(field=place.field, words=place.words) for place in places[:_PARTS_MAX]]


def _alike(found: Iterable[Alike], door: BulletinDoor) -> list[AlikeReply]:
    return [
        AlikeReply(
            id=one.item.id,
            headline=one.item.text.headline,
            submitted_on=one.item.submitted_at.date(),
            likeness=round(one.likeness, 2),
            link=door.link(one.item.id),
        )
        for one in found
    ]
