"""A staff list as offices save it, what it would change, and what is in its way."""

from datetime import date

import pytest

from app.domain.errors import ImportFileError
from app.domain.staff import StaffKind, StaffMember
from app.reading.table_file import ImportFile
from app.staff.import_staff import compare_staff, import_staff
from app.staff.read_staff import StaffFile, read_staff
from tests.fakes import MONDAY_MORNING
from tests.register_fakes import FakeStaffList

DAY = date(2026, 11, 16)


def file(text: str, encoding: str = "utf-8") -> ImportFile:
    return ImportFile("hr.csv", text.encode(encoding))


def read(*rows: str, head: str = "address,name,kind,starts,ends,team") -> StaffFile:
    return read_staff(file("\n".join([head, *rows]) + "\n"))


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("address,name,kind,starts,ends,team", "p.shah@council.example,Priya Shah,agency,01/09/2021,,Admissions"),
        ("E-Mail Address;Forename;Surname;Contract Type;Start Date;Department", "P.Shah@Council.example;Priya;Shah;Supply;2021-09-01;Admissions"),
        ("team\tname\temail\ttype\tstart", "Admissions\tPriya Shah\t<p.shah@council.example>\tcontractor\t1 September 2021"),
        ("Name,Mail,Type,Start,Line", "Priya Shah,p.shah+hr@council.example,AGENCY,1-Sep-21,Admissions"),
    ],
)  # fmt: skip
def test_columns_go_by_the_names_that_offices_use(head: str, row: str) -> None:
    expected = StaffMember(
        "p.shah@council.example", "Priya Shah", StaffKind.AGENCY, "Admissions", date(2021, 9, 1)
    )

    assert read(row, head=head) == StaffFile((expected,), ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_it_may_be_saved_by_any_office(encoding: str) -> None:
    found = read_staff(file("address,name\nz@council.example,Zoë O’Neill\n", encoding))

    assert found.members[0].name == "Zoë O’Neill"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("", StaffKind.PERMANENT), ("Fixed-term", StaffKind.TEMPORARY), ("Work experience", StaffKind.UNPAID),
        ("Trustee", StaffKind.GOVERNOR), ("volunteer", StaffKind.VOLUNTEER), ("Supply", StaffKind.AGENCY),
    ],
)  # fmt: skip
def test_paid_or_not_everybody_has_a_kind(kind: str, expected: StaffKind) -> None:
    assert read(f"a@council.example,A,{kind},,,").members[0].kind is expected


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("not an address,A,,,,", "no e-mail address"),
        ("a@council.example,,,,,", "has no name"),
        ("a@council.example,A,wizard,,,", "kind we do not know"),
        ("a@council.example,A,,31/02/2026,,", "a start date that is no day"),
        ("a@council.example,A,,,13/13/2026,", "an end date that is no day"),
        ("a@council.example,A,,tomorrow,,", "a start date that is no day"),
        ("a@council.example,A,,02/09/2026,01/09/2026,", "ends before it starts"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line(row: str, said: str) -> None:
    (refused,) = read("b@council.example,B,,,,", row).refused

    assert refused.line == 3
    assert said in refused.reason
    assert "@" not in refused.reason


def test_the_same_person_twice_is_one_and_two_that_differ_are_told() -> None:
    assert len(read("a@council.example,A,,,,", "A@council.example,A,,,,").members) == 1
    (refused,) = read("a@council.example,A,,,,", "a@council.example,B,,,,").refused
    assert "line 2" in refused.reason


@pytest.mark.parametrize(
    "text",
    ["", "name\nA\n", "address,name\n", "PK\x03\x04", "address,email,name\na@b.example,c@d.example,A\n"],
)
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ImportFileError):
        read_staff(file(text))


def test_the_difference_is_told_before_anything_is_kept() -> None:
    held = {
        m.address: m
        for m in read("a@council.example,A,,,,", "b@council.example,B,,,,", "c@council.example,C,,,,").members
    }
    found = compare_staff(
        file("address,name,ends\na@council.example,A,\nb@council.example,Bea,\nd@council.example,D,\ne@council.example,E,01/11/2026\n"), held, DAY
    )  # fmt: skip

    assert [m.name for m in found.added] == ["D"]
    assert [(c.member.name, c.fields) for c in found.changed] == [("Bea", (("name", "B", "Bea"),))]
    assert [m.name for m in found.dropped] == ["C"]
    assert [m.name for m in found.left_already] == ["E"]
    assert (found.same, len(found.members)) == (1, 3)


def test_nothing_is_kept_while_a_row_cannot_be_read() -> None:
    store = FakeStaffList()
    with pytest.raises(ImportFileError, match="Line 3"):
        import_staff(store, file("address,name\na@council.example,A\nnobody,B\n"), MONDAY_MORNING)

    assert store.imported_at() is None


def test_a_list_that_loses_many_has_to_be_meant() -> None:
    store = FakeStaffList()
    many = "address,name\n" + "".join(f"p{n}@council.example,P{n}\n" for n in range(30))
    import_staff(store, file(many), MONDAY_MORNING)
    few = file("address,name\np1@council.example,P1\n")

    with pytest.raises(ImportFileError, match="29 people would drop off"):
        import_staff(store, few, MONDAY_MORNING)
    assert len(store.everyone()) == 30
    import_staff(store, few, MONDAY_MORNING, is_sure=True)
    assert len(store.everyone()) == 1
