from typing import Any

import pytest

from app.checks.audience_shape import CHECK
from app.domain.finding import Confidence, Finding
from tests.road import see

SHAPES = {
    "one-school",
    "one-or-two-clusters",
    "all-schools",
    "one-phase",
    "role-audience",
    "several-schools",
}


def _found(**draft: Any) -> dict[str, Finding]:
    return {f.kind: f for f in CHECK.look(see(draft)[0])}


@pytest.mark.parametrize("count", [1, 2, 5, 9, 30, 60])
@pytest.mark.parametrize(
    "body", ["Hello", "To all schools", "Dear SENCOs,", "Dear Headteachers,\nFor all primary schools"]
)
def test_there_is_exactly_one_shape(count: int, body: str) -> None:
    assert len(SHAPES & set(_found(to=[f"{count} schools"], body=body))) == 1


def test_the_facts_count_schools_and_clusters_and_name_the_phase() -> None:
    assert _found(to=["14 primary schools in 5 clusters"])["one-phase"].facts == {
        "schools": 14,
        "clusters": 5,
        "phase": "primary",
        "share": 0.23,
        "recognised": False,
        "in_confidence": False,
    }


def test_what_the_text_addresses_is_a_fact_for_the_policy() -> None:
    found = _found(to=["9 schools in 2 clusters"], body="For all SENCOs.")

    assert found["one-or-two-clusters"].facts["addresses"] == "role"


def test_a_plural_greeting_is_less_sure_than_plain_words() -> None:
    greeted = _found(to=["9 schools in 5 clusters"], body="Dear SENCOs,")["role-audience"]
    plain = _found(to=["9 schools in 5 clusters"], body="For all SENCOs.")["role-audience"]

    assert (greeted.confidence, plain.confidence) == (Confidence.MEDIUM, Confidence.HIGH)


def test_without_recipients_the_text_is_only_a_hint() -> None:
    assert _found(body="To all schools")["all-schools"].confidence is Confidence.LOW


def test_a_list_that_cannot_be_opened_says_what_the_text_says() -> None:
    found = _found(to=["a contact list"], body="To all schools\nThe census opens.")["unknown-audience"]

    assert found.facts == {
        "unknown": 1,
        "closed": 1,
        "unresolved": 0,
        "groups": 0,
        "schools": 0,
        "says_all_schools": True,
        "says_role": False,
    }
    assert found.confidence is Confidence.HIGH


def test_a_whole_phase_of_no_known_kind_is_no_phase() -> None:
    found = _found(to=[f"office@school{n}.kent.sch.uk" for n in range(4)])

    assert "several-schools" in found
