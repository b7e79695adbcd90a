"""The engine as it would be with DBOS, to be measured beside ours (docs/decisions/0025).

A run of a mailing and each hand at work on it are workflows: DBOS keeps which of them run, where, and how far
they came. The deliveries are ours all the same. Needs the package ``dbos``, which is no dependency of ours.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, Queue, SetEnqueueOptions, SetWorkflowID

from app.adapters.workflow.duties import Duties
from app.adapters.workflow.watch import Watch

log = structlog.get_logger("sendwell.engine")

_VERSION = "1"
"""Of the workflows' shape: DBOS never takes up what was begun under another version of the program."""
_QUEUE = "hands"
_HANDS = 4
_POLL = 1.0
_A_STEP = timedelta(seconds=5)
_SOON = 2.0
_TRY_AGAIN = 30.0
_UNDER_WAY = ("PENDING", "ENQUEUED", "DELAYED")
_Done = TypeVar("_Done")


class DbosEngine:
    """The duties, driven by DBOS. One in a process: DBOS itself knows no second."""

    def __init__(self, url: str, duties: Duties, watch: Watch) -> None:
        """Nothing runs yet. `url` is where DBOS keeps its tables."""
        self._url = url
        self._duties = duties
        self._watch = watch
        self._queue: Queue | None = None
        self._workflows: dict[str, Callable[..., float | None]] = {}

    def start(self) -> None:
        """Returns at once."""
        _be_quiet()
        DBOS(config=self._config())
        self._workflows = {
            "mail-out": _workflow("mail-out", self._mail_out),
            "hand": _workflow("hand", self._hand),
        }
        DBOS.launch()
        self._queue = DBOS.register_queue(_QUEUE, partition_worker_concurrency=1, polling_interval_sec=_POLL)
        self._watch.start(self._look, self._take_over)

    def stop(self) -> None:
        """Begin nothing new; what breaks off is taken up by others, or after the next start."""
        self._watch.stop()
        DBOS.destroy(destroy_registry=True)

    def _config(self) -> DBOSConfig:
        return {
            "name": "sendwell",
            "system_database_url": self._url,
            "executor_id": self._watch.worker,
            "application_version": _VERSION,
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "notification_listener_polling_interval_sec": _POLL,
        }

    def _mail_out(self, mailing: str) -> float | None:
        """In how many seconds there is more to do; None when it is done."""
        _step(lambda: self._duties.plan(mailing))
        assert self._queue  # noqa: S101 (the engine runs)
        handles = []
        for hand in range(_HANDS):
            with SetEnqueueOptions(queue_partition_key=mailing):
                handles.append(self._queue.enqueue(self._workflows["hand"], mailing, hand))
        waits = [handle.get_result(polling_interval_sec=_POLL) for handle in handles]
        return None if None in waits else min(wait for wait in waits if wait is not None)

    def _hand(self, mailing: str, hand: int) -> float | None:
        while True:
            wait = _step(lambda: self._work(mailing, hand))
            if wait is None or wait > _SOON or self._watch.stopping.is_set():
                return wait

    def _work(self, mailing: str, hand: int) -> float | None:
        """Never fails: a workflow that failed would not be taken up again."""
        try:
            end = self._watch.now() + _A_STEP
            may_go_on = lambda: self._watch.may_work() and self._watch.now() < end  # noqa: E731 - one use
            return self._duties.work(mailing, f"{self._watch.worker}/{hand}/{mailing}", may_go_on)
        except Exception as error:  # noqa: BLE001 (the database may be back in a while)
            log.warning("mailing broke off", mailing=mailing, error=type(error).__name__)
            return _TRY_AGAIN

    def _look(self) -> None:
        self._duties.look()
        for mailing in self._duties.going():
            before = DBOS.list_workflows(workflow_id_prefix=f"{mailing}/", name="mail-out", load_input=False)
            if any(each.status in _UNDER_WAY for each in before):
                continue
            last = max(before, key=lambda each: each.created_at or 0, default=None)
            rest = last.output if last and isinstance(last.output, float) else 0.0
            ended = (last.updated_at or 0) / 1000 if last else 0.0
            if self._watch.now().timestamp() >= ended + rest:
                with SetWorkflowID(f"{mailing}/{len(before)}"):
                    DBOS.start_workflow(self._workflows["mail-out"], mailing)

    def _take_over(self, dead: str) -> bool:
        """DBOS notices the death of another process only with its paid service; so it is told."""
        self._duties.give_up(dead)
        DBOS._recover_pending_workflows([dead])  # noqa: SLF001 (there is no public way)
        return not DBOS.list_workflows(executor_id=dead, status="PENDING", load_input=False)


def _workflow(name: str, do: Callable[..., float | None]) -> Callable[..., float | None]:
    def run(*given: Any) -> float | None:
        return do(*given)

    run.__qualname__ = name
    return DBOS.workflow(name=name, max_recovery_attempts=None)(run)


def _step(do: Callable[[], _Done]) -> _Done:
    return DBOS.run_step({"name": "step"}, do)


def _be_quiet() -> None:
    """Else DBOS writes to the standard error in a form of its own."""
    logger = logging.getLogger("dbos")
    if not logger.handlers:
        logger.addHandler(_ToOurLog())
        logger.propagate = False


class _ToOurLog(logging.Handler):
    """A line of DBOS's in our log, without what it was about."""

    def emit(self, record: logging.LogRecord) -> None:
        """The place in DBOS tells what it was."""
        log.log(record.levelno, "dbos", module=record.module, line=record.lineno)
