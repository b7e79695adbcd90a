"""How is the sample authority made? ``python -m bench.make_sample_authority`` writes it again.

The register has the columns of the published one, personal ones included, so that dropping them is
really done: telephone numbers are Ofcom's for drama, and no postcode exists. The same run always
gives the same files; a test compares them.
"""

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

from app.directory.register_columns import REGISTER_COLUMNS
from bench.sample_schools import SCHOOLS, TOWNS, TYPES, Made, authority

SAMPLE = Path(__file__).parents[1] / "app" / "adapters" / "files" / "sample"
COUNCIL = "wealdshire.example"
AUTHORITY = "999"
_FIRST = "Amara Bryn Chidi Dilys Elspeth Farah Gareth Hester Imran Joanna Kwame Leila Morag Niall Olive Pavel"
_LAST = "Abbot Barrowby Crane Dunmore Eastlake Fairweather Gill Hargrave Iqbal Jessop Kitto Lam Merriden Nash"
_STATUS_CODES = {"Open": "1", "Closed": "2", "Open, but proposed to close": "3", "Proposed to open": "4"}
_FAITHS = {"church": "Church of England", "catholic": "Roman Catholic"}


def register_rows(made: list[Made]) -> Iterator[dict[str, str]]:
    """The register's rows; what we do not need is filled in too, plausibly."""
    chance = random.Random(2026)  # noqa: S311 (invented data, and the same each time)
    for order, school in enumerate(made):
        yield _about(school) | _numbers(school, chance) | _place_and_people(school, order, chance)


def _about(school: Made) -> dict[str, str]:
    type_code, type_name, group_code, group_name, phase, low, high = TYPES[school.kind]
    return {
        "URN": school.urn,
        "LA (code)": AUTHORITY,
        "LA (name)": "Wealdshire",
        "EstablishmentNumber": school.number,
        "EstablishmentName": school.name,
        "TypeOfEstablishment (code)": type_code,
        "TypeOfEstablishment (name)": type_name,
        "EstablishmentTypeGroup (code)": group_code,
        "EstablishmentTypeGroup (name)": group_name,
        "EstablishmentStatus (code)": _STATUS_CODES[school.status],
        "EstablishmentStatus (name)": school.status,
        "ReasonEstablishmentOpened (code)": "00",
        "ReasonEstablishmentOpened (name)": "Not applicable",
        "PhaseOfEducation (name)": phase,
        "StatutoryLowAge": low,
        "StatutoryHighAge": high,
        "ReligiousCharacter (name)": _FAITHS.get(school.kind, "Does not apply"),
        "Trusts (name)": school.trust,
        "Federations (name)": school.federation,
    }


def _numbers(school: Made, chance: random.Random) -> dict[str, str]:
    pupils = chance.randint(60, 1300 if TYPES[school.kind][4] == "Secondary" else 420)
    boys = pupils // 2 + chance.randint(-9, 9)
    return {
        "OpenDate": f"01-09-{chance.randint(1961, 2024)}",
        "CloseDate": "31-08-2025" if school.status == "Closed" else "",
        "SchoolCapacity": str(pupils + chance.randint(0, 90)),
        "CensusDate": "15-01-2026",
        "NumberOfPupils": str(pupils),
        "NumberOfBoys": str(boys),
        "NumberOfGirls": str(pupils - boys),
        "PercentageFSM": f"{chance.uniform(3, 45):.1f}",
        "LastChangedDate": "03-11-2026",
    }


def _place_and_people(school: Made, order: int, chance: random.Random) -> dict[str, str]:
    site = f"{school.slug}.{SCHOOLS}"
    sites = (f"http://www.{site}/", f"https://{site}", f"www.{site}", f"HTTPS://WWW.{site}/home")
    return {
        "Street": f"{chance.randint(1, 90)} School Lane",
        "Town": school.town,
        "County (name)": "Wealdshire",
        "Postcode": school.postcode,
        "SchoolWebsite": sites[order % len(sites)],
        "TelephoneNum": f"01632960{order:03}",
        "HeadTitle (name)": chance.choice(["Mr", "Mrs", "Ms", "Dr", "Miss"]),
        "HeadFirstName": chance.choice(_FIRST.split()),
        "HeadLastName": chance.choice(_LAST.split()),
        "HeadPreferredJobTitle": "Headteacher",
        "GOR (name)": "South East",
        "DistrictAdministrative (name)": school.cluster,
        "Country (name)": "England",
    }


def sample_files() -> dict[str, bytes]:
    """The three files, by name."""
    made = authority()
    register = [
        list(REGISTER_COLUMNS),
        *([row.get(c, "") for c in REGISTER_COLUMNS] for row in register_rows(made)),
    ]
    emails = [["urn", "address", "role"], *([s.urn, a, role] for s in made for a, role in s.addresses)]
    clusters = [["urn", "cluster", "officer"]]
    clusters += [[s.urn, s.cluster, f"{TOWNS[s.cluster]}@{COUNCIL}"] for s in made if s.cluster]
    return {
        "register.csv": _as_csv(register).encode("cp1252"),
        "emails.csv": _as_csv(emails).encode(),
        "clusters.csv": _as_csv(clusters).encode(),
    }


def _as_csv(rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    for name, content in sample_files().items():
        (SAMPLE / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
