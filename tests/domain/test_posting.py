"""May somebody post there on that day?"""

from datetime import date, timedelta

import pytest

from app.domain.posting import Outlet, Permission, PermissionState, may_post, permissions_of

LEAVE = Permission(
    "p.shah@council.example", "Priya Shah", "Oak Primary", Outlet.SOCIAL_ACCOUNT, "@oak", "office manager", "dates",
    "school life", "Ann Hall", date(2026, 9, 1), date(2027, 7, 31),
)  # fmt: skip


@pytest.mark.parametrize(
    ("person", "outlet", "day", "expected"),
    [
        ("p.shah@council.example", Outlet.SOCIAL_ACCOUNT, date(2026, 9, 1), True),
        ("Priya Shah <P.Shah@Council.Example>", Outlet.SOCIAL_ACCOUNT, date(2027, 7, 31), True),
        ("p.shah@council.example", Outlet.SOCIAL_ACCOUNT, date(2026, 8, 31), False),
        ("p.shah@council.example", Outlet.SOCIAL_ACCOUNT, date(2027, 8, 1), False),
        ("p.shah@council.example", Outlet.BULLETIN, date(2026, 10, 1), False),
        ("t.ward@council.example", Outlet.SOCIAL_ACCOUNT, date(2026, 10, 1), False),
        ("", Outlet.SOCIAL_ACCOUNT, date(2026, 10, 1), False),
    ],
)
def test_leave_is_for_one_person_one_place_and_a_time(
    person: str, outlet: Outlet, day: date, *, expected: bool
) -> None:
    assert may_post([LEAVE], person, outlet, day) is expected


def test_an_empty_register_lets_nobody_post() -> None:
    assert not may_post([], LEAVE.address, LEAVE.outlet, LEAVE.starts)
    assert list(permissions_of([LEAVE], LEAVE.address, LEAVE.outlet, LEAVE.starts)) == [LEAVE]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (LEAVE.starts - timedelta(days=1), PermissionState.NOT_YET),
        (LEAVE.starts, PermissionState.IN_FORCE),
        (LEAVE.ends - timedelta(days=31), PermissionState.IN_FORCE),
        (LEAVE.ends - timedelta(days=30), PermissionState.ENDING_SOON),
        (LEAVE.ends, PermissionState.ENDING_SOON),
        (LEAVE.ends + timedelta(days=1), PermissionState.ENDED),
    ],
)
def test_how_leave_stands_on_a_day(day: date, state: PermissionState) -> None:
    assert LEAVE.state(day) is state
