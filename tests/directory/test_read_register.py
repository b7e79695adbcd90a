"""The DfE register, as published and as it drifts."""

import pytest

from app.directory.read_register import Register, read_register
from app.directory.register_columns import REGISTER_COLUMNS, HeaderDrift
from app.directory.web_domain import web_domain
from app.domain.errors import ImportFileError
from app.domain.school import Phase, School
from app.reading.table_file import ImportFile
from tests.directory.registers import register


def only(read: Register) -> School:
    assert len(read.schools) == 1
    return next(iter(read.schools.values()))


def test_the_header_is_the_published_one() -> None:
    assert len(REGISTER_COLUMNS) == len(set(REGISTER_COLUMNS)) == 139
    assert (REGISTER_COLUMNS[0], REGISTER_COLUMNS[-1]) == ("URN", "AccreditationExpiryDate")
    assert read_register(register({"urn": "100001"})).drift == HeaderDrift()


def test_an_open_school_is_read() -> None:
    row = {"urn": "000123", "name": "Oak", "site": "http://www.oak.sch.uk", "Trusts (name)": "Acorn"}
    assert only(read_register(register(row | {"Federations (name)": "Trees"}))) == School(
        "000123",
        "Oak",
        Phase.PRIMARY,
        trust="Acorn",
        federation="Trees",
        domain="oak.sch.uk",
        type="Local authority maintained schools",
    )


def test_only_open_schools_are_kept_and_closed_ones_are_remembered() -> None:
    read = read_register(
        register(
            {"urn": "100001", "status": "Open"},
            {"urn": "100002", "status": "Open, but proposed to close"},
            {"urn": "100003", "status": "Closed"},
            {"urn": "100004", "status": "Proposed to open"},
        )
    )
    assert set(read.schools) == {"100001", "100002"}
    assert read.closed == {"100003"}
    assert read.others == {"100004"}


def test_nothing_personal_is_taken() -> None:
    read = read_register(register({"urn": "100001"}, {"urn": "100002", "status": "Closed"}))
    for personal in ("Xanthippe", "Featherstonehaugh", "01632960123"):
        assert personal not in repr(read)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-8", "utf-8-sig", "utf-16"])
def test_names_survive_every_encoding(encoding: str) -> None:
    assert (
        only(read_register(register({"urn": "1", "name": "St Zoë's"}, encoding=encoding))).name == "St Zoë's"
    )


def test_a_curly_apostrophe_and_bytes_outside_windows_1252_are_read() -> None:
    file = register({"urn": "1", "name": "St Edith\u2019s"})
    assert only(read_register(file)).name == "St Edith\u2019s"
    odd = ImportFile(file.name, file.content.replace(b"\x92", b"\x81\x8d"))
    assert only(read_register(odd)).name == "St Edith s"


def test_an_earlier_capture_is_read_and_its_drift_is_told() -> None:
    columns = [c for c in REGISTER_COLUMNS if c not in {"FSM", "AccreditationExpiryDate"}]
    columns[100:100] = ["CensusAreaStatisticWard (name)", "RSCRegion (name)"]
    read = read_register(register({"urn": "100001"}, columns=columns))
    assert set(read.schools) == {"100001"}
    assert read.drift == HeaderDrift(
        new=("CensusAreaStatisticWard (name)", "RSCRegion (name)"), missing=("FSM", "AccreditationExpiryDate")
    )


def test_three_columns_are_enough_in_any_order_and_case() -> None:
    columns = ["EstablishmentStatus (name)", "EstablishmentName", "URN"]
    file = register({"urn": "100001"}, columns=columns)
    file = ImportFile(file.name, file.content.replace(b"EstablishmentName", b" establishmentname "))
    assert only(read_register(file)) == School("100001", "Oak", Phase.OTHER)


@pytest.mark.parametrize("missing", ["URN", "EstablishmentName", "EstablishmentStatus (name)"])
def test_without_an_indispensable_column_the_file_is_refused(missing: str) -> None:
    columns = [c for c in REGISTER_COLUMNS if c != missing]
    with pytest.raises(ImportFileError, match=r"register.csv, line 1: the column .* is missing"):
        read_register(register({"urn": "100001"}, columns=columns))


