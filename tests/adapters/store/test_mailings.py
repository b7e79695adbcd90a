"""The contract of mailings, and of the signs of life of those who send them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from app.adapters.store.deliveries import SqlDeliveries
from app.adapters.store.mailings import SqlMailings
from app.bulletin_ports import DeliveryState, Entry, Mailings, Workers
from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.mailing import Mailing, MailingText
from app.domain.school import Phase
from tests.conftest import DATABASES, opened
from tests.mailing_fakes import FakeMailings

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
NURSERIES = ForWhom(
    phases=frozenset({Phase.NURSERY}), lists=frozenset({"arts"}), roles=frozenset({Role.HEAD})
)
WEEK = Mailing(
    "issue-2026-27-12",
    EVERYBODY,
    {"": MailingText("Week 12", "Hello", "<p>Hello"), "primary": MailingText("Week 12", "Primary")},
    AT,
    is_regular=True,
)


@pytest.fixture(params=["fake", *DATABASES])
def mailings(request: pytest.FixtureRequest) -> Iterator[Mailings]:
    if request.param == "fake":
        yield FakeMailings()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlMailings(engine)


def test_a_mailing_comes_back_as_it_began(mailings: Mailings) -> None:
    narrow = replace(WEEK, id="request-7", for_whom=NURSERIES, is_regular=False, begun_at=AT + HOUR)
    for mailing in (narrow, WEEK):
        mailings.begin(mailing)

    assert mailings.mailing(WEEK.id) == WEEK
    assert list(mailings.going()) == [WEEK, narrow]
    assert mailings.mailing("issue-2026-27-13") is None


def test_a_mailing_begins_once(mailings: Mailings) -> None:
    mailings.begin(WEEK)
    mailings.begin(replace(WEEK, texts={"": MailingText("Another", "text")}, begun_at=AT + HOUR))

    assert mailings.mailing(WEEK.id) == WEEK


def test_it_is_halted_goes_on_and_ends_once(mailings: Mailings) -> None:
    mailings.begin(WEEK)
    mailings.halt(WEEK.id, "The mail server refuses the password.")
    assert mailings.going()[0].halted == "The mail server refuses the password."
    mailings.halt(WEEK.id, "")
    assert mailings.going()[0].halted == ""

    mailings.end(WEEK.id, AT + HOUR)
    mailings.end(WEEK.id, AT + 2 * HOUR)
    assert not mailings.going()
    assert mailings.mailing(WEEK.id) == replace(WEEK, ended_at=AT + HOUR)


def test_what_ended_long_ago_goes_and_what_is_going_stays(mailings: Mailings) -> None:
    for number in ("old", "new", "going"):
        mailings.begin(replace(WEEK, id=number))
    mailings.end("old", AT)
    mailings.end("new", AT + HOUR)

    assert mailings.forget_before(AT + HOUR) == 1
    assert [mailings.mailing(n) is None for n in ("old", "new", "going")] == [True, False, False]


def test_deliveries_go_with_their_mailing(engine: Engine) -> None:
    mailings, deliveries = SqlMailings(engine), SqlDeliveries(engine)
    mailings.begin(WEEK)
    deliveries.plan(WEEK.id, [(Entry("0" * 64, "100000", Phase.PRIMARY), "primary")])
    mailings.end(WEEK.id, AT)
    mailings.forget_before(AT + HOUR)

    assert deliveries.progress(WEEK.id) == dict.fromkeys(DeliveryState, 0)


def test_the_last_sign_of_each_worker_is_told(workers: Workers) -> None:
    workers.beat("a", AT)
    workers.beat("b", AT)
    workers.beat("b", AT + HOUR)

    assert workers.signs() == {"a": AT, "b": AT + HOUR}
    workers.bury("a")
    workers.bury("a")
    assert workers.signs() == {"b": AT + HOUR}


def test_who_has_no_text_of_their_own_reads_the_one_for_all() -> None:
    assert WEEK.variant_for(Phase.PRIMARY) == "primary"
    assert WEEK.variant_for(Phase.SPECIAL) == ""
    with pytest.raises(ValueError, match="for all"):
        replace(WEEK, texts={"primary": MailingText("Week 12", "Primary")})
