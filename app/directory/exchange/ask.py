"""What does Exchange say of the recipients of this draft, without anybody waiting for it?

What is known is told at once. What is not is asked for in the background, once however many ask, and waited
for only a moment; what comes later is there at the next look. Nothing that fails here reaches the check.
"""

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait

from app.directory.exchange.fetch import Fetched, Line, fetch
from app.directory.exchange.known import Known
from app.directory.exchange.patience import Patience, told_of
from app.directory.exchange.whom import Asked, asked_about, with_facts
from app.domain.draft import Draft
from app.domain.errors import StoreError
from app.domain.mailbox_facts import MailboxFacts, Told
from app.exchange_ports import Asker, Refused, Why
from app.ports import Clock

_THREADS = 8
_MOST_AT_ONCE = 64
_MOST_OF_ONE = 2
"""So many fetches under way at once, in all and for one person: Exchange lets a mailbox ask four."""

Flight = Future[Fetched]


class ExchangeDesk:
    """Tells drafts what Exchange says. Threads may ask at once."""

    def __init__(self, known: Known, line: Line, clock: Clock, wait_s: float) -> None:
        """Nothing is asked yet. `wait_s` is how long a draft waits at most."""
        self._known, self._line, self._clock, self._wait = known, line, clock, wait_s
        self.patience = Patience(line.seconds)
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="exchange")
        self._lock = threading.Lock()
        self._flights: dict[tuple[str, str], Flight] = {}
        self._of_each: Counter[str] = Counter()

    def tell(self, draft: Draft, asker: Asker, own: tuple[str, ...]) -> Draft:
        """The draft with what is known of its recipients in time; `own` are the organisation's domains.

        Without an assertion nobody is asked, and only what is known already is told.
        """
        asked = asked_about(draft, own)
        if not asked.all or not asker.tenant:
            return draft
        try:
            facts, told = self._facts(asker, asked)
        except StoreError:
            facts, told = {}, Told.UNREACHED
        return with_facts(draft, facts, told)

    def close(self) -> None:
        """Begin nothing more; what is under way ends by itself."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _facts(self, asker: Asker, asked: Asked) -> tuple[Mapping[str, MailboxFacts], Told]:
        until = self._line.seconds() + self._wait
        held, missing = self._known.look(asker, asked, self._clock.now())
        if not missing:
            return held, Told.ALL
        if not asker.assertion:
            return held, Told.NOT_NOW
        flights, own = self._under_way(asker, missing, frozenset(asked.groups))
        if isinstance(own, Told) and not flights:
            return held, own
        done, late = wait(set(flights.values()), max(0.0, until - self._line.seconds()))
        facts, told = dict(held), Told.LATER if late or len(flights) < len(missing) else Told.ALL
        for flight in done:
            fetched = flight.result()
            facts |= {a: known for a, known in fetched.facts.items() if flights.get(a) is flight}
            if fetched.refused is not None:  # another's refusal says nothing of whether we may ask
                told = told_of(fetched.refused) if flight is own else Told.LATER
        return facts, told

    def _under_way(
        self, asker: Asker, missing: Sequence[str], groups: frozenset[str]
    ) -> tuple[Mapping[str, Flight], Flight | Told | None]:
        """The fetch of each address, begun before or now; and our own, or why there is none."""
        who = {address: (asker.key if address in groups else asker.tenant, address) for address in missing}
        with self._lock:
            flights = {a: self._flights[key] for a, key in who.items() if key in self._flights}
            rest = [address for address in missing if address not in flights]
            if not rest:
                return flights, None
            own = self._begin(asker, rest)
            if isinstance(own, Told):
                return flights, own
            self._of_each[asker.key] += 1
            self._flights |= {who[address]: own for address in rest}
        own.add_done_callback(lambda _: self._landed(asker, [who[address] for address in rest]))
        return flights | dict.fromkeys(rest, own), own

    def _begin(self, asker: Asker, addresses: Sequence[str]) -> Flight | Told:
        if self._of_each[asker.key] >= _MOST_OF_ONE or self._of_each.total() >= _MOST_AT_ONCE:
            return Told.LATER
        if (refusal := self.patience.refuses(asker)) is not None:
            return refusal
        try:
            return self._pool.submit(self._fetch, asker, addresses)
        except RuntimeError:  # the service is ending
            return Told.UNREACHED

    def _landed(self, asker: Asker, keys: Sequence[tuple[str, str]]) -> None:
        with self._lock:
            self._of_each[asker.key] -= 1
            self._of_each += Counter()  # without those that have none
            for key in keys:
                self._flights.pop(key, None)

    def _fetch(self, asker: Asker, addresses: Sequence[str]) -> Fetched:
        """In the background: nothing may get out of here but an answer."""

        def keep(some: Sequence[str], facts: Mapping[str, MailboxFacts]) -> None:
            self._known.keep(asker, some, facts, self._clock.now())

        try:
            fetched = fetch(asker, addresses, self._line, keep)
        except Exception:  # noqa: BLE001 - whatever fails, the draft is told that nothing is known
            fetched = Fetched({}, Refused(Why.BUSY))
        if fetched.refused is None:
            self.patience.heard(asker)
        else:
            self.patience.failed(asker, fetched.refused)
        return fetched
