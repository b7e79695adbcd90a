"""A real OpenID Connect provider on this machine, over TLS, that also speaks as Microsoft Entra does.

Authlib's provider side does the protocol: codes that are good once, PKCE, client secrets, signed ID tokens. A
test says who is at the browser, and how the provider misbehaves.
"""

import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

import uvicorn
from authlib.oauth2.rfc6749 import AuthorizationServer, ClientMixin, OAuth2Request
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import AuthorizationCodeMixin, UserInfo
from authlib.oidc.core.grants import OpenIDCode
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from jwt import decode
from jwt.exceptions import PyJWTError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from tests.mail_servers import LOCAL, make_certificate

TENANT = "11111111-1111-4111-8111-111111111111"
OTHER_TENANT = "99999999-9999-4999-8999-999999999999"
CLIENT, SECRET = "22222222-2222-4222-8222-222222222222", "a secret of the app registration"
BACK = "https://sendwell.example/who/back"
SID = "the provider's session"
_BY_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer"
PRIYA: Mapping[str, Any] = {
    "sub": "priya's subject",
    "oid": "33333333-3333-4333-8333-333333333333",
    "tid": TENANT,
    "ver": "2.0",
    "name": "Priya Shah",
    "preferred_username": "P.Shah@Wealdshire.example",
    "email": "p.shah@wealdshire.example",
    "email_verified": True,
    "roles": ["Sendwell.Editor"],
}


def new_key(kid: str, bits: int = 2048) -> RSAKey:
    return RSAKey.generate_key(bits, {"kid": kid, "use": "sig"})


@dataclass
class Provider:
    """What a test sets, and what it sees afterwards. `form` is ``entra`` or ``oidc``."""

    form: str = "entra"
    url: str = ""
    certificate: Path = field(default_factory=Path)
    person: Mapping[str, Any] = field(default_factory=lambda: dict(PRIYA))
    keys: list[RSAKey] = field(default_factory=lambda: [new_key("one")])
    also_published: list[Mapping[str, Any]] = field(default_factory=list)
    issuer_said: str = ""
    alter: Callable[[dict[str, Any]], dict[str, Any]] = lambda claims: claims
    signs_with: RSAKey | None = None
    is_down: bool = False
    fetched: list[str] = field(default_factory=list)
    exchanged: list[Mapping[str, str]] = field(default_factory=list)
    on_behalf_of: tuple[int, Mapping[str, Any]] | None = None
    """What is answered to an exchange on somebody's behalf; a token for Graph if not set."""
    codes: dict[str, Any] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    """What the last browser was sent with."""
    back: str = BACK
    client_keys: list[Any] = field(default_factory=list)
    """Public keys by which it knows us instead of our secret: of our certificate, or of a platform (RFC 7523)."""
    proofs: list[str] = field(default_factory=list)
    """The assertions that it took."""

    def knows(self, fields: Mapping[str, str]) -> bool:
        """Whether it is we who ask, by a secret or by an assertion in the right hands."""
        if "client_assertion" not in fields:
            return secrets.compare_digest(fields.get("client_secret", ""), SECRET)
        proof = fields["client_assertion"]
        if fields.get("client_assertion_type") != _BY_ASSERTION or proof in self.proofs:
            return False
        for key in self.client_keys:
            with suppress(PyJWTError):
                known = decode(proof, key, ["PS256", "RS256"], audience=f"{self.authority}/token")
                self.proofs.append(proof)
                return bool(known["sub"] == known["iss"] == CLIENT)
        return False

    @property
    def authority(self) -> str:
        return f"{self.url}/{TENANT if self.form == 'entra' else 'realm'}"

    @property
    def issuer(self) -> str:
        return self.issuer_said or self.authority + ("/v2.0" if self.form == "entra" else "")

    @property
    def discovery(self) -> str:
        return f"{self.authority}{'/v2.0' if self.form == 'entra' else ''}/.well-known/openid-configuration"

    def token(
        self, key: RSAKey | None = None, header: Mapping[str, Any] | None = None, **different: Any
    ) -> str:
        """An access token for our scope, as the add-in gets one; a claim of None is left out."""
        now = int(time.time())
        ours = {"azp": CLIENT, "scp": "Draft.Check", "nbf": now, "exp": now + 3600}
        return self._signed(key, header or {}, {**self.person, **self._of_now(now), **ours, **different})

    def logout_token(
        self, key: RSAKey | None = None, header: Mapping[str, Any] | None = None, **different: Any
    ) -> str:
        """As it tells us that somebody is out (Back-Channel Logout 1.0, 2.4); a claim of None is left out."""
        now = int(time.time())
        events: dict[str, Any] = {"http://schemas.openid.net/event/backchannel-logout": {}}
        told = {"exp": now + 120, "jti": "told once", "sub": self.person["sub"], "sid": SID, "events": events}
        head = {"typ": "logout+jwt", **(header or {})}
        return self._signed(key, head, {**self._of_now(now), **told, **different})

    def _of_now(self, now: int) -> dict[str, Any]:
        return {"iss": self.issuer, "aud": CLIENT, "iat": now}

    def _signed(self, key: RSAKey | None, header: Mapping[str, Any], claims: Mapping[str, Any]) -> str:
        key = key or self.keys[-1]
        said = {name: claim for name, claim in claims.items() if claim is not None}
        return jwt.encode({"alg": "RS256", "kid": key.kid, **header}, said, key)

    # What follows is how it answers.

    def configuration(self, request: Request) -> Response:
        self.fetched.append(request.url.path)
        if self.is_down:
            return Response("busy", 503)
        ends = {f"{name}_endpoint": f"{self.authority}/{name}" for name in ("authorization", "token")}
        said = {"issuer": self.issuer, "jwks_uri": f"{self.authority}/keys", **ends}
        return JSONResponse(said)

    def published(self, request: Request) -> Response:
        self.fetched.append(request.url.path)
        if self.is_down:
            return Response("busy", 503)
        return JSONResponse(
            {"keys": [*(key.as_dict(private=False) for key in self.keys), *self.also_published]}
        )

    def exchange(self, fields: Mapping[str, str]) -> Response:
        """On behalf of somebody (RFC 7523, as Entra speaks it): for what is signed, in time and for us."""
        self.exchanged.append(fields)
        known = {key.kid: key for key in self.keys}
        claims = jwt.decode(fields["assertion"], KeySet(list(known.values()))).claims
        is_ours = claims["aud"] == fields["client_id"] == CLIENT and claims["exp"] > time.time()
        is_known = self.knows(fields)
        is_for_them = fields["requested_token_use"] == "on_behalf_of"  # noqa: S105 - a word of the protocol
        if not (is_ours and is_known and is_for_them):
            return JSONResponse({"error": "invalid_client"}, 401)
        given = {"token_type": "Bearer", "expires_in": 3600, "access_token": f"graph-of-{claims['oid']}"}
        status, answer = self.on_behalf_of or (200, given)
        return JSONResponse(dict(answer), status)

    def server(self) -> "_Server":
        made = _Server()
        made.provider = self
        made.register_client_auth_method("assertion", made.by_assertion)
        made.register_grant(_Codes, [_IdTokens(), CodeChallenge(required=True)])
        made.register_token_generator(
            "default",
            lambda scope, **_: {
                "scope": scope,
                "token_type": "Bearer",
                "access_token": self.token(),
                "expires_in": 3600,
            },
        )
        return made


