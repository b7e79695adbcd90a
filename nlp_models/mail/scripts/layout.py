"""Where do the training scripts read and write?

Paths inside this model's folder, its settings, and the data folder, which is given by the environment
variable `SENDWELL_TONE_DATA` and is never part of the repository.
"""

import json
import os
import random
from functools import cache
from pathlib import Path
from typing import Any

MODEL = Path(__file__).resolve().parents[1]
BUILD = MODEL / "build"
CORPUS = MODEL / "corpus"
METRICS = MODEL / "metrics"
PACKAGE = MODEL / "package"


@cache
def settings() -> dict[str, Any]:
    """The training settings; pinned beside the scripts."""
    loaded: dict[str, Any] = json.loads((MODEL / "configs/train.json").read_text("utf-8"))
    return loaded


def seeded() -> random.Random:
    """A fresh source of chance that always gives the same."""
    return random.Random(settings()["seed"])  # noqa: S311  sampling, not secrets


def data_folder() -> Path:
    """The folder that holds `authored_seed/`, `edos/` and the rest."""
    named = os.environ.get("SENDWELL_TONE_DATA", "")
    folder = Path(named)
    if not named or not (folder / "authored_seed").is_dir():
        message = "Set SENDWELL_TONE_DATA to the folder that holds authored_seed/ (see card.md)."
        raise SystemExit(message)
    return folder
