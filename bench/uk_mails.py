"""What do UK office mails with personal numbers, and with numbers that only look like them, look like?

A seeded generator: every value has right check digits, every mail knows what stands in it and where. More
than a third hold only look-alikes (orders, references, room codes, policy prose, signatures).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import phonenumbers
from stdnum import luhn
from stdnum.gb import upn
from stdnum.iso7064 import mod_97_10

from app.checks.identity import validators

NAMES = [
    "Amelia Khan",
    "Yusuf Ali",
    "Zosia Nowak",
    "Adaeze Obi",
    "Siân Evans",
    "Aoife Byrne",
    "Li Wei Chen",
    "Harpreet Gill",
    "Kwame Mensah",
    "Oliver Hart",
    "Grace May",
    "Mohammed Uddin",
    "Ioana Popescu",
    "Niamh O'Connor",
    "Jakub Kowalski",
    "Chidinma Eze",
    "Rhys Bevan",
    "Priya Patel",
    "Will Marks",
    "Ayşe Demir",
]
STREETS = [
    "Elm Grove",
    "Mill Street",
    "Station Road",
    "Park View Road",
    "The Old Forge Lane",
    "Church Hill",
    "Kings Avenue",
    "Wren Close",
]
TOWNS = ["Ashford", "Maidstone", "Tonbridge", "Leeds", "Hexham", "Truro", "Wigan"]
POSTCODES = ["TN24 8UU", "ME15 6XH", "TN9 1QA", "LS6 2AB", "NE46 1XD", "TR1 2HX", "WN1 1YB"]
FILLER = (
    "Thank you for coming to the briefing on Thursday; the slides are on the website.",
    "The next meeting is on 12/03/2027 at 2pm in room B12.",
    "Please let me know by noon on Friday if you cannot make it.",
    "We have 30 places left on the course and 12 on the waiting list.",
    "The budget for this year is £1,234,567.89 and was agreed on 03/05/2026.",
    "Year 6 pupils will visit the museum and the library in June.",
    "Our safeguarding policy asks every school to check its records each term.",
    "I have asked the office to update the page, and will chase them next week.",
    "The new guidance covers attendance, exclusions and managed moves.",
    "Mark and Grace may join us; Will can take the minutes.",
)
SIGNATURE = "\n\nKind regards\n{name}\nAdmissions Officer\nDale Council, 12 London Road, Ashford TN24 8UU\nTel: 01622 694000"


@dataclass
class Mail:
    """One mail and the truth about it: kind, start, end."""

    text: str
    truth: list[tuple[str, int, int]] = field(default_factory=list)


class Maker:
    """Values with right check digits, from one seed."""

    def __init__(self, seed: int) -> None:
        """Start the draw."""
        self.random = random.Random(seed)  # noqa: S311 - a bench needs a seed, not secrecy

    def digits(self, count: int) -> str:
        """So many digits, the first not a nought."""
        return str(self.random.randrange(1, 10)) + "".join(
            str(self.random.randrange(10)) for _ in range(count - 1)
        )

    def until(self, is_right: Callable[[str], bool], count: int = 10) -> str:
        """Draw until the check digit is right."""
        while not is_right(number := self.digits(count)):
            pass
        return number

    def pick(self, *choices: str) -> str:
        """One of them."""
        return self.random.choice(choices)

    def spaced(self, number: str, sizes: tuple[int, ...], joint: str) -> str:
        """The number in groups."""
        parts, at = [], 0
        for size in sizes:
            parts.append(number[at : at + size])
            at += size
        return joint.join(parts)

    def ten(self, number: str) -> str:
        """Ten digits as people write them."""
        how = self.random.randrange(5)
        if how == 0:
            return number
        if how == 1:
            return " ".join(number)
        return self.spaced(number, (3, 3, 4), " -."[how - 2])

    def upn(self) -> str:
        """A unique pupil number."""
        body = f"{self.random.choice(sorted(validators.UPN_AUTHORITIES)):03}" + self.digits(9)
        number = upn.calc_check_digit(body) + body
        return self.pick(number, number, self.spaced(number, (1, 4, 4, 4), " "))

    def nino(self) -> str:
        """A National Insurance number."""
        while not validators.is_nino(
            number := self.pick(*"ABCEGHJKLMNPRSTWXYZ")
            + self.pick(*"ABCEGHJKLMNPRSTWXYZ")
            + self.digits(6)
            + self.pick(*"ABCD")
        ) or validators.is_office_nino(number):
            pass
        return self.pick(
            number, self.spaced(number, (2, 2, 2, 2, 1), " "), self.spaced(number, (2, 2, 2, 2, 1), "-")
        )

    def card(self) -> str:
        """A payment card."""
        body = "49" + self.digits(13)
        number = body + luhn.calc_check_digit(body)
        return self.pick(
            number, self.spaced(number, (4, 4, 4, 4), " "), self.spaced(number, (4, 4, 4, 4), "-")
        )

    def iban(self) -> str:
        """A British account."""
        body = self.pick("LOYD", "BARC", "NWBK") + self.digits(14)
        number = "GB" + mod_97_10.calc_check_digits(body + "GB") + body
        return self.pick(number, self.spaced(number, (4, 4, 4, 4, 4, 2), " "))

    def licence(self) -> str:
        """A driving licence."""
        month, day = self.random.randrange(1, 13), self.random.randrange(1, 29)
        number = f"{self.pick('KHAN9', 'MORGA', 'EVANS')}{self.random.randrange(5, 10)}{month:02}{day:02}{self.random.randrange(10)}SM9IJ"
        return self.pick(number, self.spaced(number, (5, 6, 5), " "))

    def mrz(self) -> str:
        """The second line of a passport."""
        parts = [self.digits(9), f"{self.random.randrange(5, 20):02}0412", "300101", "<" * 14]
        a, b, c, d = (part + validators.mrz_digit(part) for part in parts)
        line = f"{a}GBR{b}F{c}{d}"
        return line + validators.mrz_digit(line[0:10] + line[13:20] + line[21:43])

    def mobile(self) -> str:
        """A mobile number of a range that is in use."""
        while not phonenumbers.is_valid_number(
            phonenumbers.parse(number := "07" + self.pick(*"4578") + self.digits(8), "GB")
        ):
            pass
        return self.pick(
            number, self.spaced(number, (5, 6), " "), "+44 " + self.spaced(number[1:], (4, 6), " ")
        )

    def birth(self) -> str:
        """A pupil's birth date."""
        day, month, year = (
            self.random.randrange(1, 29),
            self.random.randrange(1, 13),
            self.random.randrange(2009, 2023),
        )
        named = ["January", "March", "April", "May", "June", "July", "October"][self.random.randrange(7)]
        return self.pick(
            f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year % 100:02}", f"{day} {named} {year}"
        )


