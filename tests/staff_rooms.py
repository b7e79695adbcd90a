"""The room about staff on fakes, with real packs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.journal.look_at import JournalDesk
from app.policy.laws import NO_LAWS
from app.policy.policy import Policy
from app.retention.look_through import LookThrough
from app.staff.impact.risks import Here
from app.staff.notice import NoticeFacts, notice, what_is_told
from app.staff.own_record import RegisterSources
from app.staff.policy_version import as_text, version_of
from app.staff.posting_register import PostingDesk
from app.staff.sign_policy import SigningDesk
from app.staff.subject_access import AccessDesk
from app.staff.what_is_kept import KEPT
from app.web.staff.room import StaffRoom
from tests.bulletin_fakes import FakeBook
from tests.fakes import FakeChoices, FakeClock, FakePackStore, FakeRecords
from tests.journal_fakes import FakeJournal, FakeSigner, FakeVerifications
from tests.register_fakes import FakePostingStore, FakeSignatures, FakeStaffList
from tests.review_fakes import FakeCases
from tests.rights_fakes import FakeAccessRequests, FakeAccountCodes, FakeDeletions, FakeHeldRows
from tests.road import pack

FACTS = NoticeFacts(
    tables={"signatures": ("id", "address"), "check_records": ("at",)},
    settings={"keep_staff_days": 2190, "keep_records_days": 180},
    sources={},
    clauses=(),
    laws=NO_LAWS,
)


SHOWN = (
    "staff",
    "signatures",
    "posting_entries",
    "pack_versions",
    "check_records",
    "choices",
    "cases",
    "bulletin_items",
    "bulletin_requests",
)

HERE = Here(
    notice=notice(Policy((), "test"), FACTS),
    sign_in="entra",
    rest_minutes=60,
    confidential=3,
    is_scanned=True,
    is_https=True,
    late=(),
    stopping=2,
    least_people=10,
)


def access_desk(clock: FakeClock | None = None, keyed_hash: Callable[[str], str] = str) -> AccessDesk:
    """Nobody asked for anything, and nothing is held."""
    return AccessDesk(
        FakeAccessRequests(),
        FakeHeldRows(),
        FakeAccountCodes(),
        keyed_hash,
        clock or FakeClock(),
        lambda: {kept.table: tuple(kept.columns) for kept in KEPT},
        lambda: dict.fromkeys(SHOWN, "A while."),
    )


def signing_desk(
    packs: Sequence[str] = ("dale-stonehill", "trust"), clock: FakeClock | None = None
) -> SigningDesk:
    policy = Policy([pack(name) for name in packs], "test")
    told = what_is_told(FACTS)
    return SigningDesk(
        FakeSignatures(), clock or FakeClock(), lambda: version_of(policy, told), lambda: as_text(policy)
    )


def staff_room(
    packs: Sequence[str] = ("dale-stonehill", "trust"), clock: FakeClock | None = None
) -> StaffRoom:
    clock = clock or FakeClock()
    policy = Policy([pack(name) for name in packs], "test")
    staff, postings, signing = FakeStaffList(), FakePostingStore(), signing_desk(packs, clock)
    records = FakeRecords()
    return StaffRoom(
        clock=clock,
        staff=staff,
        signing=signing,
        postings=PostingDesk(postings, clock),
        held=RegisterSources(
            staff=staff,
            signatures=signing.signatures,
            postings=postings,
            records=records,
            choices=FakeChoices(),
            packs=FakePackStore(),
            bulletin=FakeBook(),
            cases=FakeCases(),
            access=access_desk(clock, records.keyed_hash),
        ),
        retention=LookThrough((), FakeDeletions(), clock),
        here_now=lambda: replace(HERE, notice=notice(policy, FACTS)),
        journal=JournalDesk(FakeJournal(), FakeSigner(), FakeVerifications()),
        policy=lambda: policy,
        notice=lambda: notice(policy, FACTS),
    )  # fmt: skip
