"""Is Exchange asked who reads a draft, and with what?"""

from datetime import timedelta
from functools import cached_property
from urllib.parse import urlsplit

import httpx

from app.adapters.entra.on_behalf_of import OnBehalfOf
from app.adapters.graph.mail_tips import GRAPH, GraphMailTips
from app.adapters.store.exchange import SqlFactShelf, SqlTokenShelf
from app.directory.exchange.ask import ExchangeDesk
from app.directory.exchange.fetch import Line
from app.directory.exchange.known import Known
from app.domain.caller import Caller
from app.domain.draft import Draft
from app.domain.errors import SettingsError
from app.exchange_ports import Asker
from app.wiring.credentials import credential_of
from app.wiring.ground import Ground
from app.wiring.sign_in import SignInParts

_TIMES = httpx.Timeout(5.0, connect=2.0)
_CONNECTIONS = httpx.Limits(max_connections=16, max_keepalive_connections=8)


class ExchangeParts:
    """What Exchange says of readers; nothing where it is not asked."""

    def __init__(self, ground: Ground, sign_in: SignInParts) -> None:
        """Nothing is opened yet."""
        self._ground, self._sign_in = ground, sign_in

    @property
    def is_asked(self) -> bool:
        """Whether this installation asks."""
        return self._ground.settings.exchange_facts

    @cached_property
    def facts(self) -> SqlFactShelf:
        """What it said lately."""
        return SqlFactShelf(self._ground.engine, self._ground.keys)

    @cached_property
    def tokens(self) -> SqlTokenShelf:
        """With what it is asked."""
        return SqlTokenShelf(self._ground.engine, self._ground.keys)

    @cached_property
    def desk(self) -> ExchangeDesk | None:
        """Tells drafts; None where it is not asked. Raises SettingsError."""
        if not self.is_asked:
            return None
        settings, clock = self._ground.settings, self._ground.clock
        proof = credential_of(settings, "sign_in")
        if settings.sign_in != "entra" or proof is None:
            raise SettingsError(
                "SENDWELL_EXCHANGE_FACTS is set, and Exchange can be asked only for people who sign in with "
                "Microsoft Entra: set SENDWELL_SIGN_IN to entra, or take it out."
            )
        given = (self._sign_in.registration, proof)
        line = Line(
            GraphMailTips(self._web, clock, self.home),
            OnBehalfOf(*given, self.tokens, self._sign_in.web, clock),
        )
        lasts = timedelta(hours=settings.keep_exchange_facts_hours)
        return ExchangeDesk(Known(self.facts, lasts), line, clock, settings.exchange_wait_ms / 1000)

    @property
    def consent_page(self) -> str:
        """Where an administrator of the first tenant consents. Raises SettingsError."""
        ours = self._sign_in.registration
        where = urlsplit(ours.authority)
        tenant = min(ours.tenants, default="organizations")
        return f"{where.scheme}://{where.netloc}/{tenant}/adminconsent?client_id={ours.client}"

    home = GRAPH
    """Where Graph is; tests put their own in its place."""

    def tell(self, draft: Draft, caller: Caller, assertion: str, own: tuple[str, ...]) -> Draft:
        """The draft with what Exchange says of its recipients, as far as that is known in time."""
        return draft if self.desk is None else self.desk.tell(draft, Asker(caller.key, assertion), own)

    def forget_old(self) -> int:
        """Delete what is over."""
        now = self._ground.clock.now()
        return self.facts.forget_old(now) + self.tokens.forget_old(now)

    def close(self) -> None:
        """Ask nothing more."""
        if "desk" in self.__dict__ and self.desk is not None:
            self.desk.close()

    @cached_property
    def _web(self) -> httpx.Client:
        return httpx.Client(timeout=_TIMES, follow_redirects=False, limits=_CONNECTIONS)
