"""Which words go along when a sender attaches some, and when that is chosen."""

from hashlib import sha256

import pytest

from app.compose.ask_once import Asking, Memory
from app.compose.attaching import Card, attach_key, attaching, note_attaching
from app.domain.choice import Chosen
from app.domain.draft import Field, Moment
from app.domain.errors import ChoiceError
from app.domain.finding import Confidence, Finding, Span
from app.domain.reveal import ATTACHED_MAX, Extent
from app.domain.verdict import Advice, Clause, Mode, Severity
from app.review.excerpt import words_to_attach
from tests.fakes import MONDAY_MORNING, FakeMarks
from tests.road import see

BODY = "Thank you for the call.\n\nHer number is 943 476 5919.\n\nShe has asthma.\n\nSee you on Monday."
CARD = Card("draft-1", "a-rule", "identifiers/nhs-number")


def card(*spans: Span) -> Advice:
    finding = Finding("identifiers", "nhs-number", Confidence.HIGH, spans)
    return Advice("a-rule", finding, Severity.WARN, Mode.ENFORCE, "", "", Clause("p", "§1", "words"))


def asking(caller: str = "tenant priya") -> Asking:
    return Asking(
        Memory(MARKS, lambda said: sha256(said.encode()).hexdigest(), lambda: MONDAY_MORNING),
        Moment.SEND,
        caller,
    )


MARKS = FakeMarks()


def test_an_excerpt_is_the_sentences_that_the_card_points_at() -> None:
    reading = see({"subject": "Zebediah", "body": BODY})[0]
    start = reading.body.clean.index("943")
    here = Span(Field.BODY, start, start + 12, "…")

    assert words_to_attach(Extent.EXCERPT, card(here), reading) == "Her number is 943 476 5919."
    both = words_to_attach(Extent.EXCERPT, card(here, Span(Field.SUBJECT, 0, 8, "…")), reading)
    assert both.split("\n…\n") == ["Zebediah", "Her number is 943 476 5919."]
    assert words_to_attach(Extent.EXCERPT, card(Span(Field.TO, 0, 1, "…")), reading) == ""


def test_the_whole_is_subject_and_own_text_and_not_what_is_quoted() -> None:
    quoted = f"{BODY}\n\nFrom: A Parent <a@b.example>\nSent: Monday\nTo: me\nSubject: x\n\nA secret."
    told = words_to_attach(Extent.DRAFT, card(), see({"subject": "Zebediah", "body": quoted})[0])

    assert told.startswith("Zebediah\n\nThank you")
    assert "secret" not in told
    long = see({"subject": "x", "body": "a word " * 9000})[0]
    assert len(words_to_attach(Extent.DRAFT, card(), long)) == ATTACHED_MAX


def test_the_newest_choice_for_this_card_in_this_draft_counts() -> None:
    note_attaching(CARD, Chosen.OVERRODE, Extent.EXCERPT, asking())
    assert attaching(CARD, asking()) is Extent.EXCERPT
    note_attaching(CARD, Chosen.WRONG_WARNING, Extent.DRAFT, asking())
    assert attaching(CARD, asking()) is Extent.DRAFT
    assert attach_key("draft-1", asking()) != attach_key("draft-1", asking("tenant tom"))
    assert attach_key("", asking()) == ""
    for other, who in ((Card("draft-2", CARD.rule, CARD.finding), "tenant priya"), (CARD, "tenant tom")):
        assert attaching(other, asking(who)) is None
    note_attaching(CARD, Chosen.TOOK_BACK, None, asking())
    assert attaching(CARD, asking()) is None


@pytest.mark.parametrize(
    ("chosen", "extent", "draft"),
    [
        (Chosen.FOLLOWED, Extent.DRAFT, "d"),
        (Chosen.OVERRODE, Extent.WORDS, "d"),
        (Chosen.OVERRODE, Extent.DRAFT, ""),
    ],
)
def test_only_with_an_answer_in_a_draft_with_a_name(chosen: Chosen, extent: Extent, draft: str) -> None:
    with pytest.raises(ChoiceError):
        note_attaching(Card(draft, CARD.rule, CARD.finding), chosen, extent, asking())
    assert attaching(Card("", CARD.rule, CARD.finding), asking()) is None
