"""What is asserted of the lines that were judged for a few labels alone?"""

from nlp_models.mail.scripts.judged_lines import EVERY, INTENT, LABELS, NEAR, ROUTE, line_rows
from nlp_models.mail.scripts.layout import CORPUS


def test_only_the_labels_of_its_set_are_asserted_of_a_line() -> None:
    asserted = {row.source: set(row.cells) for row in line_rows()}

    assert asserted == {"routes": set(ROUTE) - {"voice"}, "voice": set(ROUTE), "intent": set(INTENT)}


def test_every_label_has_lines_of_both_kinds_on_either_side() -> None:
    for split in ("train", "dev"):
        rows = [row for row in line_rows() if row.split == split]
        for label in LABELS:
            cells = [row.cells[label] for row in rows if label in row.cells]
            assert 0 < sum(cell == 1 for cell in cells) < len(cells) / 2


def test_whole_stretches_are_set_aside() -> None:
    lines = (CORPUS / "routes/train-1.jsonl").read_text("utf-8").splitlines()
    rows = list(line_rows())[: len(lines)]

    assert [row.split for row in rows[: NEAR * EVERY]] == ["train"] * NEAR * (EVERY - 1) + ["dev"] * NEAR
