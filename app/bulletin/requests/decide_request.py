"""What becomes of a request for mail that does not fit the bulletin?

Urgent mail, mail to chosen schools and notes to a cluster are asked for with what the urgency test says. A
mailing list counts as social media in the trust's policy, so whoever approves one needs leave to post there,
and answers the questions before a post. Then comes a hold, as for an issue.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.bulletin.desk import BulletinDesk, line, named, new_id, plain, sender_of
from app.bulletin.publish import may_publish
from app.bulletin.submit import checked
from app.domain.asked import Asked
from app.domain.bulk_request import Approval, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.item import AT_THE_DESK, Item, Move, MoveKind, Person
from app.domain.item_text import CONTACT_MAX, HEADLINE_MAX, SUMMARY_MAX, ItemText
from app.domain.posting import Outlet


def ask(
    desk: BulletinDesk, key: str, asked: Asked, sender: Person, urgency: Mapping[str, Any]
) -> BulkRequest:
    """A new request. `key` is the sender's own name for it, random and long; `urgency` is facts, never text.

    Raises:
        BulletinError: something is missing or too long (by field), or the key stands for another request.
    """
    who = sender_of(sender)
    right = _tidied(asked)
    if faults := right.faults():
        field, first = next(iter(faults.items()))
        raise BulletinError(first, field, faults)
    request = BulkRequest(new_id(who, key), right, who, desk.clock.now(), dict(urgency))
    desk.book.begin_request(request)
    return request_of(desk, request.id)


def request_of(desk: BulletinDesk, number: str) -> BulkRequest:
    """A request by its id. Raises BulletinError when there is none."""
    if (request := desk.book.request(number)) is None:
        raise BulletinError("There is no such request.")
    return request


def days_left(desk: BulletinDesk, request: BulkRequest) -> int | None:
    """Days until schools must act: negative once that is past, None without a deadline."""
    return None if request.asked.deadline is None else (request.asked.deadline - desk.today).days


def is_past(desk: BulletinDesk, request: BulkRequest) -> bool:
    """Whether it is too late to do what it asks of schools. A return that is chased is late anyhow."""
    left = days_left(desk, request)
    return left is not None and left < 0 and not request.asked.is_chasing


def approve(desk: BulletinDesk, number: str, seen: int, by: Person, said: Approval) -> BulkRequest:
    """A request on hold, which goes out by itself when that is over.

    Raises:
        BulletinError: `by` has no leave for mailing lists, its deadline is past, a question is not answered
            with yes, a reason is missing, or it was decided already.
    """
    request = request_of(desk, number)
    if not may_publish(desk, by, Outlet.MAILING_LIST):
        raise BulletinError("You may not approve mail to a list. The register of posters says who may.", "by")
    if is_past(desk, request):
        raise BulletinError("The day by which schools must act is past. Decline it, or ask for a new one.")
    if _is_done(request, seen, RequestState.APPROVED, by):
        return request
    _must_be(request, seen)
    approved = request.approved(replace(said, why=line(said.why)), named(by), desk.clock.now())
    desk.book.keep_request(approved)
    return approved


def stop(desk: BulletinDesk, number: str) -> BulkRequest:
    """A request to be decided again; whoever stops it twice has stopped it.

    Raises:
        BulletinError: it is going out already, or was never approved.
    """
    request = request_of(desk, number)
    if request.state is RequestState.ASKED:
        return request
    stopped = request.stopped()
    desk.book.keep_request(stopped)
    return stopped


def pass_on(desk: BulletinDesk, number: str, seen: int, by: Person, why: str = "") -> BulkRequest:
    """A request given to the local officer. Raises BulletinError when it was decided already."""
    return _decided(desk, number, seen, (RequestState.PASSED_ON, by, why))


def decline(desk: BulletinDesk, number: str, seen: int, by: Person, why: str) -> BulkRequest:
    """A request that does not go out. Raises BulletinError without a reason, or when it was decided."""
    return _decided(desk, number, seen, (RequestState.DECLINED, by, why))


def take_up(desk: BulletinDesk, number: str, seen: int, by: Person) -> BulkRequest:
    """A request to be decided again. Raises BulletinError unless it was declined or passed on."""
    request = request_of(desk, number)
    if _is_done(request, seen, RequestState.ASKED, by):
        return request
    _must_be(request, seen)
    waiting = request.taken_up(named(by))
    desk.book.keep_request(waiting)
    return waiting


def withdraw(desk: BulletinDesk, number: str, seen: int, sender: Person) -> BulkRequest:
    """A request taken back. Raises BulletinError for anybody else's, or when it was decided already."""
    return _decided(desk, number, seen, (RequestState.WITHDRAWN, sender_of(sender), ""))


