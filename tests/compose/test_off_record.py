"""Does what is only for the sender and the safeguarding lead stay out of every record?"""

from typing import Any

import pytest

from app.compose.check_draft import check_draft
from app.domain.draft import Moment
from app.domain.verdict import Severity
from tests.drafts import draft_from
from tests.fakes import FakeRecords
from tests.road import road

PICTURE = {
    "to": ["a colleague"],
    "subject": "Phone",
    "body": "Attached are the indecent images of a pupil that I found.",
    "attachments": ["IMG_2041.jpg"],
}
ALLEGED = {"to": ["3 colleagues"], "subject": "Lunch", "body": "I heard that our caretaker hit a boy."}
CAKES = {"to": ["60 colleagues"], "subject": "Cakes", "body": "I am taking orders for Christmas cakes again."}
TOLD_RIGHT = {"to": ["whistleblowing@council.example"], "subject": "Concern", "body": ALLEGED["body"]}


@pytest.mark.parametrize(
    ("example", "finding", "rule"),
    [
        (PICTURE, "sexual-and-indecent/indecent-image", "never-forward-indecent-images"),
        (ALLEGED, "claims-and-standing/allegation", "allegations-to-whistleblowing"),
        (CAKES, "chain-festive-promo-political/outside-business", "no-outside-business"),
    ],
)
def test_it_is_told_to_the_sender_and_kept_nowhere(example: dict[str, Any], finding: str, rule: str) -> None:
    main = road()
    told = check_draft(draft_from(example), Moment.COMPOSE, main).verdict.advice

    assert isinstance(main.records, FakeRecords)
    (kept,) = main.records.kept
    assert (finding, rule) in {(card.finding.id, card.rule) for card in told}
    assert finding not in {f["id"] for f in kept.findings}
    assert rule not in {r["rule"] for r in kept.rules}


def test_a_picture_is_stopped_at_send_and_the_telephone_is_offered() -> None:
    verdict = check_draft(draft_from(PICTURE), Moment.SEND, road()).verdict

    assert verdict.severity is Severity.BLOCK
    assert [action.kind for action in verdict.advice[0].actions] == ["phone-instead", "report"]


def test_what_is_told_to_the_whistleblowing_address_is_never_looked_at() -> None:
    main = road()
    verdict = check_draft(draft_from(TOLD_RIGHT), Moment.COMPOSE, main).verdict

    assert isinstance(main.records, FakeRecords)
    assert not [card for card in verdict.advice if card.finding.check == "claims-and-standing"]
    assert main.records.kept[0].findings == []
