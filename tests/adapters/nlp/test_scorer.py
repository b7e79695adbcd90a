# ruff: noqa: SLF001  these tests look inside on purpose
"""Does the table of what was heard stay small and hold no text?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.adapters.nlp.package import open_package
from app.adapters.nlp.pieces import Pieces
from app.adapters.nlp.scorer import Scorer


@pytest.fixture
def scorer(model: Path) -> Scorer:
    return Scorer(open_package(model), kept=3)


def calls(scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Lengths of the sentences that reach the network from now on, run by run."""
    lengths: list[list[int]] = []
    network = scorer._network

    def counted(sentences: Sequence[Pieces]) -> object:
        lengths.append([len(pieces.ids) for pieces in sentences])
        return network(sentences)

    monkeypatch.setattr(scorer, "_network", counted)
    return lengths


def test_a_sentence_is_scored_once(scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = calls(scorer, monkeypatch)
    assert scorer.hear(["The hall is shut."] * 2) == scorer.hear(["The hall is shut."]) * 2
    assert [length for run in seen for length in run] == [7]


def test_the_oldest_score_goes_first(scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = calls(scorer, monkeypatch)
    for sentence in ("one two", "three four", "five six", "one two", "seven eight", "one two", "three four"):
        scorer.hear([sentence])
    assert len(scorer._heard._results) == 3
    assert len([run for run in seen if run]) == 5


def test_a_sentence_is_heard_the_same_alone_and_among_others(model: Path) -> None:
    texts = [
        f"{'please ' * (at % 23)}send us form {at}, or else you will be {'sorry' * (at % 3)}."
        for at in range(60)
    ]
    package = open_package(model)

    together = Scorer(package).hear(texts)

    assert together == [Scorer(package).hear([text])[0] for text in texts[:6]] + Scorer(package).hear(
        texts[6:]
    )
    assert Scorer(package).hear(texts[::-1])[::-1] == together


def test_no_text_is_kept(scorer: Scorer) -> None:
    scorer.hear(["Amira Khan was here."])
    assert all(isinstance(key, bytes) and len(key) == 16 for key in scorer._heard._results)
    assert not any(b"Amira" in key for key in scorer._heard._results)
    assert "Amira" not in repr(list(scorer._heard._results.values()))


def test_the_keys_differ_from_process_to_process(model: Path) -> None:
    package = open_package(model)
    first, second = Scorer(package), Scorer(package)
    assert first.hear(["The hall is shut."]) == second.hear(["The hall is shut."])
    assert set(first._heard._results).isdisjoint(second._heard._results)


def test_a_long_sentence_is_truncated(scorer: Scorer, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = calls(scorer, monkeypatch)
    scorer.hear(["word " * 5_000])
    assert [96] in seen
