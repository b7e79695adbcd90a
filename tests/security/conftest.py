"""What the tests of this room share: the whole service, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.security.whole_service import Whole


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """The service with sign-in, as for real use."""
    from tests.security.whole_service import whole_service  # noqa: PLC0415 - slow to load, and not for all

    return whole_service(tmp_path_factory.mktemp("whole"))
