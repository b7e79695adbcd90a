"""What do tests of several adapters stand on?"""

from collections.abc import Iterator

import pytest

from app.adapters.store.mailings import SqlWorkers
from app.bulletin_ports import Workers
from tests.conftest import DATABASES, opened
from tests.mailing_fakes import FakeWorkers


@pytest.fixture(params=["fake", *DATABASES])
def workers(request: pytest.FixtureRequest) -> Iterator[Workers]:
    if request.param == "fake":
        yield FakeWorkers()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlWorkers(engine)
