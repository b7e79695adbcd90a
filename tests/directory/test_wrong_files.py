"""Files that are not what they should be: nothing is changed, and the message says file, line and what to do."""

import pytest

from app.directory.plan_import import DirectoryFiles
from app.directory.read_register import read_register
from app.domain.errors import ImportFileError
from app.reading.table_file import ImportFile
from tests.directory.registers import files, register
from tests.directory.test_import_register import ADDRESSES, ASH, ELM, OAK, PLACES, run
from tests.fakes import FakeDirectoryStore


def test_an_import_that_loses_most_schools_must_be_forced() -> None:
    store = FakeDirectoryStore()
    many = [{"urn": f"{100000 + n}", "name": f"School {n}"} for n in range(10)]
    run(store, files(*many))
    with pytest.raises(
        ImportFileError, match=r"register.csv: .* remove 6 of 10 schools, so nothing was changed"
    ):
        run(store, files(*many[:4]))
    assert store.open_schools() == 10
    run(store, files(*many[:5]))
    run(store, files(*many[:1]), is_forced=True)
    assert store.open_schools() == 1


def test_a_list_that_is_wrong_does_not_empty_the_directory() -> None:
    store = FakeDirectoryStore()
    run(store, files(OAK, ELM, addresses=ADDRESSES, places=PLACES))
    held = store.summary()
    for addresses, places, problem in (
        ("urn,address\n", PLACES, r"emails.csv: no row .* changed. Nothing below line 1 is about"),
        (
            "urn,address\n1,a,b\n",
            PLACES,
            r"emails.csv: no row .* changed. Line 2 has 3 columns where .*--force",
        ),
        ("urn,address\n100001,new@oak.sch.uk\n", PLACES, r"emails.csv: .* remove 2 of 2 addresses"),
        (ADDRESSES, "urn,cluster\n", r"clusters.csv: no row of it can be used"),
        (
            ADDRESSES,
            "urn,cluster\n100003,Weald\nx,y\n",
            r"clusters.csv: no row .* Line 3 has no school number",
        ),
    ):
        with pytest.raises(ImportFileError, match=problem):
            run(store, files(OAK, ELM, ASH, addresses=addresses, places=places))
    assert store.summary() == held


def test_a_cluster_file_that_is_cut_off_does_not_empty_the_clusters() -> None:
    store, many = FakeDirectoryStore(), [{"urn": f"{100000 + n}"} for n in range(10)]
    places = "urn,cluster\n" + "".join(f"{100000 + n},Weald\n" for n in range(10))
    run(store, files(*many, places=places))
    cut = files(*many, places="".join(places.splitlines(keepends=True)[:5]))
    with pytest.raises(ImportFileError, match=r"clusters.csv: .* remove 6 of 10 schools from their clusters"):
        run(store, cut)
    assert len(run(store, cut, is_forced=True).moved) == 6


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"PK\x03\x04rest", "save the sheet as CSV"),
        (b"%PDF-1.7 urn,address", "is a PDF"),
        (b"\r\n <!DOCTYPE html>", "is a web page"),
        (b"\n\nurn,role\n", "line 3: the column 'address' is missing"),
        (b"\0" * 500, "damaged"),
        (b"100001,office@oak.sch.uk\n", "line 1: the column 'urn' is missing"),
        (b"urn,role\n100001,head\n", "line 1: the column 'address' is missing"),
        (b"urn,urn,address\n", "more than once"),
        (b'urn,address\n100001,"office@oak.sch.uk\n100002,x@y.example\n', "line 2: a quotation mark"),
    ],
)
def test_a_file_that_is_not_such_a_list_says_what_to_do(content: bytes, problem: str) -> None:
    given = DirectoryFiles(register(OAK), ImportFile("emails.csv", content))
    with pytest.raises(ImportFileError, match=f"emails.csv.*{problem}"):
        run(FakeDirectoryStore(), given)


@pytest.mark.parametrize("cell", ["100001.0", " 100001 ", "100 001", "100,001", "\u00a0100001", '="100001"'])
def test_a_school_number_is_read_as_a_spreadsheet_leaves_it(cell: str) -> None:
    listed = f'urn;address\n"{cell.replace(chr(34), chr(34) * 2)}";office@oak.sch.uk\n'
    assert run(FakeDirectoryStore(), files(OAK, addresses=listed)).addresses == 1
    assert set(read_register(register({"urn": cell})).schools) == {"100001"}


@pytest.mark.parametrize("cell", ["100001.5", "1e5", "10 0001", "100001 x", "-100001", "\u0661\u0660\u0660"])
def test_what_is_no_school_number_is_refused_with_its_line(cell: str) -> None:
    with pytest.raises(ImportFileError, match=r"register.csv: no open school .* Line 2 has no school number"):
        read_register(register({"urn": cell}, encoding="utf-8"))


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\r\nurn;address\r\n100001;office@oak.sch.uk\r\nx;y\r\n",
        "\r\nurn\taddress\r\n100001\toffice@oak.sch.uk\r\nx\ty",
        "\rurn,address\r100001,office@oak.sch.uk\rx,y\r",
        "\ufeff\nurn;address;;\n100001;office@oak.sch.uk;;;;;;\nx;y\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_table_is_read_as_spreadsheets_save_it_and_lines_are_counted_right(
    content: str, encoding: str
) -> None:
    told = run(
        FakeDirectoryStore(),
        DirectoryFiles(register(OAK), ImportFile("emails.csv", content.lstrip("\ufeff").encode(encoding))),
    )
    assert told.addresses == 1
    assert [(r.line, r.reason) for r in told.refused] == [(4, "has no school number (URN) of digits")]
