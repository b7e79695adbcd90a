"""The sample authority imports, has one of everything, and hides its addresses."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.store.directory import SqlDirectory
from app.directory.difference import Difference
from app.directory.import_register import import_register
from app.directory.plan_import import DirectoryFiles
from app.directory.resolve_audience import resolve_audience
from app.domain.audience import Audience
from app.domain.draft import Body, Draft, Mailbox, Recipient
from app.domain.school import Phase
from app.reading.table_file import ImportFile
from bench.make_sample_authority import COUNCIL, SAMPLE, sample_files
from tests.conftest import opened
from tests.fakes import MONDAY_MORNING

KEY = b"the key of the sample authority"


def given(name: str) -> ImportFile:
    return ImportFile(name, (SAMPLE / name).read_bytes())


FILES = DirectoryFiles(given("register.csv"), given("emails.csv"), given("clusters.csv"))
ADDRESSES = (
    [line.split(",")[1] for line in FILES.emails.content.decode().splitlines()[1:]] if FILES.emails else []
)


@pytest.fixture
def sample(sqlite_url: str) -> Iterator[tuple[SqlDirectory, Difference]]:
    with opened(sqlite_url) as engine:
        directory = SqlDirectory(engine, KEY)
        yield directory, import_register(directory, FILES, now=MONDAY_MORNING)


def audience(directory: SqlDirectory, addresses: list[str]) -> Audience:
    recipients = tuple(Recipient(Mailbox(a)) for a in addresses)
    return resolve_audience(Draft("", Body(""), MONDAY_MORNING, recipients=recipients), directory, [COUNCIL])


@pytest.mark.parametrize("name", ["register.csv", "emails.csv", "clusters.csv"])
def test_the_files_are_what_the_script_makes(name: str) -> None:
    assert (SAMPLE / name).read_bytes() == sample_files()[name]


def test_it_is_about_a_hundred_and_fifty_schools_in_twenty_clusters(
    sample: tuple[SqlDirectory, Difference],
) -> None:
    directory, told = sample
    assert (told.schools, told.clusters, told.refused) == (154, 20, ())
    assert {s.phase for s in directory.summary().schools} == set(Phase) - {Phase.OTHER}
    trusts = Counter(s.trust for s in directory.summary().schools)
    assert (trusts["Kestrel Learning Trust"], trusts["Marsh and Weald Academies Trust"]) == (12, 6)
    assert len(FILES.register.content) < 300_000


@pytest.mark.usefixtures("sample")
def test_no_address_can_be_read_in_the_database(tmp_path: Path) -> None:
    kept = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("sendwell.db*")))
    assert b"Quillcombe Primary School" in kept
    assert [a for a in ADDRESSES if a.encode() in kept] == []
    for personal in (b"01632960", b"Headteacher", b"Fairweather", b"kestreltrust"):
        assert personal not in kept


def test_a_trust_office_is_one_school_and_everybody_is_all(sample: tuple[SqlDirectory, Difference]) -> None:
    directory, _ = sample
    office = audience(directory, ["office@kestreltrust.example"])
    assert (office.schools, len(office.readers[0].schools)) == (1, 12)
    everybody = audience(directory, ADDRESSES)
    assert everybody.schools == 154
    assert everybody.share == pytest.approx(1.0)
    assert (everybody.unclustered, len(everybody.clusters)) == (1, 20)


def test_joined_and_closed_schools_are_known(sample: tuple[SqlDirectory, Difference]) -> None:
    directory, _ = sample
    at = "wealdshire.sch.example"
    joined = audience(
        directory, [f"office@meadowinfant.{at}", f"office@meadowjunior.{at}", f"head@pellbridgemeadow.{at}"]
    )
    assert (joined.schools, joined.clusters) == (1, ("Pellbridge",))
    assert directory.look_up([f"office@moorend.{at}"])[f"office@moorend.{at}"].is_closed
    governor = audience(directory, ["j.fairweather@wealdgovernors.example"])
    assert (governor.schools, len(governor.clusters)) == (1, 2)
