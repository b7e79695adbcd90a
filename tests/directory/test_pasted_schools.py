"""What people paste is understood, or given back line by line without an address."""

import pytest

from app.directory.pasted_schools import read_pasted
from app.domain.school import School

SCHOOLS = (
    School("100001", "St Aldhelm's Church of England Primary School, Thriftbourne"),
    School("100002", "Oak Primary School", cluster="Weald"),
    School("100003", "Oak Primary School", cluster="Coast"),
    School("100004", "The Élan Academy"),
    School("100005", "Ashmere School"),
)


@pytest.mark.parametrize(
    ("pasted", "urns"),
    [
        ("100001", ["100001"]),
        ("100001, 100002;100003\t100004", ["100001", "100002", "100003", "100004"]),
        ('="100005"', ["100005"]),
        ("100005.0", ["100005"]),
        ("Ashmere", ["100005"]),
        ("ASHMERE SCHOOL", ["100005"]),
        ("st. aldhelms CE Primary School Thriftbourne", ["100001"]),
        ("Saint Aldhelm’s Church of England Primary, Thriftbourne", ["100001"]),
        ("elan academy", ["100004"]),
        ("100002\tOak Primary School\tWeald", ["100002"]),
        ("Oak Primary (100003)", ["100003"]),
        ("\n\n100001\r\n 100001 \n", ["100001"]),
    ],
)
def test_a_line_is_a_number_or_a_name(pasted: str, urns: list[str]) -> None:
    assert [school.urn for school in read_pasted(pasted, SCHOOLS).found] == urns


def test_what_cannot_be_told_is_given_back() -> None:
    told = read_pasted(
        "Oak Primary\nNowhere\n999999\n100001 999999\noffice@oak.sch.uk\n100005\n100005", SCHOOLS
    )
    assert [school.urn for school in told.found] == ["100005"]
    ((line, choices),) = told.unclear
    assert (line, [s.urn for s in choices]) == ("Oak Primary", ["100002", "100003"])
    assert told.unknown == ("Nowhere", "999999", "100001 999999", "(an e-mail address)")
    assert (told.repeats, told.lines, told.is_whole) == (1, 7, False)


def test_a_very_long_paste_is_cut_and_not_slow() -> None:
    told = read_pasted("x" * 1_000_000 + "\n" + "100001\n" * 10_000, SCHOOLS)
    assert (told.lines, len(told.unknown[0])) == (5000, 81)
