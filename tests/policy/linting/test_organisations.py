"""Does the lint find what clashes in whole policies of other organisations, and leave a club's alone?"""

from datetime import date
from pathlib import Path

import pytest

from app.policy.laws import parse_laws
from app.policy.lint import lint
from app.policy.remark import WEIGHTS, Remark, RemarkKind
from tests.policy.linting.written import pack

FOLDER = Path(__file__).parent / "organisations"
LISTS = Path(__file__).parents[3] / "app/policy/packs/lists"
LAWS = parse_laws((LISTS / "laws.yaml").read_text(encoding="utf-8"), "laws.yaml")
FOUND = {
    "hospital": (
        {"social media", "e-mail or talking", "plain text", "deleting and keeping", "personal use", "messaging apps"}
        | {"naming people in the subject", "read receipts", "privacy and monitoring", "confidential matters by e-mail"},
        {"permission-clash", "contacts-differ", "figures-differ", "defined-too-narrowly", "outside-readers"}
        | {"law-replaced", "law-unknown", "dead-link", "old-document", "vague-quantity", "related-policies"},
    ),
    "housing": (
        {"personal use", "deleting and keeping", "privacy and monitoring", "social media", "e-mail or talking"}
        | {"plain text", "naming people in the subject", "confidential matters by e-mail"},
        {"permission-clash", "contacts-differ", "defined-too-narrowly", "safeguard-missing", "outside-readers"}
        | {"law-misdated", "law-replaced", "dead-link", "old-document", "vague-quantity", "related-policies"},
    ),
    "museum": (
        {"social media", "personal use", "naming people in the subject", "plain text", "deleting and keeping"}
        | {"privacy and monitoring", "e-mail or talking"},
        {"permission-clash", "contacts-differ", "defined-too-narrowly", "safeguard-missing", "outside-readers"}
        | {"law-misdated", "dead-link", "old-document", "vague-quantity"},
    ),
    "parish": (
        {"personal use", "social media", "deleting and keeping", "naming people in the subject", "plain text"}
        | {"privacy and monitoring", "e-mail or talking", "confidential matters by e-mail", "own phones and computers"},
        {"permission-clash", "contacts-differ", "defined-too-narrowly", "outside-readers"}
        | {"law-misdated", "dead-link", "old-document", "vague-quantity"},
    ),
    "college": (
        {"personal use", "social media", "deleting and keeping", "naming people in the subject", "plain text"}
        | {"privacy and monitoring", "e-mail or talking", "confidential matters by e-mail"},
        {"permission-clash", "contacts-differ", "defined-too-narrowly", "outside-readers", "law-misdated"}
        | {"law-replaced", "dead-link", "old-document", "vague-quantity"},
    ),
}  # fmt: skip


def remarks(organisation: str) -> tuple[Remark, ...]:
    files = sorted(FOLDER.glob(f"{organisation}*.txt"), key=lambda f: len(f.stem))
    packs = [pack(file.stem) for file in files]
    sources = {file.name: file.read_text(encoding="utf-8") for file in files}
    return lint(packs, frozenset({"hours/late"}), sources, date(2026, 11, 21), LAWS)


@pytest.mark.parametrize("organisation", FOUND)
def test_what_clashes_or_is_open_in_an_organisation_s_policies_is_found(organisation: str) -> None:
    topics, kinds = FOUND[organisation]
    found = remarks(organisation)

    assert {r.message.partition(":")[0] for r in found if r.kind is RemarkKind.CLASH} == topics
    assert kinds <= {r.kind.value for r in found}


def test_policies_that_agree_are_left_alone() -> None:
    found = [r for r in remarks("club") if r.kind is not RemarkKind.QUOTE_NOT_IN_SOURCE]
    assert [r.message for r in found if WEIGHTS[r.kind] < WEIGHTS[RemarkKind.RELATED_POLICIES]] == []