class _Registered(ClientMixin):  # type: ignore[misc]  # the package has no types
    """Our app registration, whose answers go to `back`."""

    client_id = CLIENT

    def __init__(self, back: str) -> None:
        self._back = back

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self._back

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, SECRET)

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        return method.startswith("client_secret") or method == "assertion"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


@dataclass
class _Code(AuthorizationCodeMixin):  # type: ignore[misc]  # the package has no types
    code: str
    redirect_uri: str
    scope: str
    nonce: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> int:
        return int(time.time())


class _Codes(AuthorizationCodeGrant):  # type: ignore[misc]  # the package has no types
    TOKEN_ENDPOINT_AUTH_METHODS: ClassVar = ["client_secret_post", "assertion"]

    def save_authorization_code(self, code: str, request: OAuth2Request) -> None:
        asked = request.payload.data
        named = ("redirect_uri", "scope", "nonce", "code_challenge", "code_challenge_method")
        self.server.provider.asked = dict(asked)
        self.server.provider.codes[code] = _Code(code, *(asked.get(name, "") for name in named))

    def query_authorization_code(self, code: str, _client: _Registered) -> _Code | None:
        found: _Code | None = self.server.provider.codes.get(code)
        return found

    def delete_authorization_code(self, authorization_code: _Code) -> None:
        del self.server.provider.codes[authorization_code.code]

    def authenticate_user(self, _authorization_code: _Code) -> Mapping[str, Any]:
        person: Mapping[str, Any] = self.server.provider.person
        return person


