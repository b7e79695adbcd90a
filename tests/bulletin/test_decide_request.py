"""Requests for mail that does not fit the bulletin: asked, decided once, lost never."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.bulletin import edit
from app.bulletin.build_issue import issue_for, place
from app.bulletin.desk import BulletinDesk
from app.bulletin.requests import decide_request
from app.bulletin.requests.decide_request import (
    as_checked,
    as_item,
    ask,
    days_left,
    decline,
    pass_on,
    request_of,
    stop,
    take_up,
    turn_back,
    turn_into_item,
    withdraw,
)
from app.bulletin.submit import Stage, own_item
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import Approval, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.for_whom import ForWhom
from app.domain.item import ItemState
from app.domain.posting import Outlet
from tests.bulletin.desks import (
    ANN,
    EVE,
    TEXT,
    TOM,
    TUESDAY,
    YES_TO_MAIL,
    a_desk,
    approve,
    at,
    later,
    leave,
    meanwhile,
)

ASKED = Asked(
    RequestKind.URGENT, "School census: send your return", "The census closes on Friday.\n\nSend your return.",
    ForWhom(), "", "School census", date(2026, 11, 27),
)  # fmt: skip
FACTS = {"is_urgent": True, "duty": "school census", "days": 3}
STEPS: dict[str, Callable[[BulletinDesk, BulkRequest], BulkRequest]] = {
    "approved": approve,
    "passed-on": lambda desk, request: pass_on(desk, request.id, request.version, EVE, "It is one cluster."),
    "turned-into-item": lambda desk, request: turn_into_item(desk, request.id, request.version, EVE, TEXT)[0],
    "declined": lambda desk, request: decline(desk, request.id, request.version, EVE, "It is not urgent."),
    "withdrawn": lambda desk, request: withdraw(desk, request.id, request.version, ANN),
}


def asked(desk: BulletinDesk, said: Asked = ASKED) -> BulkRequest:
    return ask(desk, "a key of the sender's own", said, ANN, FACTS)


def test_a_request_is_kept_with_what_the_urgency_test_said() -> None:
    desk = a_desk()
    request = asked(desk)

    assert (request.asked, request.sender, request.urgency, request.state) == (
        ASKED,
        ANN,
        FACTS,
        RequestState.ASKED,
    )
    assert asked(later(desk, seconds=1)) == request
    assert len(desk.book.requests()) == 1


def test_a_key_stands_for_one_request() -> None:
    desk = a_desk()
    asked(desk)
    with pytest.raises(BulletinError, match="Another request"):
        asked(desk, replace(ASKED, body="Something else."))


def test_faults_are_told_all_at_once_by_field() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError) as raised:
        asked(desk, replace(ASKED, subject="\0 ", duty="", deadline=None))

    assert raised.value.faults.keys() == {"subject", "duty", "deadline"}
    assert not desk.book.requests()


@pytest.mark.parametrize("step", STEPS)
def test_a_request_is_decided_once_and_a_second_click_does_nothing_more(step: str) -> None:
    desk = a_desk()
    request = asked(desk)
    decided = STEPS[step](desk, request)

    assert (decided.state, decided.version) == (RequestState(step), 2)
    assert STEPS[step](later(desk, seconds=1), request) == decided
    assert desk.book.request(request.id) == decided


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("quicker", ["declined", "withdrawn", "passed-on"])
def test_of_two_who_decide_the_quicker_one_is_heard(step: str, quicker: str) -> None:
    desk = a_desk()
    request = asked(desk)
    if step == quicker:
        return
    race = meanwhile(desk, lambda: STEPS[quicker](desk, request))
    with pytest.raises(BulletinError, match="meanwhile"):
        STEPS[step](race, request)
    with pytest.raises(BulletinError, match="decided on this request meanwhile"):
        STEPS[step](desk, request)

    assert desk.book.requests()[0].state is RequestState(quicker)
    assert not desk.book.items()


@pytest.mark.parametrize("step", ["declined", "passed-on"])
def test_what_was_put_aside_is_decided_again(step: str) -> None:
    desk = a_desk()
    gone = STEPS[step](desk, asked(desk))
    waits = take_up(desk, gone.id, gone.version, TOM)

    assert (waits.state, waits.decided_by, waits.decided_at, waits.why) == (RequestState.ASKED, TOM, None, "")
    assert take_up(desk, gone.id, gone.version, TOM) == waits
    with pytest.raises(BulletinError, match="Tom Ward decided on this request meanwhile"):
        approve(desk, gone)
    assert approve(desk, waits).state is RequestState.APPROVED


@pytest.mark.parametrize("step", ["approved", "turned-into-item", "withdrawn"])
def test_what_goes_out_became_an_item_or_was_taken_back_is_not_decided_again(step: str) -> None:
    desk = a_desk()
    gone = STEPS[step](desk, asked(desk))
    with pytest.raises(BulletinError, match="Only what was declined or passed on"):
        take_up(desk, gone.id, gone.version, EVE)


def test_nobody_approves_mail_to_a_list_without_leave_to_post_there() -> None:
    desk = a_desk()
    request = asked(desk)
    desk.postings.add(leave(TOM, Outlet.BULLETIN))
    with pytest.raises(BulletinError, match="register of posters"):
        approve(desk, request, TOM)
    desk.postings.add(leave(TOM, Outlet.MAILING_LIST))

    assert approve(desk, request, TOM).decided_by == TOM


def test_what_is_past_is_not_approved() -> None:
    desk = a_desk()
    request = asked(desk)
    late = at(desk, TUESDAY + timedelta(days=4))

    assert (days_left(desk, request), days_left(late, request)) == (3, -1)
    with pytest.raises(BulletinError, match="is past"):
        approve(late, request)
    assert decline(late, request.id, 1, EVE, "It is past.").why == "It is past."


def test_a_request_without_a_deadline_has_no_clock() -> None:
    desk = a_desk()
    chosen = replace(
        ASKED,
        kind=RequestKind.CHOSEN,
        deadline=None,
        reason="Pilot",
        for_whom=ForWhom(lists=frozenset({"p"})),
    )
    request = asked(desk, chosen)

    assert days_left(desk, request) is None
    assert approve(desk, request).state is RequestState.APPROVED


def test_a_decline_says_why() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError, match="Say why"):
        decline(desk, asked(desk).id, 1, EVE, " ")


def test_only_who_asked_takes_it_back() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError, match="Only the person who asked"):
        withdraw(desk, asked(desk).id, 1, TOM)


def test_whoever_asked_follows_the_item_it_is_turned_into() -> None:
    desk = a_desk()
    request = asked(desk)
    turned, item = turn_into_item(later(desk, days=1), request.id, 1, EVE, as_item(request))

    assert (turned.item, item.sender, item.submitted_at) == (item.id, ANN, request.asked_at)
    assert own_item(desk, item.id, ANN).item == item
    assert [move.by for move in desk.book.history(item.id)] == [EVE]
    assert item.text.headline == "School census: send your return"
    assert (item.text.summary, item.text.closes) == ("The census closes on Friday.", ASKED.deadline)


def test_what_was_turned_by_mistake_is_a_request_again_and_can_be_turned_once_more() -> None:
    desk = a_desk()
    request = asked(desk)
    _, item = turn_into_item(desk, request.id, 1, EVE, as_item(request))
    waiting = turn_back(desk, request.id, 2, 1, EVE)

    assert turn_back(desk, request.id, 2, 1, EVE) == waiting  # a second click
    assert (waiting.state, waiting.item, waiting.decided_by) == (RequestState.ASKED, "", EVE)
    assert desk.item(item.id).state is ItemState.TURNED_BACK
    assert own_item(desk, item.id, ANN).stage is Stage.WITHDRAWN
    turned, again = turn_into_item(desk, request.id, 3, TOM, as_item(request))
    assert (again.id != item.id, again.state, turned.item) == (True, ItemState.NEW, again.id)


def test_an_item_somebody_works_on_is_not_turned_back_under_their_hands() -> None:
    desk = a_desk()
    request = asked(desk)
    _, item = turn_into_item(desk, request.id, 1, EVE, as_item(request))
    edit.claim(desk, item.id, TOM)
    for by, seen, why in ((EVE, 2, "Tom .* is working on"), (TOM, 1, "Tom .* changed its item")):
        with pytest.raises(BulletinError, match=why):
            turn_back(desk, request.id, 2, seen, by)

    assert request_of(desk, request.id).state is RequestState.TURNED


def test_only_a_turned_request_whose_item_is_at_the_desk_and_in_no_issue_is_turned_back() -> None:
    desk = a_desk()
    request = asked(desk)
    with pytest.raises(BulletinError, match="Only what was turned"):
        turn_back(desk, request.id, 1, 1, EVE)
    _, item = turn_into_item(desk, request.id, 1, EVE, as_item(request))
    with pytest.raises(BulletinError, match="decided on this request meanwhile"):
        turn_back(desk, request.id, 1, 1, TOM)
    ready, issue = edit.make_ready(desk, item.id, 1, EVE), issue_for(desk, item)
    assert issue is not None
    place(desk, issue.key, ready.id, EVE)
    with pytest.raises(BulletinError, match=r"stands in issue .* Take it out"):
        turn_back(desk, request.id, 2, 3, EVE)
    edit.decline(desk, item.id, 3, EVE, "No")
    with pytest.raises(BulletinError, match="was declined"):
        turn_back(desk, request.id, 2, 4, EVE)


def test_what_does_not_fit_into_an_item_is_cut_between_words() -> None:
    long = replace(ASKED, subject="Every school has to send " * 4, body="\n\n" + "x" * 300)
    text = as_item(replace(asked(a_desk()), asked=long))

    assert text.headline == "Every school has to send Every school has to send Every"
    assert (text.summary, text.faults()) == ("x" * 99, {})


def test_an_item_with_faults_turns_nothing() -> None:
    desk = a_desk()
    request = asked(desk)
    with pytest.raises(BulletinError) as raised:
        turn_into_item(desk, request.id, 1, EVE, replace(TEXT, headline=""))

    assert raised.value.field == "headline"
    assert (desk.book.request(request.id), desk.book.items()) == (request, [])


def test_there_is_such_a_request() -> None:
    with pytest.raises(BulletinError, match="no such request"):
        pass_on(a_desk(), "nothing", 1, EVE)


def test_other_schools_than_were_asked_for_are_approved_with_a_reason() -> None:
    desk = a_desk()
    request, narrower = asked(desk), ForWhom(clusters=frozenset({"Ashmere"}))
    others = Approval(narrower, YES_TO_MAIL, " Only Ashmere\nis late. ")
    approved = decide_request.approve(desk, request.id, request.version, EVE, others)

    assert (approved.for_whom, approved.why) == (narrower, "Only Ashmere is late.")
    assert decide_request.approve(desk, request.id, request.version, EVE, others) == approved
    assert desk.book.request(request.id) == approved
    assert asked(desk) == approved, "the sender who sends it again gets it as it stands"


def test_whoever_asked_takes_it_back_while_it_is_held() -> None:
    desk = a_desk()
    request = approve(desk, asked(desk))
    with pytest.raises(BulletinError, match="decided on this request meanwhile"):
        withdraw(desk, request.id, 1, ANN)

    assert withdraw(desk, request.id, request.version, ANN).state is RequestState.WITHDRAWN


def test_anybody_stops_what_is_held_and_then_it_is_decided_again() -> None:
    desk = a_desk()
    request = asked(desk)
    approve(desk, request)
    stopped = stop(desk, request.id)

    assert (stopped.state, stopped.decided_by, stopped.version) == (RequestState.ASKED, None, 3)
    assert stop(desk, request.id) == stopped
    with pytest.raises(BulletinError, match="meanwhile"):
        approve(desk, request)
    assert decline(desk, request.id, 3, EVE, "It is wrong.").state is RequestState.DECLINED
    with pytest.raises(BulletinError, match="too late"):
        stop(desk, request.id)


def test_a_return_that_is_chased_is_approved_though_its_day_is_past() -> None:
    desk = a_desk()
    request = asked(desk, replace(ASKED, is_chasing=True))

    assert approve(at(desk, TUESDAY + timedelta(days=4)), request).state is RequestState.APPROVED


def test_the_checks_read_every_word_of_it() -> None:
    long = replace(ASKED, subject="Every school has to send " * 4 + "it", body="One.\n\n" + "x" * 300)
    text = as_checked(asked(a_desk(), long))

    assert (text.headline, text.body, text.closes) == (long.subject, long.body, long.deadline)
    assert text.contact == "Ann Hall, ann.hall@council.example"
