"""Are laws of a wrong year or name found, and right ones left alone?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import PackError
from app.policy.laws import parse_laws
from app.policy.linting.cited_laws import cited_laws
from app.policy.remark import RemarkKind
from tests.policy.linting.written import said

FILE = Path(__file__).parents[3] / "app/policy/packs/lists/laws.yaml"
LAWS = parse_laws(FILE.read_text(encoding="utf-8"), FILE.name)
TODAY = date(2026, 11, 21)
WRONG = [
    ("Section 160 Criminal Justice Act 1998.", RemarkKind.LAW_MISDATED, "1988"),
    ("See section 160 of the Criminal Justice Act 2003.", RemarkKind.LAW_MISDATED, "1988"),
    ("General Data Protection Regulation 2018", RemarkKind.LAW_MISDATED, "UK GDPR"),
    ("We follow the GDPR 2018.", RemarkKind.LAW_MISDATED, "UK GDPR"),
    ("as the computer misuse act 1998 says", RemarkKind.LAW_MISDATED, "1990"),
    ("the Equality Act (2009)", RemarkKind.LAW_MISDATED, "2010"),
    ("Health and Safety at Work etc. Act 1979", RemarkKind.LAW_MISDATED, "1974"),
    (
        "Under the Data Protection Act 1998, patients may ask.",
        RemarkKind.LAW_REPLACED,
        "Data Protection Act 2018",
    ),
    ("Disability Discrimination Act 1995", RemarkKind.LAW_REPLACED, "Equality Act 2010"),
    ("the Acces to Health Records Act 1990", RemarkKind.LAW_UNKNOWN, "Access to Health Records Act 1990"),
    ("Malicious Communication Act 1988", RemarkKind.LAW_UNKNOWN, "Malicious Communications Act 1988"),
    ("Electronic Post and Parcels Act 2011", RemarkKind.LAW_UNKNOWN, "not in the list of"),
]
RIGHT = [
    "Section 160 of the Criminal Justice Act 1988",
    "Data Protection Act 2018, Human Rights Act 1998, Computer Misuse Act 1990",
    "General Data Protection Regulations (GDPR)",
    "Section 5 of the Criminal Justice Act 2003",
    "Further and Higher Education Act 1992 and the Education Act 2002",
    "The Data Protection Act 1998 was replaced by the Data Protection Act 2018.",
    "Privacy and Electronic Communications (EC Directive) Regulations 2003",
    "Copyright, Designs and Patents Act 1988",
    "Act by 2030. The act was in 1998.",
]


@pytest.mark.parametrize(("text", "kind", "instead"), WRONG)
def test_a_law_that_is_wrong_is_named_with_what_to_write(text: str, kind: RemarkKind, instead: str) -> None:
    (found,) = cited_laws(said(ward=f"First.\n\n{text}\n"), LAWS, TODAY)
    assert (found.kind, found.line, found.document) == (kind, 3, "ward.txt")
    assert instead in found.message


@pytest.mark.parametrize("text", RIGHT)
def test_a_law_that_is_right_is_left_alone(text: str) -> None:
    assert [r.message for r in cited_laws(said(ward=text), LAWS, TODAY)] == []


def test_an_old_list_says_so_and_an_empty_one_is_silent() -> None:
    (old,) = cited_laws((), replace(LAWS, checked=date(2025, 1, 1)), TODAY)
    assert (old.kind, old.document) == (RemarkKind.LAW_LIST_OLD, "laws.yaml")
    assert list(cited_laws(said(ward=WRONG[0][0]), replace(LAWS, laws=()), TODAY)) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("checked: 2026-11-21\nlaws: [{name: A Act}]", "years"),
        ("checked: 2026-11-21\nlaws: [{name: A Act, years: []}]", "at least one year"),
        ("checked: 2026-11-21\nlaws: [{name: A Act, years: [1990], replaced: {x: B}}]", "no year or section"),
        ("laws: []", "checked"),
    ],
)
def test_a_list_that_is_wrong_is_refused_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(PackError, match=problem):
        parse_laws(text, "laws.yaml")


def test_the_list_names_each_law_once() -> None:
    names = [name.lower() for law in LAWS.laws for name in (law.name, *law.also)]
    assert len(names) == len(set(names))
    assert all(set(law.replaced) <= set(law.years) for law in LAWS.laws)
