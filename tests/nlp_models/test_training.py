"""Does training run from the corpus to a package that the service loads, the same each time?

A tiny corpus, one layer, no public data. Once step by step; once as `make models` runs them, killed in the
middle of a stage and begun again. It needs the training environment (`make train-env`), which the service
never has.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.adapters.nlp.reader import SpacyReader
from app.domain.reading import Act, Tone
from tests.nlp_models.trainer import PROJECT, trainer

MODEL = PROJECT / "nlp_models/mail"
STEPS = ("prepare", "train", "export", "calibrate")
STAGES = ("train-public", "train-office", "train-narrow")


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


def places(model: Path) -> dict[str, str]:
    """The environment of a training in a folder of its own, which has the shape of the model's."""
    for name in ("package", "metrics", "configs"):
        (model / name).mkdir(parents=True)
    shutil.copy(MODEL / "package/words.json", model / "package")
    (model / "configs/train.json").write_text(json.dumps(tiny_settings()), "utf-8")
    own = {name.upper(): model / name for name in ("build", "package", "metrics")}
    own |= {"CONFIG": model / "configs/train.json", "CORPUS": Path(__file__).parent / "tiny"}
    named = {f"MAIL_MODEL_{name}": str(path) for name, path in own.items()}
    return {**os.environ, **named, "PYTHONPATH": str(PROJECT), "OMP_NUM_THREADS": "1"}


def ran(command: list[str], where: Path, places: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=where, env=places, capture_output=True, text=True, check=False)  # noqa: S603  our own interpreter and modules
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a training, one script after the other."""
    model = tmp_path_factory.mktemp("training") / "mail"
    at = places(model)
    for script in STEPS:
        ran([trainer(), "-m", f"nlp_models.mail.scripts.{script}"], PROJECT, at)
    return model / "package"


@pytest.fixture(scope="module")
def resumed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The same by `project.yml`, killed once in the stage `office`: the package, and what was said after."""
    root = tmp_path_factory.mktemp("resumed")
    model = root / "nlp_models/mail"
    at = places(model)
    (root / "app").symlink_to(PROJECT / "app")
    for name in ("scripts", "project.yml", "requirements-train.txt", "requirements-encoder.txt"):
        (model / name).symlink_to(MODEL / name)

    command = [trainer(), "-m", "weasel", "run", "fit", str(model)]
    killed_in_office(command, at)
    assert {path.name for path in (model / "build").glob("*.pt")} == {"public.pt"}
    return model / "package", ran(command, PROJECT, at)


def killed_in_office(command: list[str], at: dict[str, str]) -> None:
    """Everything that the command has started ends at once, as when somebody pulls the plug."""
    with subprocess.Popen(  # noqa: S603  our own interpreter and module
        command, cwd=PROJECT, env=at, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        said: Iterator[str] = iter(process.stdout or ())
        assert any(line.startswith("stage office") for line in said)
        assert "labels, names" in next(said)
        os.killpg(process.pid, signal.SIGKILL)


def test_what_was_learnt_is_read_by_the_service(by_hand: Path) -> None:
    reader = SpacyReader(by_hand)

    def threat(text: str) -> float:
        return max(sentence.tone[Tone.THREAT] for sentence in reader.read(text))

    assert threat("You will be sorry that you asked about the gate.") > 2 * threat(
        "You were right to ask about the gate."
    )


def test_a_secret_told_is_heard_from_talk_of_one(by_hand: Path) -> None:
    reader = SpacyReader(by_hand)

    def heard(act: Act, text: str) -> float:
        return max(sentence.act[act] for sentence in reader.read(text))

    told, asked = "The password for the shed is Tulip44.", "Could you send me your password for the shed?"
    talk = "The password for the shed is changed every term."
    assert heard(Act.SECRET, told) > 2 * max(heard(Act.SECRET, talk), heard(Act.SECRET, asked))
    assert heard(Act.ASKS_SECRET, asked) > 2 * max(heard(Act.ASKS_SECRET, talk), heard(Act.ASKS_SECRET, told))


def test_the_same_seed_gives_the_same_weights_though_one_training_was_killed(
    by_hand: Path, resumed: tuple[Path, str]
) -> None:
    def sums(package: Path) -> dict[str, str]:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in package.iterdir()}

    assert sums(by_hand) == sums(resumed[0])


def test_a_killed_training_goes_on_from_the_last_stage_that_was_finished(resumed: tuple[Path, str]) -> None:
    skipped = [stage for stage in STAGES if f"Skipping '{stage}'" in resumed[1]]

    assert skipped == ["train-public"]
    assert resumed[1].count("stage office") == resumed[1].count("stage narrow") == 1


def test_the_training_says_what_it_read(by_hand: Path) -> None:
    read = json.loads((by_hand.parent / "metrics/inputs.json").read_text("utf-8"))

    assert "corpus/sentences/train-tiny.jsonl" in read
    assert not any("test" in name for name in read)
