"""What tests of faults share: a PostgreSQL server that they may stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.postgres_server import PostgresServer


@pytest.fixture(scope="session")
def server(postgres: str) -> Iterator[PostgresServer]:  # noqa: ARG001 - where those tests are left out, this is too
    """It runs before and after each test."""
    from tests.faults.postgres_server import postgres_server  # noqa: PLC0415 - not for all

    with postgres_server() as made:
        yield made
