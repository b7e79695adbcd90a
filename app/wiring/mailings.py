"""How does mail go out of this installation?

The mailings with their deliveries, and the engine that sends them while the service runs.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cached_property

from app.adapters.store.deliveries import SqlDeliveries
from app.adapters.store.figures import SqlSchoolMails
from app.adapters.store.mailings import SqlMailings, SqlWorkers
from app.adapters.workflow.duties import Duties, Rhythm
from app.adapters.workflow.engine import Engine
from app.adapters.workflow.watch import Watch
from app.bulletin.desk import BulletinDesk
from app.bulletin.go_out import GoOut, request_texts
from app.bulletin.mailing.mail_out import Habits, MailOut, WriteMessage
from app.bulletin.printed.issue_text import issue_text
from app.bulletin.printed.layout import NO_WEBSITE, LaidOut, Website
from app.bulletin_ports import AddressBook, DeliveryState, Publisher
from app.domain.issue import Issue
from app.domain.mailing import FOR_ALL, UNLIMITED, MailingText, Pace
from app.domain.school import Phase
from app.web.desk.room import HowFar
from app.web.issue_mail import issue_html
from app.wiring.ground import Ground

_RHYTHM = Rhythm()

LayOut = Callable[[Issue, Phase | None], LaidOut]


class MailRoom:
    """Where mail goes out."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    @cached_property
    def mailings(self) -> SqlMailings:
        """What went out or is going out."""
        return SqlMailings(self._ground.engine)

    @cached_property
    def deliveries(self) -> SqlDeliveries:
        """What becomes of each message."""
        return SqlDeliveries(self._ground.engine)

    @cached_property
    def school_mails(self) -> SqlSchoolMails:
        """What became of messages, counted by school for the figures."""
        return SqlSchoolMails(self._ground.engine)

    def how_far(self, number: str) -> HowFar:
        """How many messages of a mailing are in each state, and why some or all of them wait."""
        mailing = self.mailings.mailing(number)
        if mailing is None:
            return HowFar()
        reasons = self.deliveries.reasons(number)
        tried_again = any(said.state is DeliveryState.WAITING for said in reasons) and not mailing.halted
        due = self.deliveries.next_due(number) if tried_again else None
        is_ahead = due is not None and due > self._ground.clock.now()
        return HowFar(self.deliveries.progress(number), mailing.halted, reasons, due if is_ahead else None)

    def mail_out(
        self,
        book: AddressBook,
        publisher: Publisher,
        write: WriteMessage,
        pace: Pace = UNLIMITED,
        batch: int = Habits.batch,
    ) -> MailOut:
        """Sends what the mailings say."""
        habits = Habits(pace, batch, timedelta(hours=self._ground.settings.mail_tries_hours))
        return MailOut(self.mailings, self.deliveries, book, publisher, write, self._ground.clock, habits)

    def engine(  # noqa: PLR0913 - all that it does by itself
        self,
        desk: BulletinDesk,
        lay_out: LayOut,
        sender: MailOut | None,
        *,
        aside: Callable[[], None] = lambda: None,
        rhythm: Rhythm = _RHYTHM,
        website: Website = NO_WEBSITE,
    ) -> Engine:
        """Does by itself what the clock and the calendar say; without a `sender` nothing is sent."""
        go_out = GoOut(
            desk,
            self.mailings,
            lambda issue: issue_texts(lay_out, issue),
            lambda request: request_texts(request, website),
            sends=sender is not None,
        )
        duties = Duties(
            look=go_out.look,
            going=lambda: [mailing.id for mailing in self.mailings.going()] if sender else [],
            plan=sender.plan if sender else lambda _: 0,
            work=lambda *given: sender.work(*given).wait if sender else None,
            give_up=self.deliveries.give_up,
            aside=aside,
        )
        workers = SqlWorkers(self._ground.engine)
        return Engine(duties, Watch(uuid.uuid4().hex, workers, self._ground.clock, rhythm))


def issue_texts(lay_out: LayOut, issue: Issue) -> Mapping[str, MailingText]:
    """What schools read of an issue: one text for all, and one for each phase that reads it otherwise."""
    laid_out = {phase.value: lay_out(issue, phase) for phase in Phase}
    all_of_it = lay_out(issue, None)
    own = {name: text for name, text in laid_out.items() if text.sections != all_of_it.sections}
    return {
        name: MailingText(text.subject, issue_text(text), issue_html(text))
        for name, text in {FOR_ALL: all_of_it, **own}.items()
    }
