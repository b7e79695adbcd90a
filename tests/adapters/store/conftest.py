"""Every directory store that the contract tests run against."""

from collections.abc import Iterator

import pytest

from app.adapters.store.directory import SqlDirectory
from app.ports import DirectoryStore
from tests.conftest import DATABASES, opened
from tests.fakes import FakeDirectoryStore

KEY = b"a key of thirty-two bytes length"


@pytest.fixture(params=["fake", *DATABASES])
def directory(request: pytest.FixtureRequest) -> Iterator[DirectoryStore]:
    if request.param == "fake":
        yield FakeDirectoryStore()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlDirectory(engine, KEY)
