"""What is known already of the recipients of a draft, and what has still to be asked?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from app.directory.exchange.lately import Lately
from app.directory.exchange.whom import Asked
from app.domain.calendar import LONDON
from app.domain.mailbox_facts import NOTHING_KNOWN, MailboxFacts
from app.exchange_ports import Asker, FactShelf

_MOST = 20_000
_AWAY_WITHOUT_END = timedelta(hours=4)
"""After that it is asked again whether somebody whose absence has no end is still away."""
_NOTHING_SAID = timedelta(minutes=15)


class Known:
    """What Exchange said lately: of everybody on the shelf, as the asker stands in memory."""

    def __init__(self, shelf: FactShelf, lasts: timedelta) -> None:
        """`lasts` is how long a fact counts."""
        self._shelf, self._lasts = shelf, lasts
        self._as_asked: Lately[MailboxFacts] = Lately(_MOST)
        self._silent: Lately[bool] = Lately(_MOST)

    def look(
        self, asker: Asker, asked: Asked, at: datetime
    ) -> tuple[Mapping[str, MailboxFacts], Sequence[str]]:
        """What is known, and the addresses that have to be asked about. Raises StoreError."""
        shared = self._shelf.held(asker.tenant, asked.all, at)
        found, missing, groups = {}, [], frozenset(asked.groups)
        for address in asked.all:
            known = shared.get(address)
            own = self._as_asked.held((asker.key, address), at)
            if known is not None:
                found[address] = _joined(known, own)
            is_enough = known is not None and (own is not None or address not in groups)
            if not is_enough and not self._silent.held((asker.key, address), at):
                missing.append(address)
        return found, missing

    def keep(
        self, asker: Asker, asked: Sequence[str], facts: Mapping[str, MailboxFacts], at: datetime
    ) -> None:
        """Keep an answer to one question. Raises StoreError."""
        for address in asked:
            key = (asker.key, address)
            if address in facts:
                self._silent.drop(key)
                self._as_asked.keep(key, _own(facts[address]), at + self._lasts)
            else:
                self._silent.keep(key, what=True, until=at + _NOTHING_SAID)
        self._shelf.keep(asker.tenant, {a: (known, self._until(known, at)) for a, known in facts.items()}, at)

    def _until(self, facts: MailboxFacts, at: datetime) -> datetime:
        """How long it counts: on the day that an absence ends it is asked again."""
        until = at + self._lasts
        if facts.away_until is not None:
            ends = datetime.combine(facts.away_until, time.min, LONDON)
            return min(until, max(ends, at + _NOTHING_SAID))
        return min(until, at + _AWAY_WITHOUT_END) if facts.is_away else until


def _own(facts: MailboxFacts) -> MailboxFacts:
    return replace(NOTHING_KNOWN, is_moderated=facts.is_moderated, is_restricted=facts.is_restricted)


def _joined(shared: MailboxFacts, own: MailboxFacts | None) -> MailboxFacts:
    if own is None:
        return shared
    return replace(shared, is_moderated=own.is_moderated, is_restricted=own.is_restricted)
