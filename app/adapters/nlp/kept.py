"""How are results for a text remembered without remembering the text?

A bounded table under a keyed hash with a key of this process: the text cannot be read from it, and
nobody outside can look a text up in it.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Kept(Generic[Result]):
    """The last `most` results by text, the least used forgotten first. Safe from several threads."""

    def __init__(self, salt: str, most: int) -> None:
        """`salt` names what made the results (the model's version)."""
        self._salt = salt.encode()
        self._most = most
        self._key = secrets.token_bytes(32)
        self._results: OrderedDict[bytes, Result] = OrderedDict()
        self._lock = Lock()

    def get_all(
        self, texts: Sequence[str], make: Callable[[Sequence[str]], Sequence[Result]]
    ) -> list[Result]:
        """The result for each text; `make` is asked once, for those that are not held."""
        named = {text: self._name(text) for text in dict.fromkeys(texts)}
        with self._lock:
            found = {text: self._results[name] for text, name in named.items() if name in self._results}
        missing = [text for text in named if text not in found]
        if missing:
            found.update(zip(missing, make(missing), strict=True))
        with self._lock:
            for text, name in named.items():
                self._results[name] = found[text]
                self._results.move_to_end(name)
            while len(self._results) > self._most:
                self._results.popitem(last=False)
        return [found[text] for text in texts]

    def _name(self, text: str) -> bytes:
        named = self._salt + text.encode("utf-8", "replace")
        return hashlib.blake2b(named, key=self._key, digest_size=16).digest()
