"""Is a missing or damaged model refused at start, with what to do?"""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from app.adapters.nlp.package import META, TOKENIZER, WEIGHTS, OperatingPoints, open_package
from app.adapters.nlp.reader import SpacyReader
from app.domain.errors import ModelError
from app.domain.reading import Tone


@pytest.fixture
def copy(model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model, tmp_path / "package"))


def test_the_packaged_model_is_whole(model: Path) -> None:
    package = open_package(model)
    assert set(package.labels) == set(Tone)
    assert sum(path.stat().st_size for path in model.iterdir()) < 25_000_000


@pytest.mark.parametrize("name", [META, TOKENIZER, WEIGHTS, "words.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match="Restore nlp_models/mail/package"):
        SpacyReader(copy)


def test_a_damaged_weight_is_noticed(copy: Path) -> None:
    weights = bytearray((copy / WEIGHTS).read_bytes())
    weights[len(weights) // 2] ^= 1
    (copy / WEIGHTS).write_bytes(weights)
    with pytest.raises(ModelError, match="is not the file"):
        SpacyReader(copy)


def test_weights_that_cannot_run_are_refused(copy: Path) -> None:
    _replace(copy, WEIGHTS, b"not a network")
    with pytest.raises(ModelError, match="cannot be run"):
        SpacyReader(copy)


def test_a_tokenizer_that_is_none_is_refused(copy: Path) -> None:
    _replace(copy, TOKENIZER, b"{}")
    with pytest.raises(ModelError, match="is not a tokenizer"):
        SpacyReader(copy)


@pytest.mark.parametrize(
    "change",
    [
        {"labels": ["threat"]},
        {"labels": ["kindness"]},
        {"points": {}},
        {"points": {tone: {"advice": 0.9, "warn": 0.1} for tone in Tone}},
        {"sha256": []},
    ],
)
def test_a_wrong_description_is_refused(copy: Path, change: dict[str, object]) -> None:
    meta = json.loads((copy / META).read_text("utf-8")) | change
    (copy / META).write_text(json.dumps(meta), "utf-8")
    with pytest.raises(ModelError):
        open_package(copy)


@pytest.mark.parametrize(
    ("raw", "expected"), [(0, 0), (0.2, 0.25), (0.4, 0.5), (0.6, 0.8), (0.8, 0.9), (1, 1)]
)
def test_operating_points_become_the_fixed_ones(raw: float, expected: float) -> None:
    assert OperatingPoints(advice=0.4, warn=0.6).calibrated(raw) == pytest.approx(expected)


def _replace(folder: Path, name: str, content: bytes) -> None:
    """Change a file and its checksum."""
    (folder / name).write_bytes(content)
    meta = json.loads((folder / META).read_text("utf-8"))
    meta["sha256"][name] = hashlib.sha256(content).hexdigest()
    (folder / META).write_text(json.dumps(meta), "utf-8")
