"""What does the page of one item show?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi import Request, Response

from app.bulletin.printed.layout import paragraphs
from app.bulletin.printed.said_for_whom import said
from app.bulletin.track_changes import steps
from app.domain.item import AT_THE_DESK, HEADLINE_MAX, SUMMARY_MAX, Consent, Item, ItemState, ItemText
from app.web.desk.history import TwoTexts, apart, told
from app.web.desk.item_form import Given, Options, choices
from app.web.desk.placing import new_items, open_issue
from app.web.desk.room import DeskRoom, Gates
from app.web.desk.rooms import WORDS, as_somebody, desk_page
from app.web.state import Person

_MERGEABLE = 50
_DONE: Mapping[str, str] = {
    "saved": "Saved.",
    "ready": "It is ready.",
    "claim": "You have claimed it.",
    "take-over": "You have taken it over.",
    "let-go": "Anybody may take it now.",
    "hand-over": "It is handed over.",
    "send-back": "It is sent back. Its sender reads why.",
    "decline": "It is declined. Its sender reads why.",
    "merge": "It is merged. Its sender follows the other one.",
    "next": "Ready, and placed. Here is the next one.",
    "next-unplaced": "Ready, but not placed: it waits for an issue. Here is the next one.",
}


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else was quicker: who, and where the texts differ."""

    who: str
    fields: Sequence[TwoTexts]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page says beside the item itself."""

    given: Given
    wrong: Mapping[str, str] = field(default_factory=dict)
    meanwhile: Meanwhile | None = None
    done: str = ""

    @property
    def status(self) -> HTTPStatus:
        """What the page answers."""
        if self.meanwhile:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.wrong else HTTPStatus.OK


def both_texts(room: DeskRoom, item: Item, mine: ItemText) -> Meanwhile:
    """Who changed the item last, and how their text differs from `mine`."""
    last = room.desk.book.history(item.id)[-1]
    return Meanwhile(last.by.name, apart(item.text, mine, room.audiences().lists))


def item_page(request: Request, room: DeskRoom, person: Person, item: Item, beside: Beside) -> Response:
    """The page."""
    lists = room.audiences().lists
    is_mine = item.editor is not None and item.editor.address == person.address
    is_at_desk = item.state in AT_THE_DESK
    can_edit = is_at_desk and (item.editor is None or is_mine)
    gates = room.gates(item) if is_at_desk else Gates()
    coming = [other for other in new_items(room.desk, as_somebody(person)) if other.id != item.id]
    return desk_page(
        request,
        "desk/item.html",
        beside.status,
        item=item,
        given=beside.given,
        wrong=beside.wrong,
        meanwhile=beside.meanwhile,
        done=_DONE.get(beside.done, ""),
        gates=gates.found,
        asks_why=any(gate.asks_why for gate in gates.found),
        not_checked=gates.not_checked,
        reach=room.reach(item.text.for_whom) if is_at_desk else None,
        alike=room.alike(item) if is_at_desk else (),
        is_mine=is_mine,
        is_at_desk=is_at_desk,
        can_edit=can_edit,
        can_ready=can_edit and item.issue is None,
        why_not=_why_not(item, is_at_desk=is_at_desk),
        week=open_issue(room.desk),
        coming=coming,
        history=told(steps(room.desk, item.id), lists),
        body=paragraphs(item.text.body),
        for_whom=said(item.text.for_whom, lists),
        choices=choices(room.audiences(), item.text.for_whom),
        documents=_documents(room, item),
        editors=[(p.address, p.name) for p in room.editors() if p.address != person.address],
        mergeable=_mergeable(room, item) if can_edit else (),
        consents=[(consent.value, WORDS[consent], "") for consent in Consent],
        most={"headline": HEADLINE_MAX, "summary": SUMMARY_MAX},
    )


def _why_not(item: Item, *, is_at_desk: bool) -> str:
    """Why the text is no form."""
    if is_at_desk:
        return f"{item.editor.name if item.editor else ''} has claimed it, so only they change it."
    return "It is not at the desk any more, so nobody changes it."


def _documents(room: DeskRoom, item: Item) -> Options:
    found = ((number, room.website.document(number)) for number in item.text.documents)
    return [(number, document.words if document else "A document that is gone") for number, document in found]


def _mergeable(room: DeskRoom, item: Item) -> Options:
    """The items that can tell it too: those most like it first."""
    alike = [other for other in room.alike(item) if other.state in AT_THE_DESK | {ItemState.OUT}]
    others = [other for other in room.desk.book.items(AT_THE_DESK) if other.id != item.id]
    found = {other.id: other for other in [*alike, *others]}
    return [(other.id, other.text.headline) for other in found.values()][:_MERGEABLE]
