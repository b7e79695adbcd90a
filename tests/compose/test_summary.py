"""What a terminal shows of a verdict, word for word."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.compose.summary import in_full, summarise
from app.domain.verdict import SetAside, Severity, Why
from tests.road import check_example

MORE = "Dear Ms Lee,\n\nWe hold this NHS number: 943 476 5870. Please see the form attached.\n\nP Shah"
SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
EXAMPLES = {
    "bulletin": {
        "to": ["9 schools"],
        "subject": "New admissions form",
        "body": "Dear all,\n\nFrom January schools will use a new form. It is on our website.\n\nKind regards\nP Shah",
    },
    "nhs-number-to-a-parent": {
        "to": ["a parent"],
        "subject": "Transport",
        "body": "Dear Ms Lee,\n\nWe hold this NHS number: 943 476 5870.\n\nKind regards\nP Shah",
    },
    "one-cluster": {
        "to": ["5 schools in 1 cluster"],
        "subject": "Car park",
        "body": "The car park is shut on Monday.",
    },
    "clear": {
        "to": ["a colleague"],
        "subject": "Minutes",
        "body": "Dear Sam,\n\nThe minutes are on the shared drive.\n",
    },
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_verdict_in_full(name: str) -> None:
    said = in_full(f"{name}.eml", check_example(EXAMPLES[name])) + "\n"

    assert said == (SNAPSHOTS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("example", "line"),
    [
        ({}, "Nothing to check yet"),
        ({"subject": "Hi", "body": "The minutes are on the shared drive."}, "1 tip"),
        ({"to": ["a colleague"]}, "1 person"),
        ({"to": ["1 school"]}, "1 school"),
        ({"to": ["12 parents"], "body": "Hello"}, "12 people · 1 thing to check"),
        ({"to": ["a contact list"]}, "at least 1 person · how many schools is it for? · 1 thing to check"),
    ],
)
def test_one_line_says_who_where_and_how_much(example: dict[str, object], line: str) -> None:
    checked = check_example({"subject": "Meeting on Monday", **example})

    assert summarise(checked.reading.audience, checked.verdict) == line


def test_what_does_not_ask_this_time_is_counted_as_the_pane_counts_it() -> None:
    checked = check_example(EXAMPLES["nhs-number-to-a-parent"] | {"body": MORE})
    verdict, audience = checked.verdict, checked.reading.audience
    firm = tuple(advice for advice in verdict.advice if advice.severity > Severity.INFO)
    assert len(firm) > 1

    def left(why: Why) -> str:
        aside = tuple(SetAside(advice, why) for advice in firm[1:])
        return summarise(audience, replace(verdict, advice=firm[:1], set_aside=aside))

    assert left(Why.FOLDED) == left(Why.SPENT) == summarise(audience, verdict)
    assert left(Why.ANSWERED).endswith("1 thing to check")