@pytest.mark.parametrize(
    ("kind", "phase", "expected"),
    [
        ("Community school", "Nursery", Phase.NURSERY),
        ("Community school", "Middle deemed primary", Phase.MIDDLE),
        ("Community school", "Middle deemed secondary", Phase.MIDDLE),
        ("Academy converter", "Secondary", Phase.SECONDARY),
        ("Further education", "16 plus", Phase.SIXTEEN_PLUS),
        ("Free schools", "All-through", Phase.ALL_THROUGH),
        ("Community special school", "Not applicable", Phase.SPECIAL),
        ("Academy special converter", "Secondary", Phase.SPECIAL),
        ("Pupil referral unit", "Not applicable", Phase.ALTERNATIVE),
        ("Academy alternative provision converter", "Not applicable", Phase.ALTERNATIVE),
        ("Local authority nursery school", "Not applicable", Phase.NURSERY),
        ("Other independent school", "Not applicable", Phase.OTHER),
    ],
)
def test_the_phase_is_told_from_phase_and_type(kind: str, phase: str, expected: Phase) -> None:
    assert only(read_register(register({"urn": "1", "kind": kind, "phase": phase}))).phase is expected


def test_an_authority_can_be_picked_and_its_zeros_count() -> None:
    file = register({"urn": "100001", "la": "012"}, {"urn": "100002", "la": "12"})
    read = read_register(file, "012")
    assert set(read.schools) == {"100001"}
    assert read.elsewhere == {"100002"}
    with pytest.raises(ImportFileError, match="zeros count"):
        read_register(file, "0012")


def test_rows_that_cannot_be_used_are_refused_with_their_line() -> None:
    read = read_register(
        register(
            {"urn": "100001"}, {"urn": ""}, {"urn": "100001"}, {"urn": "100002", "name": " "}, {"urn": "1e5"}
        )
    )
    assert [(r.line, r.reason) for r in read.refused] == [
        (3, "has no school number (URN) of digits"),
        (4, "repeats the school 100001 of line 2"),
        (5, "has no name for the school 100002"),
        (6, "has no school number (URN) of digits"),
    ]


def test_a_row_that_is_cut_short_is_refused() -> None:
    file = register({"urn": "100001"}, {"urn": "100002"})
    read = read_register(ImportFile(file.name, file.content[:-60]))
    assert set(read.schools) == {"100001"}
    assert "columns" in read.refused[0].reason


def test_a_school_that_became_an_academy_is_known_as_its_successor() -> None:
    place = {"number": "2001", "postcode": "WL1 1AA"}
    read = read_register(
        register(
            {"urn": "100001", "status": "Closed", **place},
            {"urn": "100002", **place},
            {"urn": "100003", "status": "Closed", "number": "2001", "postcode": "WL1 1AB"},
            {"urn": "100004", "status": "Closed"},
            {"urn": "100005"},
        )
    )
    assert read.successors == {"100001": "100002"}


def test_a_register_without_an_open_school_is_refused() -> None:
    with pytest.raises(ImportFileError, match="no open school"):
        read_register(register({"urn": "100001", "status": "Closed"}))


def test_control_characters_do_not_reach_a_terminal() -> None:
    name = "Oak\x1b[31m \u202eSchool\r\nof  Trees"
    assert (
        only(read_register(register({"urn": "1", "name": name}, encoding="utf-8"))).name
        == "Oak [31m School of Trees"
    )


@pytest.mark.parametrize(
    ("website", "domain"),
    [
        ("http://www.Oak.Kent.sch.uk/home?x=1#y", "oak.kent.sch.uk"),
        ("HTTPS://oak.kent.sch.uk:8080", "oak.kent.sch.uk"),
        ("www.oak.kent.sch.uk/", "oak.kent.sch.uk"),
        ("  oak.kent.sch.uk ", "oak.kent.sch.uk"),
        ("http:// www.oak.kent.sch.uk", "oak.kent.sch.uk"),
        ("http:\\\\www.oak.kent.sch.uk", "oak.kent.sch.uk"),
        ("office@oak.kent.sch.uk", "oak.kent.sch.uk"),
        ("oak.kent.sch.uk, elm.kent.sch.uk", "oak.kent.sch.uk"),
        ("https://oakprimary.wixsite.com/home", ""),
        ("https://sites.google.com/view/oak", ""),
        ("https://www.facebook.com/oak", ""),
        ("oakprimary@hotmail.co.uk", ""),
        ("http://co.uk", ""),
        ("none", ""),
        ("", ""),
    ],
)
def test_a_web_address_gives_the_domain_of_mail(website: str, domain: str) -> None:
    assert web_domain(website) == domain
