"""Where does a mail first ask for something?"""

import pytest

from app.checks.wording.asking import first_ask
from app.compose.read_draft import read_draft
from tests.drafts import draft_from
from tests.road import surroundings

NEWS = "The roof is mended. The cakes sold out by noon, and all tickets went by Friday."


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("I would be grateful for a reply on the hall.", "would be grateful for"),
        ("May I have your answer on the hall?", "May I have"),
        ("Do you have any spare chairs?", "Do you have any"),
        ("If you have any questions about the roof, the form is due by 4 December.", "4 December"),
        ("If you can come, please tell Priya.", "please"),
        ("If you have any questions, please ask.", None),
        ("If you need any help, please ring.", None),
        ("If there is anything unclear, please ring the office.", None),
    ],
)
def test_a_request_is_told_from_news_and_an_offer_to_answer(ask: str, words: str | None) -> None:
    reading = read_draft(draft_from({"body": f"{NEWS}\n\n{ask}"}), surroundings())

    found = first_ask(reading)

    assert (found and reading.own[found[0] : found[1]]) == words