class _IdTokens(OpenIDCode):  # type: ignore[misc]  # the package has no types
    def exists_nonce(self, _nonce: str, _request: OAuth2Request) -> bool:
        return False

    def generate_user_info(self, user: Mapping[str, Any], _scope: str) -> UserInfo:
        return UserInfo(**user)

    def process_token(self, grant: Any, response: Any) -> Any:
        """With what the test altered, signed by whom it says."""
        self.provider = grant.server.provider
        return super().process_token(grant, response)

    def encode_id_token(self, token: Mapping[str, Any], request: OAuth2Request) -> str:
        now, provider = int(time.time()), self.provider
        claims = {"iss": provider.issuer, "aud": CLIENT, "iat": now, "nbf": now, "exp": now + 3600}
        is_anew = provider.asked.get("prompt") == "login"
        claims |= self.get_authorization_code_claims(request.authorization_code)
        claims |= {"sid": SID, "auth_time": now if is_anew else now - 3600}
        claims |= self.generate_user_info(request.user, token.get("scope", ""))
        key = provider.signs_with or provider.keys[-1]
        return jwt.encode({"alg": "RS256", "kid": key.kid}, provider.alter(dict(claims)), key)


class _Asked(OAuth2Request):  # type: ignore[misc]  # the package has no types
    """A request in the shape that Authlib works on."""

    def __init__(self, request: Request, fields: Mapping[str, str]) -> None:
        super().__init__(request.method, str(request.url), headers=dict(request.headers))
        self.payload, self._fields = BasicOAuth2Payload(dict(fields)), fields

    @property
    def args(self) -> Mapping[str, str]:
        return self._fields

    @property
    def form(self) -> Mapping[str, str]:
        return self._fields


class _Server(AuthorizationServer):  # type: ignore[misc]  # the package has no types
    provider: Provider

    def query_client(self, client_id: str) -> _Registered | None:
        return _Registered(self.provider.back) if client_id == CLIENT else None

    def by_assertion(self, _find: Any, request: OAuth2Request) -> _Registered | None:
        """Our registration, when the assertion is ours."""
        said = request.payload.data
        is_known = "client_assertion" in said and self.provider.knows(said)
        return _Registered(self.provider.back) if is_known else None

    def save_token(self, _token: Mapping[str, Any], _request: OAuth2Request) -> None:
        """None is kept."""

    def send_signal(self, *_: Any, **__: Any) -> None:
        """Nobody listens."""

    def create_oauth2_request(self, request: _Asked) -> _Asked:
        return request

    def handle_response(self, status: int, body: Any, headers: Any) -> Response:
        if isinstance(body, Mapping):
            return JSONResponse(dict(body), status, dict(headers))
        return Response(body, status, dict(headers))


def _as_form(answer: Response) -> Response:
    """The same answer as OAuth's form_post: a page that sends it on at a press."""
    target = urlsplit(answer.headers["location"])
    fields = "".join(
        f'<input type="hidden" name="{name}" value="{escape(said)}">'
        for name, said in parse_qsl(target.query)
    )
    form = f'<form method="post" action="{escape(target._replace(query="").geturl())}">{fields}<button>Go on</button></form>'
    return HTMLResponse(f"<!doctype html><title>The provider</title>{form}")


@contextmanager
def oidc_provider(folder: Path, form: str = "entra") -> Iterator[Provider]:
    """A provider until the end of the block."""
    provider = Provider(form, certificate=make_certificate(folder))
    server = provider.server()

    async def authorize(request: Request) -> Response:
        asked = _Asked(request, dict(request.query_params))
        grant = server.get_consent_grant(asked, provider.person)
        answer: Response = server.create_authorization_response(asked, provider.person, grant)
        return _as_form(answer) if asked.payload.data.get("response_mode") == "form_post" else answer

    async def token(request: Request) -> Response:
        async with request.form() as given:
            fields = {k: str(v) for k, v in given.items()}
        if fields.get("grant_type") == _ON_BEHALF_OF:
            return provider.exchange(fields)
        answer: Response = server.create_token_response(_Asked(request, fields))
        return answer

    routes = [
        Route("/{place:path}/.well-known/openid-configuration", provider.configuration),
        Route("/{place:path}/keys", provider.published),
        Route("/{place:path}/authorization", authorize),
        Route("/{place:path}/token", token, methods=["POST"]),
    ]
    settings = uvicorn.Config(
        Starlette(routes=routes),
        host=LOCAL,
        port=0,
        log_level="critical",
        ssl_certfile=str(provider.certificate),
        ssl_keyfile=str(provider.certificate),
    )
    running = uvicorn.Server(settings)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    provider.url = f"https://{LOCAL}:{running.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield provider
    finally:
        hang_up(running)
        running.should_exit = True
        thread.join(10)


def hang_up(server: uvicorn.Server) -> None:
    """Before a server ends: Chromium answers no farewell on lines that it keeps in hand, and TLS waits 30 seconds for one."""
    loop = server.servers[0].get_loop()
    for line in list(server.server_state.connections):
        loop.call_soon_threadsafe(line.transport.abort)
