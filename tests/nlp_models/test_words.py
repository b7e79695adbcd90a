"""Is the table of words fitted as AdamW would, and in the arithmetic in which the machine is quick?"""

import json
import subprocess
from typing import Any

import pytest

from tests.nlp_models.trainer import PROJECT, trainer


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    command = [trainer(), "-m", "nlp_models.mail.scripts.beside_adamw"]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603  our own interpreter and module
    assert ran.returncode == 0, ran.stderr[-2000:]
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_rows_that_wait_are_moved_as_far_as_if_they_had_not(told: dict[str, Any]) -> None:
    assert told["moved"] > 0.1
    assert told["apart"] < told["moved"] / 1000


def test_bfloat16_is_for_those_who_multiply_in_it(told: dict[str, Any]) -> None:
    assert told["quick"] == [True, True, False]
