"""What goes out now, by the clock and the calendar?

Looked at every few seconds by every process: the issue of the week is opened, one whose hold is over begins
to go out, an approved request likewise, and what has reached everybody is done. Each step is kept before the
next is begun and may be done again, so it does not matter who does it, or who crashes.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import structlog

from app.bulletin.build_issue import open_issue
from app.bulletin.desk import BulletinDesk
from app.bulletin.printed.layout import NO_WEBSITE, Website
from app.bulletin.publish import go_out, gone_out
from app.bulletin.requests.decide_request import is_past
from app.bulletin_ports import Mailings
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.calendar import in_london
from app.domain.errors import BulletinError
from app.domain.for_whom import EVERYBODY, ForWhom
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey
from app.domain.mailing import FOR_ALL, Mailing, MailingText

log = structlog.get_logger("sendwell.engine")

Texts = Mapping[str, MailingText]


def mailing_of_issue(key: IssueKey) -> str:
    """The id of an issue's mailing."""
    return f"issue-{key}"


def mailing_of_request(number: str) -> str:
    """The id of a request's mailing."""
    return f"request-{number}"


@dataclass(frozen=True)
class GoOut:
    """The desk's book, the mailings, and who writes their texts.

    Where nothing is sent by mail, an issue is out as soon as its hold is over, and requests wait; one that
    waited until its day was past is not sent any more.
    """

    desk: BulletinDesk
    mailings: Mailings
    write_issue: Callable[[Issue], Texts]
    write_request: Callable[[BulkRequest], Texts]
    sends: bool = True

    def look(self) -> None:
        """Do what is to be done. What cannot be done now does not keep the rest from being done."""
        todo: list[Callable[[], object]] = [
            partial(open_issue, self.desk),
            *self._issues(),
            *self._requests(),
        ]
        for do in todo:
            try:
                with suppress(BulletinError):  # stopped, or another process was quicker
                    do()
            except Exception as error:  # noqa: BLE001 (one issue's fault must not hold back the others)
                log.error("could not go out", error=type(error).__name__)  # noqa: TRY400 (may hold a text)

    def _issues(self) -> Iterator[Callable[[], object]]:
        now = self.desk.clock.now()
        for issue in self.desk.book.issues():
            is_over = issue.held_until is not None and issue.held_until <= now
            if issue.state is IssueState.GOING_OUT or (issue.state is IssueState.HELD and is_over):
                yield partial(self._send_issue, issue.key)

    def _requests(self) -> Iterator[Callable[[], object]]:
        now = self.desk.clock.now()
        for request in self.desk.book.requests((RequestState.APPROVED, RequestState.GOING_OUT)):
            is_due = request.is_due(now) and not is_past(self.desk, request)
            if self.sends and (is_due or request.state is RequestState.GOING_OUT):
                yield partial(self._send_request, request)

    def _send_issue(self, key: IssueKey) -> None:
        issue = go_out(self.desk, key)
        write = partial(self.write_issue, issue)
        if not self.sends or self._is_out(mailing_of_issue(key), EVERYBODY, write, is_regular=True):
            gone_out(self.desk, key)

    def _send_request(self, request: BulkRequest) -> None:
        if request.state is RequestState.APPROVED:
            request = request.going_out(self.desk.clock.now())
            self.desk.book.keep_request(request)
        write = partial(self.write_request, request)
        if self._is_out(mailing_of_request(request.id), request.for_whom, write, is_regular=False):
            self.desk.book.keep_request(request.out())

    def _is_out(
        self, number: str, for_whom: ForWhom, write: Callable[[], Texts], *, is_regular: bool
    ) -> bool:
        """Whether a mailing has ended; it is begun when it was not."""
        mailing = self.mailings.mailing(number)
        if mailing is None:
            self.mailings.begin(
                Mailing(number, for_whom, write(), self.desk.clock.now(), is_regular=is_regular)
            )
        return mailing is not None and mailing.ended_at is not None


def request_texts(request: BulkRequest, website: Website = NO_WEBSITE) -> Texts:
    """What schools read of a request: what was asked for, where its documents are, and from whom it is."""
    asked, sender = request.asked, request.sender
    found = [document for number in asked.documents if (document := website.document(number))]
    lines = [f"{document.words}: {document.href}" for document in found if document.href]
    documents = "\n".join(["Documents", *lines]) if lines else ""
    day = asked.deadline
    is_late = day is not None and day < in_london(request.asked_at).date()
    act = f"{'This was due' if is_late else 'Please act'} by {day:%A} {day.day} {day:%B %Y}." if day else ""
    sent_by = f"This is from {sender.name} ({sender.address})."
    parts = (part for part in (asked.body.strip(), act, documents, sent_by) if part)
    return {FOR_ALL: MailingText(asked.subject, "\n\n".join(parts) + "\n")}
