"""The contract of the staff list."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from app.adapters.store.staff import SqlStaffList
from app.domain.staff import StaffKind, StaffMember
from app.register_ports import StaffList
from tests.conftest import DATABASES, opened
from tests.register_fakes import FakeStaffList

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PRIYA = StaffMember("p.shah@council.example", "Priya Shah", StaffKind.PERMANENT, "Admissions")
TOM = StaffMember(
    "t.ward@council.example", "Tom Ward", StaffKind.UNPAID, "", date(2026, 9, 1), date(2026, 12, 18)
)


@pytest.fixture(params=["fake", *DATABASES])
def staff(request: pytest.FixtureRequest) -> Iterator[StaffList]:
    if request.param == "fake":
        yield FakeStaffList()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlStaffList(engine)


def test_before_the_first_import_nobody_is_listed(staff: StaffList) -> None:
    assert (staff.everyone(), staff.imported_at()) == ((), None)


def test_a_new_list_takes_the_place_of_the_old_one(staff: StaffList) -> None:
    staff.replace([TOM, PRIYA], AT)
    assert staff.everyone() == (PRIYA, TOM)

    staff.replace([PRIYA], AT.replace(day=21))
    assert staff.everyone() == (PRIYA,)
    assert staff.imported_at() == AT.replace(day=21)


def test_an_empty_list_is_a_list(staff: StaffList) -> None:
    staff.replace([], AT)

    assert (staff.everyone(), staff.imported_at()) == ((), AT)


def test_leavers_are_forgotten_the_day_after_their_last(staff: StaffList) -> None:
    staff.replace([PRIYA, TOM], AT)

    assert staff.forget_left(date(2026, 12, 18)) == 0
    assert staff.forget_left(date(2026, 12, 19)) == 1
    assert staff.everyone() == (PRIYA,)
