"""How are results for a text remembered without remembering the text?

A bounded table under a keyed hash with a key of this process: the text cannot be read from it, and
nobody outside can look a text up in it.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
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

    def get(self, text: str, make: Callable[[str], Result]) -> Result:
        """The result for `text`, made only if it is not held."""
        named = self._salt + text.encode("utf-8", "replace")
        name = hashlib.blake2b(named, key=self._key, digest_size=16).digest()
        with self._lock:
            if name in self._results:
                self._results.move_to_end(name)
                return self._results[name]
        result = make(text)
        with self._lock:
            self._results[name] = result
            while len(self._results) > self._most:
                self._results.popitem(last=False)
        return result
