"""Both forms of provider, and what talks to them."""

import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import httpx
import pytest

from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.adapters.entra.sign_in import EntraSignIn
from app.adapters.entra.sign_outs import EntraSignOuts
from app.adapters.entra.tokens import EntraTokens
from app.domain.caller import Role
from tests.oidc_provider import BACK, CLIENT, SECRET, TENANT, Provider, new_key, oidc_provider

FIRST = new_key("one")
ROLES = {
    Role.SENDER: "",
    Role.EDITOR: "Sendwell.Editor",
    Role.REVIEWER: "Sendwell.Reviewer",
    Role.ADMINISTRATOR: "Sendwell.Administrator",
}


@dataclass
class Ours:
    """Our side of a provider; time is what the test says."""

    provider: Provider
    web: httpx.Client
    seconds: float = 0.0
    made: IssuerKeys | None = field(default=None)

    def registration(self, **different: Any) -> Registration:
        known: dict[str, Any] = {
            "authority": self.provider.authority,
            "client": CLIENT,
            "audience": CLIENT,
            "clients": frozenset({CLIENT}),
            "scope": "Draft.Check",
            "roles": ROLES,
            "tenants": frozenset({TENANT}),
            "is_entra": self.provider.form == "entra",
        }
        return Registration(**known | different)

    @property
    def keys(self) -> IssuerKeys:
        if self.made is None:
            self.made = IssuerKeys(self.registration().discovery, self.web, lambda: self.seconds)
        return self.made

    def tokens(self, **different: Any) -> EntraTokens:
        return EntraTokens(self.registration(**different), self.keys)

    def sign_in(self, secret: str = SECRET, back: str = BACK, **different: Any) -> EntraSignIn:
        return EntraSignIn(self.registration(**different), secret, back, self.keys, self.web)

    def sign_outs(self, **different: Any) -> EntraSignOuts:
        return EntraSignOuts(self.registration(**different), self.keys)

    def browse(self, address: str) -> dict[str, str]:
        """What the browser is made to send back."""
        page = self.web.get(address).text
        return {name: unescape(said) for name, said in re.findall(r'name="(\w+)" value="([^"]*)"', page)}


@pytest.fixture(scope="session")
def providers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Provider]]:
    with (
        oidc_provider(tmp_path_factory.mktemp("entra"), "entra") as entra,
        oidc_provider(tmp_path_factory.mktemp("oidc"), "oidc") as other,
    ):
        yield {"entra": entra, "oidc": other}.__getitem__


@pytest.fixture(params=["entra", "oidc"])
def ours(request: pytest.FixtureRequest, providers: Callable[[str], Provider]) -> Iterator[Ours]:
    """A provider of each form, well behaved."""
    yield from _with(providers(request.param))


@pytest.fixture
def entra(providers: Callable[[str], Provider]) -> Iterator[Ours]:
    yield from _with(providers("entra"))


def _with(provider: Provider) -> Iterator[Ours]:
    fresh = Provider(provider.form, keys=[FIRST])
    for name in (
        "person",
        "keys",
        "also_published",
        "issuer_said",
        "alter",
        "signs_with",
        "is_down",
        "fetched",
    ):
        setattr(provider, name, getattr(fresh, name))
    trust = ssl.create_default_context(cafile=str(provider.certificate))
    with httpx.Client(verify=trust, timeout=10) as web:
        yield Ours(provider, web)
