"""With which keys does the provider sign, now?

Its papers are fetched when they are needed and kept; again when they are old, and when a token names a key
that is not among them, but seldom: nobody makes us ask by sending nonsense. While the provider cannot be
reached, keys that were good a while ago still are.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWK
from jwt.exceptions import PyJWTError

from app.domain.errors import ProviderError

log = structlog.get_logger("sendwell.sign-in")

_FRESH = 12 * 3600.0
_LAST = 48 * 3600.0
_AGAIN = 60.0
"""Seconds after which keys are fetched again, after which old ones are no good, and between two fetches."""
_LEAST_BITS = 2048
_PAPERS, _OF_ENTRA, _ANY_TENANT = "/.well-known/openid-configuration", "v2.0", "{tenantid}"
Papers: TypeAlias = tuple[str, Mapping[str, "IssuerKey"]]


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """One key, and whose signature it makes; ``{tenantid}`` in `issuer` stands for any tenant's id."""

    public: RSAPublicKey
    issuer: str


class IssuerKeys:
    """The keys of one provider by their ids, shared by all threads."""

    def __init__(
        self, discovery: str, web: httpx.Client, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """Nothing is asked yet. `discovery` is where the provider says how it works."""
        self._discovery, self._web, self._seconds = discovery, web, seconds
        self._lock = threading.Lock()
        self._held: Papers | None = None
        self._got = self._tried = float("-inf")

    def find(self, kid: str) -> IssuerKey | None:
        """The key of that id; None when the provider has none. Raises ProviderError."""
        key = self._papers()[1].get(kid)
        if key is None:
            key = self._papers(is_missing=True)[1].get(kid)
        return key

    def issuer(self) -> str:
        """Who the provider says that it is. Raises ProviderError."""
        return self._papers()[0]

    def _papers(self, *, is_missing: bool = False) -> Papers:
        """Whoever has a key that is known waits for nobody else who fetches."""
        if self._lock.acquire(blocking=self._held is None or is_missing):
            try:
                self._refresh(is_missing=is_missing)
            finally:
                self._lock.release()
        if self._held is None or self._seconds() - self._got >= _LAST:
            raise ProviderError("Nobody can sign in just now: the provider’s keys cannot be fetched.")
        return self._held

    def _refresh(self, *, is_missing: bool) -> None:
        now = self._seconds()
        is_due = self._held is None or is_missing or now - self._got >= _FRESH
        if is_due and now - self._tried >= _AGAIN:
            self._tried = now
            self._fetch(now)

    def _fetch(self, now: float) -> None:
        try:
            said = self._read(self._discovery)
            found = self._read(str(said["jwks_uri"])).get("keys")
            issuer = _issuer(str(said["issuer"]), self._discovery)
            keys = dict(_usable(found if isinstance(found, list) else [], issuer))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, KeyError) as error:
            log.warning("keys not fetched", reason=type(error).__name__)
            return
        self._held, self._got = (issuer, keys), now

    def _read(self, address: str) -> Mapping[str, Any]:
        if not address.startswith("https://"):
            raise ValueError("not encrypted")
        answer = self._web.get(address, follow_redirects=False)
        answer.raise_for_status()
        said = answer.json()
        if not isinstance(said, dict):
            raise ValueError("not an object")  # noqa: TRY004 (handled as any other nonsense)
        return said


def _issuer(said: str, discovery: str) -> str:
    """Who the papers say that they are of: whoever was asked, or they are not taken (OpenID Discovery 4.3).

    Entra, asked by the name of a tenant, writes its id, or ``{tenantid}`` where any tenant's people come in.
    """
    asked, given = urlsplit(discovery.removesuffix(_PAPERS)), urlsplit(said)
    is_same = given.path.rstrip("/") == asked.path.rstrip("/")
    tenants = [place.path.split("/")[1:] for place in (asked, given)]
    if not is_same and all(
        len(path) == len(("tenant", _OF_ENTRA)) and path[1] == _OF_ENTRA for path in tenants
    ):
        (ours, _), (theirs, _) = tenants
        is_same = theirs == _ANY_TENANT or (_is_id(theirs) and not _is_id(ours))
    if (given.scheme, given.netloc) != (asked.scheme, asked.netloc) or given.query or not is_same:
        raise ValueError("papers of another issuer")
    return said


def _is_id(tenant: str) -> bool:
    try:
        return str(UUID(tenant)) == tenant.lower()
    except ValueError:
        return False


def _usable(found: list[Any], issuer: str) -> Iterator[tuple[str, IssuerKey]]:
    """RSA keys that sign, strong enough, with an id of their own."""
    named = [one for one in found if isinstance(one, dict) and isinstance(one.get("kid"), str)]
    ids = [one["kid"] for one in named]
    for one in named:
        is_for_this = one.get("use", "sig") == "sig" and one.get("alg", "RS256") == "RS256"
        if one.get("kty") != "RSA" or not is_for_this or ids.count(one["kid"]) > 1:
            continue
        try:
            key = PyJWK(one, algorithm="RS256").key
        except (PyJWTError, ValueError, TypeError):
            continue
        if isinstance(key, RSAPublicKey) and key.key_size >= _LEAST_BITS:
            yield one["kid"], IssuerKey(key, str(one.get("issuer") or issuer))
