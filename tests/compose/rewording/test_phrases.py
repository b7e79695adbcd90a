"""Does every row of the table do what its example says, and keep what its sentence says?"""

import pytest

from app.compose.rewording import blame, feelings, mockery, openings, pressure
from app.compose.rewording.kept import keeps_facts
from app.compose.rewording.phrase import Phrase
from app.compose.rewording.reword import Heard, reword

ROWS: list[Phrase] = [
    *openings.REPROACHES, *mockery.SARCASM, *mockery.IRONY, *mockery.LESSONS, *feelings.FEELINGS, *feelings.CANNOT,
    *blame.BLAME, *blame.QUESTIONS, *feelings.WHOLES, *pressure.HASTE, *pressure.DROP_EVERYTHING, *pressure.ENDINGS, *pressure.TAILS,
    *pressure.STRENGTH, *pressure.ASIDES,
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_a_row_makes_of_its_example_what_it_says(row: Phrase) -> None:
    assert reword(row.example, Heard()) == row.becomes


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_what_a_row_makes_is_left_as_it_is(row: Phrase) -> None:
    assert reword(row.becomes, Heard()) in {None, row.becomes}
    assert keeps_facts(row.example, row.becomes)
