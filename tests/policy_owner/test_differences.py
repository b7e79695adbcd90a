"""What changed is told field by field, in words."""

from dataclasses import replace

import pytest

from app.policy.pack import parse_pack
from app.policy_owner.differences import Difference, differences
from tests.road import PACKS, pack_text

TEXT = pack_text("kent-schools")
RULE = "no-bulk-to-schools"


def between(old: str, new: str) -> list[Difference]:
    assert old in TEXT
    return list(differences(parse_pack(TEXT, "a"), parse_pack(TEXT.replace(old, new, 1), "b")))


@pytest.mark.parametrize("pack", PACKS)
def test_nothing_is_different_from_itself(pack: str) -> None:
    text = pack_text(pack)

    assert differences(parse_pack(text, "a"), parse_pack("# moved down a line\n" + text, "b")) == ()


def test_a_number_a_contact_and_the_title() -> None:
    assert between("urgent_days: 7", "urgent_days: 6") == [Difference("", "numbers: urgent_days", "7", "6")]
    assert between('title: "Writing to Kent schools"', "title: Ours") == [
        Difference("", "title", "Writing to Kent schools", "Ours")
    ]
    assert between('"01622 221202"', '"01622 221201"')[0].new.startswith(
        "CFHE Communication Team, 01622 221201"
    )


def test_a_severity_is_told_with_its_conditions() -> None:
    found = between("- justify: {channel: bulletin}\n", "- warn: {channel: bulletin, schools: '>= 3'}\n")

    assert found == [
        Difference(
            "bulletin-for-all-schools",
            "how serious it is",
            "asks for a reason when the route is the e-bulletin",
            "a warning when the route is the e-bulletin and schools reached ≥ 3",
        )
    ]


def test_a_rule_that_comes_or_goes_and_another_order() -> None:
    pack = parse_pack(TEXT, "a")
    rules = pack.rules
    shorter, turned = (replace(pack, rules=r) for r in (rules[1:], rules[::-1]))

    assert differences(pack, shorter) == (Difference(rules[0].id, "the whole rule", rules[0].title, ""),)
    assert differences(pack, turned) == (Difference("", "order of the rules", "as it was", "another"),)


def test_that_a_person_looks_at_what_a_rule_flags_is_told() -> None:
    (found,) = between("  review: yes\n", "")

    assert (found.field, found.old, found.new) == ("whether a person looks at what it flags", "yes", "no")