def hits(m: Maker) -> dict[str, tuple[str, ...]]:
    """A sentence or two for each kind, `{}` where the value stands."""
    n = m.pick(*NAMES)
    return {
        "upn": (m.upn(), f"The UPN for {n} is {{}}.", "UPN: {}", f"{n}, unique pupil number {{}}, moves on Monday."),
        "nhs-number": (m.ten(m.until(validators.is_nhs_number)), f"{n} has NHS number {{}}.", "NHS No. {}", "NHS: {}"),
        "uln": (m.until(validators.is_uln), "ULN {}", f"{n}'s unique learner number is {{}}."),
        "utr": (m.until(validators.is_utr), "UTR: {}", f"The tax reference of {n} is {{}}."),
        "national-insurance-number": (m.nino(), "NI number {}", f"Payroll need {{}} for {n}.", "NINO: {}"),
        "bank-account": (
            f"{m.spaced(m.digits(6), (2, 2, 2), m.pick('-', ' '))}{m.pick(', account ', ' a/c ', ' account number: ')}{m.digits(8)}",
            "Please refund to sort code {}.", "Bank details: {}",
        ),
        "iban": (m.iban(), "IBAN {}", "Pay it to {} please."),
        "payment-card": (m.card(), "The card number is {}.", "We paid by card {} last week."),
        "driving-licence": (m.licence(), "Driving licence {}", f"{n} drives the minibus, licence number {{}}."),
        "passport": (m.digits(9), "Passport number {}", f"{n}'s passport is {{}}."),
        "passport-mrz": (m.mrz(), "The scan says {}", "{}"),
        "date-of-birth": (m.birth(), f"{n} (DOB {{}})", "Date of birth: {}", f"{n} was born on {{}}."),
        "home-address": (
            f"{m.random.randrange(1, 200)} {m.pick(*STREETS)}, {m.pick(*TOWNS)} {m.pick(*POSTCODES)}",
            f"{n} lives at {{}} with her mum.", "Home address: {}", "The family has moved to {}.",
        ),
        "personal-phone": (m.mobile(), "Mum's mobile is {}.", f"{n}'s dad is on {{}}."),
        "candidate-number": (f"{m.digits(5)}0{m.random.randrange(20, 27)}{m.digits(4)}{m.pick(*'ABCDE')}", "UCI {}", f"The UCI of {n} is {{}}."),
        "teacher-number": (f"{m.digits(2)}/{m.digits(5)}", "TRN {}", "Teacher reference number RP {}"),
        "vehicle-registration": (f"{m.pick('KP', 'GN', 'LX')}{m.random.randrange(51, 76)} {m.pick('XYZ', 'ABC', 'KDE')}", "The car is reg {}.", "Vehicle: {}"),
    }  # fmt: skip


