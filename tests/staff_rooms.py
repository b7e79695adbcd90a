"""The room about staff on fakes, with real packs."""

from collections.abc import Sequence

from app.policy.laws import NO_LAWS
from app.policy.policy import Policy
from app.staff.notice import NoticeFacts, notice, what_is_told
from app.staff.own_record import RegisterSources
from app.staff.policy_version import as_text, version_of
from app.staff.posting_register import PostingDesk
from app.staff.sign_policy import SigningDesk
from app.web.staff.room import StaffRoom
from tests.bulletin_fakes import FakeBook
from tests.fakes import FakeChoices, FakeClock, FakePackStore, FakeRecords
from tests.register_fakes import FakePostingStore, FakeSignatures, FakeStaffList
from tests.review_fakes import FakeCases
from tests.road import pack

FACTS = NoticeFacts(
    tables={"signatures": ("id", "address"), "check_records": ("at",)},
    settings={"keep_staff_days": 2190, "keep_records_days": 180},
    sources={},
    clauses=(),
    laws=NO_LAWS,
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
    return StaffRoom(
        clock=clock,
        staff=staff,
        signing=signing,
        postings=PostingDesk(postings, clock),
        held=RegisterSources(
            staff=staff,
            signatures=signing.signatures,
            postings=postings,
            records=FakeRecords(),
            choices=FakeChoices(),
            packs=FakePackStore(),
            bulletin=FakeBook(),
            cases=FakeCases(),
            how_long=lambda: dict.fromkeys(("staff", "signatures", "posting_entries", "pack_versions", "check_records", "choices", "cases", "bulletin_items", "bulletin_requests"), "A while."),
        ),
        policy=lambda: policy,
        notice=lambda: notice(policy, FACTS),
    )  # fmt: skip
