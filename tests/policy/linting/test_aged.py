"""Are links and dates that show a document's age found?"""

from datetime import date

import pytest

from app.policy.linting.aged import aged
from app.policy.remark import RemarkKind
from tests.policy.linting.written import said

TODAY = date(2026, 11, 21)
OLD = [
    ("See http://knet2/policies/page.doc", RemarkKind.DEAD_LINK),
    ("See https://wiki.hospital.local/page", RemarkKind.DEAD_LINK),
    ("See https://intranet.club.example/rules", RemarkKind.DEAD_LINK),
    ("It is kept at S:\\Policies\\mail.doc", RemarkKind.DEAD_LINK),
    ("It is kept at \\\\server2\\policies\\mail.doc", RemarkKind.DEAD_LINK),
    ("See http://www.rowing.example/rules", RemarkKind.OLD_LINK),
    ("The rules have been in force since 2004.", RemarkKind.OLD_DOCUMENT),
    ("Updated October 2021", RemarkKind.OLD_DOCUMENT),
    ("Reviewed in the spring term 2011", RemarkKind.OLD_DOCUMENT),
    ("Review date: 3rd March 2019", RemarkKind.OLD_DOCUMENT),
    ("Named Policy%20June%202009.doc", RemarkKind.OLD_DOCUMENT),
]


@pytest.mark.parametrize(("text", "kind"), OLD)
def test_what_is_old_is_named_with_its_line(text: str, kind: RemarkKind) -> None:
    found = list(aged(said(club=f"First.\n\n{text}\n"), TODAY))
    assert [(r.kind, r.line) for r in found] == [(kind, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "See https://www.rowing.example/rules",
        "Updated January 2025",
        "Updated November 2021",
        "Reviewed in summer 2024",
        "Room 2.35, 2004 Sessions House",
        "The race of 1998 was won.",
        "Since you ask, 2004 members came.",
    ],
)
def test_what_is_not_old_is_left_alone(text: str) -> None:
    assert [r.message for r in aged(said(club=text), TODAY)] == []


def test_each_host_is_named_once() -> None:
    (found,) = aged(said(club="http://knet/a\n\nhttp://knet/b\n"), TODAY)
    assert "(lines 1, 3)" in found.message
