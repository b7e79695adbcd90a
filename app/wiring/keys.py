"""How does an installation come to a new key while it is at work?

A new key is made, which every process uses from then on; what lies under the old ones is sealed anew; a
moment later, when no process can hold the old state any more, once again; then keys that nothing lies under
are laid aside. Killed anywhere, it goes on when it is asked again.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.adapters.files.key_ring import LOOK_AGAIN_S
from app.adapters.store import told
from app.adapters.store.engine import reading
from app.adapters.store.sealed_columns import (
    find_one_address,
    how_much_under,
    open_one_of_each,
    seal_anew,
)
from app.key_ports import SealingKey
from app.wiring.ground import Ground

_MARGIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Rotated:
    """What was done: the key in use, whether it is new, how much was sealed anew, and what was laid aside."""

    newest: str
    is_new: bool
    sealed_anew: int
    laid_aside: Sequence[str]


class KeyKeeping:
    """The keys of an installation."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    def find_directory(self) -> None:
        """Raises StoreError when these are not the keys that the directory was imported with."""
        with reading(self._ground.engine) as connection:
            find_one_address(connection, self._ground.keys)

    def fit(self) -> None:
        """Raises StoreError when something that lies in the database does not open with these keys."""
        with reading(self._ground.engine) as connection:
            open_one_of_each(connection, self._ground.keys)

    def used(self) -> Mapping[SealingKey, int]:
        """How much lies under each key, oldest first."""
        return how_much_under(self._ground.engine, self._ground.keys)

    def rotate(self, tell: Callable[[int, int], None], rest: Callable[[float], None] = time.sleep) -> Rotated:
        """A new key, or the rest of a change that was broken off; `tell` hears how much is done, of how much.

        Raises:
            SetupError: the folder of the keys cannot be written to.
            StoreError: something opens with none of the keys; nothing of it was changed.
        """
        ring, engine = self._ground.keys, self._ground.engine
        is_new = not self._is_broken_off()
        if is_new:
            made = ring.add(self._ground.clock.now().date())
            self._journal("key-made", made.label, 1)
        used, newest = self.used(), ring.newest()
        total, done = sum(many for key, many in used.items() if key != newest), 0
        for turn in range(2):
            if turn:
                rest(LOOK_AGAIN_S + _MARGIN_S)  # until then another process may still seal under an old key
            for portion in seal_anew(engine, ring):
                done += portion
                tell(done, max(total, done))
        aside = [key for key, many in self.used().items() if not many and key not in {newest, ring.first()}]
        for key in aside:
            ring.retire(key)
        self._journal("sealed-anew", newest.label, done)
        return Rotated(newest.label, is_new, done, [key.label for key in aside])

    def _is_broken_off(self) -> bool:
        """Something lies under a key older than the newest, and that is not the only one."""
        newest = self._ground.keys.newest()
        return newest != self._ground.keys.first() and any(
            many for key, many in self.used().items() if key != newest
        )

    def _journal(self, action: str, label: str, count: int) -> None:
        journal = self._ground.journal
        journal.tell(told.administered(action, label, count, "", journal))
