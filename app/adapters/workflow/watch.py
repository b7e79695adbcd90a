"""Who is at work, and what did those leave behind who died?

Every process gives a sign of life now and then. Whoever sees no new one of another's for long takes over. How
long is counted by one's own steady clock, and only while one is heard oneself: the clocks of two machines may
differ by hours, one that is set right may jump, and the database may be away from all of them for a while,
without anybody being taken for dead.
"""

import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import structlog

from app.adapters.workflow.duties import Rhythm
from app.bulletin_ports import Workers
from app.ports import Clock

log = structlog.get_logger("sendwell.engine")


class Watch:
    """A thread that gives signs of life, takes over from the dead, and looks what there is to do."""

    def __init__(
        self,
        worker: str,
        workers: Workers,
        clock: Clock,
        rhythm: Rhythm,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nothing runs yet. `worker` is nobody else's name; `elapsed` are seconds that never jump."""
        self.worker = worker
        self.stopping = threading.Event()
        self._workers = workers
        self._clock = clock
        self._rhythm = rhythm
        self._thread: threading.Thread | None = None
        self.elapsed = elapsed
        self._heard_at: tuple[float, datetime] | None = None
        self._seen: dict[str, tuple[datetime, float]] = {}
        """The last sign of each other worker, and when it was first seen here."""

    def start(self, look: Callable[[], None], take_over: Callable[[str], bool]) -> None:
        """`take_over` is given the name of a dead worker; True when nothing of it is left."""
        self._thread = threading.Thread(
            target=self._keep, args=(look, take_over), name="sendwell-watch", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Look no more; others need not wait until this worker has been silent for long."""
        self.stopping.set()
        if self._thread:
            self._thread.join(timeout=self._rhythm.silence)

    def may_work(self) -> bool:
        """Whether this worker is not stopping, and nobody can think that it is dead, or will in a moment."""
        return not self.stopping.is_set() and self._was_heard_lately()

    def now(self) -> datetime:
        """In UTC, where an hour is an hour also when the clocks change."""
        return self._clock.now().astimezone(UTC)

    def _keep(self, look: Callable[[], None], take_over: Callable[[str], bool]) -> None:
        while not self.stopping.is_set():
            try:
                self._signs_of_life(take_over)
                look()
            except Exception as error:  # noqa: BLE001 (the database may be back in a while)
                log.warning("watch broke off", error=type(error).__name__)
            self.stopping.wait(self._rhythm.look)

    def _was_heard_lately(self) -> bool:
        """By both clocks: the steady one may stand still while a machine sleeps."""
        if self._heard_at is None:
            return False
        began, at = self._heard_at
        passed = max(self.elapsed() - began, (self.now() - at).total_seconds())
        return passed < self._rhythm.silence / 2

    def _signs_of_life(self, take_over: Callable[[str], bool]) -> None:
        if not self._was_heard_lately():
            self._seen.clear()  # what kept this worker from being heard may have kept the others as well
        began, now = self.elapsed(), self.now()
        self._workers.beat(self.worker, now)
        self._heard_at = began, now
        for silent in self._silent(self._workers.signs()):
            if take_over(silent):
                self._workers.bury(silent)
                log.info("took over from a worker that fell silent")

    def _silent(self, signs: Mapping[str, datetime]) -> list[str]:
        """The others of whom no new sign was seen for long."""
        now, known = self.elapsed(), self._seen
        self._seen = {
            worker: known[worker] if worker in known and known[worker][0] == sign else (sign, now)
            for worker, sign in signs.items()
            if worker != self.worker
        }
        return [worker for worker, (_, since) in self._seen.items() if now - since > self._rhythm.silence]
