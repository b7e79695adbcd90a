"""What is asserted of secrets, line by line and in the rest of the corpus?"""

import pytest

from nlp_models.mail.scripts.judged_lines import EVERY, NEAR
from nlp_models.mail.scripts.layout import CORPUS, labels
from nlp_models.mail.scripts.prepare import entry
from nlp_models.mail.scripts.secret_lines import ASKED, TOLD, secret_rows, silent


def test_a_line_asserts_its_two_labels_and_nothing_else() -> None:
    row = next(row for row in secret_rows() if row.cells[TOLD])
    cells = dict(zip(labels(), entry(row.text, row.cells, None, row.source, row.split)["y"], strict=True))

    assert {label: cell for label, cell in cells.items() if cell is not None} == {TOLD: 1, ASKED: 0}


def test_neighbouring_lines_are_set_aside_together() -> None:
    rows = list(secret_rows())

    assert len(rows) == sum(
        len(p.read_text("utf-8").splitlines()) for p in CORPUS.glob("secrets/train-*.jsonl")
    )
    stretches = [{row.split for row in rows[at : at + NEAR]} for at in range(0, NEAR * EVERY * 2, NEAR)]
    assert stretches == [{"train"}, {"train"}, {"train"}, {"train"}, {"dev"}] * 2
    assert not {row.text for row in rows if row.split == "dev"} & {
        row.text for row in rows if row.split == "train"
    }


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("The hall is shut on Tuesday.", 0),
        ("Passwords must be twelve characters long.", None),
        ("Press 4821 and push the door.", None),
        ("Please log in again on Monday.", None),
    ],
)
def test_a_sentence_without_a_sign_is_silent(text: str, cell: int | None) -> None:
    assert silent(text) == {TOLD: cell, ASKED: cell}


def test_only_office_mail_is_known_to_be_silent() -> None:
    def told(source: str) -> int | None:
        row: list[int | None] = entry("The hall is shut.", {"threat": 0}, None, source, "train")["y"]
        return row[labels().index(TOLD)]

    assert (told("sentences"), told("goemotions")) == (0, None)
