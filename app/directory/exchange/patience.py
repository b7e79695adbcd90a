"""May Exchange be asked now, or does somebody want to be left alone?

Whoever says until when is obeyed to the second. Otherwise each failure in a row doubles the wait, and after
a few nobody asks for half a minute and more; then one tries for all. People's typing spreads the questions:
nothing here sleeps, and nobody asks again who has no draft to ask for.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.mailbox_facts import Told
from app.exchange_ports import Asker, Refused, Why

_TRIES = 3
_SHORT, _LONG, _LONGEST = 1.0, 30.0, 600.0
_PROBE = 10.0
"""Seconds for which one asks alone, after everybody was told to wait."""
_NOT_ALLOWED_FOR = 600.0
_TOKEN_FOR = 60.0
_OURS_FOR = 300.0
_MOST = 10_000
_TOLD: Mapping[Why, Told] = {
    Why.CONSENT: Told.REFUSED,
    Why.SIGN_IN: Told.REFUSED,
    Why.TOKEN: Told.REFUSED,
}


def told_of(refused: Refused) -> Told:
    """How a refusal stands in a draft."""
    return _TOLD.get(refused.why, Told.UNREACHED)


@dataclass(slots=True)
class _Pause:
    """Nobody asks before `until`, in seconds, unless `is_tried`: then one does, for all.

    `failures` in a row; `brought` is a code of the token that was refused.
    """

    until: float = 0.0
    failures: int = 0
    told: Told = Told.UNREACHED
    brought: str = ""
    is_tried: bool = False


class Patience:
    """Remembers who wants to be left alone; of a process, and shared by its threads."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Everybody may ask."""
        self._seconds, self._lock = seconds, threading.Lock()
        self._everybody = _Pause()
        self._each: OrderedDict[str, _Pause] = OrderedDict()

    def refuses(self, asker: Asker) -> Told | None:
        """Why Exchange is not asked now; None when it is. Whoever is let through after a pause goes alone."""
        now = self._seconds()
        with self._lock:
            own = self._each.get(asker.key)
            is_new = own is not None and bool(own.brought) and own.brought != _code(asker)
            if own is not None and now < own.until and not is_new:
                return own.told
            if now < self._everybody.until:
                return self._everybody.told
            if self._everybody.failures >= _TRIES:
                self._everybody.until, self._everybody.is_tried = now + _PROBE, True
            return None

    def heard(self, asker: Asker) -> None:
        """There was an answer."""
        with self._lock:
            self._everybody = _Pause()
            self._each.pop(asker.key, None)

    def failed(self, asker: Asker, refused: Refused) -> None:
        """There was none."""
        now, told = self._seconds(), told_of(refused)
        with self._lock:
            if refused.why in {Why.BUSY, Why.OURS}:
                last = self._everybody
                is_another = last.is_tried or now >= last.until  # those that failed together are one
                failures = last.failures + is_another
                wait = _OURS_FOR if refused.why is Why.OURS else _wait(refused, failures)
                self._everybody = _Pause(max(now + wait, last.until), failures, told)
                return
            failures = (self._each[asker.key].failures if asker.key in self._each else 0) + 1
            brought = _code(asker) if told is Told.REFUSED else ""
            self._each[asker.key] = _Pause(now + _wait_alone(refused, failures), failures, told, brought)
            self._each.move_to_end(asker.key)
            while len(self._each) > _MOST:
                self._each.popitem(last=False)


def _wait(refused: Refused, failures: int) -> float:
    if refused.wait is not None:
        return refused.wait
    return _SHORT if failures < _TRIES else min(_LONG * 2.0 ** min(failures - _TRIES, 10), _LONGEST)


def _wait_alone(refused: Refused, failures: int) -> float:
    if refused.why is Why.WAIT:
        return min(2.0 ** min(failures, 10), _LONGEST) if refused.wait is None else refused.wait
    return _TOKEN_FOR if refused.why is Why.TOKEN else _NOT_ALLOWED_FOR


def _code(asker: Asker) -> str:
    return hashlib.sha256(asker.assertion.encode(errors="surrogatepass")).hexdigest()
