"""How is mail sent by itself?

Every process looks every few seconds what our tables say is to be done, and does it: one thread for each
mailing that is going, and one for what may take long beside it. Several processes share a mailing, because no
delivery is ever given to two.
"""

import threading
from collections.abc import Callable
from functools import partial

import structlog

from app.adapters.workflow.duties import Duties
from app.adapters.workflow.watch import Watch

log = structlog.get_logger("sendwell.engine")

_TRY_AGAIN = 30.0
_ASIDE = "aside"
_SECONDS_TO_SETTLE = 30.0


class Engine:
    """The duties, done by threads of this process."""

    def __init__(self, duties: Duties, watch: Watch) -> None:
        """Nothing runs yet."""
        self._duties = duties
        self._watch = watch
        self._hands: dict[str, threading.Thread] = {}
        self._not_before: dict[str, float] = {}

    def start(self) -> None:
        """Returns at once; what a process before this one left is taken up when it was silent for long."""
        self._watch.start(self._look, self._take_over)

    def stop(self) -> None:
        """Begin nothing new, and settle what is being sent; the rest is for others, or the next start."""
        self._watch.stop()
        for hand in self._hands.values():
            hand.join(timeout=_SECONDS_TO_SETTLE)

    def _look(self) -> None:
        try:
            self._duties.look()
        except Exception as error:  # noqa: BLE001 (what is going already goes on)
            log.warning("look broke off", error=type(error).__name__)
        self._at_work(_ASIDE, self._do_aside)
        now = self._watch.elapsed()
        for mailing in self._duties.going():
            if self._not_before.get(mailing, now) <= now:
                self._at_work(mailing, partial(self._mail_out, mailing))

    def _at_work(self, name: str, do: Callable[[], None]) -> None:
        """In a thread of its own, unless it is at work already."""
        hand = self._hands.get(name)
        if hand is None or not hand.is_alive():
            self._hands[name] = threading.Thread(target=do, name=f"sendwell-{name}", daemon=True)
            self._hands[name].start()

    def _do_aside(self) -> None:
        try:
            self._duties.aside()
        except Exception as error:  # noqa: BLE001 (it is tried again)
            log.warning("aside broke off", error=type(error).__name__)

    def _mail_out(self, mailing: str) -> None:
        try:
            self._duties.plan(mailing)
            wait = self._duties.work(mailing, f"{self._watch.worker}/{mailing}", self._watch.may_work)
        except Exception as error:  # noqa: BLE001 (the database may be back in a while)
            log.warning("mailing broke off", mailing=mailing, error=type(error).__name__)
            wait = _TRY_AGAIN
        self._not_before[mailing] = self._watch.elapsed() + (wait or 0)

    def _take_over(self, dead: str) -> bool:
        taken = self._duties.give_up(dead)
        log.info("took over", deliveries=taken)
        return True
