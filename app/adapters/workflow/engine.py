"""How is mail sent by itself?

Every process looks every few seconds what our tables say is to be done, and does it: one thread for each
mailing that is going. Several processes share a mailing, because no delivery is ever given to two.
"""

import threading
from datetime import datetime, timedelta

import structlog

from app.adapters.workflow.duties import Duties
from app.adapters.workflow.watch import Watch

log = structlog.get_logger("sendwell.engine")

_TRY_AGAIN = 30.0
_SECONDS_TO_SETTLE = 30.0


class Engine:
    """The duties, done by threads of this process."""

    def __init__(self, duties: Duties, watch: Watch) -> None:
        """Nothing runs yet."""
        self._duties = duties
        self._watch = watch
        self._hands: dict[str, threading.Thread] = {}
        self._not_before: dict[str, datetime] = {}

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
        now = self._watch.now()
        for mailing in self._duties.going():
            hand = self._hands.get(mailing)
            is_busy = hand is not None and hand.is_alive()
            if not is_busy and self._not_before.get(mailing, now) <= now:
                self._hands[mailing] = threading.Thread(
                    target=self._mail_out, args=(mailing,), name=f"sendwell-{mailing}", daemon=True
                )
                self._hands[mailing].start()

    def _mail_out(self, mailing: str) -> None:
        try:
            self._duties.plan(mailing)
            wait = self._duties.work(mailing, f"{self._watch.worker}/{mailing}", self._watch.may_work)
        except Exception as error:  # noqa: BLE001 (the database may be back in a while)
            log.warning("mailing broke off", mailing=mailing, error=type(error).__name__)
            wait = _TRY_AGAIN
        self._not_before[mailing] = self._watch.now() + timedelta(seconds=wait or 0)

    def _take_over(self, dead: str) -> bool:
        taken = self._duties.give_up(dead)
        log.info("took over", deliveries=taken)
        return True
