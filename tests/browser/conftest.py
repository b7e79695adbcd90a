"""How is the compose window looked at in a real browser?

The service runs as anybody would start it, with the sample authority and a data folder of its own;
Debian's Chromium looks at it. ``SENDWELL_TEST_BROWSER`` names another browser, or ``off`` leaves
these tests out knowingly.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.in_process import whole_service

PROJECT = Path(__file__).resolve().parents[2]
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
STARTS_WITHIN_S = 90


class LiveService:
    """The service as a process of its own."""

    def __init__(self, data: Path) -> None:
        """Start it on a free port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = data / "serve.log"
        command = [str(Path(sys.executable).with_name("sendwell")), "serve", "--port", str(port), "--sample"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own command, no shell
                command, cwd=PROJECT, env={**os.environ, "SENDWELL_DATA": str(data)}, stdout=log, stderr=log
            )

    def wait(self) -> None:
        """Until it is ready; fails with its log when it is not."""
        until = time.monotonic() + STARTS_WITHIN_S
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):  # noqa: S310 - our own address
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        self.stop()
        pytest.fail(f"The service did not start:\n{self.log.read_text()[-2000:]}")

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()


def _chromium() -> str:
    chosen = os.environ.get("SENDWELL_TEST_BROWSER", "")
    if chosen == "off":
        pytest.skip("SENDWELL_TEST_BROWSER=off leaves the browser tests out")
    found = shutil.which(chosen or "chromium")
    if found is None:
        pytest.fail(
            "Chromium is not here. Install it (apt-get install chromium), name another browser in "
            "SENDWELL_TEST_BROWSER, or set that to off to leave these tests out."
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = _chromium()
    if not (PROJECT / "addin-ui" / "dist" / "index.html").is_file():
        pytest.fail("The pages are not built. Run: npm ci && npm run build in addin-ui.")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def live_service(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    assert browser.is_connected()
    service = LiveService(tmp_path_factory.mktemp("data"))
    service.wait()
    yield service
    service.stop()


@pytest.fixture(scope="session")
def still_service(browser: Browser) -> Iterator[str]:
    """The whole service in this process, on a Monday morning that does not pass: every run shows the same days."""
    assert browser.is_connected()
    with whole_service() as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop window; anything wrong on the page fails the test that sees it."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en-GB", timezone_id="Europe/London"
    )
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []
