"""Which mailboxes are pupils', and which only look so?"""

import pytest

from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.audience import Audience
from app.domain.draft import Body, Draft, Mailbox, Recipient, RecipientKind
from tests.fakes import MONDAY_MORNING, OWN_DOMAIN, FakeDirectory

OWN_PATTERNS = ("learn.acorn.example", "####-*@acorn.example", "kids.*.example")


def audience(*to: Recipient, sender: str = "", known: KnownMailboxes | None = None) -> Audience:
    draft = Draft("", Body(""), MONDAY_MORNING, Mailbox(sender) if sender else None, recipients=to)
    own = [OWN_DOMAIN, "oak.kent.sch.uk"]
    return resolve_audience(draft, FakeDirectory(), own, ["sch.uk"], known or KnownMailboxes())


def is_pupil(address: str, name: str = "", *patterns: str, is_group: bool = False) -> bool:
    kind = RecipientKind.GROUP if is_group else RecipientKind.USER
    found = audience(Recipient(Mailbox(address, name), kind=kind), known=KnownMailboxes(patterns))
    return bool(found.pupils)


@pytest.mark.parametrize(
    "address",
    [
        "jo.smith@pupils.oak.kent.sch.uk",
        "jo.smith@students.elm.kent.sch.uk",
        "jo.smith@learners.elm.kent.sch.uk",
        f"jo@student.{OWN_DOMAIN}",
        "19smithj@oak.kent.sch.uk",
        "2019-jsmith@elm.kent.sch.uk",
        "24.JSmith2@oak.kent.sch.uk",
    ],
)
def test_usual_shapes(address: str) -> None:
    assert is_pupil(address)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("j.smith@oak.kent.sch.uk", "Jo Smith"),
        ("student.services@oak.kent.sch.uk", "Student Services"),
        ("16plus@oak.kent.sch.uk", "16 Plus"),
        ("30hours@oak.kent.sch.uk", "30 hours"),
        ("25trip@oak.kent.sch.uk", "Trip 2025"),
        ("j.smith@oak.kent.sch.uk", "Jo Smith (Student Teacher)"),
        ("jsmith19@oak.kent.sch.uk", "Jo Smith"),
        ("jo@students.uni.ac.uk", "Jo"),
        ("19smithj@gmail.com", "Jo"),
        (f"tuesday-class@learners.{OWN_DOMAIN}", "Tuesday class"),
        (f"19smithj@{OWN_DOMAIN}", "Jo"),
        ("", "Year 9 pupils"),
    ],
)
def test_others(address: str, name: str) -> None:
    assert not is_pupil(address, name)


@pytest.mark.parametrize("name", ["Smith, Jo (Pupil)", "Jo Smith - Student", "Jo Smith [Learner]"])
def test_called_so(name: str) -> None:
    assert is_pupil(f"jo.smith@{OWN_DOMAIN}", name)
    assert not is_pupil("jo.smith@uni.example", name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Year 9 pupils", True), ("All Students", True), ("Student Support Team", False), ("Year 9", False)],
)
def test_groups(name: str, *, expected: bool) -> None:
    assert is_pupil("g1@oak.kent.sch.uk", name, is_group=True) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("jo@learn.acorn.example", True),
        ("jo@y7.learn.acorn.example", True),
        ("jo@unlearn.acorn.example", False),
        ("2019-jo@acorn.example", True),
        ("x2019-jo@acorn.example", False),
        ("jo@kids.elm.example", True),
    ],
)
def test_what_the_organisation_adds(address: str, *, expected: bool) -> None:
    assert is_pupil(address, "", *OWN_PATTERNS) is expected
    assert not is_pupil(address)


def test_who_may_write_to_all_schools() -> None:
    known = KnownMailboxes(bulk_senders=("Comms@Council.example",))

    assert audience(sender="comms@council.example", known=known).is_from_recognised
    assert not audience(sender="p.shah@council.example", known=known).is_from_recognised
    assert not audience(known=known).is_from_recognised


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("priya@gmail.com", True),
        ("p.shah@council.example", False),
        ("sales@supplies.example", False),
        ("", False),
    ],
)
def test_whether_it_is_from_a_private_mailbox(sender: str, *, expected: bool) -> None:
    assert audience(sender=sender).is_from_private is expected
