"""What goes out by itself: after the hold and not before, once, whoever looks and whoever crashes."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from app.bulletin.build_issue import place
from app.bulletin.desk import BulletinDesk
from app.bulletin.go_out import GoOut, mailing_of_issue, mailing_of_request, request_texts
from app.bulletin.printed.layout import LaidOutLink, NoWebsite
from app.bulletin.publish import publish, stop
from app.bulletin.requests import decide_request
from app.bulletin.requests.decide_request import ask, request_of
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import Approval, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.issue import Issue, IssueState
from app.domain.item import ItemState
from app.domain.mailing import MailingText
from app.domain.school import Phase
from tests.bulletin.desks import (
    ANN,
    EVE,
    KEY,
    YES,
    YES_TO_MAIL,
    a_desk,
    approve,
    at,
    later,
    meanwhile,
    placed,
    ready,
)
from tests.mailing_fakes import FakeMailings

NURSERIES = ForWhom(phases=frozenset({Phase.NURSERY}))
CENSUS = Asked(
    RequestKind.URGENT, "Census closes on Friday", "Send your census return.", NURSERIES, "", "School census",
    date(2026, 11, 27),
)  # fmt: skip


@dataclass
class Press:
    """A desk with what goes out of it; counts how often a text was written."""

    desk: BulletinDesk = field(default_factory=a_desk)
    mailings: FakeMailings = field(default_factory=FakeMailings)
    written: list[str] = field(default_factory=list)
    sends: bool = True

    def write_issue(self, issue: Issue) -> dict[str, MailingText]:
        self.written.append(str(issue.key))
        return {"": MailingText(f"Issue {issue.key.number}", "Hello")}

    def write_request(self, request: BulkRequest) -> dict[str, MailingText]:
        self.written.append(request.id)
        return {"": MailingText(request.asked.subject, request.asked.body)}

    def look(self) -> None:
        GoOut(self.desk, self.mailings, self.write_issue, self.write_request, self.sends).look()

    def publish(self) -> Issue:
        return publish(self.desk, KEY, self.desk.issue(KEY).version, YES, EVE)

    def at_the_end_of_the_hold(self) -> None:
        until = self.desk.issue(KEY).held_until
        assert until
        self.desk = at(self.desk, until)

    def after_the_hold_of(self, number: str, **by: float) -> None:
        until = request_of(self.desk, number).held_until
        assert until
        self.desk = later(at(self.desk, until), **by)

    @property
    def state(self) -> IssueState:
        return self.desk.issue(KEY).state


@pytest.fixture
def press() -> Press:
    press = Press()
    placed(press.desk)
    press.publish()
    return press


def test_the_issue_of_the_week_is_opened() -> None:
    press = Press()
    press.look()

    assert [issue.key for issue in press.desk.book.issues()] == [KEY]


def test_an_issue_is_held_to_the_last_moment(press: Press) -> None:
    press.at_the_end_of_the_hold()
    press.desk = later(press.desk, microseconds=-1)
    press.look()

    assert press.state is IssueState.HELD
    assert press.mailings.kept == {}


def test_after_the_hold_it_goes_out_with_its_items_and_texts(press: Press) -> None:
    press.at_the_end_of_the_hold()
    for _ in range(3):
        press.look()

    assert press.state is IssueState.GOING_OUT
    assert [item.state for item in press.desk.book.items(issue=KEY)] == [ItemState.OUT]
    mailing = press.mailings.kept[mailing_of_issue(KEY)]
    assert (mailing.id, mailing.for_whom, mailing.is_regular) == ("issue-2026-27-12", EVERYBODY, True)
    assert press.written == ["2026-27-12"], "its text is written once"


def test_it_is_out_when_the_mailing_has_ended(press: Press) -> None:
    press.at_the_end_of_the_hold()
    press.look()
    press.mailings.end(mailing_of_issue(KEY), press.desk.clock.now())
    for _ in range(2):
        press.look()

    assert press.state is IssueState.OUT


def test_a_stopped_issue_does_not_go_out(press: Press) -> None:
    stop(press.desk, KEY)
    press.desk = later(press.desk, days=10)
    press.look()

    assert press.state is IssueState.OPEN
    assert press.mailings.kept == {}


def test_stop_at_the_last_moment_wins_or_comes_too_late(press: Press) -> None:
    press.at_the_end_of_the_hold()
    held = press.desk
    press.desk = meanwhile(held, lambda: stop(held, KEY))
    press.look()
    assert (press.state, press.mailings.kept) == (IssueState.OPEN, {})

    press.desk = held
    press.publish()
    press.at_the_end_of_the_hold()
    press.look()
    with pytest.raises(BulletinError, match="too late"):
        stop(press.desk, KEY)


def test_published_again_after_a_stop_it_is_held_again(press: Press) -> None:
    press.at_the_end_of_the_hold()
    stop(press.desk, KEY)
    press.publish()
    press.look()

    assert press.state is IssueState.HELD


def test_a_crash_between_the_steps_changes_nothing(press: Press) -> None:
    press.at_the_end_of_the_hold()

    def crash(issue: Issue) -> dict[str, MailingText]:
        raise KeyboardInterrupt(issue.key)

    with pytest.raises(KeyboardInterrupt):
        GoOut(press.desk, press.mailings, crash, press.write_request).look()
    assert (press.state, press.mailings.kept) == (IssueState.GOING_OUT, {})
    press.look()
    assert list(press.mailings.kept) == [mailing_of_issue(KEY)]


def test_one_that_cannot_be_written_does_not_hold_back_the_others(press: Press) -> None:
    press.at_the_end_of_the_hold()
    number = approved(press)
    press.after_the_hold_of(number)

    def fail(issue: Issue) -> dict[str, MailingText]:
        raise ValueError(issue.key)

    GoOut(press.desk, press.mailings, fail, press.write_request).look()
    assert list(press.mailings.kept) == [mailing_of_request(number)]


def test_where_nothing_is_sent_an_issue_is_out_after_its_hold(press: Press) -> None:
    press.sends = False
    number = approved(press)
    press.at_the_end_of_the_hold()
    press.look()
    press.after_the_hold_of(number)
    press.look()

    assert press.state is IssueState.OUT
    assert press.mailings.kept == {}
    assert request_of(press.desk, number).state is RequestState.APPROVED


def test_an_approved_request_goes_to_whom_it_is_for() -> None:
    press = Press()
    number = approved(press)
    press.after_the_hold_of(number, microseconds=-1)
    press.look()
    assert press.mailings.kept == {}, "it is held to the last moment"
    press.after_the_hold_of(number)
    press.look()
    press.look()

    assert request_of(press.desk, number).state is RequestState.GOING_OUT
    mailing = press.mailings.kept[mailing_of_request(number)]
    assert (mailing.for_whom, mailing.is_regular) == (NURSERIES, False)
    press.mailings.end(mailing.id, press.desk.clock.now())
    press.look()
    assert request_of(press.desk, number).state is RequestState.OUT
    assert press.written == [number]


def test_a_request_goes_to_the_schools_that_it_was_approved_for() -> None:
    press = Press()
    request = ask(press.desk, "key" * 6, CENSUS, ANN, {})
    said = Approval(EVERYBODY, YES_TO_MAIL, "All are late.")
    decide_request.approve(press.desk, request.id, request.version, EVE, said)
    press.after_the_hold_of(request.id)
    press.look()

    assert press.mailings.kept[mailing_of_request(request.id)].for_whom == EVERYBODY


def test_a_stopped_request_does_not_go_out_whoever_is_quicker() -> None:
    press = Press()
    number = approved(press)
    press.after_the_hold_of(number)
    held = press.desk
    press.desk = meanwhile(held, lambda: decide_request.stop(held, number))
    press.look()

    assert (request_of(held, number).state, press.mailings.kept) == (RequestState.ASKED, {})
    press.desk = later(held, days=1)
    press.look()
    assert press.mailings.kept == {}


def test_what_waited_until_its_day_was_past_is_not_sent_any_more() -> None:
    press = Press(sends=False)
    number = approved(press)
    press.desk = later(press.desk, days=4)
    press.sends = True
    press.look()

    assert (request_of(press.desk, number).state, press.mailings.kept) == (RequestState.APPROVED, {})


def test_a_request_that_nobody_approved_waits() -> None:
    press = Press()
    ask(press.desk, "key" * 6, CENSUS, ANN, {})
    press.look()

    assert press.mailings.kept == {}


def test_a_request_says_what_was_asked_and_from_whom_it_is() -> None:
    class Site(NoWebsite):
        def document(self, number: str) -> LaidOutLink:
            return LaidOutLink("Form", f"https://council.example/documents/{number}")

    press = Press()
    asked = replace(CENSUS, documents=("abc",))
    text = request_texts(request_of(press.desk, ask(press.desk, "key" * 6, asked, ANN, {}).id), Site())[""]

    assert text.subject == "Census closes on Friday"
    assert text.text == (
        "Send your census return.\n\nPlease act by Friday 27 November 2026.\n\n"
        "Documents\nForm: https://council.example/documents/abc\n\n"
        "This is from Ann Hall (ann.hall@council.example).\n"
    )


def test_a_chased_return_says_when_it_was_due() -> None:
    press = Press()
    chased = replace(CENSUS, deadline=date(2026, 11, 20), is_chasing=True)
    text = request_texts(ask(press.desk, "key" * 6, chased, ANN, {}))[""]

    assert "This was due by Friday 20 November 2026." in text.text


def approved(press: Press) -> str:
    request = ask(press.desk, "key" * 6, CENSUS, ANN, {})
    return approve(press.desk, request).id


def test_an_item_that_came_into_a_stopped_issue_goes_out_with_it(press: Press) -> None:
    stop(press.desk, KEY)
    second = ready(press.desk, "two")
    place(press.desk, KEY, second.id, EVE)
    press.publish()
    press.at_the_end_of_the_hold()
    press.desk = later(press.desk, minutes=1)
    press.look()

    assert {item.state for item in press.desk.book.items(issue=KEY)} == {ItemState.OUT}
    assert len(press.desk.book.items(issue=KEY)) == 2
