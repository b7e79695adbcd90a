"""How does a browser look at an application that the test can reach into?"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import uvicorn
from fastapi import FastAPI

from app.main import create_app
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.fakes import FakeClock

WEBSITE = "https://bulletin.kent.example"


@contextmanager
def answering(app: FastAPI) -> Iterator[str]:
    """The application on a free port, as an address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@contextmanager
def whole_service(clock: FakeClock | None = None) -> Iterator[str]:
    """The sample authority with a website for documents, at a moment that does not pass, as an address.

    A Monday morning, unless `clock` says otherwise.
    """
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.main.Installation", partial(Installation, clock=clock or FakeClock()))
        settings = load_settings(
            {},
            data=Path(folder),
            sample=True,
            engine=False,
            rate_per_minute=100_000,
            public_url=WEBSITE,
        )
        app = create_app(settings)
        patch.undo()
        with answering(app) as url:
            yield url
