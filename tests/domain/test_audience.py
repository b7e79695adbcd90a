"""Whom a mail reaches, in numbers and officers."""

from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import Mailbox, Recipient, RecipientKind
from app.domain.school import School

OAK = School("1", "Oak", cluster="North", officer="north@council.example")
ASH = School("2", "Ash", cluster="South", officer="south@council.example")


def test_only_the_officers_of_clusters_that_are_reached_are_named() -> None:
    shared = Reader(Recipient(Mailbox("office@trust.example")), Belonging.SCHOOL, (OAK, ASH))
    own = Reader(Recipient(Mailbox("office@oak.sch.example")), Belonging.SCHOOL, (OAK,))

    assert Audience((own, shared), clusters=("North",)).officers == ("north@council.example",)
    assert Audience((own, shared), clusters=("North", "South")).officers == (
        "north@council.example",
        "south@council.example",
    )


def test_only_schools_with_an_address_of_their_own_can_be_named() -> None:
    shared = Reader(Recipient(Mailbox("office@trust.example")), Belonging.SCHOOL, (OAK, ASH))
    own = Reader(Recipient(Mailbox("office@oak.sch.example")), Belonging.SCHOOL, (OAK,))
    group = Reader(
        Recipient(Mailbox("all@x.example"), kind=RecipientKind.GROUP),
        Belonging.SCHOOL,
        (OAK, ASH),
        listed=True,
    )

    assert Audience((own, shared)).urns == {"1"}
    assert Audience((shared,)).urns == set()
    assert Audience((group,)).urns == {"1", "2"}
