"""How long does this installation keep each kind of data, and who deletes it?"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.calendar import in_london
from app.domain.crowd import LEAST_PEOPLE
from app.domain.verdict import Mode, Severity
from app.retention.look_through import LookThrough
from app.retention.periods import Period
from app.retention.tell_kept import tell_kept
from app.staff.impact.risks import Here
from app.staff.notice import Notice

if TYPE_CHECKING:
    from app.wiring.installation import Installation


_Counted = Callable[[datetime], int]


def look_through(made: "Installation") -> LookThrough:
    """All kinds of data of this installation."""
    return LookThrough(periods_of(made), made.rights.deletions, made.clock)


def periods_of(made: "Installation") -> tuple[Period, ...]:
    """Each kind once, with the setting that says how long it is kept."""
    return (*_of_mail(made), *_of_people(made), *_of_the_bulletin(made), _of_the_journal(made))


def _of_mail(made: "Installation") -> tuple[Period, ...]:
    """What is kept of checks, and of what Exchange said."""
    days, records = _Days(made), made.records
    return (
        days("checks", "Records of checks", "keep_records_days", records.checks.forget_before),
        days("answers", "What was done with cards", "keep_records_days", records.choices.forget_before),
        days(
            "account-codes",
            "Which codes are one person’s",
            "keep_records_days",
            lambda before: made.rights.accounts.forget_before(in_london(before).date()),
        ),
        days(
            "fingerprints",
            "Fingerprints of mail to schools",
            "keep_texts_for_many_days",
            lambda _: records.sent_mails.forget_old(),
        ),
        days("answered-cards", "Cards that were answered", "answers_days", lambda _: records.forget_marks()),
        Period(
            "exchange",
            "What Exchange said of readers",
            "keep_exchange_facts_hours",
            timedelta(hours=made.settings.keep_exchange_facts_hours),
            lambda _: made.exchange.forget_old(),
        ),
    )


def _of_people(made: "Installation") -> tuple[Period, ...]:
    """What is kept of people by name, or sealed."""
    days = _Days(made)
    return (
        days(
            "cases",
            "Sends that a rule flagged",
            "keep_cases_days",
            made.review.cases.forget_before,
            held=lambda before: _held(made, before),
        ),
        days("registers", "Registers of people", "keep_staff_days", lambda _: made.registers.forget_old()),
        Period(
            "sessions",
            "Where people are signed in",
            "keep_session_hours",
            timedelta(hours=made.settings.keep_session_hours),
            lambda _: made.sign_in.forget_old(),
        ),
        days(
            "requests",
            "Requests for what is held, and notes of deletions",
            "keep_access_days",
            lambda _: made.rights.forget_old(),
        ),
    )


def _of_the_bulletin(made: "Installation") -> tuple[Period, ...]:
    """What is kept of what schools read."""
    days, bulletin = _Days(made), made.bulletin
    return (
        days(
            "bulletin",
            "What never went out in the bulletin",
            "keep_bulletin_days",
            bulletin.book.forget_before,
        ),
        days(
            "documents",
            "Documents on the website",
            "keep_documents_days",
            lambda _: bulletin.documents.forget_before(made.clock.now()),
        ),
        days(
            "mailings",
            "Mail that went out to schools",
            "keep_mailings_days",
            made.mail_room.mailings.forget_before,
        ),
    )


def _of_the_journal(made: "Installation") -> Period:
    """Last, so that what the others tell of is not forgotten at once."""
    return _Days(made)(
        "journal",
        "What the journal’s entries say",
        "keep_journal_days",
        lambda before: made.journal.forget_before(before, _spared(made)),
    )


class _Days:
    """Makes a period of a setting in days."""

    def __init__(self, made: "Installation") -> None:
        self._settings = made.settings

    def __call__(
        self, kind: str, title: str, setting: str, forget: _Counted, held: _Counted = lambda _: 0
    ) -> Period:
        return Period(kind, title, setting, timedelta(days=getattr(self._settings, setting)), forget, held)


def _spared(made: "Installation") -> list[str]:
    """Ids of cases of which the journal goes on telling what it told."""
    return [case.id for case in made.review.cases.spared()]


def _held(made: "Installation", before: datetime) -> int:
    """Cases past their time that stay."""
    return sum(
        case.at < before and (case.decision is None or case.decision.at < before)
        for case in made.review.cases.spared()
    )


def here_now(made: "Installation", told: Notice) -> Here:
    """What this installation is at this moment, for the impact assessment."""
    settings, rules = made.settings, [rule for pack in made.policy.live().packs for rule in pack.rules]
    return Here(
        notice=told,
        sign_in=settings.sign_in,
        rest_minutes=settings.keep_session_rest_minutes,
        confidential=len(settings.confidential_addresses),
        is_scanned=bool(settings.clamd),
        is_https=settings.pages.startswith("https://"),
        late=[one.period.title.lower() for one in tell_kept(look_through(made)).wrong],
        stopping=sum(
            rule.mode is Mode.ENFORCE and any(step.severity is Severity.BLOCK for step in rule.steps)
            for rule in rules
        ),
        least_people=LEAST_PEOPLE,
    )
