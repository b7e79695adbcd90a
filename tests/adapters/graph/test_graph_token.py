"""Tokens, against answers as Microsoft Entra documents them."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs

import httpx
import pytest

from app.adapters.graph.token import ClientCredentials, TokenError

AUTHORITY = "https://login.microsoftonline.com/wealdshire.example"
ENDPOINTS = {
    "issuer": f"{AUTHORITY}/v2.0",
    "authorization_endpoint": f"{AUTHORITY}/oauth2/v2.0/authorize",
    "token_endpoint": f"{AUTHORITY}/oauth2/v2.0/token",
}


class Entra:
    """Answers with what is set; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, list[str]]] = []
        self.answer: Callable[[], httpx.Response] = self.give

    def give(self) -> httpx.Response:
        token = {"access_token": f"token-{len(self.asked)}", "token_type": "Bearer", "expires_in": 3600}
        return httpx.Response(200, text=json.dumps(token))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("openid-configuration"):
            return httpx.Response(200, text=json.dumps(ENDPOINTS))
        self.asked.append(parse_qs(request.content.decode()))
        return self.answer()


@pytest.fixture
def entra() -> Entra:
    return Entra()


@pytest.fixture
def tokens(entra: Entra) -> Iterator[ClientCredentials]:
    with httpx.Client(transport=httpx.MockTransport(entra)) as web:
        yield ClientCredentials("wealdshire.example", "client", "secret", web)


def test_a_token_is_asked_for_once_and_kept(entra: Entra, tokens: ClientCredentials) -> None:
    assert [tokens(), tokens()] == ["token-1", "token-1"]
    assert entra.asked[0]["grant_type"] == ["client_credentials"]
    assert entra.asked[0]["scope"] == ["https://graph.microsoft.com/.default"]


def test_a_new_one_is_asked_for_when_the_old_one_is_not_taken(
    entra: Entra, tokens: ClientCredentials
) -> None:
    assert [tokens(), tokens(is_new=True), tokens()] == ["token-1", "token-2", "token-2"]
    assert len(entra.asked) == 2


@pytest.mark.parametrize(
    ("status", "body", "is_ours"),
    [
        (401, '{"error": "invalid_client", "error_description": "AADSTS7000215"}', True),
        (400, '{"error": "temporarily_unavailable", "error_description": "busy"}', False),
    ],
)
def test_a_refusal_says_whether_somebody_must_mend_it(
    entra: Entra, tokens: ClientCredentials, status: int, body: str, is_ours: bool
) -> None:
    entra.answer = lambda: httpx.Response(status, text=body)

    with pytest.raises(TokenError) as refused:
        tokens()
    assert refused.value.is_ours is is_ours


def test_nobody_there_may_pass(entra: Entra, tokens: ClientCredentials) -> None:
    def unreachable() -> httpx.Response:
        raise httpx.ConnectError("nobody there")

    entra.answer = unreachable

    with pytest.raises(TokenError) as refused:
        tokens()
    assert not refused.value.is_ours
