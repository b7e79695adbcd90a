"""Who has signed, who has not, who is late: on the day, whatever the list says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.staff import Signature, StaffKind, StaffMember, Version
from app.staff.sign_off import Asked, SignOff, SignOffRow, Standing, sign_off

DAY = date(2026, 11, 16)
NOW = Version("c2", "r2", "n2")
ASKED = Asked(NOW, since=date(2026, 9, 1), day=DAY, within=14)
AT = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)
PRIYA = StaffMember("p.shah@council.example", "Priya Shah")


def signed(version: Version = NOW, address: str = PRIYA.address, number: int = 1) -> Signature:
    return Signature(number, address, "Priya Shah", version, AT + timedelta(days=number))


def only(found: SignOff) -> SignOffRow:
    (row,) = found.rows
    return row


def test_who_signed_these_cards_has_signed() -> None:
    row = only(sign_off([PRIYA], [signed()], ASKED))

    assert (row.standing, row.is_overdue, row.was_told_less) == (Standing.SIGNED, False, False)


def test_other_rules_ask_for_no_new_signature_and_other_cards_do() -> None:
    assert only(sign_off([PRIYA], [signed(replace(NOW, rules="r1"))], ASKED)).standing is Standing.SIGNED
    row = only(sign_off([PRIYA], [signed(replace(NOW, cards="c1"))], ASKED))

    assert (row.standing, row.is_overdue) == (Standing.SIGNED_OLDER, True)


def test_who_was_told_that_less_is_kept_is_marked() -> None:
    row = only(sign_off([PRIYA], [signed(replace(NOW, notice="n1"))], ASKED))

    assert (row.standing, row.was_told_less) == (Standing.SIGNED, True)


def test_a_signature_for_these_cards_counts_before_a_newer_one_for_others() -> None:
    newest_first = [signed(replace(NOW, cards="c1"), number=2), signed(number=1)]

    assert only(sign_off([PRIYA], newest_first, ASKED)).standing is Standing.SIGNED


def test_a_withdrawn_signature_counts_for_nothing() -> None:
    row = only(sign_off([PRIYA], [replace(signed(), withdrawn_at=AT)], ASKED))

    assert (row.standing, row.latest) == (Standing.NOT_SIGNED, None)


@pytest.mark.parametrize(
    ("starts", "due", "is_overdue", "is_new"),
    [
        (None, date(2026, 9, 15), True, False),
        (date(2021, 1, 4), date(2026, 9, 15), True, False),
        (date(2026, 11, 2), date(2026, 11, 16), False, True),
        (date(2026, 11, 1), date(2026, 11, 15), True, True),
        (date(2026, 12, 1), date(2026, 12, 15), False, False),
        (date(2025, 11, 2), date(2026, 9, 15), True, False),
    ],
)
def test_everybody_has_the_same_days_from_their_first_or_since_the_cards(
    starts: date | None, due: date, *, is_overdue: bool, is_new: bool
) -> None:
    row = only(sign_off([replace(PRIYA, starts=starts)], [], ASKED))

    assert (row.due, row.is_overdue, row.is_new) == (due, is_overdue, is_new)


def test_leavers_are_left_out_and_who_signed_unlisted_is_told_apart() -> None:
    left = replace(PRIYA, ends=DAY - timedelta(days=1))
    last_day = StaffMember("t.ward@council.example", "Tom Ward", ends=DAY)
    found = sign_off([left, last_day], [signed()], ASKED)

    assert [row.member for row in found.rows] == [last_day]
    assert [s.address for s in found.unlisted] == [PRIYA.address]


def test_the_most_overdue_come_first_and_kinds_are_counted() -> None:
    new = StaffMember("v@council.example", "Vi", StaffKind.VOLUNTEER, starts=date(2026, 11, 2))
    old = StaffMember("a@council.example", "Zed", StaffKind.UNPAID)
    found = sign_off([new, old, PRIYA], [signed()], ASKED)

    assert [row.member for row in found.missing] == [old, new]
    assert [row.member for row in found.overdue] == [old]
    assert [row.member for row in found.new] == [new]
    assert found.by_kind() == (
        (StaffKind.PERMANENT, 1, 1),
        (StaffKind.UNPAID, 1, 0),
        (StaffKind.VOLUNTEER, 1, 0),
    )
