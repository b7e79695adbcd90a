"""Which policy is in force at this moment, on this worker?

The packs as shipped, with the versions that the organisation saved put in their place, each rule as loud as
its accuracy lets it be. Every worker asks the store for its stamps again after `LOOK_AGAIN_S`, so a change is
in force everywhere within that time; what people made of the cards is counted less often. When the store
cannot be asked, the policy known last stays in force.
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from threading import Lock

from app.domain.errors import PackError, StoreError
from app.policy.pack import Pack, parse_pack
from app.policy.policy import Policy
from app.policy_owner.watch_accuracy import AccuracyWatch
from app.ports import PackStore, PackVersion

LOOK_AGAIN_S = 2.0
COUNT_AGAIN_S = 60.0


class LivePolicy:
    """Gives the policy in force when called; safe to call from several threads."""

    def __init__(
        self,
        shipped: Mapping[str, str],
        store: PackStore,
        seconds: Callable[[], float] = time.monotonic,
        watch: AccuracyWatch | None = None,
    ) -> None:
        """`shipped` holds the YAML of each pack by its id, in the organisation's order.

        Without `watch` every rule is as loud as it is written.

        Raises:
            PackError: a pack is wrong; the message names file or version, line and field.
            StoreError: the store cannot be asked.
        """
        self._shipped, self._store, self._seconds, self._watch = dict(shipped), store, seconds, watch
        self._lock, self._looked, self._counted = Lock(), seconds(), seconds()
        self._stamps = self._ask()
        self._policy = self._build()

    def __call__(self) -> Policy:
        """The policy in force."""
        if self._seconds() - self._looked >= LOOK_AGAIN_S and self._lock.acquire(blocking=False):
            try:
                self._look_again()
            finally:
                self._lock.release()
        return self._policy

    def _look_again(self) -> None:
        self._looked = self._seconds()
        try:
            stamps = self._ask()
            if stamps != self._stamps:
                self._policy, self._stamps = self._build(), stamps
            elif self._watch and self._looked - self._counted >= COUNT_AGAIN_S:
                self._counted = self._looked
                self._policy = self._policy.with_votes(self._watch.votes())
                self._watch.step_down(self._policy)  # the next look sees it, as on every worker
        except StoreError:
            return  # the policy known last stays in force; the next look may have better luck

    def _ask(self) -> tuple[int, int]:
        return self._store.stamp(), self._watch.stamp() if self._watch else 0

    def _build(self) -> Policy:
        saved = self._store.newest()
        packs = [_parsed(pack, text, saved.get(pack)) for pack, text in self._shipped.items()]
        version = _version({p: saved[p].text if p in saved else text for p, text in self._shipped.items()})
        if self._watch is None:
            return Policy(packs, version)
        return Policy(packs, version, self._watch.evidence(), self._watch.votes())


def _parsed(pack: str, shipped: str, saved: PackVersion | None) -> Pack:
    name, text = (f"{pack}, version {saved.number}", saved.text) if saved else (f"{pack}.yaml", shipped)
    found = parse_pack(text, name)
    if found.id != pack:
        raise PackError(name, 1, "id", f"the file is called {pack}; give it the same id")
    return found


def _version(texts: Mapping[str, str]) -> str:
    """Names the packs; changes when a word of them does, and is the same on every worker."""
    said = hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()
    return f"{'+'.join(texts)}@{said[:8]}"
