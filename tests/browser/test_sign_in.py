"""Signing in with a real browser and a real provider on another site: by keyboard, without a script."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.adapters.entra.sign_in import EntraSignIn
from app.domain.caller import Role
from app.web.people import COOKIE
from app.web.sign_in.door import Door
from tests.oidc_provider import CLIENT, SECRET, TENANT, Provider, hang_up, oidc_provider
from tests.sign_in_fakes import FakeSessions
from tests.web.conftest import app_for, site_for

ROLES = {Role.SENDER: "", Role.EDITOR: "Sendwell.Editor", Role.ADMINISTRATOR: "Sendwell.Administrator"}


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Provider]]:
    """The pages at ``localhost``, the provider at another site, both over TLS."""
    with oidc_provider(folder) as provider:
        trust = ssl.create_default_context(cafile=str(provider.certificate))
        ours = Registration(
            provider.authority, CLIENT, CLIENT, frozenset({CLIENT}), "Draft.Check", ROLES,
            tenants=frozenset({TENANT}), is_entra=True,
        )  # fmt: skip
        with httpx.Client(verify=trust) as web:
            app = app_for(site_for())
            pem = str(provider.certificate)
            server = uvicorn.Server(
                uvicorn.Config(
                    app, host="127.0.0.1", port=0, log_level="error", ssl_certfile=pem, ssl_keyfile=pem
                )
            )
            thread = threading.Thread(target=server.run, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.05)
            url = f"https://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
            provider.back = f"{url}/who/back"
            sign_in = EntraSignIn(ours, SECRET, provider.back, IssuerKeys(ours.discovery, web), web)
            door = Door(FakeSessions(), sign_in, url, ROLES, "the ICT service desk (01234 567890)")
            app.state.web = site_for(door=door)
            yield url, provider
            hang_up(server)
            server.should_exit = True
            thread.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(ignore_https_errors=True, java_script_enabled=False)
    made.set_default_timeout(60_000)
    yield made
    made.close()


def sign_in(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sign in", exact=True).press("Enter")
    expect(page).to_have_title("The provider")
    page.get_by_role("button", name="Go on").press("Enter")


def test_in_and_out_again_by_keyboard_without_a_script(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()
    with served(tmp_path) as (url, provider):
        sign_in(page, f"{url}/desk/issues")
        assert page.url == f"{url}/desk/issues"
        assert not provider.codes
        cookie = next(one for one in context.cookies() if one["name"] == COOKIE)
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Lax")

        page.goto(f"{url}/policy")
        expect(page.get_by_role("heading", level=1)).to_have_text("This page is for other people")
        page.get_by_role("link", name="Your account: Priya Shah").press("Enter")
        expect(page.get_by_text("Here, since")).to_be_visible()
        page.get_by_role("button", name="Sign out everywhere").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        assert COOKIE not in {one["name"] for one in context.cookies()}


def test_a_link_in_a_mail_opens_for_whoever_is_signed_in(context: BrowserContext, tmp_path: Path) -> None:
    """The mail program's page is another site; the cookie goes with the click, and with no form of theirs."""
    page = context.new_page()
    with served(tmp_path) as (url, provider):
        sign_in(page, f"{url}/desk")
        mail = f'<a href="{url}/desk/issues">The issue</a><form method="post" action="{url}/who/leave"><button>Win</button></form>'
        page.route(f"{provider.url}/mail", lambda route: route.fulfill(body=mail, content_type="text/html"))
        page.goto(f"{provider.url}/mail")
        page.get_by_role("link", name="The issue").click()
        assert page.url == f"{url}/desk/issues"
        page.goto(f"{provider.url}/mail")
        page.get_by_role("button", name="Win").click()
        page.goto(f"{url}/desk")
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
