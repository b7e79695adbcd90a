"""Is what the network takes for a place or a body a person where only a person stands, and only there?"""

import re
from dataclasses import dataclass, replace

import pytest

from app.compose.read_draft import read_draft
from app.domain.reading import Name, NameKind, Sentence
from app.reading.naming.misread import doubted_names
from tests.drafts import draft_from
from tests.fakes import FakeReader
from tests.road import surroundings

MARK = re.compile(r"\[([pb]) (.*?)\]", re.DOTALL)


@dataclass
class BodyReader(FakeReader):
    """Takes the words of `names` for bodies, and is sure of it."""

    def _sentence(self, words: str, start: int) -> Sentence:
        read = super()._sentence(words, start)
        return replace(
            read,
            names=tuple(replace(name, kind=NameKind.ORGANISATION, confidence=0.99) for name in read.names),
        )


@pytest.mark.parametrize(
    "marked",
    [
        "His older brother [p Everton] is at Oak Primary.",
        "A pupil called [p Rainford] ran off.",
        "A school called [b Rainford] is full.",
        "Our new caretaker, [p Lennox Bolt], has the keys.",
        "Our new supplier, [b Lennox Bolt], has the keys.",
        "The investigator from the other trust, [p Summer Pepper], rang. The older brother, [p Sen], is here.",
        "The supplier from the other trust, [b Summer Pepper], rang.",
        "I told [p Như Lã] so.",
        "It is made in [b Škofja Loka].",
        "We have excluded [p Fitzroy] for two days.",
        "We have paid [b Fitzroy] for two days.",
        "[p Alrick Peart], a teaching assistant, is off.",
        "[b Alrick Peart], a charity, is open.",
        "[p Winsome Holding], aged 6, and [p Clovis Boothe] (Year 4) came.",
        "[p Clovis]'s mum rang.",
        "[b Clovis]'s bill came.",
        "[p Clovis Boothe]'s attendance is low.",
        "[b Clovis]'s attendance is low.",
        "[p Gladstone] has lost his coat.",
        "[b Gladstone] has lost its coat.",
        "[p Gladstone] asked if he can come.",
        "[b Gladstone] asked the head if he can come.",
        "We want [p Netsanet] to keep her snacks.",
        "We want [b Netsanet] to keep its word.",
        "The pupil [b Gladstone Ltd] placed is here. Our carer, [b Oak Lane Centre], is open.",
    ],
)
def test_a_body_is_somebody_where_only_a_person_stands(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The hall is free.\n\nKind regards\n[p Rainford Dunkley]\nTrust SEND Lead",
        "The hall is free.\n\nKind regards\nPriya Shah\n[b Rainford Dunkley]",
        "The hall is free.\n\n[p Gladstone]",
        "[p Husbands, Cleveland], Y9, is out today.",
        "On Monday:\n[p Husbands, Cleveland]\n[p Bolt, Fitzroy]\nBring a coat.",
        "Husbands is here.\n\n[b Cleveland, Ohio] is far.",
    ],
)
def test_who_signs_and_who_is_listed_is_somebody(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "I met Miss Chambers about [p Ackeem Chambers]. We use [b Chambers Ltd].",
        "Dear Lennox,\n\nThey sent [p Lennox Peart] a form. The [b Lennox Club] is full.",
        "Dear Cleveland,\n\nI saw [p Cleveland] run. It is held in [b Cleveland].",
        "Mr Geddes rang. It is with [b Geddes & Muir].",
    ],
)
def test_a_body_with_a_name_that_the_mail_knows_is_somebody(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize(("said", "likely", "is_person"), [
    ("Lennox Ricketts", 0.1, True),
    ("Lennox Ricketts", 0.001, False),
    ("Lennox", 0.2, True),
    ("Lennox", 0.05, False),
    ("Lennox Green", 0.2, False),
    ("Lennox High", 0.2, False),
    ("Lennox Centre", 0.1, False),
    ("UNISON", 0.1, False),
])  # fmt: skip
def test_a_body_that_the_network_doubts_is_somebody(said: str, likely: float, is_person: bool) -> None:
    text = f"Give it to {said} by noon."
    place = (text.index(said), text.index(said) + len(said))
    names = [Name(NameKind.ORGANISATION, *place, 0.99), Name(NameKind.PERSON, *place, likely)]

    assert bool(list(doubted_names(text, names))) is is_person


def _check(marked: str) -> None:
    """Whoever stands after p is found as a person, whatever stands after b is not."""
    said = [(match[1], match[2]) for match in MARK.finditer(marked)]
    body = MARK.sub(lambda match: match[2], marked)
    reading = read_draft(
        draft_from({"body": body, "subject": "Autumn"}),
        surroundings(BodyReader(names=tuple({words for _, words in said}))),
    )
    found, gone = list[tuple[str, str]](), 0
    for match in MARK.finditer(marked):
        start = match.start() - gone
        gone += len(match[0]) - len(match[2])
        is_met = any(one.start < start + len(match[2]) and start < one.end for one in reading.people)
        found.append(("p" if is_met else "b", match[2]))

    assert found == said
