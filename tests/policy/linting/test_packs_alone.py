"""Is what a pack lacks as a whole found: review, secure channel, wider policies, its own figures?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from textwrap import dedent
from types import MappingProxyType

import pytest

from app.domain.verdict import Action
from app.policy.linting.packs_alone import about_pack
from app.policy.linting.statement import statements_of
from app.policy.pack import Contact, Pack
from app.policy.remark import Remark, RemarkKind
from tests.policy.linting.written import pack

TODAY = date(2026, 11, 21)
A = pack("a")


def looked(policy: Pack, text: str = "") -> Sequence[Remark]:
    text = f"Be kind. {dedent(text)}"
    return list(about_pack(policy, text, statements_of(policy, text), TODAY))


@pytest.mark.parametrize(
    ("due", "kinds"),
    [
        (date(2026, 11, 20), [RemarkKind.REVIEW_OVERDUE]),
        (date(2026, 11, 21), [RemarkKind.REVIEW_DUE]),
        (date(2026, 12, 21), [RemarkKind.REVIEW_DUE]),
        (date(2026, 12, 22), []),
        (None, [RemarkKind.NO_REVIEW_DATE]),
    ],
)
def test_a_review_is_asked_for_a_month_before(due: date | None, kinds: Sequence[RemarkKind]) -> None:
    assert [r.kind for r in looked(replace(A, review_by=due))] == kinds


def test_a_pack_that_guards_secrets_names_a_secure_channel() -> None:
    guards = replace(A.rules[0], listens=("identifiers/nhs-number",))
    linked = replace(guards, actions=(Action("use-secure-channel", "Secure", "https://s.example"),))
    named = MappingProxyType({"secure-post": Contact("Secure post", href="https://s.example")})

    assert [r.kind for r in looked(replace(A, rules=(guards,)))] == [RemarkKind.NO_SECURE_CHANNEL]
    assert looked(replace(A, rules=(linked,))) == []
    assert looked(replace(A, rules=(guards,), contacts=named)) == []


BESIDE = """\
This code works in conjunction with these policies of the hospital:

- Information Governance Policy
- Social Media Code
"""


def test_wider_and_related_policies_that_the_source_names_are_asked_for() -> None:
    (none,) = looked(A, BESIDE)
    assert none.kind is RemarkKind.RELATED_POLICIES
    assert "Information Governance Policy, Social Media Code; the pack names none" in none.message
    (one,) = looked(pack("a", "related: [Social Media Code]"), BESIDE)
    assert "also names Information Governance Policy." in one.message
    assert (
        looked(pack("a", "parents: [Information Governance Policy]\nrelated: [Social Media Code]"), BESIDE)
        == []
    )
    assert looked(A, "Wear the uniform in line with the Dress Policy.") == []


def test_figures_of_the_source_are_told_from_the_pack_s_own() -> None:
    numbers = MappingProxyType({"days": 7, "limit_mb": 5, "many": 12})
    (own,) = looked(replace(A, numbers=numbers), "Wait one week. Files over 5 MB are refused.")
    assert "for: many 12." in own.message
