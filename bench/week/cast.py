"""Who writes in the week, and to whom?

People of an authority that does not exist: the council's offices, the staff of some of its schools, firms, and parents. Webmail
addresses have a hyphen where their provider allows none, so that they can be nobody's.
"""

import csv
import random
from dataclasses import dataclass
from functools import cache

from app.adapters.files.sample_authority import SAMPLE
from app.domain.draft import Mailbox

COUNCIL = "wealdshire.example"
OFFICE_PEOPLE, SCHOOL_PEOPLE, SCHOOLS_WITH_STAFF = 240, 160, 24

FIRST = """Abena Ade Agnieszka Aled Alun Amara Anjali Anneliese Annika Aoife Arjun Bartek Beth Bogdan Bronwen Callum Caoimhe Ceri
Cheryl Claire Clive Darren Debbie Denise Derya Desmond Dilys Dorota Efua Eleri Ewa Femi Ffion Fiona Gail Gemma Gethin Gintaras Goran
Greta Gwyneth Hamza Hanna Helen Huw Ifeanyi Ifeoma Imogen Ines Ingrid Jacqueline Jess Jill Ji-woo Joanna Joaquim Kemi Kirsty Kwame Lars
Leila Leticia Lorraine Lowri Lucja Lynne Maeve Magda Mair Marek Margaret Marta Mateus Meera Moira Nadia Neil Ngozi Nkechi Oluwaseun
Owain Parisa Pavel Piotr Priya Rachel Ravi Rhiannon Rhodri Roxana Rukhsana Ruth Sanjay Saskia Shabnam Shona Sian Siobhan Sioned Sipho
Solomon Stelian Sunil Sushila Tamsin Tariq Temi Tendai Tereza Tom Tomos Vikram Wanjiru Wei Wiktoria Xiu Yusuf Zainab Zoltan Zsofia
Hiroshi Thanh Aroha Giulia Mehmet Oksana Dmitri Soraya Kofi Lindiwe Ravinder Jaswinder Chidi Esi Bilal Noor Farah Eilidh Hamish Niamh
Thuy Sina Aslan Leszek Andrei Ioana Petra Jiri Yonas Selam Nasra Abdi Chen Ming Sofia Diego Camila""".split()
LAST = """Adeleke Ahmed Achterberg Baptiste Barnett Begum Bianchi Blackwood Bose Brennan Chowdhury Cartwright Demir Dhaliwal Doyle Eze
Evans Farouk Fernando Fraser Frimpong Georgiou Greenwood Haddad Hollis Hosseini Hughes Igwe Ivanova Jankowski Kaur Keane Khan Kovacs
Kowalczyk Lewandowska Lindqvist MacLeod Mbeki McBride Mensah Nair Nakamura Ncube Ndlovu Nguyen Nkosi Nowak Oduya Okonjo Osei Papadopoulos
Patel Pereira Petrov Popescu Prys Pugh Rahimi Rai Ridley Sharma Silva Singh Sithole Sowande Szabo Tekle Teale Tesfaye Townsend Tran
Wang Whitcombe Yildiz Zhang O'Rourke Tanaka Costa Abdi Osman Petrauskas Kalnins Tamm Horvat Dvorak""".split()
JOBS = (
    "Admissions Officer|Finance Officer|Business Support Officer|Planning Officer|School Improvement Adviser|HR Adviser|Project Officer|"
    "Transport Officer|Data Analyst|Team Manager|Contracts Officer|Early Years Adviser|Premises Officer|Customer Adviser|SEND Officer"
).split("|")
SCHOOL_JOBS = "Class teacher|Office manager|Deputy Head|School Business Manager|SENCO|Site manager|Teaching assistant|Head of Year 9|Librarian".split(
    "|"
)
TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr")
FIRMS = """northfield-supplies bluebell-catering marlow-coaches oakpress-print ridgeway-heating tallis-pianos kestrel-windows
penfold-architects brightdesk-furniture hedgerow-grounds lantern-theatre fairway-sports quayside-books moorland-minibus clearview-glass
stonebridge-legal harbour-insurance willow-translation peak-scaffold sunrise-dairy anvil-fencing cobalt-ict orchard-photos
meridian-training wrenfield-museum foxglove-florist beacon-energy tandem-cycles ashlar-roofing candela-lighting""".split()
WEBMAIL = ("gmail.com", "outlook.com", "hotmail.co.uk", "yahoo.co.uk")
PLACES = """Ashmere Brackenholt Coldharrow Dunwold Eastmarch Fenholt Greatbourne Hartswold Inglewick Kingsholt Larkmere Marlowick
Netherholt Oxwold Pellbridge Quarrendine Rushfold Stanwold Tillingwold""".split()


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
        job = pen.choice(SCHOOL_JOBS if school else JOBS)
        people.setdefault(address, Person(first, last, address, job, school, pen.lognormvariate(0, 0.9)))
    return tuple(people.values())


def parent(pen: random.Random) -> Person:
    """A parent or resident, at a webmail address that can be nobody's."""
    first, last = pen.choice(FIRST), pen.choice(LAST)
    local = f"{first}-{last}{pen.randint(1, 99)}".lower().replace("'", "")
    return Person(first, last, f"{local}@{pen.choice(WEBMAIL)}", title=pen.choice(TITLES))


def supplier(pen: random.Random) -> Person:
    """Somebody at a firm."""
    first, last, firm = pen.choice(FIRST), pen.choice(LAST), pen.choice(FIRMS)
    local = pen.choice(
        ("sales", "accounts", "bookings", first.lower(), f"{first}.{last}".lower().replace("'", ""))
    )
    return Person(first, last, f"{local}@{firm}.example")
