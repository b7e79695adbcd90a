"""A provider's papers that speak of another one are not taken: its keys would sign for whom they like."""

import httpx
import pytest

from app.adapters.entra.keys import IssuerKeys
from app.domain.errors import ProviderError

TENANT, OTHER = "11111111-1111-4111-8111-111111111111", "99999999-9999-4999-8999-999999999999"
ENTRA = "https://login.microsoftonline.com"


def keys(authority: str, issuer: str) -> IssuerKeys:
    def answer(request: httpx.Request) -> httpx.Response:
        papers = {"issuer": issuer, "jwks_uri": f"{authority}/keys"}
        return httpx.Response(200, json={"keys": []} if request.url.path.endswith("/keys") else papers)

    web = httpx.Client(transport=httpx.MockTransport(answer))
    return IssuerKeys(f"{authority}/.well-known/openid-configuration", web)


@pytest.mark.parametrize(
    ("authority", "issuer"),
    [
        ("https://id.example/realm", "https://id.example/realm"),
        ("https://id.example/realm", "https://id.example/realm/"),
        (f"{ENTRA}/{TENANT}/v2.0", f"{ENTRA}/{TENANT}/v2.0"),
        (f"{ENTRA}/organizations/v2.0", f"{ENTRA}/{{tenantid}}/v2.0"),
        (f"{ENTRA}/wealdshire.example/v2.0", f"{ENTRA}/{TENANT}/v2.0"),
    ],
)
def test_whoever_was_asked_is_heard(authority: str, issuer: str) -> None:
    assert keys(authority, issuer).issuer() == issuer


@pytest.mark.parametrize(
    ("authority", "issuer"),
    [
        ("https://id.example/realm", "https://id.example/other"),
        ("https://id.example/realm", "https://evil.example/realm"),
        ("https://id.example/realm", "http://id.example/realm"),
        ("https://id.example/realm", "https://id.example/realm?x"),
        ("https://id.example/realm", "https://id.example/{tenantid}/v2.0"),
        ("https://id.example/realm", ""),
        (f"{ENTRA}/{TENANT}/v2.0", f"{ENTRA}/{OTHER}/v2.0"),
        (f"{ENTRA}/{TENANT}/v2.0", f"https://login.evil.example/{TENANT}/v2.0"),
        (f"{ENTRA}/wealdshire.example/v2.0", f"{ENTRA}/evil.example/v2.0"),
    ],
)
def test_papers_of_another_are_not_taken(authority: str, issuer: str) -> None:
    with pytest.raises(ProviderError):
        keys(authority, issuer).issuer()
