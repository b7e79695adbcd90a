"""Who is at work, and what did those leave behind who died?

Every process gives a sign of life now and then. Whoever misses one of another's for long takes over.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from app.adapters.workflow.duties import Rhythm
from app.bulletin_ports import Workers
from app.ports import Clock

log = structlog.get_logger("sendwell.engine")


class Watch:
    """A thread that gives signs of life, takes over from the dead, and looks what there is to do."""

    def __init__(self, worker: str, workers: Workers, clock: Clock, rhythm: Rhythm) -> None:
        """Nothing runs yet. `worker` is nobody else's name."""
        self.worker = worker
        self.stopping = threading.Event()
        self._workers = workers
        self._clock = clock
        self._rhythm = rhythm
        self._thread: threading.Thread | None = None
        self._heard_at: datetime | None = None

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
        lately = self.now() - timedelta(seconds=self._rhythm.silence / 2)
        return not self.stopping.is_set() and self._heard_at is not None and self._heard_at > lately

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

    def _signs_of_life(self, take_over: Callable[[str], bool]) -> None:
        now = self.now()
        self._workers.beat(self.worker, now)
        self._heard_at = now
        for silent in self._workers.silent_since(now - timedelta(seconds=self._rhythm.silence)):
            if silent != self.worker and take_over(silent):
                self._workers.bury(silent)
                log.info("took over from a worker that fell silent")
