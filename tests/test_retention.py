"""What a start of the service forgets."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from structlog.testing import capture_logs

from app.adapters.store.sent_mails import SqlSentMails
from app.adapters.store.tables import sent_mails
from app.domain.caller import Caller, Role
from app.domain.case import Case, CaseMove, CaseMoveKind, CaseState
from app.domain.choice import Choice, Chosen
from app.domain.staff import StaffMember, Version
from app.ports import SentMail
from app.review.flag_send import SENDWELL
from app.review_ports import Whose
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.starting import build_service
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_records import RECORD
from tests.fakes import FakeClock
from tests.review_rooms import FLAGGED, SENDER


def test_a_start_forgets_records_that_are_too_old_and_says_how_many(tmp_path: Path) -> None:
    settings = load_settings({}, data=tmp_path, keep_records_days=30)
    made = Installation(settings)
    for days in (90, 31, 29, 0):
        made.records.checks.add(replace(RECORD, at=made.clock.now() - timedelta(days=days)))
        made.records.choices.add(
            Choice(made.clock.now() - timedelta(days=days), "a" * 64, "r", "c/k", Chosen.FOLLOWED)
        )
    with capture_logs() as logged:
        build_service(made)
    assert len(list(made.records.checks.recent(9))) == 2
    assert [(line["count"], line["older_than_days"]) for line in logged if "count" in line] == [(4, 30)]


def test_a_start_forgets_mails_to_schools_of_the_day_before(tmp_path: Path) -> None:
    made = Installation(load_settings({}, data=tmp_path))
    old = SqlSentMails(made.ground.engine, KEY, FakeClock(made.clock.now() - timedelta(hours=25)), 14)
    old.remember(SentMail("a" * 64, "b" * 64, frozenset({"c" * 64})))
    build_service(made)
    with made.ground.engine.connect() as connection:
        assert connection.execute(sent_mails.select()).all() == []


def test_a_start_forgets_what_the_registers_need_not_keep(tmp_path: Path) -> None:
    settings = load_settings({}, data=tmp_path, keep_staff_days=365)
    made = Installation(settings)
    now = made.clock.now()
    stays, leaves = (
        StaffMember(f"{n}@council.example", n, ends=now.date() + timedelta(d))
        for n, d in (("a", 9), ("b", -1))
    )
    made.registers.staff.replace([stays, leaves], now)
    for member in (stays, leaves):
        made.registers.signatures.add(
            member.address, member.name, Version("c", "r", "n"), now - timedelta(days=400)
        )
    made.registers.forget_old()
    assert made.registers.staff.everyone() == (stays,)
    assert [s.address for s in made.registers.signatures.all()] == [stays.address]


def test_sessions_that_are_over_are_forgotten(tmp_path: Path) -> None:
    made = Installation(load_settings({}, data=tmp_path, keep_session_hours=2))
    now, sessions = made.clock.now(), made.sign_in.sessions
    ann = Caller("Ann Hall", "a.hall@council.example", "ann", frozenset({Role.SENDER}))
    token = sessions.start(ann, now - timedelta(minutes=119))
    assert (made.sign_in.forget_old(), sessions.find(token, now) is not None) == (0, True)

    sessions.end(token)
    sessions.start(ann, now - timedelta(hours=2))
    assert made.sign_in.forget_old() == 1


def test_cases_go_when_their_time_is_over(tmp_path: Path) -> None:
    made = Installation(load_settings({}, data=tmp_path, keep_cases_days=30))
    step = CaseMove(CaseMoveKind.FLAGGED, made.clock.now(), SENDWELL)
    for days in (29, 31):
        case = Case(str(days), FLAGGED, made.clock.now() - timedelta(days=days))
        made.review.cases.begin(case, Whose(SENDER, frozenset()), step)

    assert made.review.forget_old() == 1
    assert [case.id for case in made.review.cases.cases(tuple(CaseState))] == ["29"]
