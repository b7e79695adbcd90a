"""Mail to the safeguarding lead or the whistleblowing address is never scored for tone or stories."""

import inspect
import re
import sys
from dataclasses import dataclass, field, replace

import pytest

from app.checks import CHECKS, NOT_IN_CONFIDENCE, look
from app.checks.check import Check
from app.compose.read_draft import read_draft
from app.domain.draft import Draft
from app.domain.reading import Reading, Sentence
from app.settings import load_settings
from tests.drafts import draft_from
from tests.fakes import FakeReader
from tests.road import surroundings

ANGRY = "You are a useless idiot and I will make you regret this."


@dataclass
class ListeningReader(FakeReader):
    scored: list[str] = field(default_factory=list)

    def read(self, text: str) -> tuple[Sentence, ...]:
        self.scored.append(text)
        return super().read(text)

    def cut(self, text: str) -> tuple[Sentence, ...]:
        return tuple(Sentence(s.start, s.end, {}) for s in FakeReader.read(self, text))


def _draft(*to: str, **more: object) -> Draft:
    body = f"He said Amara Okafor was hit.\n{ANGRY}\nMrs Okafor knows."
    return draft_from({"subject": "Concern", "body": body, "to": list(to), **more})


def _read(draft: Draft) -> tuple[Reading, list[str]]:
    reader = ListeningReader({ANGRY: {"threat": 0.95, "abuse": 0.95, "anger": 0.95}})
    return read_draft(draft, surroundings(reader)), reader.scored


@pytest.mark.parametrize(
    "to",
    [
        ["safeguarding@council.example"],
        ["Safeguarding.Team@council.example"],
        ["dsl@s03.c02.primary.sch.example"],
        ["mash-duty@wealdshire.gov.uk"],
        ["prevent@kent.police.uk"],
        ["child.protection@trust.nhs.uk"],
        ["whistleblowing@council.example", "lado@wealdshire.gov.uk"],
    ],
)
def test_is_in_confidence(to: list[str]) -> None:
    reading, scored = _read(_draft(*to))

    assert reading.is_confidential
    assert not scored
    assert len(reading.sentences) == 3
    assert reading.people == ()
    assert not {f.check for f in look(reading)[0]} & NOT_IN_CONFIDENCE
    assert [u.check for u in reading.unread] == ["tone"]


@pytest.mark.parametrize(
    "to",
    [
        [],
        ["safeguarding@gmail.com"],
        ["safeguarding@gov.uk.example"],
        ["dsl@supplier.example"],
        ["prevention@council.example"],
        ["p.dslington@council.example"],
        ["safeguarding@council.example", "office@s03.c02.primary.sch.example"],
        ["safeguarding@council.example", "a parent"],
    ],
)
def test_is_read_like_any_other(to: list[str]) -> None:
    reading, scored = _read(_draft(*to))

    assert not reading.is_confidential
    assert scored
    assert {"hostile-tone"} <= {f.check for f in look(reading)[0]}


def test_a_copy_counts_as_much_as_a_recipient() -> None:
    reading, _ = _read(_draft("safeguarding@council.example", cc=["a colleague"]))

    assert not reading.is_confidential


def test_numbers_are_still_looked_at() -> None:
    body = "Amara's NHS number is 943 476 5870."
    reading, _ = _read(draft_from({"body": body, "to": ["lado@wealdshire.gov.uk"]}))

    assert "identifiers/nhs-number" in {f.id for f in look(reading)[0]}


def test_the_silent_checks_are_checks() -> None:
    assert {check.id for check in CHECKS} > NOT_IN_CONFIDENCE


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_whatever_hears_tone_is_silent(check: Check) -> None:
    source = inspect.getsource(sys.modules[check.look.__module__])

    assert check.id in NOT_IN_CONFIDENCE or not re.search(r"\bTone\b", source)


def test_names_of_addresses_are_a_setting() -> None:
    made = load_settings({}, confidential_addresses="report-it, dsl")
    around = replace(surroundings(), confidential=made.confidential_addresses)

    assert read_draft(_draft("report-it@council.example"), around).is_confidential
    assert not read_draft(_draft("safeguarding@council.example"), around).is_confidential


def test_until_an_authority_names_its_domains_the_sample_authority_is_trusted() -> None:
    draft = _draft("frontdoor@wealdshire.example", **{"from": "dsl@oak.kent.sch.uk"})
    around = replace(surroundings(), own_domains=(), trial_domains=("wealdshire.example",))
    assert read_draft(draft, around).is_confidential
    assert not read_draft(draft, replace(around, own_domains=("council.example",))).is_confidential
