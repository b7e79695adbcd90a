"""Addresses asked over real TLS, and the one that stands for them in tests: they tell the same."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from app.adapters.https_addresses import HttpsAddresses
from app.manifest_ports import Addresses
from tests.mail_servers import LOCAL, make_certificate
from tests.manifest_fakes import FakeAddresses


async def hello(_request: Request) -> Response:
    return JSONResponse({"a": 1}, headers={"Cache-Control": "no-store"})


async def away(_request: Request) -> Response:
    return RedirectResponse("/hello")


async def first(request: Request) -> Response:
    return Response(
        headers={
            "X-Asked": " ".join(
                (request.headers["origin"], request.headers["access-control-request-headers"])
            )
        }
    )


APP = Starlette(
    routes=[Route("/hello", hello), Route("/away", away), Route("/first", first, methods=["OPTIONS"])]
)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def home(certificate: Path) -> Iterator[str]:
    door = socket.create_server((LOCAL, 0))
    server = uvicorn.Server(uvicorn.Config(APP, log_level="error", ssl_certfile=str(certificate)))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"https://{LOCAL}:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    door.close()


@pytest.fixture(params=["https", "fake"])
def addresses(request: pytest.FixtureRequest, home: str, certificate: Path) -> Addresses:
    if request.param == "fake":
        return FakeAddresses(TestClient(APP, home))
    return HttpsAddresses(ssl.create_default_context(cafile=str(certificate)))


def test_what_is_answered(addresses: Addresses, home: str) -> None:
    answer = addresses.ask(f"{home}/hello")

    assert (answer.status, answer.body, answer.trouble) == (200, b'{"a":1}', "")
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == (
        "application/json",
        "no-store",
    )


def test_nobody_is_led_elsewhere(addresses: Addresses, home: str) -> None:
    answer = addresses.ask(f"{home}/away")

    assert (answer.status, answer.headers["location"]) == (307, "/hello")


def test_it_is_asked_before_posting(addresses: Addresses, home: str) -> None:
    answer = addresses.ask_first(f"{home}/first", "https://a.example/", "authorization, Content-Length")

    assert answer.headers["x-asked"] == "https://a.example/ authorization, Content-Length"


def test_nobody_there_is_said_in_words(addresses: Addresses) -> None:
    answer = addresses.ask("https://127.0.0.1:1/")

    assert (answer.status, bool(answer.trouble)) == (0, True)


def test_a_certificate_that_is_not_trusted_is_said(home: str) -> None:
    assert "not trusted here (self-signed certificate)" in HttpsAddresses().ask(f"{home}/hello").trouble


def test_when_the_certificate_ends(home: str, certificate: Path) -> None:
    until = HttpsAddresses(ssl.create_default_context(cafile=str(certificate))).ask(f"{home}/hello").until

    assert until is not None
    assert timedelta(0) < until - datetime.now(UTC) < timedelta(days=1)


def test_what_is_no_address_is_no_crash() -> None:
    assert HttpsAddresses().ask("https://[").trouble
