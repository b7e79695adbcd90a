"""Do the cards say what was measured, of the model that is packaged?"""

import json
from pathlib import Path

import pytest

from app.adapters.nlp.package import open_package
from nlp_models.mail.scripts import card
from nlp_models.mail.scripts.cards.markdown import measured, percent
from nlp_models.mail.scripts.cards.plot import reliability
from nlp_models.mail.scripts.cards.targets import Target
from nlp_models.mail.scripts.cards.tone import SUBJECTS
from nlp_models.mail.scripts.layout import METRICS, MODEL, PACKAGE
from nlp_models.meaning.scripts import card as meaning

OF_THE_TRAINING = {"inputs", "table", "calibration"}
OF_A_DECISION = {"encoders"}  # ADR 12: it compared two networks on the day when one was chosen
MEASURED = sorted(path for path in METRICS.glob("*.json") if path.stem not in OF_THE_TRAINING | OF_A_DECISION)


@pytest.mark.parametrize("path", card.cards(), ids=lambda path: path.stem)
def test_a_card_agrees_with_its_figures(path: Path) -> None:
    assert card.filled(path.read_text("utf-8")) == path.read_text("utf-8"), "run: make cards"


@pytest.mark.parametrize("path", MEASURED, ids=lambda path: path.stem)
def test_every_figure_is_of_the_packaged_model(path: Path) -> None:
    parts = json.loads(path.read_text("utf-8"))

    assert {entry["model"] for entry in parts.values()} == {open_package(PACKAGE).version}


def test_no_figure_holds_a_text_of_the_frozen_part() -> None:
    for path in MEASURED:
        parts = json.loads(path.read_text("utf-8"))
        assert "wrong" not in parts.get("test", {"figures": {}})["figures"]


def test_the_files_of_a_folder_are_one_hash_that_any_change_of_one_changes() -> None:
    def shown(second: str) -> str:
        sums = {"corpus/a/1.txt": "1" * 64, "corpus/a/2.txt": second * 64, "ud/dev.conllu": "9" * 64}
        entry = {"model": "1", "reader": "2", "date": "2026-11-22", "data": sums}
        return measured({"dev": entry}, ("dev",))

    assert "`corpus/a/` 2 files " in shown("2")
    assert f"`ud/dev.conllu` {'9' * 12}" in shown("2")
    assert shown("2") != shown("3")


def test_every_figure_of_a_card_is_dated() -> None:
    def subjects(card: str) -> set[str]:
        return {subject for subject in SUBJECTS if f"- {SUBJECTS[subject]}" in card}

    assert subjects((MODEL / "cards/tone.md").read_text("utf-8")) == set(SUBJECTS)
    for name in ("card.md", "cards/names.md", "cards/stories.md", "cards/secrets.md", "cards/routes.md"):
        assert (MODEL / name).read_text("utf-8").count("## Measured on\n\n<!-- figures:") == 1


def test_a_subject_is_named_where_a_card_has_several() -> None:
    entry = {"model": "1", "reader": "2", "date": "2026-11-22", "data": {}}

    said = measured({"test": entry, "public": entry}, ("test", "public"), "Swaps").splitlines()

    assert [line.partition(":")[0] for line in said] == ["- Swaps, frozen test part", "- Swaps"]


def test_the_card_of_meaning_says_what_was_measured_of_its_package() -> None:
    folder = MODEL.parent / "meaning"
    found = json.loads((folder / "metrics/meaning.json").read_text("utf-8"))
    text = (folder / "card.md").read_text("utf-8")

    assert meaning.filled(text, found) == text, "run: python -m nlp_models.meaning.scripts.measure"
    meta = json.loads((folder / "package/meta.json").read_text("utf-8"))
    assert found["sha256"] == meta["sha256"]["meaning.onnx"]


def test_a_card_that_asks_for_unknown_figures_is_refused() -> None:
    with pytest.raises(SystemExit, match="nonsense"):
        card.filled("<!-- figures: nonsense -->\n<!-- /figures -->\n")


@pytest.mark.parametrize(
    ("got", "is_least", "outcome"),
    [
        (0.96, True, "reached, the aim too"),
        (0.91, True, "reached"),
        (0.89, True, "**missed**"),
        (0.96, False, "**missed**"),
    ],
)
def test_a_target_is_said_to_be_reached_or_missed(got: float, is_least: bool, outcome: str) -> None:
    assert Target("recall", 0.9, 0.95, got, "", is_least=is_least).outcome == outcome


@pytest.mark.parametrize(
    ("triple", "shown"),
    [((0.0027, 0.0016, 0.0043), "0.3 % (0.2–0.4)"), ((0.934, 0.879, 0.965), "93.4 % (88–96)")],
)
def test_the_ends_of_an_interval_can_be_told_apart(triple: tuple[float, ...], shown: str) -> None:
    assert percent(triple) == shown


def test_a_plot_is_drawn_for_light_and_dark() -> None:
    drawn = reliability({"tone": [[10, 0.1, 0.2], [5, 0.9, 0.8]]})

    assert "prefers-color-scheme:dark" in drawn
    assert drawn.count("<circle") == 2
