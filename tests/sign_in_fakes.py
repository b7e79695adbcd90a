"""Harmless stand-ins for everything in ``app/sign_in_ports.py``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from app.domain.caller import EVERY_ROLE, Caller
from app.domain.errors import SignInError
from app.sign_in_ports import Asking, Begun, Session, SignedIn, SignedOut

PRIYA = Caller("Priya Shah", "p.shah@wealdshire.example", "tenant priya", EVERY_ROLE)


@dataclass
class FakeSessions:
    rest: timedelta = timedelta(hours=1)
    lasts: timedelta = timedelta(hours=12)
    unasked: timedelta | None = None
    kept: dict[str, Session] = field(default_factory=dict)
    sids: dict[str, str] = field(default_factory=dict)
    given: int = 0

    def start(self, caller: Caller, at: datetime, sid: str = "", proved_at: datetime | None = None) -> str:
        self.forget_old(at)
        self.given += 1
        token = f"token-{id(self)}-{self.given}"
        self.kept[token] = Session(f"handle-{self.given}", caller, at, at, at, proved_at)
        self.sids[token] = sid
        return token

    def renew(self, handle: str, signed: SignedIn, at: datetime) -> bool:
        for token in self._named(signed.caller.key, handle):
            held = self.kept[token]
            if self._is_over(held, at):
                return False
            proofs = [one for one in (held.proved_at, signed.proved_at) if one]
            self.kept[token] = replace(
                held, caller=signed.caller, asked_at=at, proved_at=max(proofs, default=None)
            )
            self.sids[token] = signed.sid or self.sids[token]
            return True
        return False

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

    def end_one(self, key: str, handle: str) -> int:
        return self._drop(self._named(key, handle))

    def end_told(self, told: SignedOut) -> int:
        def is_meant(token: str, held: Session) -> bool:
            is_theirs = told.key in {"", held.caller.key}
            return is_theirs and told.sid in {"", self.sids[token]}

        if not told.key and not told.sid:
            return 0
        return self._drop([t for t, s in self.kept.items() if is_meant(t, s)])

    def end_all(self, key: str) -> int:
        return self._drop([t for t, s in self.kept.items() if s.caller.key == key])

    def forget_old(self, at: datetime) -> int:
        return self._drop([t for t, s in self.kept.items() if self._is_over(s, at)])

    def _drop(self, tokens: Sequence[str]) -> int:
        for token in tokens:
            del self.kept[token]
        return len(tokens)

    def _named(self, key: str, handle: str) -> Sequence[str]:
        return [t for t, s in self.kept.items() if (s.caller.key, s.handle) == (key, handle)]

    def _is_over(self, held: Session, at: datetime) -> bool:
        is_unasked = self.unasked is not None and held.asked_at <= at - self.unasked
        return is_unasked or held.seen_at <= at - self.rest or held.started_at <= at - self.lasts


@dataclass
class FakeSignIn:
    """Signs in whoever the answer's code names; a code is good once. `proved_at` is what it says of when."""

    people: dict[str, Caller] = field(default_factory=lambda: {"priya": PRIYA})
    used: set[str] = field(default_factory=set)
    sid: str = ""
    proved_at: datetime | None = None

    def begin(self, asking: Asking = Asking.USUAL) -> Begun:
        return Begun(f"https://provider.example/sign-in?state=s1&asking={asking}", {"state": "s1"})

    def complete(self, remembered: Mapping[str, object], answer: Mapping[str, str]) -> SignedIn:
        code = answer.get("code", "")
        if answer.get("state") != remembered.get("state") or code not in self.people or code in self.used:
            raise SignInError("That sign-in did not come to an end. Please try again.", "answer")
        self.used.add(code)
        return SignedIn(self.people[code], self.sid, self.proved_at)


@dataclass
class FakeSignOuts:
    """Knows the tokens that a test made up."""

    known: dict[str, SignedOut] = field(default_factory=dict)

    def told(self, token: str) -> SignedOut:
        if token not in self.known:
            raise SignInError("This is no sign-out of our provider.", "made up")
        return self.known[token]


@dataclass
class FakeTokens:
    people: dict[str, Caller] = field(default_factory=dict)

    def caller_of(self, token: str) -> Caller:
        if token not in self.people:
            raise SignInError("This sign-in is not valid here.", "made up")
        return self.people[token]
