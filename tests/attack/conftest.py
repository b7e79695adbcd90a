"""The service that is attacked, once for all of these tests."""

from collections.abc import Iterator

import pytest

from bench.attack.service import Attacked, attacked, served


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """With a sign-in, on SQLite, with everybody's things in it; also on a port of its own."""
    with served(attacked(tmp_path_factory.mktemp("attacked"))) as made:
        yield made
