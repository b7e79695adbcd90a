"""Does the lint find, by rule, what the five sources clash about, and say which side wins?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from app.checks import CHECKS
from app.domain.finding import Confidence
from app.domain.verdict import Action, Mode, Severity
from app.policy.condition import condition_from
from app.policy.laws import parse_laws
from app.policy.lint import lint
from app.policy.pack import Contact, Pack, Rule, Step, parse_pack
from app.policy.remark import WEIGHTS, Remark, RemarkKind
from tests.policy.linting.written import pack
from tests.steps import check_in_proportion, rows_of

FOLDER = Path(__file__).parents[2] / "app/policy/packs"
ORDER = ("kent-schools", "cranbrook", "dale-stonehill", "trust", "parent-guidance")
TODAY = date(2026, 11, 20)
KNOWN = frozenset({"hours/late", "hours/early", "audience/many"})
SOURCE = {"a.txt": "Be kind. Use 5 words.", "b.txt": "Be kind. Use 5 words."}
A, B = map(pack, "ab")
RULE = B.rules[0]
ALWAYS_BLOCK = (Step(Severity.BLOCK),)


def with_rules(policy: Pack, *rules: Rule) -> Pack:
    return replace(policy, rules=rules)


def remarks(
    *packs: Pack, sources: Mapping[str, str] = SOURCE, known: frozenset[str] = KNOWN
) -> Sequence[tuple[RemarkKind, str]]:
    return [(r.kind, r.rule) for r in lint(packs, known, sources, TODAY)]


def only(kind: RemarkKind, *packs: Pack) -> Remark:
    found = [r for r in lint(packs, KNOWN, SOURCE, TODAY) if r.kind is kind]
    assert len(found) == 1
    return found[0]


def test_nothing_is_said_about_packs_in_order() -> None:
    assert remarks(A, B) == []


def test_two_packs_that_differ_in_strength_are_named_with_the_winner() -> None:
    louder = with_rules(B, replace(RULE, steps=ALWAYS_BLOCK))
    remark = only(RemarkKind.DIFFERENT_STRENGTH, A, louder)
    assert (remark.pack, remark.rule, remark.line) == ("b", "be-kind-b", 7)
    assert "be-kind-a (a, line 7) goes up to warn, be-kind-b up to block" in remark.message
    assert "a comes first, so be-kind-a wins" in remark.message
    assert "be-kind-b wins" in only(RemarkKind.DIFFERENT_STRENGTH, louder, A).message


def test_a_rule_on_trial_clashes_with_nobody() -> None:
    trial = with_rules(B, replace(RULE, steps=ALWAYS_BLOCK, mode=Mode.TRIAL))
    assert remarks(A, trial) == []


def test_a_rule_in_warn_mode_is_as_strong_as_a_warning() -> None:
    capped = with_rules(B, replace(RULE, steps=ALWAYS_BLOCK, mode=Mode.WARN))
    assert remarks(A, capped) == []


def test_a_rule_for_every_finding_of_a_check_clashes_too() -> None:
    wide = with_rules(B, replace(RULE, listens=("hours/*",), steps=ALWAYS_BLOCK))
    assert "On hours/late" in only(RemarkKind.DIFFERENT_STRENGTH, A, wide).message


def test_opposite_actions_are_named() -> None:
    to, cc = (Action("move-to-to", "To"), Action("move-to-cc", "Cc"))
    first = with_rules(A, replace(A.rules[0], actions=(to,)))
    second = with_rules(B, replace(RULE, actions=(cc,)))
    remark = only(RemarkKind.OPPOSITE_ACTIONS, first, second)
    assert "move-to-to / move-to-cc" in remark.message
    assert "be-kind-a wins" in remark.message


def test_a_rule_behind_a_louder_one_is_never_first() -> None:
    quiet = replace(RULE, id="quiet", steps=(Step(Severity.INFO),))
    assert "be-kind-b always speaks first" in only(RemarkKind.NEVER_FIRST, with_rules(B, quiet, RULE)).message


@pytest.mark.parametrize(
    "louder",
    [
        replace(RULE, steps=(Step(Severity.WARN, (condition_from("schools", ">= 2"),)),)),
        replace(RULE, confidence=Confidence.HIGH),
        replace(RULE, mode=Mode.TRIAL),
        replace(RULE, listens=("hours/early",)),
    ],
    ids=["only sometimes", "needs more confidence", "on trial", "hears something else"],
)
def test_a_rule_that_can_be_first_is_left_alone(louder: Rule) -> None:
    quiet = replace(RULE, id="quiet", steps=(Step(Severity.INFO),))
    assert remarks(with_rules(B, louder, quiet)) == []


def test_a_finding_that_nobody_makes_is_named() -> None:
    lost = with_rules(A, replace(A.rules[0], listens=("hours/late", "hours/never", "weather/*")))
    assert remarks(lost) == [(RemarkKind.UNKNOWN_FINDING, "be-kind-a")] * 2


def test_a_quotation_that_the_source_does_not_hold_is_named() -> None:
    assert remarks(A, sources={"a.txt": "Be good."}) == [(RemarkKind.QUOTE_NOT_IN_SOURCE, "be-kind-a")]
    assert remarks(A, sources={"a.txt": "Be\n  kind. And rest."}) == []
    assert remarks(A, sources={}) == [(RemarkKind.NO_SOURCE, "")]


def test_missing_owner_and_reviews_are_named() -> None:
    assert remarks(replace(A, owner="", review_by=None)) == [
        (RemarkKind.NO_OWNER, ""),
        (RemarkKind.NO_REVIEW_DATE, ""),
    ]
    assert remarks(replace(A, review_by=date(2026, 11, 19))) == [(RemarkKind.REVIEW_OVERDUE, "")]
    assert remarks(replace(A, review_by=TODAY)) == [(RemarkKind.REVIEW_DUE, "")]


def test_mail_to_pupils_needs_agreed_rules() -> None:
    known = KNOWN | {"pupil-recipients/to-pupil"}
    asked = (condition_from("adults", "< 1"), condition_from("hours_working", "yes"))
    hears = replace(RULE, listens=("pupil-recipients/to-pupil",))

    assert remarks(A, known=known) == [(RemarkKind.NO_PUPIL_PROTOCOL, "")]
    assert remarks(with_rules(B, hears), known=known) == [(RemarkKind.NO_PUPIL_PROTOCOL, "be-kind-b")]
    assert remarks(A, with_rules(B, replace(hears, steps=(Step(Severity.WARN, asked),))), known=known) == []


def test_contacts_and_numbers_that_differ_are_named_with_both_values() -> None:
    def with_contact(policy: Pack, telephone: str, number: int) -> Pack:
        contacts = MappingProxyType({"team": Contact("The team", telephone, href=f"tel:{telephone}")})
        return replace(policy, contacts=contacts, numbers=MappingProxyType({"limit": number}))

    packs = with_contact(A, "221202", 5), with_contact(B, "221201", 8)
    assert "telephone 221202 in a, 221201 in b" in only(RemarkKind.CONTACTS_DIFFER, *packs).message
    assert "limit is 5 in a and 8 here" in only(RemarkKind.NUMBERS_DIFFER, *packs).message
    assert "limit 8" in only(RemarkKind.OWN_NUMBERS, *packs).message


def test_words_and_actions_are_looked_at() -> None:
    rule = A.rules[0]
    hard = replace(rule, message="Please comply with {recipients} policy regarding this.", actions=())
    assert remarks(with_rules(A, hard)) == [
        (RemarkKind.NO_ACTION, "be-kind-a"),
        (RemarkKind.HARD_WORD, "be-kind-a"),
    ]
    assert "comply, regarding" in only(RemarkKind.HARD_WORD, with_rules(A, hard)).message
    assert remarks(with_rules(A, replace(rule, message="x" * 161))) == [
        (RemarkKind.LONG_MESSAGE, "be-kind-a")
    ]


def test_a_secure_channel_without_a_link_and_an_id_used_twice_are_named() -> None:
    nowhere = replace(A.rules[0], actions=(Action("use-secure-channel", "Secure"),))
    assert remarks(with_rules(A, nowhere)) == [(RemarkKind.NO_LINK, "be-kind-a")]
    assert remarks(A, with_rules(B, replace(RULE, id="be-kind-a"))) == [(RemarkKind.SAME_ID, "be-kind-a")]


CLASHES = {
    1: ("contacts-differ", "221202", "221201"),
    2: ("clash", "allowing reasonable and appropriate personal use", "work related activities only"),
    3: ("clash", "Delete messages that are no longer needed", "keep records of the abuse"),
    4: ("clash", "name of your child in the subject line", "share confidential information"),
    5: ("clash", "not be use social networking websites", "Facebook is being developed in our schools as the principle means"),
    6: ("clash", "plain text email messages", "the e-mail can then link to it"),
    7: ("clash", "should not expect ‘privacy’", "Authorised staff will not, without reasonable cause, examine"),
    8: ("defined-too-narrowly", "genuinely urgent or emergency e-mails", "relates to alerts to statutory, national or legal"),
    11: ("permission-clash", "in the e-bulletin", "not permitted to post on behalf of each school", "Mailing lists"),
    12: ("safeguard-missing", "No document mentions Bcc", "transparent and open to scrutiny", "family's"),
    13: ("clash", "E-mails are the principle means of written communication", "substitute for good verbal communication"),
    14: ("outside-readers", "parents should not", "do not have the add-in"),
    16: ("clash", "should not use email to share confidential information", "sensitive material using external email"),
}  # fmt: skip
SCATTERED = {
    9: [("vague-quantity", word) for word in ("'bulk'", "'large'", "'regularly'", "'extended'")],
    10: [("law-misdated", "Criminal Justice Act 1988, not 1998"), ("law-misdated", "no General Data Protection Regulation 2018")],
    15: [("dead-link", "knet2"), ("old-document", "June 2009"), ("old-document", "since 2004")],
}  # fmt: skip
PACKS = [parse_pack((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), name) for name in ORDER]
SOURCES = {f.name: f.read_text(encoding="utf-8") for f in (FOLDER / "sources").iterdir()}
LAWS = parse_laws((FOLDER / "lists/laws.yaml").read_text(encoding="utf-8"), "laws.yaml")
FINDINGS = frozenset(f"{check.id}/{kind}" for check in CHECKS for kind in check.kinds)


@cache
def of_the_five() -> Sequence[Remark]:
    return lint(PACKS, FINDINGS, SOURCES, TODAY, LAWS)


@pytest.mark.parametrize("number", CLASHES)
def test_a_clash_of_the_five_sources_is_said_in_one_remark(number: int) -> None:
    kind, *words = CLASHES[number]
    assert [r for r in of_the_five() if r.kind == kind and all(word in r.message for word in words)]


@pytest.mark.parametrize("number", SCATTERED)
def test_a_gap_of_the_five_sources_is_said_wherever_it_is(number: int) -> None:
    for kind, words in SCATTERED[number]:
        assert [r for r in of_the_five() if r.kind == kind and words in r.message], words


def test_remarks_on_the_five_are_few_and_the_weightiest_come_first() -> None:
    weights = [WEIGHTS[r.kind] for r in of_the_five()]
    assert len(weights) <= 65
    assert weights == sorted(weights)


def test_a_remark_quotes_at_most_fifteen_words_and_names_a_line_that_is_there() -> None:
    lines = {name: text.count("\n") + 1 for name, text in SOURCES.items()}
    for remark in of_the_five():
        assert all(len(quote.split()) <= 15 for quote in re.findall("“([^“”]*)”", remark.message))
        assert 1 <= remark.line <= lines.get(remark.document, 2000)
        assert remark.place == f"{remark.pack}{'/' if remark.document else ''}{remark.document}:{remark.line}"


def test_what_the_documents_have_shown_is_not_said_again_of_the_packs() -> None:
    assert [r.pack for r in of_the_five() if r.kind is RemarkKind.CONTACTS_DIFFER] == ["cranbrook"]


def test_the_five_keep_their_own_house_in_order() -> None:
    kinds = {r.kind for r in of_the_five()}
    for kind in (
        RemarkKind.QUOTE_NOT_IN_SOURCE,
        RemarkKind.UNKNOWN_FINDING,
        RemarkKind.NEVER_APPLIES,
        RemarkKind.SAME_ID,
        RemarkKind.NO_LINK,
        RemarkKind.HARD_TO_READ,
    ):
        assert kind not in kinds


def test_a_long_document_is_looked_at_in_proportion() -> None:
    words = "Staff may use e-mail for private messages. Do not delete large or urgent messages without approval.\n"
    check_in_proportion(
        lambda said: lint([A, B], KNOWN, {"a.txt": said, "b.txt": "Be kind."}, TODAY, LAWS), rows_of(words)
    )
