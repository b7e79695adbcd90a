"""An editor decides on a request for mail to schools: with its test, its clock and numbers, never an address."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest

from app.bulletin.edit import edit
from app.bulletin.requests.decide_request import approve, ask, decline
from app.bulletin.requests.urgency_test import urgency, urgency_rules
from app.bulletin_ports import DeliveryState
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import QUESTIONS, Approval, BulkRequest, RequestState
from app.domain.calendar import LONDON
from app.domain.for_whom import ForWhom
from app.domain.posting import Outlet
from app.web.desk.clock import clock
from app.web.desk.room import Audiences, Gate, Gates, HowFar, Shown
from app.web.requests.room import RequestsRoom, of_a_mail
from app.web.state import WebState
from tests.desk_rooms import EDITOR, OTHER, SENDER, leave_to_publish
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.web.conftest import Browser, app_for, browser_at

CENSUS = Asked(
    RequestKind.URGENT, "Census <b>: send your return", "It closes soon.\n\nSend your return.",
    ForWhom(), "", "School census", date(2026, 11, 19),
)  # fmt: skip
PAYROLL = replace(
    CENSUS, kind=RequestKind.CHOSEN, subject="Payroll closes early", duty="", deadline=None,
    reason="They joined the payroll service.", for_whom=ForWhom(lists=frozenset({"l1"})),
)  # fmt: skip
NOTE = replace(
    PAYROLL, kind=RequestKind.CLUSTER_NOTE, subject="Heads meet", for_whom=ForWhom(clusters=frozenset({"Weald"}))
)  # fmt: skip

YES = {"answers": list(QUESTIONS)}


def gated(site: WebState, *found: Gate) -> Browser:
    """Where the checks say so of every request."""
    room = RequestsRoom(gates=lambda _: Gates(found))
    return browser_at(app_for(replace(site, requests=room))).come_in()


def asked(site: WebState, what: Asked = CENSUS) -> BulkRequest:
    desk, rules = site.desk.desk, urgency_rules(site.policy.live())
    return ask(desk, f"a key that is long: {what.subject}", what, SENDER, urgency(desk, what, rules).facts())


def let_approve(site: WebState) -> None:
    entry = leave_to_publish()
    site.desk.desk.postings.add(
        replace(entry, permission=replace(entry.permission, outlet=Outlet.MAILING_LIST))
    )


def decided(priya: Browser, request: BulkRequest, do: str, **fields: Any) -> Any:
    page = f"/desk/requests/{request.id}"
    return priya.send(page, {"do": do, "version": request.version, **fields}, on=page)


def kept(site: WebState, request: BulkRequest) -> BulkRequest:
    found = site.desk.desk.book.request(request.id)
    assert found
    return found


def test_without_requests_the_page_says_where_they_come_from(priya: Browser) -> None:
    assert "No requests yet" in priya.open("/desk/requests").text
    assert priya.open("/desk/requests/0123abcd").status_code == HTTPStatus.NOT_FOUND


def test_what_waits_stands_by_its_deadline_and_what_is_decided_below(priya: Browser, site: WebState) -> None:
    asked(site, PAYROLL)
    asked(site)
    gone = asked(site, replace(CENSUS, subject="Old news"))
    decline(site.desk.desk, gone.id, gone.version, EDITOR, "It was said before.")
    told = priya.open("/desk/requests").text

    assert "To decide (2)" in told
    assert "Decided (1)" in told
    assert told.index("Census &lt;b&gt;") < told.index("Payroll closes early") < told.index("Old news")
    assert "Urgent</span>" in told
    assert "in <strong>3 days" in told


def test_one_request_tells_its_test_its_clauses_and_how_many_it_reaches(
    priya: Browser, site: WebState
) -> None:
    told = priya.open(f"/desk/requests/{asked(site).id}").text

    assert "It is urgent as the policy means it." in told
    assert "alerts to statutory, national or legal deadlines" in told
    assert "160 schools, 158 addresses; 2 schools cannot be reached" in told
    assert "Please act by Thursday 19 November 2026." in told
    assert "may not approve" in told
    assert 'href="/staff/postings/new?outlet=mailing-list&amp;back=/desk/requests/' in told


def test_counting_again_changes_nothing(site: WebState) -> None:
    counted = {True: {"schools": 160, "addresses": 158}, False: {"schools": 12, "addresses": 11}}
    room = replace(site.desk, count=lambda whom: counted[whom.is_everybody])
    priya, request = browser_at(app_for(replace(site, desk=room))).come_in(), asked(site)
    told = decided(priya, request, "count", phases="primary", clusters="Nowhere")

    assert "12 schools, 11 addresses" in told.text
    assert "not the schools that were asked for" in told.text
    assert kept(site, request) == request


def test_only_who_may_post_to_lists_approves(priya: Browser, site: WebState) -> None:
    request = asked(site)
    refused = decided(priya, request, "approve")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert kept(site, request).state is RequestState.ASKED

    let_approve(site)
    assert 'href="#accurate"' in decided(priya, request, "approve", answers=["readers"]).text
    assert kept(site, request).state is RequestState.ASKED

    assert "It is approved, and held" in decided(priya, request, "approve", **YES).text
    assert kept(site, request).state is RequestState.APPROVED


def test_anybody_at_the_desk_stops_what_is_held(priya: Browser, site: WebState) -> None:
    let_approve(site)
    request = asked(site)
    approve(site.desk.desk, request.id, 1, EDITOR, Approval(CENSUS.for_whom, dict.fromkeys(QUESTIONS, True)))
    told = priya.open(f"/desk/requests/{request.id}").text
    assert "It is held, and goes out at 10:10 on 16 November 2026." in told

    assert "Stopped. Nothing went out" in decided(priya, request, "stop").text
    assert "approved, and held" not in priya.open(f"/desk/requests/{request.id}?done=approve").text
    assert kept(site, request).state is RequestState.ASKED


@pytest.mark.parametrize("page", ["/desk", "/desk/requests"])
def test_what_is_held_is_seen_and_stopped_where_an_editor_is(
    page: str, priya: Browser, site: WebState
) -> None:
    let_approve(site)
    request = asked(site)
    assert 'value="stop"' not in priya.open(page).text
    approve(site.desk.desk, request.id, 1, EDITOR, Approval(CENSUS.for_whom, dict.fromkeys(QUESTIONS, True)))
    told = priya.open(page).text
    assert "“Census &lt;b&gt;: send your return” is held, and goes out at 10:10" in told
    assert f'action="/desk/requests/{request.id}" class="notice notice-warn hold"' in told
    assert 'data-left="600"' in told


def test_what_is_held_and_cannot_go_says_why(site: WebState) -> None:
    let_approve(site)
    request = asked(site)
    approve(site.desk.desk, request.id, 1, EDITOR, Approval(CENSUS.for_whom, dict.fromkeys(QUESTIONS, True)))
    unsent = browser_at(app_for(replace(site, desk=replace(site.desk, sends=False)))).come_in()
    assert "no mail goes out from this installation" in unsent.open(f"/desk/requests/{request.id}").text

    desk = replace(site.desk.desk, clock=FakeClock(MONDAY_MORNING + timedelta(days=4)))
    late = browser_at(app_for(replace(site, desk=replace(site.desk, desk=desk)))).come_in()
    assert "is not sent: the day by which" in late.open(f"/desk/requests/{request.id}").text


def test_a_check_that_stops_it_holds_it_back_and_one_that_asks_is_answered(site: WebState) -> None:
    let_approve(site)
    asks = Gate("Somebody is named", "Say why.", asks_why=True)
    request = asked(site)
    stopped = gated(site, Gate("A number of a child", "Take it out.", is_stop=True), asks)
    told = decided(stopped, request, "approve", reason="Because.", **YES).text
    assert "A check stops it: A number of a child." in told
    assert "Take it out." in told

    asking = gated(site, asks)
    assert 'href="#reason"' in decided(asking, request, "approve", **YES).text
    assert "and where a check asks for one" in asking.open(f"/desk/requests/{request.id}").text
    decided(asking, request, "approve", reason="She agreed.", **YES)
    assert (kept(site, request).state, kept(site, request).why) == (RequestState.APPROVED, "She agreed.")


def test_parts_are_named_as_those_of_a_mail() -> None:
    gate = Gate("A name", "Look.", parts=(Shown("headline", "Headline", "Ann"), Shown("links", "Links", "x")))
    (found,) = of_a_mail(Gates((gate,))).found

    assert [part.label for part in found.parts] == ["Subject", "Links"]


def test_how_far_its_mail_has_come_is_told(site: WebState) -> None:
    request = asked(site)
    far = HowFar({DeliveryState.SENT: 1204, DeliveryState.WAITING: 3}, "The carrier refuses us.")
    room = RequestsRoom(how_far=lambda one: far if one.id == request.id else HowFar())
    told = (
        browser_at(app_for(replace(site, requests=room))).come_in().open(f"/desk/requests/{request.id}").text
    )

    assert "1,204" in told
    assert "The carrier refuses us." in told


def test_other_schools_are_approved_with_a_reason(priya: Browser, site: WebState) -> None:
    let_approve(site)
    request = asked(site)
    refused = decided(priya, request, "approve", phases="primary", **YES)
    assert 'href="#reason"' in refused.text

    told = decided(priya, request, "approve", phases="primary", reason="Only they are late.", **YES).text
    assert {phase.value for phase in kept(site, request).for_whom.phases} == {"primary"}
    assert "Primary schools. Asked for: Every school." in told


def test_what_reaches_nobody_is_not_approved(site: WebState) -> None:
    let_approve(site)
    room = replace(site.desk, count=lambda _whom: {"schools": 3, "addresses": 0, "unreachable": 3})
    priya, request = browser_at(app_for(replace(site, desk=room))).come_in(), asked(site)

    assert "reach no address" in decided(priya, request, "approve").text
    assert kept(site, request).state is RequestState.ASKED


def test_a_request_becomes_an_item_that_its_sender_follows(priya: Browser, site: WebState) -> None:
    request = asked(site)
    told = decided(priya, request, "item")
    assert f"made it of what {SENDER.name} asked for" in told.text
    item = site.desk.desk.item(kept(site, request).item)

    assert str(told.url).endswith(f"/desk/items/{item.id}?done=turned")
    assert (item.sender, item.text.closes) == (SENDER, CENSUS.deadline)


def test_a_request_turned_by_mistake_is_turned_back_from_its_page(priya: Browser, site: WebState) -> None:
    request = asked(site)
    item = decided(priya, request, "item")
    assert f'href="/desk/requests/{request.id}"' in item.text
    page = f"/desk/requests/{request.id}"
    told = priya.send(page, {"do": "turn-back", "version": 2, "item-version": 1}, on=page)

    assert "waits for a decision again" in told.text
    assert kept(site, request).state is RequestState.ASKED
    left = priya.open("/desk/left?show=turned-back").text
    assert "turned it back into a request" in left
    assert 'value="take-up"' not in left


def test_what_changed_in_the_item_meanwhile_is_said_before_it_is_turned_back(
    priya: Browser, site: WebState
) -> None:
    request = asked(site)
    decided(priya, request, "item")
    number, page = kept(site, request).item, f"/desk/requests/{request.id}"
    assert 'value="turn-back"' in priya.open(page).text
    edit(site.desk.desk, number, 1, replace(site.desk.desk.item(number).text, headline="Other"), OTHER)

    told = priya.send(page, {"do": "turn-back", "version": 2, "item-version": 1}, on=page)
    assert (told.status_code, "changed its item meanwhile" in told.text) == (422, True)
    assert kept(site, request).state is RequestState.TURNED


def test_a_note_goes_to_the_officer_whom_the_directory_names(priya: Browser, site: WebState) -> None:
    request = asked(site, NOTE)
    told = priya.open(f"/desk/requests/{request.id}").text
    assert "jo@council.example" in told.replace("%40", "@")
    assert "appropriate only to one or two clusters" in told

    assert "It is passed on" in decided(priya, request, "pass-on", why="It is one cluster.").text
    assert kept(site, request).state is RequestState.PASSED_ON


def test_the_officer_comes_first_for_a_note_and_last_for_other_mail(priya: Browser, site: WebState) -> None:
    note = priya.open(f"/desk/requests/{asked(site, NOTE).id}").text
    assert note.index("Local officer of") < note.index("Or straight to schools") < note.index("Or otherwise")
    assert note.count('value="pass-on"') == 1
    told = priya.open(f"/desk/requests/{asked(site).id}").text
    assert "By the local officer" not in told


def test_a_note_that_must_not_go_out_is_not_passed_on(site: WebState) -> None:
    priya, request = gated(site, Gate("A number of a child", "Take it out.", is_stop=True)), asked(site, NOTE)
    told = priya.open(f"/desk/requests/{request.id}").text
    assert "mailto:" not in told
    assert 'value="pass-on"' not in told

    assert "A check stops it" in decided(priya, request, "pass-on").text
    assert kept(site, request).state is RequestState.ASKED


def test_what_is_for_no_cluster_has_no_officer_to_be_passed_on_to(priya: Browser, site: WebState) -> None:
    assert 'value="pass-on"' not in priya.open(f"/desk/requests/{asked(site).id}").text
    assert 'value="pass-on"' in priya.open(f"/desk/requests/{asked(site, NOTE).id}").text


def test_declining_needs_a_reason(priya: Browser, site: WebState) -> None:
    request = asked(site)
    assert 'href="#why"' in decided(priya, request, "decline").text
    told = decided(priya, request, "decline", why="It is not <i>urgent</i>.").text

    assert "It is not &lt;i&gt;urgent&lt;/i&gt;." in told
    assert "what it said when it was asked for" in told


def test_a_button_that_is_not_there_and_a_decision_on_an_old_page_do_nothing(
    priya: Browser, site: WebState
) -> None:
    request = asked(site)
    assert decided(priya, request, "explode").status_code == HTTPStatus.BAD_REQUEST
    decline(site.desk.desk, request.id, request.version, EDITOR, "No.")
    told = priya.send(f"/desk/requests/{request.id}", {"do": "pass-on", "version": "1"}, on="/desk/requests")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert kept(site, request).state is RequestState.DECLINED


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(days=2, hours=4, minutes=3), "2 days 4 hours"),
        (timedelta(days=2, minutes=3), "2 days"),
        (timedelta(days=6, hours=23), "6 days 23 hours"),
        (timedelta(days=26, hours=5), "26 days"),
        (timedelta(hours=1, minutes=1), "1 hour 1 minute"),
        (timedelta(minutes=9, seconds=5), "9 minutes"),
        (timedelta(seconds=5), "less than a minute"),
        (timedelta(0), "past"),
    ],
)
def test_the_clock(left: timedelta, said: str) -> None:
    now = datetime(2026, 11, 16, 9, 0, tzinfo=LONDON)
    assert clock(now, now + left) == said


def test_the_inbox_says_what_waits_for_a_decision(priya: Browser, site: WebState) -> None:
    assert "for a decision" not in priya.open("/desk").text
    overdue = asked(site, replace(CENSUS, subject="Boilers", deadline=date(2026, 11, 2)))
    assert "Its day is past." in priya.open("/desk").text
    decided(priya, overdue, "decline", why="Too late.")
    asked(site, PAYROLL)
    assert "1 request for mail to schools waits for a decision" in priya.open("/desk").text
    asked(site)
    told = priya.open("/desk").text

    assert "2 requests for mail to schools wait for a decision" in told
    assert "For the first of them schools must act by Thursday 19 November 2026" in told

    asked(site, replace(CENSUS, subject="Overdue", deadline=date(2026, 11, 2)))
    told = priya.open("/desk").text
    assert "The day of 1 is past. For the next of them schools must act by Thursday 19 November" in told


def test_its_documents_can_be_looked_at_before_schools_can(site: WebState, priya: Browser) -> None:
    one, other = "a" * 64, "b" * 64
    request = asked(site, replace(CENSUS, documents=(one, other)))
    shown = priya.open(f"/desk/requests/{request.id}").text

    assert f'before schools can: <a href="/desk/documents/{one}">document 1</a>, <a' in shown


def test_schools_by_name_stay_ticked_beside_what_the_message_was_to(site: WebState) -> None:
    named = Audiences(schools={"100001": "Oak Primary School"})
    priya = browser_at(app_for(replace(site, desk=replace(site.desk, audiences=lambda: named)))).come_in()
    whom = ForWhom(schools=frozenset({"100001", "100002"}))
    request = asked(site, replace(CENSUS, for_whom=whom, draft_schools=3))
    told = priya.open(f"/desk/requests/{request.id}").text

    assert "2 schools chosen by name</strong>" in told
    assert "message was to 3 schools." in told
    assert "Oak Primary School</label>" in told
    assert "URN 100002</label>" in told
    again = decided(priya, request, "count", schools=["100001", "100002", "100009"]).text
    assert "not the schools that were asked for" not in again


def test_single_schools_are_no_audience_of_an_item(priya: Browser, site: WebState) -> None:
    whom = ForWhom(schools=frozenset({"100001"}))
    request = asked(site, replace(CENSUS, for_whom=whom))
    decided(priya, request, "item")

    assert site.desk.desk.item(kept(site, request).item).text.for_whom == ForWhom()


def test_what_was_declined_by_mistake_is_decided_again(priya: Browser, site: WebState) -> None:
    request = asked(site)
    gone = decline(site.desk.desk, request.id, request.version, OTHER, "Not urgent.")
    page = f"/desk/requests/{gone.id}"
    assert "Decide again" in priya.open(page).text
    told = decided(priya, gone, "take-up").text

    assert "It waits for a decision again." in told
    assert "Priya Shah took it up again" in told
    assert "To decide (1)" in priya.open("/desk/requests").text


def test_leave_to_approve_is_given_in_a_short_form_and_leads_back(priya: Browser, site: WebState) -> None:
    page = f"/desk/requests/{asked(site).id}"
    short = f"/staff/postings/new?outlet=mailing-list&back={page}"
    told = priya.open(short).text
    assert f'href="{page}">Back to the request' in told
    assert 'value="Mail to schools"' in told.partition("<details>")[2]
    known = re.findall(
        r'name="(on_behalf_of|place|capacity|subject|starts|ends)" type="\w+" value="([^"]*)"', told
    )
    sent = dict(known) | {"scope": "urgent mail", "outlet": "mailing-list", "back": page, "why": "New"}
    sent |= {"name": "Priya Shah", "address": EDITOR.address, "given_by": "Ann Hall"}
    answer = priya.send("/staff/postings/new", sent, on=short)

    assert "Leave to approve mail to schools is given." in answer.text
    (given,) = site.staff.postings.store.entries()
    assert (given.permission.outlet, given.permission.on_behalf_of) == (Outlet.MAILING_LIST, "Wealdshire")


def test_after_a_decision_the_next_request_is_named(priya: Browser, site: WebState) -> None:
    first, second = asked(site), asked(site, PAYROLL)
    told = decided(priya, first, "decline", why="No.").text
    assert f'1 more request to decide. The next: <a href="/desk/requests/{second.id}">' in told
    assert "No other request waits." in decided(priya, second, "decline", why="No.").text
