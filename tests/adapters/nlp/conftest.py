"""Which reader do these tests use? The packaged one, loaded once."""

from pathlib import Path

import pytest

from app.adapters.nlp.reader import SpacyReader

MODEL = Path(__file__).resolve().parents[3] / "nlp_models" / "mail" / "package"


@pytest.fixture(scope="session")
def model() -> Path:
    return MODEL


@pytest.fixture(scope="session")
def reader(model: Path) -> SpacyReader:
    return SpacyReader(model)
