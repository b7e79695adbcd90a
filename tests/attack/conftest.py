"""The service that is attacked, once for all of these tests."""

import pytest

from bench.attack.service import Attacked, attacked


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """With a sign-in, on SQLite, with everybody's things in it."""
    return attacked(tmp_path_factory.mktemp("attacked"))
