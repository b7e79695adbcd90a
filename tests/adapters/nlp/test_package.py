"""Is a missing or damaged model refused at start, with what to do?"""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from app.adapters.nlp.package import LABELS, META, TOKENIZER, WEIGHTS, Calibration, open_package
from app.adapters.nlp.reader import SpacyReader
from app.domain.errors import ModelError


@pytest.fixture
def copy(model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model, tmp_path / "package"))


def test_the_packaged_model_is_whole(model: Path) -> None:
    package = open_package(model)
    assert len(package.calibrations) == len(LABELS)
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
        {"calibration": {}},
        {"calibration": {label: {"slope": -1.0, "offset": 0.0} for label in LABELS}},
        {"calibration": {label: {"slope": 1.0, "offset": float("nan")} for label in LABELS}},
        {"sha256": []},
    ],
)
def test_a_wrong_description_is_refused(copy: Path, change: dict[str, object]) -> None:
    meta = json.loads((copy / META).read_text("utf-8")) | change
    (copy / META).write_text(json.dumps(meta), "utf-8")
    with pytest.raises(ModelError):
        open_package(copy)


@pytest.mark.parametrize(("logit", "expected"), [(0, 0.5), (2, 0.731), (-2, 0.269), (1e9, 1), (-1e9, 0)])
def test_a_logit_becomes_a_probability(logit: float, expected: float) -> None:
    assert Calibration(slope=0.5, offset=0).probability(logit) == pytest.approx(expected, abs=1e-3)


def _replace(folder: Path, name: str, content: bytes) -> None:
    """Change a file and its checksum."""
    (folder / name).write_bytes(content)
    meta = json.loads((folder / META).read_text("utf-8"))
    meta["sha256"][name] = hashlib.sha256(content).hexdigest()
    (folder / META).write_text(json.dumps(meta), "utf-8")
