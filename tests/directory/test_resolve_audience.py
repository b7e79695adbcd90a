"""From recipients to an Audience: placement, and counting schools rather than addresses."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.directory.resolve_audience import resolve_audience
from app.domain.audience import Audience, Belonging
from app.domain.draft import Body, Draft, Field, Mailbox, Recipient, RecipientKind
from app.domain.mailbox_facts import MailboxFacts
from app.domain.school import Listing, Phase, School
from tests.fakes import MONDAY_MORNING, OWN_DOMAIN, FakeDirectory, school_address

OAK = School("100001", "Oak", Phase.PRIMARY, "Weald", f"weald@{OWN_DOMAIN}", "Acorn Trust", "oak.sch.example")
ELM = School("100002", "Elm", Phase.PRIMARY, "Coast", f"coast@{OWN_DOMAIN}", "Acorn Trust", "elm.sch.example")
ASH = School("100003", "Ash", Phase.SECONDARY, "Marsh", f"marsh@{OWN_DOMAIN}", "", "ash.sch.example")
YEW = School("100004", "Yew", Phase.SPECIAL)


def group(address: str, name: str = "", field: Field = Field.TO) -> Recipient:
    return Recipient(Mailbox(address, name), field, RecipientKind.GROUP)


def audience(
    *to: str | Recipient, capped: bool = False, known: Mapping[str, tuple[School, ...]] | None = None
) -> Audience:
    listings = {address: Listing(schools, is_exact=True) for address, schools in (known or {}).items()}
    recipients = tuple(r if isinstance(r, Recipient) else Recipient(Mailbox(r)) for r in to)
    draft = Draft("", Body(""), MONDAY_MORNING, recipients=recipients, recipients_capped=capped)
    return resolve_audience(draft, FakeDirectory(listings), [OWN_DOMAIN])


def placed(to: str | Recipient) -> Belonging:
    return audience(to).readers[0].belonging


@pytest.mark.parametrize(
    ("address", "belonging"),
    [
        (school_address(1, 1), Belonging.SCHOOL),
        (f"p.shah@{OWN_DOMAIN}", Belonging.INSIDE),
        (f"P.SHAH@Post.{OWN_DOMAIN.upper()}.", Belonging.INSIDE),
        (f"p.shah@not{OWN_DOMAIN}", Belonging.OUTSIDE),
        ("office@birch.kent.sch.uk", Belonging.SCHOOL),
        ("mum@gmail.com", Belonging.WEBMAIL),
        ("sales@supplies.example", Belonging.OUTSIDE),
        ("", Belonging.UNKNOWN),
        ("Undisclosed recipients", Belonging.UNKNOWN),
    ],
)
def test_each_recipient_is_placed(address: str, belonging: Belonging) -> None:
    assert placed(address) is belonging


def test_a_listed_address_is_a_school_wherever_its_mailbox_is() -> None:
    webmail = audience("oak.school@gmail.com", known={"oak.school@gmail.com": (OAK,)})
    assert (webmail.schools, webmail.webmail) == (1, 0)
    inside = audience(f"oak@{OWN_DOMAIN}", known={f"oak@{OWN_DOMAIN}": (OAK,)})
    assert (inside.schools, inside.inside, inside.readers[0].listed) == (1, 0, True)


@pytest.mark.parametrize("address", [f"p.shah@{OWN_DOMAIN}", f"p.shah@post.{OWN_DOMAIN}"])
def test_a_web_page_on_our_own_domain_does_not_make_colleagues_a_school(address: str) -> None:
    draft = Draft("", Body(""), MONDAY_MORNING, recipients=(Recipient(Mailbox(address)),))
    directory = FakeDirectory({address: Listing((replace(OAK, domain=OWN_DOMAIN),), is_exact=False)})
    assert resolve_audience(draft, directory, [OWN_DOMAIN]).inside == 1


def test_a_known_school_below_our_own_domain_is_a_school() -> None:
    draft = Draft("", Body(""), MONDAY_MORNING, recipients=(Recipient(Mailbox(f"jo@oak.{OWN_DOMAIN}")),))
    directory = FakeDirectory({f"jo@oak.{OWN_DOMAIN}": Listing((OAK,), is_exact=False)})
    reader = resolve_audience(draft, directory, [OWN_DOMAIN]).readers[0]
    assert (reader.belonging, reader.listed) == (Belonging.SCHOOL, False)


def test_a_closed_school_is_said_and_not_counted() -> None:
    draft = Draft("", Body(""), MONDAY_MORNING, recipients=(Recipient(Mailbox("office@gone.sch.example")),))
    directory = FakeDirectory({"office@gone.sch.example": Listing(is_exact=True, is_closed=True)})
    seen = resolve_audience(draft, directory, [OWN_DOMAIN])
    assert (seen.readers[0].belonging, seen.schools, seen.people) == (Belonging.CLOSED_SCHOOL, 0, 1)


def test_schools_are_counted_and_not_addresses() -> None:
    seen = audience(school_address(1, 1), school_address(1, 1, role="head"), school_address(2, 1))
    assert (seen.recipients, seen.people, seen.schools, seen.clusters) == (3, 3, 2, ("Cluster 1",))


def test_an_unlisted_school_counts_once_by_the_domain_it_registered() -> None:
    seen = audience("a@oak.kent.sch.uk", "b@oak.kent.sch.uk", "c@mail.oak.kent.sch.uk", "d@elm.kent.sch.uk")
    assert (seen.schools, seen.unclustered, seen.clusters, seen.share) == (2, 2, (), 0.0)
    assert not any(r.listed for r in seen.readers)


def test_the_same_person_in_two_fields_counts_once() -> None:
    cc = Recipient(Mailbox(f"P.Shah+cc@{OWN_DOMAIN}"), Field.CC)
    seen = audience(
        f"p.shah@{OWN_DOMAIN}", cc, "mum@gmail.com", Recipient(Mailbox("MUM@gmail.com"), Field.BCC)
    )
    assert (seen.recipients, seen.people, seen.inside, seen.webmail, seen.leaving) == (4, 2, 1, 1, 2)


def test_a_trust_office_for_several_schools_is_one_school() -> None:
    seen = audience("office@acorn.example", known={"office@acorn.example": (OAK, ELM)})
    assert (seen.schools, seen.clusters, seen.unclustered) == (1, ("Coast", "Weald"), 0)
    assert seen.share == pytest.approx(2 / 60)


def test_a_governor_of_two_schools_adds_nothing_when_one_of_them_is_reached() -> None:
    known = {"office@ash.sch.example": (ASH,), "gov@acorn.example": (OAK, ASH)}
    for order in (
        ["office@ash.sch.example", "gov@acorn.example"],
        ["gov@acorn.example", "office@ash.sch.example"],
    ):
        seen = audience(*order, known=known)
        assert (seen.schools, seen.clusters, seen.phases) == (1, ("Marsh",), (Phase.SECONDARY,))


def test_two_offices_of_one_trust_are_one_school_in_any_order() -> None:
    known = {
        "ceo@acorn.example": (OAK, ELM),
        "office@acorn.example": (ELM, YEW),
        "gov@ash.example": (ASH, YEW),
    }
    addresses = ["ceo@acorn.example", "office@acorn.example", "gov@ash.example"]
    assert (
        audience(*addresses, known=known).schools == audience(*reversed(addresses), known=known).schools == 1
    )


def test_both_old_addresses_of_schools_that_joined_are_one_school() -> None:
    known = {"office@oldoak.sch.example": (OAK,), "office@oldelm.sch.example": (OAK,)}
    assert audience("office@oldoak.sch.example", "office@oldelm.sch.example", known=known).schools == 1


def test_a_listed_distribution_list_reaches_every_school_on_it() -> None:
    seen = audience(group("heads@acorn.example"), known={"heads@acorn.example": (OAK, ELM, ASH)})
    assert (seen.schools, seen.groups, seen.unknown, seen.is_lower_bound) == (3, 1, 0, True)


def test_a_group_at_a_trust_is_not_taken_for_each_of_its_schools() -> None:
    entry = group("all-staff@acorn.example")
    draft = Draft("", Body(""), MONDAY_MORNING, recipients=(entry,))
    directory = FakeDirectory({"all-staff@acorn.example": Listing((OAK, ELM), is_exact=False)})
    seen = resolve_audience(draft, directory, [OWN_DOMAIN])
    assert (seen.schools, seen.is_lower_bound) == (1, True)


def test_a_school_without_a_cluster_is_counted_as_such() -> None:
    seen = audience(
        "a@yew.example", "b@oak.example", known={"a@yew.example": (YEW,), "b@oak.example": (OAK,)}
    )
    assert (seen.schools, seen.unclustered, seen.clusters) == (2, 1, ("Weald",))
    assert seen.phases == (Phase.PRIMARY, Phase.SPECIAL)


@pytest.mark.parametrize(
    ("entry", "belonging"),
    [
        (group(f"all-staff@{OWN_DOMAIN}", "All Staff"), Belonging.INSIDE),
        (group(f"heads-of-service@{OWN_DOMAIN}", "Heads of Service"), Belonging.INSIDE),
        (group(f"schools-team@{OWN_DOMAIN}", "Primary Schools Team"), Belonging.INSIDE),
        (group(f"dl-0042@{OWN_DOMAIN}", "All Headteachers"), Belonging.UNKNOWN),
        (group(f"senco-forum@{OWN_DOMAIN}", "SENCO forum"), Belonging.UNKNOWN),
        (group(f"governors-support@{OWN_DOMAIN}", "Governor support group team"), Belonging.INSIDE),
        (group(f"leads-group@{OWN_DOMAIN}", "Project leads group"), Belonging.INSIDE),
        (group(f"AllSchools@{OWN_DOMAIN}"), Belonging.UNKNOWN),
        (group("everyone@partner.example"), Belonging.UNKNOWN),
        (group(""), Belonging.UNKNOWN),
        (group("all-staff@oak.kent.sch.uk"), Belonging.SCHOOL),
        (Recipient(Mailbox("", "My list"), kind=RecipientKind.CONTACT_LIST), Belonging.UNKNOWN),
    ],
)
def test_groups_are_placed_and_never_taken_for_one_reader(entry: Recipient, belonging: Belonging) -> None:
    seen = audience(entry)
    assert seen.readers[0].belonging is belonging
    assert seen.is_lower_bound
    assert seen.unknown == (belonging is Belonging.UNKNOWN)


@pytest.mark.parametrize(
    ("count", "is_full"), [(99, False), (100, True), (101, False), (500, True), (1000, True)]
)
def test_a_field_that_is_exactly_full_may_hold_more(count: int, *, is_full: bool) -> None:
    assert audience(*(f"c{i}@{OWN_DOMAIN}" for i in range(count))).is_lower_bound is is_full


def test_a_field_that_was_cut_is_a_lower_bound() -> None:
    assert audience(f"p.shah@{OWN_DOMAIN}", capped=True).is_lower_bound


def test_the_share_is_of_the_open_schools() -> None:
    seen = audience(*(school_address(i, i % 20) for i in range(60)), "office@not-listed.sch.example")
    assert (seen.schools, seen.share) == (61, 1.0)


def test_nobody_is_nobody() -> None:
    assert audience() == Audience()


@pytest.mark.parametrize(
    ("sender", "is_from_school"),
    [
        ("head@oak.kent.sch.uk", True),
        ("ceo@acorn.example", True),
        ("jo@oak.example", False),
        (f"p.shah@{OWN_DOMAIN}", False),
    ],
)
def test_a_school_or_a_listed_office_of_schools_writes_from_a_school(
    sender: str, *, is_from_school: bool
) -> None:
    listings = {
        "ceo@acorn.example": Listing((OAK, ELM), is_exact=True),
        "jo@oak.example": Listing((OAK,), is_exact=False),
    }
    draft = Draft("", Body(""), MONDAY_MORNING, sender=Mailbox(sender))
    seen = resolve_audience(draft, FakeDirectory(listings), [OWN_DOMAIN])
    assert seen.is_from_school is is_from_school


def told(
    members: int | None, outside: int | None = None, address: str = f"finance@{OWN_DOMAIN}"
) -> Recipient:
    """A group as Exchange tells of it."""
    return replace(group(address), facts=MailboxFacts(members=members, outside=outside))


def test_a_group_counts_its_members_where_they_are_known() -> None:
    seen = audience(told(60, 3), f"p.shah@{OWN_DOMAIN}")

    assert (seen.people, seen.members_outside, seen.is_lower_bound) == (61, 3, False)
    assert (seen.inside, seen.groups, seen.leaving) == (2, 1, 1)


def test_a_group_that_nobody_counted_is_one_at_least_and_never_nobody() -> None:
    seen = audience(told(60), told(None, address=f"hall@{OWN_DOMAIN}"))

    assert (seen.people, seen.members_outside, seen.is_lower_bound) == (61, 0, True)


def test_a_group_counts_once_in_however_many_fields() -> None:
    assert audience(told(60, 3), replace(told(60, 3), field=Field.CC)).people == 60


def test_a_group_of_colleagues_alone_stays_inside() -> None:
    assert audience(told(60, 0)).leaving == 0


def test_members_say_nothing_of_how_many_schools_a_group_hides() -> None:
    seen = audience(told(150, address=f"all-headteachers@{OWN_DOMAIN}"))

    assert (seen.unknown, seen.people, seen.is_lower_bound) == (1, 150, True)


def test_of_a_person_no_members_are_counted() -> None:
    one = Recipient(Mailbox(f"p.shah@{OWN_DOMAIN}"), facts=MailboxFacts(members=60, outside=3))

    assert (audience(one).people, audience(one).members_outside) == (1, 0)
