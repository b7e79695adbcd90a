"""Whose is a name in a list, a signature, a shouted sentence or the name of a thing?"""

import re

import pytest

from app.compose.read_draft import read_draft
from app.domain.people import Who
from app.domain.reading import Name, NameKind
from app.reading.naming.faint import faint_names
from tests.drafts import draft_from
from tests.fakes import FakeReader
from tests.road import surroundings

MARK = re.compile(r"\[([st]) (.*?)\]", re.DOTALL)
WHO = {"s": Who.SENDER, "t": Who.THIRD_PARTY}


def _check(body: str, *names: str) -> None:
    """Whoever stands in brackets is found as theirs (s sender, t third party), and nobody else."""
    plain = MARK.sub(lambda match: match[2], body)
    reading = read_draft(draft_from({"body": plain}), surroundings(FakeReader(names=names)))

    found = [(reading.body.clean[p.start : p.end], p.who) for p in reading.people]
    assert found == [(match[2], WHO[match[1]]) for match in MARK.finditer(body)]


@pytest.mark.parametrize(
    "body",
    [
        "Please move these to 9B:\n\n[t Okafor, Amara]\n[t Byrne, Aoife]",
        "Please move these to 9B:\n\n[t Amara Okafor]\n\nThe office",
        "One has moved to 9B.\n\n[t Okafor], [t Amara]",
        "The hall is free.\n\n[s Ged], Waste Services",
        "The hall is free.\n\n[s Hafsa], [s Jo] and [s Marie]",
    ],
)
def test_who_closes_a_list_has_not_signed_the_mail(body: str) -> None:
    _check(body, "Okafor", "Amara", "Amara Okafor", "Byrne, Aoife")


@pytest.mark.parametrize(
    "body",
    [
        "The hall is free.\n\nCheers,\n[s Bill] and the site team",
        "The hall is free.\n\nThanks\n[s Olu] & all at the centre",
        "The hall is free.\n\nBest\n[s Olu] & [s Yaw]",
        "My name is [s Ottoline Grey] and I am new.",
        "Hello. My name's [s Olu]. The hall is free.",
        "A child who says my name is [t Olu] is read the list.",
    ],
)
def test_who_signs_with_others_or_says_their_name_is_the_sender(body: str) -> None:
    _check(body, "Bill", "Olu", "Ottoline Grey")


@pytest.mark.parametrize(
    "body",
    [
        "[t MR JAMIL SIDDIQUI] HAS NOT REPLIED.",
        "[t Patience] waited, and please have patience.",
        "PLEASE TELL [t MRS OKORO] THAT THE HALL IS BOOKED.",
        "I spoke to [t Nnenna] on Thursday, and wrote to [t Uzoma].",
        "We sent it to Akunna on Thursday.",
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(body: str) -> None:
    _check(body)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Sir John Leman High School and the Prince William School have replied.", ()),
        ("The Rowan class goes first.", ("Rowan",)),
        ("[t Rowan]'s class goes first.", ("Rowan",)),
        ("The Duke of Edinburgh's Award closes on Friday.", ("Duke",)),
        ("We are at 14 Beatrice Grove, Stanley, DH9 8AB.", ("Stanley",)),
        ("Write to [t Stanley], DH9 8AB, about it.", ("Stanley",)),
        ("The Christian Aid stall is in the hall.", ("Christian",)),
        ("PLEASE LET [t MR ABUBAKAR] KNOW THAT THE VAN IS HERE.", ("MR ABUBAKAR",)),
        ("The Edith Cavell ward is shut.", ("Edith Cavell",)),
        ("Send [t Edith Cavell] room keys.", ("Edith Cavell",)),
        ("We sang for Vaisakhi.", ("Vaisakhi",)),
        ("We ask for Martyn's Law training.", ()),
        ("The bed by the wall has heather and holly in it.", ("heather", "holly")),
        ("the bed is dry and [t heather] and [t holly] know it", ("heather", "holly")),
        ("The hall is decorated for Eid and for Nowruz.", ()),
    ],
)
def test_a_name_in_the_name_of_a_thing_is_nobody(body: str, names: tuple[str, ...]) -> None:
    _check(body, *names)


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Pupil of the week: Ottilie (Oak).", False),
        ("Please tell Oak that the hall is free.", True),
        ("Oak for the doors is in the yard.", False),
    ],
)
def test_what_the_network_half_sees_in_brackets_or_before_no_verb_is_nobody(
    text: str, is_person: bool
) -> None:
    at = text.index("Oak")
    found = list(faint_names(text, [Name(NameKind.PERSON, at, at + 3, 0.08)]))

    assert bool(found) is is_person