def as_item(request: BulkRequest) -> ItemText:
    """A request as an item, for an editor to look over. What does not fit is cut between words.

    An item names no single schools: every school reads the bulletin. They ask whoever asked for it.
    """
    asked, sender = request.asked, request.sender
    first = next((found for paragraph in asked.body.split("\n") if (found := line(paragraph))), "")
    return ItemText(
        headline=_cut(line(asked.subject), HEADLINE_MAX),
        summary=_cut(first, SUMMARY_MAX),
        body=asked.body,
        for_whom=replace(asked.for_whom, schools=frozenset()),
        closes=asked.deadline,
        contact=_cut(f"{sender.name}, {sender.address}", CONTACT_MAX),
        documents=asked.documents,
    )


def as_checked(request: BulkRequest) -> ItemText:
    """A request as the checks read it: every word of its mail, however long, and from whom it is."""
    asked, sender = request.asked, request.sender
    return ItemText(
        asked.subject,
        "",
        asked.body,
        asked.for_whom,
        asked.deadline,
        contact=f"{sender.name}, {sender.address}",
        documents=asked.documents,
    )


def turn_into_item(
    desk: BulletinDesk, number: str, seen: int, by: Person, text: ItemText
) -> tuple[BulkRequest, Item]:
    """A request that goes into the bulletin, and its item: whoever asked is its sender and follows it.

    Raises:
        BulletinError: the text has faults (by field), or the request was decided already.
    """
    request, at, right, who = request_of(desk, number), desk.clock.now(), checked(desk, text), named(by)
    if _is_done(request, seen, RequestState.TURNED, who):
        return request, desk.item(request.item)
    _must_be(request, seen)
    name = f"item of {request.id}" + f", {seen}" * (seen > 1)  # it may have been turned, and back, before
    item = Item(new_id(request.sender, name), right, request.sender, request.asked_at)
    turned = request.decided(RequestState.TURNED, who, at, item=item.id)
    desk.book.keep_request(turned, (item, Move(MoveKind.SUBMITTED, at, who, text=right)))
    return turned, item


def turn_back(desk: BulletinDesk, number: str, seen: int, item_seen: int, by: Person) -> BulkRequest:
    """A request to be decided again that was turned into an item by mistake; the item leaves the desk.

    Raises:
        BulletinError: it was not turned; its item was changed after `item_seen`, is another editor's, stands
            in an issue, or has left the desk.
    """
    request = request_of(desk, number)
    if _is_done(request, seen, RequestState.ASKED, by):
        return request
    _must_be(request, seen)
    waiting, item = request.turned_back(named(by)), desk.item(request.item)
    if item.issue and item.state in AT_THE_DESK:
        raise BulletinError(f"Its item stands in issue {item.issue.number}. Take it out of that first.")
    step = Move(MoveKind.TURNED_BACK, desk.clock.now(), named(by))
    gone = item.after(step)
    if item.version != item_seen:
        who = desk.book.history(item.id)[-1].by.name
        raise BulletinError(f"{who} changed its item meanwhile. Look at that first.")
    desk.book.keep_request(waiting, (gone, step))
    return waiting


def _decided(
    desk: BulletinDesk, number: str, seen: int, decision: tuple[RequestState, Person, str]
) -> BulkRequest:
    request, (state, by, why) = request_of(desk, number), decision
    if _is_done(request, seen, state, by):
        return request
    _must_be(request, seen)
    decided = request.decided(state, named(by), desk.clock.now(), line(why))
    desk.book.keep_request(decided)
    return decided


def _is_done(request: BulkRequest, seen: int, state: RequestState, by: Person) -> bool:
    """Whether this is a second click."""
    who = request.decided_by
    return (
        (request.version, request.state) == (seen + 1, state)
        and who is not None
        and who.address == by.address
    )


def _must_be(request: BulkRequest, seen: int) -> None:
    if request.version != seen:
        who = request.decided_by.name if request.decided_by else "Somebody"
        raise BulletinError(f"{who} decided on this request meanwhile. Look at that first.")


def _tidied(asked: Asked) -> Asked:
    return replace(
        asked,
        subject=line(asked.subject),
        body=plain(asked.body).strip(),
        reason=line(asked.reason),
        duty=line(asked.duty),
        officer=line(asked.officer),
    )


def _cut(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    head = words[:most].rpartition(" ")[0] or words[: most - 1]
    return head.rstrip(" ,;:–-")
