"""Who signs people in here, and who is signed in?"""

import ssl
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.adapters.entra.sign_in import EntraSignIn
from app.adapters.entra.sign_outs import EntraSignOuts
from app.adapters.entra.tokens import EntraTokens
from app.adapters.store import told
from app.adapters.store.sessions import SqlSessions
from app.api.state import PaneSignIn
from app.domain.caller import Role
from app.domain.errors import SettingsError
from app.settings import LOOPBACK
from app.wiring.credentials import FormClient, credential_of, ends_soon
from app.wiring.ground import Ground

BACK = "/who/back"
_SECONDS = 5
_SHORTEST_SECRET = 16


class SignInParts:
    """The provider, as the settings name it; none where people pick who they are."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is asked yet."""
        self._ground = ground

    @property
    def is_local(self) -> bool:
        """Whether people pick who they are."""
        return self._ground.settings.sign_in == "local"

    @cached_property
    def sessions(self) -> SqlSessions:
        """Who is signed in, in which browsers."""
        settings = self._ground.settings
        lasts, rest = timedelta(hours=settings.keep_session_hours), settings.keep_session_rest_minutes
        if self.is_local:
            return SqlSessions(self._ground.engine, lasts, lasts)
        often = self.asks_every
        return SqlSessions(self._ground.engine, timedelta(minutes=rest), lasts, 2 * often if often else None)

    @property
    def asks_every(self) -> timedelta | None:
        """How often the provider is asked whether somebody may still be here; None for never."""
        often = 0 if self.is_local else self._ground.settings.sign_in_ask_again_minutes
        return timedelta(minutes=often) if often else None

    @cached_property
    def provider(self) -> EntraSignIn | None:
        """Signs people in at the pages. Raises SettingsError when something for it is missing."""
        if self.is_local:
            return None
        settings = self._ground.settings
        proof = credential_of(settings, "sign_in")
        if proof is None:
            raise SettingsError(self._missing("sign_in_secret"))
        if not settings.pages.startswith("https://"):
            raise SettingsError(self._missing("pages_url"))
        back = settings.pages + BACK
        return EntraSignIn(self.registration, proof, back, self.keys, self.web)

    @cached_property
    def tokens(self) -> EntraTokens | None:
        """Reads what the add-in brings. Raises SettingsError."""
        return None if self.is_local else EntraTokens(self.registration, self.keys)

    @cached_property
    def sign_outs(self) -> EntraSignOuts | None:
        """Reads of whom the provider signed out; Entra tells nobody. Raises SettingsError."""
        if self.is_local or self.registration.is_entra:
            return None
        return EntraSignOuts(self.registration, self.keys)

    @property
    def of_pane(self) -> PaneSignIn | None:
        """How the pane gets its tokens: Entra names a scope with whose it is. Raises SettingsError."""
        if self.is_local:
            return None
        ours, settings = self.registration, self._ground.settings
        client = settings.sign_in_clients[0] if settings.sign_in_clients else ours.client
        scope = f"{ours.audience}/{ours.scope}" if ours.is_entra else ours.scope
        return PaneSignIn(ours.authority, client, scope, ours.is_entra)

    @property
    def origin(self) -> str:
        """Where the pane signs people in, for the promises that our pages make. Raises SettingsError."""
        if self.is_local:
            return ""
        where = urlsplit(self.registration.authority)
        return f"{where.scheme}://{where.netloc}"

    @cached_property
    def keys(self) -> IssuerKeys:
        """The provider's keys. Raises SettingsError."""
        return IssuerKeys(self.registration.discovery, self.web)

    @property
    def role_names(self) -> Mapping[Role, str]:
        """What the provider calls each role."""
        settings = self._ground.settings
        return {role: str(getattr(settings, f"role_{role.value}")) for role in Role}

    @cached_property
    def registration(self) -> Registration:
        """Raises SettingsError when something is missing."""
        settings, is_entra = self._ground.settings, self._ground.settings.sign_in == "entra"
        client, authority = self._needed("sign_in_client"), self._needed("sign_in_authority").rstrip("/")
        tenants = settings.sign_in_tenants or _tenant_of(authority)
        if is_entra and not all(map(_is_id, tenants or ("",))):
            raise SettingsError(
                "SENDWELL_SIGN_IN_AUTHORITY has to end in the Directory (tenant) ID of Entra’s overview. For"
                " several tenants give their ids in SENDWELL_SIGN_IN_TENANTS, with commas between them."
            )
        return Registration(
            authority=authority,
            client=client,
            audience=settings.sign_in_audience or client,
            clients=frozenset(settings.sign_in_clients or (client,)),
            scope=settings.sign_in_scope,
            roles=self.role_names,
            roles_claim=settings.sign_in_roles_claim,
            tenants=frozenset(tenant.lower() for tenant in tenants),
            is_entra=is_entra,
            contexts=settings.sign_in_contexts,
            factors=settings.sign_in_factors,
        )

    def check_setup(self) -> None:
        """Everything that is needed is set; nobody is asked.

        Raises:
            SettingsError: something is missing, or anybody in reach could say that they are anybody.
        """
        host = self._ground.settings.host
        if self.is_local and host not in LOOPBACK:
            raise SettingsError(
                f"{host} can be reached from other machines, and people only pick who they are here. Listen "
                "on 127.0.0.1, or let people sign in: set SENDWELL_SIGN_IN to entra or oidc."
            )
        _ = self.provider, self.tokens

    def weak(self) -> list[str]:
        """What makes it easier than it should be to come in."""
        settings, found = self._ground.settings, []
        secret = settings.sign_in_secret
        if secret is not None and len(secret.get_secret_value()) < _SHORTEST_SECRET:
            found.append("the client secret is short: make a new one at the provider")
        if end := ends_soon(settings, "sign_in", self._ground.clock.now()):
            found.append(
                f"the certificate by which the provider knows us ends on {end:%d/%m/%Y}: make a new one"
            )
        names = [name for name in self.role_names.values() if name]
        if len({name.casefold() for name in names}) < len(names):
            found.append("two roles have the same name, so whoever has one has both: look at SENDWELL_ROLE_…")
        clients = sorted(self.registration.clients)
        if self.registration.is_entra and not all(map(_is_id, clients)):
            found.append(
                "SENDWELL_SIGN_IN_CLIENT, or one of SENDWELL_SIGN_IN_CLIENTS, is no id: give the Application"
                " (client) ID of Entra’s overview"
            )
        return found

    @property
    def looks_at_strength(self) -> bool:
        """Whether it is asked how strongly people signed in."""
        settings = self._ground.settings
        return self.is_local or bool(settings.sign_in_contexts or settings.sign_in_factors)

    def forget_old(self) -> int:
        """Delete sessions that are over."""
        return self.sessions.forget_old(self._ground.clock.now())

    def sign_out(self, address: str | None) -> int:
        """End every session of an address, for None everybody’s; the journal is told. Raises StoreError."""
        ended = self.sessions.end_every() if address is None else self.sessions.end_of(address)
        journal = self._ground.journal
        journal.tell(told.administered("signed-out", "sessions", ended, "", journal))
        return ended

    @cached_property
    def web(self) -> FormClient:
        """For whatever is asked of the provider. Raises SettingsError."""
        file = self._ground.settings.sign_in_ca_file
        try:
            trust = ssl.create_default_context(cafile=str(file) if file else None)
        except OSError as error:  # it cannot be read, or holds no certificate
            raise SettingsError(
                f"SENDWELL_SIGN_IN_CA_FILE cannot be used ({type(error).__name__})."
            ) from None
        once = httpx.Limits(max_keepalive_connections=0)  # it is asked seldom
        return FormClient(timeout=_SECONDS, follow_redirects=False, verify=trust, limits=once)

    def _needed(self, name: str) -> str:
        value: str | None = getattr(self._ground.settings, name)
        if not value:
            raise SettingsError(self._missing(name))
        return value

    def _missing(self, name: str) -> str:
        return f"SENDWELL_SIGN_IN is {self._ground.settings.sign_in}, and SENDWELL_{name.upper()} is not set."


def _tenant_of(authority: str) -> tuple[str, ...]:
    tenant = authority.rpartition("/")[2]
    return (tenant,) if _is_id(tenant) else ()


def _is_id(tenant: str) -> bool:
    try:
        return str(UUID(tenant)) == tenant.lower()
    except ValueError:
        return False
