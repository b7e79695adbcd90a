"""Harmless stand-ins for everything in ``app/exchange_ports.py``."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.address import normal_address
from app.domain.mailbox_facts import MailboxFacts
from app.exchange_ports import Asker, Refused

Answer = Mapping[str, MailboxFacts] | Refused


@dataclass
class FakeMailTips:
    """Says what is set; `gate` holds answers back until a test opens it."""

    facts: dict[str, MailboxFacts] = field(default_factory=dict)
    most_at_once: int = 50
    answer: Callable[[str, Sequence[str]], Answer | None] = lambda _token, _addresses: None
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    gate: threading.Event | None = None

    def ask(self, token: str, addresses: Sequence[str]) -> Answer:
        self.asked.append((token, tuple(addresses)))
        if self.gate is not None:
            self.gate.wait(30)
        answer = self.answer(token, addresses)
        return {a: self.facts[a] for a in addresses if a in self.facts} if answer is None else answer


@dataclass
class FakeTokenExchange:
    """Gives `token-1` and so on, or refuses."""

    refuses: Refused | None = None
    given: int = 1
    asked: list[tuple[Asker, bool, str]] = field(default_factory=list)

    def token(self, asker: Asker, *, is_new: bool = False, claims: str = "") -> str | Refused:
        self.asked.append((asker, is_new, claims))
        self.given += is_new
        return self.refuses or f"token-{self.given}"


@dataclass
class FakeFactShelf:
    kept: dict[tuple[str, str], tuple[MailboxFacts, datetime]] = field(default_factory=dict)

    def held(self, tenant: str, addresses: Sequence[str], at: datetime) -> Mapping[str, MailboxFacts]:
        known = {a: self.kept.get((tenant, normal_address(a))) for a in addresses}
        return {a: row[0] for a, row in known.items() if row is not None and row[1] > at}

    def keep(self, tenant: str, facts: Mapping[str, tuple[MailboxFacts, datetime]], at: datetime) -> None:
        self.forget_old(at)
        for address, (known, until) in facts.items():
            shared = replace(known, is_moderated=None, is_restricted=None)
            self.kept[tenant, normal_address(address)] = (shared, until)

    def count(self, at: datetime) -> int:
        return sum(until > at for _, until in self.kept.values())

    def forget_old(self, at: datetime) -> int:
        old = [key for key, (_, until) in self.kept.items() if until <= at]
        for key in old:
            del self.kept[key]
        return len(old)


@dataclass
class FakeTokenShelf:
    kept: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def held(self, key: str, at: datetime) -> str | None:
        token, until = self.kept.get(key, ("", at))
        return token if until > at else None

    def keep(self, key: str, token: str, until: datetime, at: datetime) -> None:
        self.forget_old(at)
        self.kept[key] = (token, until)

    def drop(self, key: str) -> None:
        self.kept.pop(key, None)

    def count(self, at: datetime) -> int:
        return sum(until > at for _, until in self.kept.values())

    def forget_old(self, at: datetime) -> int:
        old = [key for key, (_, until) in self.kept.items() if until <= at]
        for key in old:
            del self.kept[key]
        return len(old)
