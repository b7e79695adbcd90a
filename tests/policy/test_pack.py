"""Is a pack read as written, and is whatever is wrong with one named by file, line and field?"""

from datetime import date

import pytest

from app.domain.errors import PackError
from app.domain.finding import Confidence
from app.domain.verdict import Channel, Mode, Severity
from app.policy.condition import Operator, condition_from
from app.policy.pack import Condition, Step, Words, parse_pack

PACK = """\
id: kent-schools
title: "Writing to schools"
document: 000.txt
owner: "The Communications Team"
reviewed: 2026-01-31
review_by: 2027-01-31
contacts:
  communications-team: {name: "The team", telephone: "01622 221202"}
  help: {name: "Help", href: "https://help.council.example/"}
numbers:
  bulk_schools_warn: 2
route:
  bulletin: {section: "You can", quote: "in the e-bulletin"}
rules:
- id: no-bulk-to-schools
  listens: [audience-shape/several-schools, audience-shape/one-phase]
  confidence: medium
  severity:
    - justify: {schools: ">= 5", channel: bulletin}
    - warn: {schools: ">= bulk_schools_warn"}
  mode: enforce
  title: "{schools} schools"
  message: "Use the e-bulletin."
  says:
    audience-shape/one-phase: {title: "One phase"}
  clause: {section: "You can't", quote: "send bulk e-mails"}
  actions:
    - {kind: route-to-bulletin, label: "Put in the e-bulletin"}
    - {kind: ask-communications-team, label: "Ask", contact: communications-team}
  flags: [{to: ["9 schools"]}]
  passes: [{to: ["1 school"]}]
"""


def test_a_pack_is_read_as_written() -> None:
    pack = parse_pack(PACK, "kent.yaml")
    rule = pack.rules[0]

    assert (pack.id, pack.document, pack.owner) == ("kent-schools", "000.txt", "The Communications Team")
    assert (pack.reviewed, pack.review_by) == (date(2026, 1, 31), date(2027, 1, 31))
    assert pack.route[Channel.BULLETIN].quote == "in the e-bulletin"
    assert (rule.mode, rule.confidence, rule.line) == (Mode.ENFORCE, Confidence.MEDIUM, 15)
    assert rule.clause.source == "kent-schools"
    assert rule.flags == ({"to": ["9 schools"]},)
    assert rule.facts_asked | rule.facts_told == {"schools", "channel"}


def test_steps_keep_their_order_and_conditions() -> None:
    first, second = parse_pack(PACK, "kent.yaml").rules[0].steps

    assert first == Step(
        Severity.JUSTIFY,
        (Condition("schools", Operator.AT_LEAST, 5), Condition("channel", Operator.IS, "bulletin")),
    )
    assert second.when[0].number == "bulk_schools_warn"


def test_an_action_takes_the_link_of_its_contact() -> None:
    pack = parse_pack(PACK, "kent.yaml")
    assert pack.rules[0].actions[1].href == "tel:01622221202"
    assert pack.contacts["help"].href == "https://help.council.example/"


def test_closer_words_for_a_finding_fall_back_on_the_general_ones() -> None:
    rule = parse_pack(PACK, "kent.yaml").rules[0]
    assert rule.words_for("audience-shape/one-phase") == Words("One phase", "Use the e-bulletin.")
    assert rule.words_for("audience-shape/several-schools").title == "{schools} schools"


def test_a_severity_alone_always_applies() -> None:
    pack = parse_pack(
        PACK.replace(PACK[PACK.index("  severity:") : PACK.index("  mode:")], "  severity: warn\n"), "k"
    )
    assert pack.rules[0].steps == (Step(Severity.WARN),)


def test_a_rule_hears_its_findings_and_every_finding_of_a_check() -> None:
    rule = parse_pack(
        PACK.replace("[audience-shape/several-schools, audience-shape/one-phase]", "hours/*").replace(
            '  says:\n    audience-shape/one-phase: {title: "One phase"}\n', ""
        ),
        "k",
    ).rules[0]
    assert rule.hears("hours/out-of-hours")
    assert not rule.hears("hours-extra/out-of-hours")


