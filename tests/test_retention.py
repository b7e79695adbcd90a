"""What a start of the service forgets."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from structlog.testing import capture_logs

from app.adapters.store.sent_mails import SqlSentMails
from app.adapters.store.tables import sent_mails
from app.domain.caller import Caller, Role
from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose
from app.domain.choice import Choice, Chosen
from app.domain.staff import StaffMember, Version
from app.journal.checkpoint import note_of
from app.ports import SentMail
from app.review.flag_send import SENDWELL
from app.review_ports import Whose
from app.settings import load_settings
from app.verifier.notes import read_checkpoint, read_key
from app.verifier.rows import of_database
from app.verifier.verify import verify
from app.wiring.installation import Installation
from app.wiring.retention import look_through
from app.wiring.starting import build_service
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_records import RECORD
from tests.fakes import FakeClock
from tests.review_rooms import FLAGGED, NIA, SENDER


def went(made: Installation, kind: str) -> int:
    """What of a kind goes when it is looked through now."""
    (found,) = [one.gone for one in look_through(made).at_start() if one.kind == kind]
    return found


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
    assert {line["kind"]: line["gone"] for line in logged if line.get("gone")} == {"checks": 2, "answers": 2}


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
    look_through(made).at_start()
    assert made.registers.staff.everyone() == (stays,)
    assert [s.address for s in made.registers.signatures.all()] == [stays.address]


def test_sessions_that_are_over_are_forgotten(tmp_path: Path) -> None:
    made = Installation(load_settings({}, data=tmp_path, keep_session_hours=2))
    now, sessions = made.clock.now(), made.sign_in.sessions
    ann = Caller("Ann Hall", "a.hall@council.example", "ann", frozenset({Role.SENDER}))
    token = sessions.start(ann, now - timedelta(minutes=119))
    assert (went(made, "sessions"), sessions.find(token, now) is not None) == (0, True)

    sessions.end(token)
    sessions.start(ann, now - timedelta(hours=2))
    assert went(made, "sessions") == 1


def test_cases_go_when_their_time_is_over(tmp_path: Path) -> None:
    made = Installation(load_settings({}, data=tmp_path, keep_cases_days=30))
    step = CaseMove(CaseMoveKind.FLAGGED, made.clock.now(), SENDWELL)
    for days in (29, 31):
        case = Case(str(days), FLAGGED, made.clock.now() - timedelta(days=days))
        made.review.cases.begin(case, Whose(SENDER, frozenset()), step)

    assert went(made, "cases") == 1
    assert [case.id for case in made.review.cases.cases(tuple(CaseState))] == ["29"]


def test_what_is_held_stays_with_what_the_journal_tells_of_it(tmp_path: Path) -> None:
    """Its time is over, and its entries' too; lifted, both go."""
    start = FakeClock()
    made = Installation(load_settings({}, data=tmp_path, keep_cases_days=30, keep_journal_days=30), start)
    whose = Whose(SENDER, frozenset())
    for number in ("1" * 32, "2" * 32):
        made.review.cases.begin(Case(number, FLAGGED, start.at), whose, move(CaseMoveKind.FLAGGED, start))
        made.review.cases.note(number, move(CaseMoveKind.OPENED, start))
    held = Case("1" * 32, FLAGGED, start.at).held(NIA, start.at, "Threats", (start.at + timedelta(90)).date())
    made.review.cases.keep(held, move(CaseMoveKind.HELD, start))
    start.at += timedelta(days=60)
    kept = {one.kind: (one.gone, one.held) for one in look_through(made).at_start()}

    assert kept["cases"] == (1, 1)
    assert [n for n in told(made) if "1" * 32 in n] != []
    assert [n for n in told(made) if "2" * 32 in n] == []
    made.review.cases.keep(held.lifted(), move(CaseMoveKind.LIFTED, start))
    for _ in range(3):
        start.at += timedelta(days=20)
        look_through(made).at_start()
    assert (list(made.review.cases.spared()), [n for n in told(made) if "1" * 32 in n]) == ([], [])


def test_deleting_leaves_the_journal_provable(tmp_path: Path) -> None:
    """Heads that were kept before are still heads of it, and what is left is proved."""
    clock = FakeClock()
    made = Installation(load_settings({}, data=tmp_path, keep_records_days=30, keep_journal_days=30), clock)
    for _ in range(5):
        made.records.checks.add(replace(RECORD, at=clock.at, moment="send"))
    ground, before = made.ground, made.ground.journal.head()
    assert before
    key = read_key(ground.journal_key.verifier_key)
    old = read_checkpoint(note_of(before, ground.journal_key), key)
    clock.at += timedelta(days=60)
    look_through(made).at_start()
    report = verify(of_database(made.settings.database), key, [old])

    assert (report.faults, report.forgotten) == ((), 5)
    assert [entry for entry in told(made) if '"deleted"' in entry and '"count":5' in entry] != []
    head = ground.journal.head()
    assert head
    assert ground.journal.consistency(before.size, head.size)
    assert ground.journal.inclusion(head.size - 1, head.size)


def told(made: Installation) -> list[str]:
    """What the journal still says."""
    return [entry.text for entry in made.ground.journal.entries() if entry.text]


def move(kind: CaseMoveKind, clock: FakeClock) -> CaseMove:
    return CaseMove(kind, clock.at, NIA, purpose=Purpose.ABUSE)
