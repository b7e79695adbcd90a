"""Both manifests, made as a deployer would."""

from pathlib import Path

import pytest

from app.manifest.made import Made
from app.settings import load_settings
from app.wiring.manifest import Manifests

BASE = "https://sendwell.council.example"


@pytest.fixture(scope="session")
def manifests(tmp_path_factory: pytest.TempPathFactory) -> Manifests:
    nothing_built: Path = tmp_path_factory.mktemp("ui")
    return Manifests(load_settings({}, ui_folder=nothing_built))


@pytest.fixture(scope="session")
def made(manifests: Manifests) -> Made:
    return manifests.make(manifests.deployment(BASE))