def near_misses(m: Maker) -> tuple[str, ...]:
    """Sentences with nothing personal in them, each with a number that looks it."""
    nhs, both = m.until(validators.is_nhs_number), m.until(validators.is_utr)
    return (
        f"Order {nhs} has been sent.", f"Invoice no {both} is due.", f"Our ref: {m.ten(nhs)}", f"Ticket {nhs} is closed.",
        f"See https://wiki.council.example/pages/{nhs}.", f"PO {both} for the paint", f"ISBN 978{m.digits(10)}",
        f"URN {m.digits(6)}, LAESTAB {m.digits(3)}/{m.digits(4)}", f"UKPRN 1{m.digits(7)} for the grant",
        f"Course code A{m.digits(3)} BCD starts soon.", "Room A1 1AA is booked.", "On 12-04-24 we ordered 12345678 pens.",
        "Ring the national line on 0345 600 0723.", "Call the school office on 01622 694000.", "Our helpline is 0800 1111.",
        "Venue: 12 London Road, Ashford TN24 8UU", "Oak Primary School, 4 Mill Street, Maidstone ME15 6XH",
        "Children born between 1 September 2021 and 31 August 2022 start Reception.", "The policy was reviewed on 03/05/2012.",
        "Please bring passports, NHS numbers and dates of birth on the day.", f"Timestamp 17{m.digits(8)} in the log",
        f"The grant agreement {both} was signed.", f"Tracking {m.digits(12)} is at the depot.", f"Total £{nhs}.",
        "Our sample form shows NI number QQ 12 34 56 C.", f"Serial {both} of the tablet", f"Barcode 50{m.digits(11)}",
        f"The number {both} is on the box.", f"Company number {m.digits(8)}", "Dear all, will Mark and Grace may chair?",
        f"Part INV-{nhs}-2", "Report the scores 4 3 2 4 1 2 3 4 5 6 by Friday.", f"Asset no {m.digits(9)} is a laptop.",
    )  # fmt: skip


def mails(count: int, seed: int = 20_261_120) -> list[Mail]:
    """So many mails, two in five with nothing personal."""
    m = Maker(seed)
    made = []
    for place in range(count):
        mail = Mail(f"Dear {m.pick(*NAMES).split()[0]},\n\n")
        lines = [m.pick(*FILLER) for _ in range(m.random.randrange(2, 8))]
        for at, line in enumerate(lines):
            mail.text += line + m.pick(" ", "\n\n")
            if at < 2:  # noqa: PLR2004 - two numbers a mail
                _add(mail, m, personal=place % 5 > 1)
        mail.text += SIGNATURE.format(name=m.pick(*NAMES))
        made.append(mail)
    return made


def _add(mail: Mail, m: Maker, *, personal: bool) -> None:
    if not personal:
        mail.text += m.pick(*near_misses(m)) + "\n\n"
        return
    kinds = hits(m)
    kind = m.pick(*kinds)
    value, *sentences = kinds[kind]
    before, _, after = m.pick(*sentences).partition("{}")
    mail.text += before
    mail.truth.append((kind, len(mail.text), len(mail.text) + len(value)))
    mail.text += value + after + "\n\n"
