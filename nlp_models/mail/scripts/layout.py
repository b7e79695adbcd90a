"""Where do the training scripts read and write?

Paths inside this model's folder, its settings, and the folder of public data sets, which is given by the
environment variable `MAIL_MODEL_DATA` (it holds `tone/` and `pii/`) and is never part of the repository.
"""

import json
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

MODEL = Path(__file__).resolve().parents[1]
BUILD = Path(os.environ.get("MAIL_MODEL_BUILD", MODEL / "build"))
CORPUS = Path(os.environ.get("MAIL_MODEL_CORPUS", MODEL / "corpus"))
METRICS = Path(os.environ.get("MAIL_MODEL_METRICS", MODEL / "metrics"))
PACKAGE = Path(os.environ.get("MAIL_MODEL_PACKAGE", MODEL / "package"))

ROOM = 500_000_000
"""Bytes that a training leaves in `BUILD`, with some to spare: the table, and the weights of three stages."""


@cache
def settings() -> dict[str, Any]:
    """The training settings; pinned beside the scripts."""
    chosen = Path(os.environ.get("MAIL_MODEL_CONFIG", MODEL / "configs/train.json"))
    loaded: dict[str, Any] = json.loads(chosen.read_text("utf-8"))
    return loaded


@cache
def labels() -> list[str]:
    """Every label of a sentence, in the order of the outputs."""
    return [label for group in settings()["labels"].values() for label in group]


def seeded() -> random.Random:
    """A fresh source of chance that always gives the same."""
    return random.Random(settings()["seed"])  # noqa: S311  sampling, not secrets


def public_data() -> Path | None:
    """The folder that holds the public sets; None where the settings do without them (in tests)."""
    return data_folder() if settings().get("public_data", True) else None


def data_folder() -> Path:
    """The folder that holds the public sets."""
    named = os.environ.get("MAIL_MODEL_DATA", "")
    folder = Path(named)
    if not named or not (folder / "tone/authored_seed").is_dir():
        message = "Set MAIL_MODEL_DATA to the folder that holds tone/ and pii/ (see card.md)."
        raise SystemExit(message)
    return folder


@contextmanager
def whole_file(name: str) -> Iterator[Path]:
    """Where to write what `build/` shall hold: it bears its name only once it is whole."""
    BUILD.mkdir(exist_ok=True, parents=True)
    free = shutil.disk_usage(BUILD).free
    if free < ROOM:
        message = f"Training needs {ROOM / 1e6:.0f} MB of disk in {BUILD}; {free / 1e6:.0f} MB are free."
        raise SystemExit(message)
    part = BUILD / f"{name}.part"
    yield part
    part.replace(BUILD / name)
