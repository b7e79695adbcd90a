"""The whole service while its database is stopped, read-only or kept busy: honest answers, and nothing pretended."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.adapters.store import engine as store_engine
from app.adapters.store.engine import writing
from app.adapters.store.upgrade import revision_of
from app.cli import main
from bench.attack.service import Attacked, attacked
from tests.faults.postgres_server import PostgresServer

DRAFT = {
    "subject": "About a child",
    "body": {"content": "The NHS number of Tom Ward is 943 476 5919."},
    "to": [{"address": "somebody@gmail.com"}],
}
PLAIN = {
    "subject": "Term dates",
    "body": {"content": "School starts on Monday."},
    "to": [{"address": "x@gmail.com"}],
}
ITEM = {"headline": "Free music places", "summary": "Book by phone.", "body": "Book by phone.", "for_whom": {}, "consent": "none-shown"}  # fmt: skip
REQUEST = {"kind": "chosen", "subject": "Autumn", "body": "Come.", "for_whom": {"phases": ["primary"]}, "reason": "Theirs alone."}  # fmt: skip
KEEPS = (
    ("/api/v1/bulletin/items", ITEM | {"key": "away-" * 5}),
    ("/api/v1/bulk-requests", REQUEST | {"key": "away-" * 5}),
    ("/api/v1/choices", {"rule": "no-personal-data-external", "finding": "identifiers/nhs-number", "chosen": "overrode", "reason": "agreed"}),
)  # fmt: skip
READS = ("/api/v1/me", f"/api/v1/bulletin/items/{'0' * 32}", f"/api/v1/bulk-requests/{'0' * 32}")
PAGES = ("/staff/me", "/desk", "/policy", "/review", "/bulletin", "/staff/list", "/desk/figures", "/notice")
Away = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """It waits for another writer for a moment only, so that these tests do not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_engine, "_WAIT_MS", 50)
        patch.setattr(store_engine, "_WAIT_S", 0.05)
        service = attacked(tmp_path_factory.mktemp("sqlite"))
        yield service
        _engine(service).dispose()


@pytest.fixture(scope="module")
def on_postgresql(server: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    service = attacked(tmp_path_factory.mktemp("postgresql"), database_url=server.fresh())
    yield service
    _engine(service).dispose()


def _engine(service: Attacked) -> Engine:
    made: Engine = service.app.state.web.door.sessions._engine  # noqa: SLF001 - the database itself
    return made


@contextmanager
def read_only(service: Attacked) -> Iterator[None]:
    def refuse(connection: Any) -> None:
        connection.exec_driver_sql("PRAGMA query_only=ON")

    event.listen(_engine(service), "begin", refuse)
    try:
        yield
    finally:
        event.remove(_engine(service), "begin", refuse)
        _engine(service).dispose()


@contextmanager
def busy(service: Attacked) -> Iterator[None]:
    with sqlite3.connect(str(_engine(service).url.database), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    other.close()


@contextmanager
def stopped(server: PostgresServer) -> Iterator[None]:
    """Whether it is back is asked again at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_engine, "_AWAY_S", 0)
        server.stop()
        try:
            yield
        finally:
            server.start()


@pytest.fixture(params=["read-only", "busy", "stopped"])
def fault(request: pytest.FixtureRequest) -> tuple[Attacked, Away, bool]:
    """The service, what puts its database away, and whether it cannot even be read then."""
    if request.param == "stopped":
        server = request.getfixturevalue("server")
        return request.getfixturevalue("on_postgresql"), lambda: stopped(server), True
    service = request.getfixturevalue("on_sqlite")
    return service, lambda: (read_only if request.param == "read-only" else busy)(service), False


def test_at_send_it_says_what_it_could_not_do_and_never_that_all_is_well(
    fault: tuple[Attacked, Away, bool],
) -> None:
    service, away, _ = fault
    sender = service.program("sender")
    with away():
        for draft in (DRAFT, PLAIN):
            told = sender.post("/api/v1/checks", json={"moment": "send", "draft": draft})
            assert told.status_code == 200, told.text
            assert [one["check"] for one in told.json()["not_checked"]].count("record") == 1
        found = sender.post("/api/v1/checks", json={"moment": "send", "draft": DRAFT}).json()
        assert found["verdict"] not in {"clear", "info"}

    after = sender.post("/api/v1/checks", json={"moment": "send", "draft": PLAIN}).json()
    assert [one for one in after["not_checked"] if one["check"] == "record"] == []


def test_under_the_schema_of_a_newer_version_it_says_that_it_should_be_started_again(
    on_sqlite: Attacked,
) -> None:
    """As while processes are replaced one after the other."""
    with writing(_engine(on_sqlite)) as connection:
        held = revision_of(connection)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    told = on_sqlite.program("sender").get("/readyz")
    with writing(_engine(on_sqlite)) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (held,))

    assert (told.status_code, "start this process again" in told.json()["parts"]["database"]) == (503, True)


def test_what_cannot_be_kept_is_refused_and_can_be_sent_again(fault: tuple[Attacked, Away, bool]) -> None:
    service, away, _ = fault
    sender = service.program("sender")
    with away():
        refused = [sender.post(path, json=body) for path, body in KEEPS]
        assert [told.status_code for told in refused] == [503] * len(KEEPS)
        assert all(told.headers["content-type"] == "application/problem+json" for told in refused)
        assert all(
            "traceback" not in told.text.lower() and "sql" not in told.text.lower() for told in refused
        )

    assert [sender.post(path, json=body).status_code for path, body in KEEPS] == [201, 201, 204]


def statuses(service: Attacked) -> dict[str, int]:
    """Of what the add-in reads; each is one that the description of the API tells of."""
    told = {path: service.program("sender").get(path).status_code for path in READS}
    documented = service.app.openapi()["paths"]
    for path, status in told.items():
        assert str(status) in documented[path.replace("0" * 32, "{number}")]["get"]["responses"], path
    return told


def test_what_cannot_be_read_is_said_and_nothing_breaks(fault: tuple[Attacked, Away, bool]) -> None:
    service, away, is_unreadable = fault
    browsers = {name: service.browser(name) for name in ("sender", "editor", "reviewer", "administrator")}
    anybody = service.program("nobody")
    with away():
        told = statuses(service)
        pages = {
            (name, path): browser.get(path).status_code
            for name, browser in browsers.items()
            for path in PAGES
        }
        assert anybody.get("/readyz").status_code == (503 if is_unreadable else 200)
        assert anybody.get("/healthz").status_code == 200

    assert set(pages.values()) <= {200, 303, 403, 404, 503}
    if is_unreadable:
        assert set(told.values()) == {503}
        assert {path for (_, path), status in pages.items() if status == 200} <= {"/notice"}
    assert anybody.get("/readyz").status_code == 200
    assert service.browser("sender").get("/staff/me").status_code == 200


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("postgresql://sendwell@127.0.0.1:1/sendwell", "cannot be reached"),
        ("sqlite:////nowhere/at/all/sendwell.db", "cannot be opened"),
    ],
)
def test_it_does_not_start_without_its_database_and_says_what_to_do(
    url: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever supervises it tries again (`Restart=` in the sample unit)."""
    monkeypatch.setenv("SENDWELL_DATABASE_URL", url)
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["sendwell", "serve"])
    with pytest.raises(SystemExit) as left:
        main()

    said = capfd.readouterr().err
    assert left.value.code == 2
    assert says in said
    assert "Traceback" not in said
