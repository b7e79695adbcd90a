"""Does a process that serves look for garbage in what it holds from its start?"""

import gc

import pytest
from fastapi import FastAPI

import app.main


def test_it_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    made = FastAPI()
    monkeypatch.setattr(app.main, "create_app", lambda: made)
    before = gc.get_freeze_count()
    try:
        assert app.main.create_served_app() is made
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
