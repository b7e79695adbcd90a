"""Which calendar, words and laws are in force at this moment, on this worker?

As with the policy, every worker asks the store for its stamp after `LOOK_AGAIN_S`: once for all of them.
When the store cannot be asked, or what was saved cannot be read here, what was known last stays in force.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from app.domain.errors import SetupError, StoreError
from app.policy_owner.live_policy import LOOK_AGAIN_S
from app.ports import Correction, PackStore, Speller

T = TypeVar("T")


class LiveTexts:
    """Gives the text of each document in force when called; safe to call from several threads."""

    def __init__(
        self, shipped: Mapping[str, str], store: PackStore, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        """`shipped` holds the text of each document by its id. Raises StoreError."""
        self._shipped, self._store, self._seconds = dict(shipped), store, seconds
        self._lock, self._looked = Lock(), seconds()
        self._stamp = store.stamp()
        self._texts = self._newest()

    def __call__(self) -> Mapping[str, str]:
        """The texts by id."""
        if self._seconds() - self._looked >= LOOK_AGAIN_S and self._lock.acquire(blocking=False):
            try:
                self._look_again()
            finally:
                self._lock.release()
        return self._texts

    def _look_again(self) -> None:
        self._looked = self._seconds()
        try:
            stamp = self._store.stamp()
            if stamp != self._stamp:
                self._texts, self._stamp = self._newest(), stamp
        except StoreError:
            return  # what was known last stays in force

    def _newest(self) -> Mapping[str, str]:
        saved = self._store.newest()
        return {name: saved[name].text if name in saved else text for name, text in self._shipped.items()}


class LiveDocument(Generic[T]):
    """Gives what one document says, read again when its text changes; safe to call from several threads."""

    def __init__(self, name: str, texts: LiveTexts, read: Callable[[str], T]) -> None:
        """Read it. Raises PackError, and what `read` raises."""
        self._name, self._texts, self._read, self._lock = name, texts, read, Lock()
        text = texts()[name]
        self._held = (text, read(text))

    def __call__(self) -> T:
        """What the document in force says."""
        text, (known, value) = self._texts()[self._name], self._held
        if text == known or not self._lock.acquire(blocking=False):
            return value
        try:
            value = self._read_again(text, value)
            self._held = (text, value)
        finally:
            self._lock.release()
        return value

    def _read_again(self, text: str, known: T) -> T:
        try:
            return self._read(text)
        except SetupError:
            return known  # a newer Sendwell may have saved what this one cannot read


class LiveSpeller:
    """A speller that knows the organisation's words of this moment."""

    def __init__(self, now: Callable[[], Speller]) -> None:
        """`now` gives the speller in force."""
        self._now = now

    def odd(self, words: Iterable[str]) -> frozenset[str]:
        """Those of many words that are not plainly right."""
        return self._now().odd(words)

    def knows(self, word: str) -> bool:
        """Whether this is a word."""
        return self._now().knows(word)

    def correct(self, word: str) -> Correction | None:
        """What `word` was surely meant to be."""
        return self._now().correct(word)
