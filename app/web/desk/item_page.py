"""What does the page of one item show?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi import Request, Response

from app.bulletin.build_issue import current_issue, issue_for
from app.bulletin.printed.layout import paragraphs
from app.bulletin.printed.said_for_whom import said
from app.bulletin.submit import closes_before
from app.bulletin.track_changes import steps, text_at, together
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.caller import Caller
from app.domain.issue import Issue, IssueState
from app.domain.item import AT_THE_DESK, PUT_ASIDE, Item, ItemState, MoveKind
from app.domain.item_text import HEADLINE_MAX, SUMMARY_MAX, Consent, ItemText
from app.web.desk.history import LABELS, TwoTexts, apart, told
from app.web.desk.item_form import Given, Options, choices, shown
from app.web.desk.just_done import NEXT, done_with_item
from app.web.desk.left import how_it_left, told_in
from app.web.desk.placing import new_items, open_issue
from app.web.desk.room import DeskRoom, Gates
from app.web.desk.rooms import WORDS, as_somebody, desk_page
from app.web.desk.rows import sent_back
from app.web.pages import in_weekdays

_MERGEABLE = 50
_OF_TWO = frozenset({MoveKind.MERGED, MoveKind.TOOK_IN, MoveKind.GAVE_BACK})


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else was quicker: who, the fields that only they changed, and those that both changed."""

    who: str
    theirs: Sequence[str]
    both: Sequence[TwoTexts]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page says beside the item itself."""

    given: Given
    wrong: Mapping[str, str] = field(default_factory=dict)
    meanwhile: Meanwhile | None = None
    mine: Sequence[TwoTexts] = ()
    """What somebody changed and could not save, so that they can copy it where there is no form."""
    done: str = ""
    of: str = ""
    """The number of the item that this was done with, where that is not the one on the page."""

    @property
    def status(self) -> HTTPStatus:
        """What the page answers."""
        if self.meanwhile:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.wrong else HTTPStatus.OK


def unsaved(room: DeskRoom, item: Item, seen: int, mine: ItemText) -> Beside:
    """The page for a text that was made of version `seen`: both texts together, and who was quicker."""
    history, lists = room.desk.book.history(item.id), room.audiences().lists
    made = together(text_at(history, seen), item.text, mine)
    written = apart(item.text, mine, lists, {*made.mine, *made.both})
    if not made.theirs and not made.both:
        return Beside(shown(made.text), mine=written)
    last = next((move for move in reversed(history) if move.text is not None), history[-1])
    both = apart(item.text, mine, lists, made.both)
    meanwhile = Meanwhile(last.by.name, [LABELS[name] for name in made.theirs], both)
    return Beside(shown(made.text), meanwhile=meanwhile, mine=written)


def item_page(request: Request, room: DeskRoom, person: Caller, item: Item, beside: Beside) -> Response:
    """The page."""
    lists = room.audiences().lists
    is_mine = item.editor is not None and item.editor.address == person.address
    is_at_desk = item.state in AT_THE_DESK
    issue = room.desk.issue(item.issue) if item.issue else None
    is_locked = issue is not None and issue.state is not IssueState.OPEN
    can_edit = is_at_desk and not is_locked and (item.editor is None or is_mine)
    gates = room.said_of(item) if is_at_desk else Gates()
    alike = room.alike(item) if is_at_desk else ()
    coming = [other for other in new_items(room.desk, as_somebody(person)) if other.id != item.id]
    return desk_page(
        request,
        "desk/item.html",
        beside.status,
        item=item,
        given=beside.given,
        wrong=beside.wrong,
        meanwhile=beside.meanwhile,
        mine=() if can_edit else beside.mine,
        done=done_with_item(room, beside.done, beside.of),
        is_next=beside.done in NEXT,
        told_in=told_in(room, item),
        asked_as=_asked_as(room, item),
        left=how_it_left(room, item),
        back=sent_back(room, item),
        may_take_up=item.state in PUT_ASIDE,
        others=_others(room, item),
        gates=gates.found,
        asks_why=room.lacks_reason(item, gates),
        not_checked=gates.not_checked,
        reach=room.reach(item.text.for_whom) if is_at_desk else None,
        alike=alike,
        perhaps_alike=room.perhaps_alike(item) if is_at_desk else (),
        is_mine=is_mine,
        is_at_desk=is_at_desk,
        can_edit=can_edit,
        can_ready=can_edit and item.issue is None,
        why_not=_why_not(item, issue if is_locked else None),
        into=_into(room, item),
        early=_closes_early(room, item) if is_at_desk else "",
        waits=_waits(room, item) if is_at_desk else "",
        coming=coming,
        history=told(steps(room.desk, item.id), lists),
        body=paragraphs(item.text.body),
        for_whom=said(item.text.for_whom, lists),
        choices=choices(room.audiences(), item.text.for_whom),
        documents=_documents(room, item),
        editors=[(p.address, p.name) for p in room.editors() if p.address != person.address],
        mergeable=_mergeable(room, item, alike) if can_edit else (),
        consents=[(consent.value, WORDS[consent], "") for consent in Consent],
        most={"headline": HEADLINE_MAX, "summary": SUMMARY_MAX},
    )


def _asked_as(room: DeskRoom, item: Item) -> BulkRequest | None:
    """The request that it was made of, if it was."""
    turned = room.desk.book.requests((RequestState.TURNED,), item.sender.address)
    return next((request for request in turned if request.item == item.id), None)


def _into(room: DeskRoom, item: Item) -> Issue | None:
    """The open issue, where the item can be placed in it without a further word."""
    issue = open_issue(room.desk)
    fits = issue is not None and item.submitted_at < issue.cut_off and not closes_before(item.text, issue)
    return issue if fits else None


def _closes_early(room: DeskRoom, item: Item) -> str:
    """That schools would read it too late, where they would."""
    closes, issue = item.text.closes, issue_for(room.desk, item)
    if closes is None:
        return ""
    if closes < room.desk.today:
        return f"Its closing date, {in_weekdays(closes)}, is past."
    if issue is None or not closes_before(item.text, issue):
        return ""
    goes_out = f"issue {issue.key.number} goes out on {in_weekdays(issue.goes_out)}"
    return f"It closes on {in_weekdays(closes)}, before schools read it: {goes_out}."


def _waits(room: DeskRoom, item: Item) -> str:
    """Why it does not go into the issue at hand, where it does not."""
    issue, at_hand = issue_for(room.desk, item), current_issue(room.desk)
    if item.issue or issue is None or at_hand is None or issue.key == at_hand.key:
        return ""
    goes = f"it waits for issue {issue.key.number}, which goes out on {in_weekdays(issue.goes_out)}."
    if at_hand.state is not IssueState.OPEN:
        return f"Issue {at_hand.key.number} is published: {goes}"
    came = f"It came after the cut-off of issue {at_hand.key.number}: {goes}"
    return f"{came} Once it is ready, it can still be placed in issue {at_hand.key.number} from the inbox."


def _why_not(item: Item, locked: Issue | None) -> str:
    """Why the text is no form."""
    if item.state not in AT_THE_DESK:
        left = "It is not at the desk any more, so nobody changes it."
        return f"{left} Take it up again to change it." if item.state in PUT_ASIDE else left
    if locked:
        return (
            f"It stands in issue {locked.key.number}, which is published. Stop the issue first to change it."
        )
    return f"{item.editor.name if item.editor else ''} has claimed it, so only they change it."


def _others(room: DeskRoom, item: Item) -> Mapping[str, str]:
    """The headlines of the items that it was merged with, by their ids."""
    merged = {move.into for move in room.desk.book.history(item.id) if move.kind in _OF_TWO}
    found = (room.desk.book.item(number) for number in sorted(merged))
    return {other.id: other.text.headline for other in found if other}


def _documents(room: DeskRoom, item: Item) -> Options:
    found = ((number, room.website.document(number)) for number in item.text.documents)
    return [(number, document.words if document else "A document that is gone") for number, document in found]


def _mergeable(room: DeskRoom, item: Item, alike: Sequence[Item]) -> Options:
    """The items that can tell it too: those most like it first."""
    likely = [other for other in alike if other.state in AT_THE_DESK | {ItemState.OUT}]
    others = [other for other in room.desk.book.items(AT_THE_DESK) if other.id != item.id]
    found = {other.id: other for other in [*likely, *others]}
    return [(other.id, other.text.headline) for other in found.values()][:_MERGEABLE]
