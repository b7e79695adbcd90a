"""Whatever bytes an import is given: an ImportFileError, or rows; never anything else, and never in more steps than it has bytes for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.directory.import_register import import_register
from app.directory.plan_import import DirectoryFiles
from app.domain.address import normal_address
from app.domain.errors import ImportFileError
from app.reading.table_file import ImportFile, read_table
from tests.directory.registers import register
from tests.fakes import MONDAY_MORNING, FakeDirectoryStore
from tests.steps import check_in_proportion

_CSV_BYTES = st.text(alphabet=list('a1,;"\r\n\t\0=@ \u20ac\u00eb'), max_size=80).map(lambda t: t.encode())


def refusal_of(data: bytes) -> str:
    files = DirectoryFiles(register({"urn": "100001"}), ImportFile("emails.csv", data))
    try:
        import_register(FakeDirectoryStore(), files, now=MONDAY_MORNING)
    except ImportFileError as refused:
        return str(refused)
    return ""


@given(st.one_of(st.binary(max_size=200), _CSV_BYTES))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    header = b"urn,address,role\n"
    for data in (content, header + content):
        refused = refusal_of(data)
        assert refused == "" or refused.startswith("emails.csv")


@given(st.text(max_size=60), st.text(max_size=40))
def test_a_normal_address_stays_as_it_is(local: str, domain: str) -> None:
    normal = normal_address(f"{local}@{domain}.uk")
    assert normal_address(normal) == normal
    assert normal == normal.lower().strip()


def test_nul_characters_spoil_a_row_and_not_the_file() -> None:
    table = read_table(ImportFile("x.csv", b"urn,address\n1,a" + b"\0" + b"\n2,b\n" + b" " * 500))
    assert [row["urn"] for row in table.rows({"urn": ["urn"]})] == ["2"]
    assert [(r.line, "NUL" in r.reason) for r in table.refused] == [(2, True)]


def test_a_quotation_mark_that_is_never_closed_is_found_in_a_large_file() -> None:
    body = b"".join(b"%d,a@b.example\n" % n for n in range(20_000))
    table = read_table(ImportFile("x.csv", b'urn,address\n1,"' + body))
    with pytest.raises(ImportFileError, match="line 2: a quotation mark"):
        list(table.rows({"urn": ["urn"]}))


def test_rows_take_steps_in_proportion() -> None:
    def made(rows: int) -> DirectoryFiles:
        listed = "urn,address,role\n" + "".join(f"100001,p{n}@oak.sch.uk,office\n" for n in range(rows))
        return DirectoryFiles(register({"urn": "100001"}), ImportFile("emails.csv", listed.encode()))

    def imported(files: DirectoryFiles) -> int:
        return import_register(FakeDirectoryStore(), files, now=MONDAY_MORNING).addresses

    assert imported(made(2_000)) == 2_000
    check_in_proportion(imported, made, 500)
