"""Harmless stand-ins for everything in ``app/sign_in_ports.py``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.domain.caller import EVERY_ROLE, Caller
from app.domain.errors import SignInError
from app.sign_in_ports import Begun, Session

PRIYA = Caller("Priya Shah", "p.shah@wealdshire.example", "tenant priya", EVERY_ROLE)


@dataclass
class FakeSessions:
    rest: timedelta = timedelta(hours=1)
    lasts: timedelta = timedelta(hours=12)
    kept: dict[str, Session] = field(default_factory=dict)
    given: int = 0

    def start(self, caller: Caller, at: datetime) -> str:
        self.forget_old(at)
        self.given += 1
        token = f"token-{id(self)}-{self.given}"
        self.kept[token] = Session(f"handle-{self.given}", caller, at, at)
        return token

    def find(self, token: str, at: datetime) -> Session | None:
        held = self.kept.get(token)
        if held is None or self._is_over(held, at):
            return None
        if at - held.seen_at >= timedelta(minutes=1):
            self.kept[token] = replace(held, seen_at=at)
        return held

    def of(self, key: str, at: datetime) -> Sequence[Session]:
        theirs = (s for s in self.kept.values() if s.caller.key == key and not self._is_over(s, at))
        return sorted(theirs, key=lambda s: s.seen_at, reverse=True)

    def end(self, token: str) -> None:
        self.kept.pop(token, None)

    def end_all(self, key: str) -> int:
        return self._drop([t for t, s in self.kept.items() if s.caller.key == key])

    def forget_old(self, at: datetime) -> int:
        return self._drop([t for t, s in self.kept.items() if self._is_over(s, at)])

    def _drop(self, tokens: Sequence[str]) -> int:
        for token in tokens:
            del self.kept[token]
        return len(tokens)

    def _is_over(self, held: Session, at: datetime) -> bool:
        return held.seen_at <= at - self.rest or held.started_at <= at - self.lasts


@dataclass
class FakeSignIn:
    """Signs in whoever the answer's code names; a code is good once."""

    people: dict[str, Caller] = field(default_factory=lambda: {"priya": PRIYA})
    used: set[str] = field(default_factory=set)

    def begin(self, *, picks_account: bool = False) -> Begun:
        which = "&prompt=select_account" if picks_account else ""
        return Begun(f"https://provider.example/sign-in?state=s1{which}", {"state": "s1"})

    def complete(self, remembered: Mapping[str, object], answer: Mapping[str, str]) -> Caller:
        code = answer.get("code", "")
        if answer.get("state") != remembered.get("state") or code not in self.people or code in self.used:
            raise SignInError("That sign-in did not come to an end. Please try again.", "answer")
        self.used.add(code)
        return self.people[code]


@dataclass
class FakeTokens:
    people: dict[str, Caller] = field(default_factory=dict)

    def caller_of(self, token: str) -> Caller:
        if token not in self.people:
            raise SignInError("This sign-in is not valid here.", "made up")
        return self.people[token]
