"""A running service with fakes at its edges."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import load_settings


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The whole application on SQLite with the sample authority."""
    folder: Path = tmp_path_factory.mktemp("service")
    settings = load_settings({}, data=folder, sample=True, rate_per_minute=100_000)
    with TestClient(create_app(settings), raise_server_exceptions=False) as running:
        yield running
