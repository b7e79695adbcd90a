"""From Publish to every school's mailbox, with everything that a real installation is made of but the carrier."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.workflow.duties import Rhythm
from app.bulletin.build_issue import items_of, place
from app.bulletin.desk import BulletinDesk
from app.bulletin.figures.burden import MailKind, Spread, burden
from app.bulletin.go_out import mailing_of_issue, mailing_of_request
from app.bulletin.mailing.message import Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin.printed.layout import Masthead, lay_out
from app.bulletin.publish import publish
from app.bulletin.requests.decide_request import approve, ask, request_of
from app.bulletin_ports import DeliveryState, Entry
from app.domain.asked import Asked, RequestKind
from app.domain.bulk_request import Approval, RequestState
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.issue import IssueState
from app.domain.mailing import Mailing, MailingText
from app.domain.posting import Outlet
from app.domain.school import Phase, School
from app.domain.stretches import stretches
from app.ports import DirectoryContents, DirectoryEntry
from app.settings import Settings
from app.web.desk.room import HowFar
from app.wiring.installation import Installation
from app.wiring.mailings import LayOut, issue_texts
from tests.bulletin.desks import (
    ANN,
    EVE,
    FRIDAY,
    KEY,
    TEXT,
    TUESDAY,
    YES,
    YES_TO_MAIL,
    a_desk,
    leave,
    placed,
    ready,
)
from tests.mailing_fakes import FakePublisher

PATIENCE = 20.0
PHASES = (Phase.PRIMARY, Phase.SECONDARY)


@dataclass
class MovingClock:
    at: datetime

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def made(tmp_path: Path) -> Installation:
    """Ten schools, and an editor who may publish."""
    made = Installation(Settings(data=tmp_path), MovingClock(TUESDAY))
    schools = tuple(School(f"10000{n}", f"School {n}", PHASES[n % 2]) for n in range(10))
    entries = tuple(DirectoryEntry(f"office@s{s.urn}.sch.example", s.urn, "office") for s in schools)
    made.registers.directory.replace(DirectoryContents(schools, frozenset(), entries, TUESDAY))
    made.registers.postings.add(leave(EVE))
    return made


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it never happens"
        time.sleep(0.02)


@pytest.fixture
def desk(made: Installation) -> BulletinDesk:
    """At which an issue was published, and its hold is over."""
    desk = made.bulletin.desk(made.registers.postings, a_desk().calendar)
    placed(desk)
    issue = publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    assert issue.held_until
    assert isinstance(made.clock, MovingClock)
    made.clock.at = issue.held_until + timedelta(seconds=1)
    return desk


def as_read_at(desk: BulletinDesk) -> LayOut:
    return lambda issue, phase: lay_out(issue, items_of(desk, issue), Masthead(), phase)


def test_a_published_issue_reaches_every_school_once(made: Installation, desk: BulletinDesk) -> None:
    publisher = FakePublisher()
    write = MessageWriter(Identity("bulletin@council.example"), MessageIds(b"secret"))
    room = made.mail_room
    sender = room.mail_out(made.bulletin.address_book, publisher, write)
    engine = room.engine(desk, as_read_at(desk), sender, rhythm=Rhythm(look=0.05))
    engine.start()
    try:
        until(lambda: desk.issue(KEY).state is IssueState.OUT)
    finally:
        engine.stop()

    assert Counter(a for a, _ in publisher.sent) == Counter(
        f"office@s10000{n}.sch.example" for n in range(10)
    )
    assert room.how_far(mailing_of_issue(KEY)).states[DeliveryState.SENT] == 10
    message = publisher.sent[0][1].get_body(("plain",))
    assert message
    assert "Free music places" in message.get_content()


def test_an_approved_request_reaches_the_schools_it_was_approved_for_once(made: Installation) -> None:
    """And the figures count what they got."""
    made.registers.postings.add(leave(EVE, Outlet.MAILING_LIST))
    desk = made.bulletin.desk(made.registers.postings, a_desk().calendar)
    census = Asked(RequestKind.URGENT, "Census", "Send it.", EVERYBODY, "", "School census", FRIDAY)
    request = ask(desk, "key" * 6, census, ANN, {})
    said = Approval(ForWhom(frozenset({Phase.PRIMARY})), YES_TO_MAIL, "Only they are late.")
    held = approve(desk, request.id, request.version, EVE, said)
    assert held.held_until
    assert isinstance(made.clock, MovingClock)
    made.clock.at = held.held_until
    publisher, write = FakePublisher(), MessageWriter(Identity("a@council.example"), MessageIds(b"secret"))
    sender = made.mail_room.mail_out(made.bulletin.address_book, publisher, write)
    engine = made.mail_room.engine(desk, as_read_at(desk), sender, rhythm=Rhythm(look=0.05))
    engine.start()
    try:
        until(lambda: request_of(desk, request.id).state is RequestState.OUT)
    finally:
        engine.stop()

    assert Counter(a for a, _ in publisher.sent) == Counter(
        f"office@s10000{n}.sch.example" for n in range(0, 10, 2)
    )
    number = mailing_of_request(request.id)
    assert made.mail_room.how_far(number).states[DeliveryState.SENT] == 5
    found = burden(desk, made.mail_room.school_mails, stretches(desk.calendar(), FRIDAY)[0], 10)
    assert found.kinds[MailKind.URGENT] == Spread(1, {0: 5, 1: 5})


def test_without_a_carrier_an_issue_is_out_and_nothing_is_sent(
    made: Installation, desk: BulletinDesk
) -> None:
    engine = made.mail_room.engine(desk, as_read_at(desk), None, rhythm=Rhythm(look=0.05))
    engine.start()
    try:
        until(lambda: desk.issue(KEY).state is IssueState.OUT)
    finally:
        engine.stop()

    assert made.mail_room.how_far(mailing_of_issue(KEY)) == HowFar()


def test_a_phase_that_reads_the_same_has_no_text_of_its_own(desk: BulletinDesk) -> None:
    texts = issue_texts(as_read_at(desk), desk.issue(KEY))

    assert set(texts) == {""}
    assert "Free music places" in texts[""].html
    assert "Free music places" in texts[""].text


def test_a_phase_with_a_section_of_its_own_reads_that_first(made: Installation) -> None:
    desk = made.bulletin.desk(made.registers.postings, a_desk().calendar)
    for name, phase in (("one", Phase.PRIMARY), ("two", Phase.SECONDARY)):
        text = replace(TEXT, headline=f"For {phase}", for_whom=ForWhom(phases=frozenset({phase})))
        place(desk, KEY, ready(desk, name, text).id, EVE)
    texts = issue_texts(as_read_at(desk), desk.issue(KEY))

    first = {
        name: text.text.index("For secondary") < text.text.index("For primary")
        for name, text in texts.items()
    }
    assert first["secondary"]
    assert not first[""]
    assert not first.get("primary", False)


def test_the_next_try_is_told_once_all_that_waits_was_tried(made: Installation) -> None:
    room, at = made.mail_room, made.clock.now()
    room.mailings.begin(Mailing("request-7", EVERYBODY, {"": MailingText("Census", "Send it.")}, at))
    room.deliveries.plan(
        "request-7", [(Entry(f"{n:064}", f"10000{n}", Phase.PRIMARY, "office"), "") for n in range(2)]
    )
    due = at + timedelta(minutes=20)
    for told in (None, due):
        [taken] = room.deliveries.take("request-7", "a", at, 1)
        waits = replace(taken, state=DeliveryState.WAITING, reason="It asks to wait.", next_try=due)
        room.deliveries.settle([waits])
        assert room.how_far("request-7").next_try == told
