"""How do people get what is held about them here, and what sees to it that nothing is kept too long?"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property

import structlog

from app.adapters.store.access_requests import SqlAccessRequests
from app.adapters.store.account_codes import SqlAccountCodes
from app.adapters.store.deletions import SqlDeletions
from app.adapters.store.held_rows import SqlHeldRows
from app.domain.calendar import in_london
from app.domain.caller import Caller
from app.domain.errors import SendwellError
from app.staff.subject_access import AccessDesk
from app.wiring.ground import Ground
from app.wiring.records import Records

log = structlog.get_logger("sendwell.rights")


class Rights:
    """What is looked up of one person, who asked for it, and what was deleted."""

    def __init__(self, ground: Ground, records: Records) -> None:
        """Nothing is opened yet."""
        self._ground, self._records = ground, records
        self._linked: dict[tuple[str, str], date] = {}

    @cached_property
    def requests(self) -> SqlAccessRequests:
        """Who asked for what is held about somebody."""
        return SqlAccessRequests(self._ground.engine, self._ground.journal)

    @cached_property
    def accounts(self) -> SqlAccountCodes:
        """Which codes are one person's."""
        return SqlAccountCodes(self._ground.engine)

    @cached_property
    def deletions(self) -> SqlDeletions:
        """What was deleted when its time was over."""
        return SqlDeletions(self._ground.engine, self._ground.journal)

    def desk(self, how_long: Callable[[], Mapping[str, str]]) -> AccessDesk:
        """Where subject access is worked on."""
        return AccessDesk(
            requests=self.requests,
            rows=SqlHeldRows(self._ground.engine),
            accounts=self.accounts,
            keyed_hash=self._records.checks.keyed_hash,
            clock=self._ground.clock,
            tables=lambda: self._records.tables,
            how_long=how_long,
        )

    def known(self, caller: Caller) -> Caller:
        """The caller, whose account is linked to their address once a day; that it fails keeps nobody."""
        address = caller.address.strip().lower()
        if not caller.key or not address:
            return caller
        today = in_london(self._ground.clock.now()).date()
        if self._linked.get((caller.key, address)) != today:
            code = self._records.checks.keyed_hash
            try:
                self.accounts.link(code(caller.key), code(address), today)
            except SendwellError as error:
                log.warning("an account could not be linked", error=type(error).__name__)
            else:
                self._linked[caller.key, address] = today
        return caller

    def forget_old(self) -> int:
        """Delete requests and notes of deletions that are past their time."""
        now, days = self._ground.clock.now(), self._ground.settings.keep_access_days
        before = now - timedelta(days=days)
        return self.requests.forget_before(before) + self.deletions.forget_before(in_london(before).date())
