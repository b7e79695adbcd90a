"""Who writes in the week, and to whom?

People of an authority that does not exist: the council's offices, the staff of some of its schools, firms, and parents. Webmail
addresses have a hyphen where their provider allows none, so that they can be nobody's.
"""

import csv
import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from app.adapters.files.sample_authority import SAMPLE
from app.domain.draft import Mailbox

COUNCIL = "wealdshire.example"
OFFICE_PEOPLE, SCHOOL_PEOPLE, SCHOOLS_WITH_STAFF = 240, 160, 24

NAMES: Mapping[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "names.yaml").read_text(encoding="utf-8")
)
FIRST, LAST, PLACES = NAMES["first"], NAMES["last"], NAMES["places"]
TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr")
WEBMAIL = ("gmail.com", "outlook.com", "hotmail.co.uk", "yahoo.co.uk")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an address; `school` is the domain of the school they work at, `weight` how much they write."""

    first: str
    last: str
    address: str
    job: str = ""
    school: str = ""
    weight: float = 1.0
    title: str = "Ms"

    @property
    def mailbox(self) -> Mailbox:
        """As an address book shows them."""
        return Mailbox(self.address, f"{self.first} {self.last}")


@cache
def school_boxes() -> tuple[Mailbox, ...]:
    """The office and head of every open school, by the school's name."""
    with (SAMPLE / "register.csv").open(encoding="cp1252", newline="") as file:
        names = {
            row["URN"]: row["EstablishmentName"]
            for row in csv.DictReader(file)
            if row["EstablishmentStatus (name)"] == "Open"
        }
    with (SAMPLE / "emails.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Mailbox(row["address"], names[row["urn"]])
            for row in csv.DictReader(file)
            if row["role"] in {"office", "head"} and row["urn"] in names
        )


def staff(pen: random.Random) -> tuple[Person, ...]:
    """Everybody who writes; nobody shares an address."""
    domains = sorted({box.domain for box in school_boxes() if box.domain.endswith(".sch.example")})
    schools = pen.sample(domains, SCHOOLS_WITH_STAFF)
    people: dict[str, Person] = {}
    while len(people) < OFFICE_PEOPLE + SCHOOL_PEOPLE:
        school = "" if len(people) < OFFICE_PEOPLE else schools[len(people) % SCHOOLS_WITH_STAFF]
        first, last = pen.choice(FIRST), pen.choice(LAST)
        address = f"{first}.{last}".lower().replace("'", "") + "@" + (school or COUNCIL)
        job = pen.choice(NAMES["school_jobs" if school else "jobs"])
        people.setdefault(address, Person(first, last, address, job, school, pen.lognormvariate(0, 0.9)))
    return tuple(people.values())


def parent(pen: random.Random) -> Person:
    """A parent or resident, at a webmail address that can be nobody's."""
    first, last = pen.choice(FIRST), pen.choice(LAST)
    local = f"{first}-{last}{pen.randint(1, 99)}".lower().replace("'", "")
    return Person(first, last, f"{local}@{pen.choice(WEBMAIL)}", title=pen.choice(TITLES))


def supplier(pen: random.Random) -> Person:
    """Somebody at a firm."""
    first, last, firm = pen.choice(FIRST), pen.choice(LAST), pen.choice(NAMES["firms"])
    local = pen.choice(
        ("sales", "accounts", "bookings", first.lower(), f"{first}.{last}".lower().replace("'", ""))
    )
    return Person(first, last, f"{local}@{firm}.example")
