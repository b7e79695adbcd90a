"""The cards that staff read: short, plain, each with its clause, and nothing that newcomers must hear left out."""

from dataclasses import replace
from datetime import date

import pytest

from app.checks.wording.prose import sentences
from app.checks.wording.reading_age import reading_age
from app.domain.errors import PackError
from app.policy.linting.packs_alone import about_pack
from app.policy.pack import parse_pack
from app.policy.remark import RemarkKind
from app.policy.staff_card import WORDS_MAX, StaffCard
from tests.road import PACKS, PROJECT, pack, pack_text, see

CARDS = [(name, card) for name in PACKS for card in pack(name).staff_cards.cards]
IDS = [card.id for _, card in CARDS]
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(("name", "card"), CARDS, ids=IDS)
def test_a_card_cites_its_source_word_for_word(name: str, card: StaffCard) -> None:
    source = (PROJECT / "app/policy/packs/sources" / pack(name).document).read_text(encoding="utf-8")

    assert card.clause.quote in " ".join(source.split())
    assert card.point in " ".join(source.split())
    assert len(card.words.split()) <= WORDS_MAX


@pytest.mark.parametrize("card", [card for _, card in CARDS], ids=IDS)
def test_a_child_of_eleven_can_read_it(card: StaffCard) -> None:
    reading, _, _ = see({"subject": "x", "to": ["1 school"], "body": "\n\n".join([card.words] * 4)})
    found = reading_age(reading.own, list(sentences(reading)))

    assert found is not None
    assert found.age <= 11


def test_newcomers_are_told_all_five_points() -> None:
    cards = pack("dale-stonehill").staff_cards

    assert len(cards.points) == 5
    assert cards.untold == ()


def test_ids_are_unique_and_every_staff_policy_has_cards() -> None:
    assert len(set(IDS)) == len(IDS)
    assert {name for name, _ in CARDS} == set(PACKS) - {"parent-guidance"}


def test_the_lint_finds_a_point_that_no_card_tells() -> None:
    whole = pack("dale-stonehill")
    lacking = replace(whole, staff_cards=replace(whole.staff_cards, cards=whole.staff_cards.cards[1:]))
    found = [
        [r for r in about_pack(p, None, (), TODAY) if r.kind is RemarkKind.POINT_NOT_TOLD]
        for p in (whole, lacking)
    ]

    assert [len(remarks) for remarks in found] == [0, 1]
    assert whole.staff_cards.points[0] in found[1][0].message


CARD = '  - {{id: {id}, title: "{title}", words: "{words}", clause: {{section: "8", quote: "be polite"}}{more}}}\n'


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        (CARD.format(id="a", title="A", words="w " * 61, more=""), "60 or fewer"),
        (CARD.format(id="a", title="A" * 61, words="w", more=""), "60 or fewer"),
        (CARD.format(id="a", title="A", words="w", more="") * 2, "id of another card"),
        (CARD.format(id="a", title="A", words="w", more=', point: "unheard of"'), "use one of"),
    ],
)
def test_a_wrong_card_is_refused_with_its_place(cards: str, said: str) -> None:
    before = pack_text("trust").partition("\nstaff_cards:")[0]
    with pytest.raises(PackError, match=said):
        parse_pack(f'{before}\nstaff_cards:\n  points: ["Be kind."]\n  cards:\n{cards}', "trust.yaml")
