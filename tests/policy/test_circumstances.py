"""What a judgement rests on, and that a record brings all of it back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from json import dumps, loads

import pytest

from app.compose.read_draft import read_draft
from app.domain.draft import Moment
from app.domain.verdict import NextIssue
from app.policy.circumstances import Occasion, as_record, circumstances_of, from_record
from tests.drafts import draft_from
from tests.fakes import OWN_DOMAIN
from tests.road import surroundings

ISSUE = NextIssue(12, date(2026, 11, 27), datetime(2026, 11, 25, 12, tzinfo=UTC))


def test_a_record_brings_all_back_but_the_officers() -> None:
    draft = draft_from({"to": ["9 schools"], "bcc": ["a parent"], "subject": "Term dates", "reply": "reply"})
    known = circumstances_of(read_draft(draft, surroundings()), Occasion(Moment.SEND, ISSUE))

    kept = loads(dumps(as_record(known)))

    assert from_record(kept) == replace(known, officers=())
    assert known.count("schools") == 9


def test_a_record_of_an_older_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        from_record({"schools": 3})


@pytest.mark.parametrize(
    ("sender", "is_officer"), [("Officer1", True), ("officer2", False), ("someone", False)]
)
def test_the_one_local_officer_of_these_schools_is_known(sender: str, is_officer: bool) -> None:
    draft = draft_from({"to": ["2 schools in 1 cluster"], "from": f"{sender}@{OWN_DOMAIN}"})
    known = circumstances_of(read_draft(draft, surroundings()), Occasion(Moment.COMPOSE))

    assert (known.officers, known.is_from_officer) == ((f"officer1@{OWN_DOMAIN}",), is_officer)
