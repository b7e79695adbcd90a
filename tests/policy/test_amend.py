"""One value of a pack is changed, and nothing else."""

import difflib
from datetime import date

import pytest

from app.domain.errors import PolicyChangeError
from app.domain.verdict import Mode
from app.policy.amend import FieldPath, amend
from app.policy.pack import parse_pack
from tests.road import PACKS, pack_text

TEXT = pack_text("kent-schools")
SAID = "Please say “why” — it's 5: a # b"


def changed_lines(path: FieldPath, value: object, text: str = TEXT) -> tuple[str, list[str]]:
    new = amend(text, {path: value})
    diff = difflib.unified_diff(text.splitlines(), new.splitlines(), lineterm="", n=0)
    return new, [line for line in diff if line[0] in "+-" and line[:3] not in {"+++", "---"}]


def test_a_mode_is_changed_on_its_line_alone() -> None:
    new, lines = changed_lines(("rules", "no-bulk-to-schools", "mode"), "trial")

    assert lines == ["-  mode: enforce", '+  mode: "trial"']
    rules = {rule.id: rule.mode for rule in parse_pack(new, "p").rules}
    assert rules["no-bulk-to-schools"] is Mode.TRIAL
    assert rules["official-channels-only"] is Mode.ENFORCE


def test_a_number_of_the_organisation_is_changed() -> None:
    new, lines = changed_lines(("numbers", "bulk_schools_warn"), 3)

    assert len(lines) == 2
    assert parse_pack(new, "p").numbers["bulk_schools_warn"] == 3


@pytest.mark.parametrize("field", ["title", "message"])
def test_awkward_words_come_back_as_they_were(field: str) -> None:
    new, _ = changed_lines(("rules", "official-channels-only", field), SAID)

    rule = next(r for r in parse_pack(new, "p").rules if r.id == "official-channels-only")
    assert getattr(rule, field) == SAID


def test_a_field_that_was_left_out_is_added() -> None:
    new, lines = changed_lines(("contacts", "secure-channel", "telephone"), "01622 000000")

    assert len(lines) == 1
    assert parse_pack(new, "p").contacts["secure-channel"].telephone == "01622 000000"


def test_a_folded_text_is_replaced_whole() -> None:
    text = "a:\n  b: >-\n    one\n    two\n  c: 3\n"

    assert amend(text, {("a", "b"): "x"}) == 'a:\n  b: "x"\n  c: 3\n'
    assert amend("{a: 1}", {("b",): True}) == "{b: true, a: 1}"


@pytest.mark.parametrize("pack", PACKS)
def test_writing_what_is_there_changes_no_rule(pack: str) -> None:
    text = pack_text(pack)
    before = parse_pack(text, "p")
    after = parse_pack(
        amend(text, {("rules", rule.id, "message"): rule.message for rule in before.rules}), "p"
    )

    assert [(r.id, r.message, r.steps, r.clause) for r in after.rules] == [
        (r.id, r.message, r.steps, r.clause) for r in before.rules
    ]


@pytest.mark.parametrize(
    "path", [("rules", "no-such-rule", "mode"), ("numbers", "a", "b"), ("nothing", "here")]
)
def test_a_path_that_leads_nowhere_is_refused(path: FieldPath) -> None:
    with pytest.raises(PolicyChangeError, match=path[-1]):
        amend(TEXT, {path: 1})


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(PolicyChangeError, match="no YAML"):
        amend("a: [", {("a",): 1})


def test_a_value_of_several_lines_is_replaced_and_what_follows_it_stays() -> None:
    text = "a:\n  b:\n    - c: 1\n      d: 2\n\n  # about e\n  e: 3\n"

    assert amend(text, {("a", "b"): [4]}) == "a:\n  b:\n    [4]\n\n  # about e\n  e: 3\n"
    assert amend(text, {("a", "b"): 4, ("a", "e"): 5}) == "a:\n  b:\n    4\n\n  # about e\n  e: 5\n"


def test_one_limit_of_one_step_is_changed_in_its_place() -> None:
    text = (
        'rules:\n- id: r\n  severity:\n    # why\n    - justify: {people: ">= 5", urgent: true}\n    - warn\n'
    )
    at = ("rules", "r", "severity")

    new = amend(text, {(*at, "0", "justify", "people"): ">= 6", (*at, "1"): "info"})
    assert new == text.replace('">= 5"', '">= 6"').replace("- warn", '- "info"')
    with pytest.raises(PolicyChangeError, match="people"):
        amend(text, {(*at, "7", "warn", "people"): 1})


def test_a_day_is_written_as_a_day() -> None:
    assert amend("a: 1", {("reviewed",): date(2027, 9, 1)}) == "reviewed: 2027-09-01\na: 1"
