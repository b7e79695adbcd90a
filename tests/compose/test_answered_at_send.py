"""Does a card that was answered in the pane ask again at Send, of any rule, in any of its own examples?"""

from collections.abc import Mapping
from typing import Any

import pytest

from app.domain.draft import Moment
from app.domain.verdict import Advice, Severity
from tests.compose.test_ask_once import Desk
from tests.road import PACKS, pack

BESIDE = {"tones", "names", "sent_before", "reader"}
"""What an example says of things beside the draft; the fakes here know none of it."""
EXAMPLES = [
    pytest.param(example, id=f"{rule.id}-{place}")
    for name in PACKS
    for rule in pack(name).rules
    for place, example in enumerate(rule.flags, start=1)
    if not BESIDE & set(example)
]


def asks(desk: Desk, example: Mapping[str, Any], moment: Moment) -> list[Advice]:
    cards = desk.check(example, moment, id="d", thread="").verdict.advice
    return [card for card in cards if card.severity >= Severity.WARN and card.answer]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_was_answered_while_writing_does_not_ask_at_send(example: Mapping[str, Any]) -> None:
    desk = Desk()
    for card in asks(desk, example, Moment.COMPOSE):
        desk.choose(card)

    assert [(card.rule, card.finding.id) for card in asks(desk, example, Moment.SEND)] == []


def test_a_tip_that_joins_a_card_while_writing_takes_no_part_in_its_answer() -> None:
    to_all = {"to": ["120 colleagues"], "subject": "Rota", "body": "Dear Tom, the rota is done."}
    desk = Desk()
    written = asks(desk, to_all, Moment.COMPOSE)
    sent = asks(desk, to_all, Moment.SEND)
    assert [card.rule for card in written] == [card.rule for card in sent] != []
    assert written[0].spans != sent[0].spans

    desk.choose(written[0])

    assert asks(desk, to_all, Moment.SEND) == []
    assert asks(desk, {**to_all, "to": ["121 colleagues"]}, Moment.SEND) != []