WRONG = [
    ("id: kent-schools", "id: Kent", 1, "id", "small letters"),
    ('title: "Writing to schools"', "titel: x", 2, "titel", "no such field"),
    ("document: 000.txt\n", "", 1, "document", "missing"),
    ("reviewed: 2026-01-31", "reviewed: soon", 5, "reviewed", "2026-11-30"),
    ("reviewed: 2026-01-31", "reviewed: 2026-13-45", 5, "reviewed", "cannot be read"),
    ("bulk_schools_warn: 2", "bulk_schools_warn: two", 11, "numbers.bulk_schools_warn", "number"),
    ("bulk_schools_warn: 2", "bulk_schools_warn: -1", 11, "numbers.bulk_schools_warn", "zero or more"),
    ("  bulletin: {", "  pigeon: {", 13, "route.pigeon", "no such channel"),
    ("https://help", "ftp://help", 9, "contacts.help.href", "https:"),
    ('name: "The team", telephone: "01622 221202"', "name: x", 8, "contacts.communications-team", "reach"),
    ("listens: [audience-shape/several-schools, audience-shape/one-phase]", "listens: schools", 16,
     "@.listens", "check/kind"),
    ("listens: [audience-shape/several-schools, audience-shape/one-phase]", "listens: []", 16,
     "@.listens", "at least one"),
    ("confidence: medium", "confidence: sure", 17, "@.confidence", "low, medium, high"),
    ("- justify: {", "- clear: {", 19, "@.severity[0].clear", "no severity"),
    ('">= bulk_schools_warn"', '">= bulk_school"', 20, "@.severity[1].warn.schools",
     "no number of this pack"),
    ('">= 5"', '"~ 5"', 19, "@.severity[0].justify.schools", "no comparison"),
    ("mode: enforce", "mode: loud", 21, "@.mode", "trial, warn, enforce"),
    ('title: "{schools} schools"', 'title: "' + "x" * 61 + '"', 22, "@.title", "60"),
    ('title: "{schools} schools"', 'title: "{schools!r}"', 22, "@.title", "no fact"),
    ('title: "{schools} schools"', 'title: "{schools"', 22, "@.title", "brace"),
    ("Use the e-bulletin.", "x" * 301, 23, "@.message", "300"),
    ("audience-shape/one-phase: {", "hours/late: {", 25, "@.says.hours/late", "listen"),
    ("send bulk e-mails", "a " * 16, 26, "@.clause.quote", "15 or fewer"),
    ("kind: route-to-bulletin", "kind: shout", 28, "@.actions[0].kind", "not known"),
    ("contact: communications-team", "contact: nobody", 29, "@.actions[1].contact",
     "communications-team"),
    ('flags: [{to: ["9 schools"]}]', "flags: []", 30, "@.flags", "example"),
    ('passes: [{to: ["1 school"]}]', "passes: [{too: [x]}]", 31, "@.passes[0].too",
     "no such field"),
    ('  passes: [{to: ["1 school"]}]\n', "", 15, "@.passes", "missing"),
    ("  mode: enforce", "  mode: enforce\n  mode: warn", 22, "@.mode", "given twice"),
    ('title: "Writing to schools"', 'title: "Writing', 2, "YAML", "not YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "field", "problem"), WRONG, ids=lambda v: str(v)[:40])
def test_what_is_wrong_is_named_with_its_place(
    right: str, wrong: str, line: int, field: str, problem: str
) -> None:
    assert right in PACK
    with pytest.raises(PackError) as refused:
        parse_pack(PACK.replace(right, wrong, 1), "kent.yaml")
    error = refused.value
    assert error.file == "kent.yaml"
    assert error.field == field.replace("@", "rules[no-bulk-to-schools]")
    assert problem in error.problem
    if field != "YAML":
        assert error.line == line
    assert str(error).startswith(f"kent.yaml:{error.line}: {error.field}: ")


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "- a list\n", "just words", "id: \x00", "a: *b", "&a [*a]"]
)
def test_what_is_no_pack_at_all_is_refused(text: str) -> None:
    with pytest.raises(PackError, match=r"kent\.yaml:1"):
        parse_pack(text, "kent.yaml")


def test_two_rules_cannot_share_an_id() -> None:
    rule = PACK[PACK.index("- id: no-bulk") :]
    with pytest.raises(PackError, match="already the id of the rule on line 15"):
        parse_pack(PACK + rule, "kent.yaml")


def test_a_step_after_one_that_always_applies_is_refused() -> None:
    with pytest.raises(PackError, match="never does"):
        parse_pack(PACK.replace('- justify: {schools: ">= 5", channel: bulletin}', "- justify"), "kent.yaml")


CONDITIONS = [
    (">= 5", {"schools": 5}, True),
    (">= 5", {"schools": 4}, False),
    ("> limit", {"schools": 4}, True),
    ("<= 3.5", {"schools": 3.5}, True),
    ("< limit", {"schools": 3}, False),
    ("> 2", {"schools": "many"}, False),
    ("> 2", {}, False),
    (True, {"schools": 1}, True),
    (True, {}, False),
    (False, {}, True),
    (False, {"schools": "a"}, False),
    (0, {"schools": 0}, True),
    (0, {}, False),
    ("bulletin", {"schools": "bulletin"}, True),
    ("!= bulletin", {"schools": "send"}, True),
    ("!= bulletin", {"schools": "bulletin"}, False),
    (["send", "bulletin"], {"schools": "bulletin"}, True),
    (["send"], {"schools": "bulletin"}, False),
    (["send"], {}, False),
]


@pytest.mark.parametrize(("written", "facts", "holds"), CONDITIONS)
def test_a_condition_holds_as_written(written: object, facts: dict[str, int], holds: bool) -> None:
    assert condition_from("schools", written).holds(facts, {"limit": 3}) is holds


@pytest.mark.parametrize("written", [None, "", [], [1], {}, ">=", "= 5"])
def test_a_condition_that_says_nothing_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        condition_from("schools", written)


def test_a_rule_asks_for_review_by_yes_and_nothing_else() -> None:
    def written(review: str) -> str:
        return PACK.replace("  mode: enforce\n", f"  mode: enforce\n  review: {review}\n")

    assert [parse_pack(written(said), "kent.yaml").rules[0].is_reviewed for said in ("yes", "no")] == [
        True,
        False,
    ]
    assert not parse_pack(PACK, "kent.yaml").rules[0].is_reviewed
    for said in ("often", "1", '"yes"'):
        with pytest.raises(PackError, match="yes or no"):
            parse_pack(written(said), "kent.yaml")
