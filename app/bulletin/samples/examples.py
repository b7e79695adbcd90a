"""What can somebody put on an empty desk, to see what it does?

Items and requests as colleagues of the sample authority would put them in, on days that fit the issue at
hand: one that tells what another tells too, one that a check stops, one that was sent back, one that is
ready. They are offered only where the sample authority is served.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import make_ready, send_back
from app.bulletin.requests.decide_request import ask
from app.bulletin.requests.urgency_test import UrgencyRules, urgency
from app.bulletin.samples.sample_week import SampleWeek, sample_week
from app.bulletin.submit import submit
from app.domain.asked import Asked, RequestKind
from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.item import Item, Person
from app.domain.item_text import Consent, ItemText
from app.domain.school import Phase

_DAY = timedelta(days=1)
_URGENT_WITHIN = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Examples:
    """Put in by the people of the sample authority; `rules` and `cluster` as they are there."""

    desk: BulletinDesk
    cast: Sequence[Person]
    rules: UrgencyRules
    cluster: str

    def put_in(self, by: Person) -> None:
        """All of them; `by` is the editor who sent one back and made one ready. Raises BulletinError."""
        issue = self.desk.next_issue()
        goes_out = issue.goes_out if issue else None
        week = sample_week(self.desk.calendar(), goes_out, self.desk.today)
        items = {name: self._submit(name, text, n) for n, (name, text) in enumerate(_texts(week).items())}
        survey, bikes = items["survey"], items["bikeability"]
        send_back(self.desk, survey.id, survey.version, by, "Until when, and whom do schools ask?")
        make_ready(self.desk, bikes.id, bikes.version, by)
        for n, asked in enumerate(self._asked(week, goes_out)):
            who, facts = self._sender(n), urgency(self.desk, asked, self.rules).facts()
            ask(self.desk, self._key(f"request {n}"), asked, who, facts)

    def _submit(self, name: str, text: ItemText, place: int) -> Item:
        return submit(self.desk, self._key(name), text, self._sender(place))

    def _sender(self, place: int) -> Person:
        return self.cast[place % len(self.cast)]

    def _key(self, name: str) -> str:
        """New each time, so that they can be put in again once they have gone."""
        return f"example: {name}, {self.desk.clock.now().isoformat()}"

    def _asked(self, week: SampleWeek, goes_out: date | None) -> Sequence[Asked]:
        """One that is urgent, if a day for it is left before the issue, and a note to a cluster."""
        found = []
        if deadline := self._deadline(goes_out):
            found.append(
                Asked(
                    RequestKind.URGENT,
                    "School census: we have not had your return",
                    f"We have not received your {week.term} census return yet.\n\nPlease submit it now; "
                    "telephone us if anything stands in the way.",
                    ForWhom(phases=frozenset({Phase.PRIMARY})),
                    "",
                    "School census",
                    deadline,
                )
            )
        note = (
            "The road outside the library is closed for two weeks. School coaches should use the ring road."
        )
        whom = ForWhom(clusters=frozenset({self.cluster}))
        why = "Only these schools use that road."
        cluster_note = Asked(RequestKind.CLUSTER_NOTE, "Road works outside the library", note, whom, why)
        return [*found, cluster_note] if self.cluster else found

    def _deadline(self, goes_out: date | None) -> date | None:
        """A day that is too near for the issue: the last day of term before it that is near enough."""
        calendar, today = self.desk.calendar(), self.desk.today
        ahead = (goes_out - today).days if goes_out else 0
        near = [day for n in range(1, ahead) if calendar.is_term_day(day := today + n * _DAY)]
        soon = [day for day in near if day <= today + _URGENT_WITHIN]
        return (soon or near)[-1] if near else None


def _texts(week: SampleWeek) -> dict[str, ItemText]:
    start = week.monday.date()
    from_month = week.next_term_from or "next term"
    return {
        "admissions": ItemText(
            f"New in-year admissions form from {from_month}",
            "All schools use a shorter form that can be filled in on a telephone.",
            "The form and a one-page guide are on the council website.\n\nPlease tell your office staff.",
            contact="Admissions, 01632 960101",
            consent=Consent.NONE_SHOWN,
        ),
        "admissions-again": ItemText(
            f"In-year admissions: new form from {from_month}",
            "Schools use a new, shorter form for in-year admissions.",
            "It can be filled in on a telephone. The guide is on the council website.",
            contact="Tom Aldous, 01632 960102",
            consent=Consent.NONE_SHOWN,
        ),
        "senco": ItemText(
            "SENCO training day: book your place",
            "The next training day for all SENCOs is at the Weald Centre, 09:30 to 15:00.",
            "Please book on the training pages.",
            for_whom=ForWhom(roles=frozenset({Role.SENCO})),
            closes=_on(week, start + 25 * _DAY),
            contact="SEND team, 01632 960103",
            consent=Consent.NONE_SHOWN,
        ),
        "prize": ItemText(
            "Art prize for a Year 6 pupil",
            "A pupil of Quillcombe Primary has won the county art prize.",
            "Jamie Hollis, born 14/03/2016, painted the winning picture. Jamie has an EHCP for autism.",
            for_whom=EVERYBODY,
            contact="Efua Mensah, 01632 960103",
        ),
        "survey": ItemText("Lunchtime survey", "Tell us how lunchtimes are going in your school."),
        "bikeability": ItemText(
            f"Bikeability places for the {week.next_term or 'new'} term",
            "Free places for Year 5 and Year 6.",
            "Reply with how many places you would like.",
            for_whom=ForWhom(phases=frozenset({Phase.PRIMARY})),
            closes=_on(week, start + 11 * _DAY),
            contact="Road safety team, 01632 960104",
            consent=Consent.NONE_SHOWN,
        ),
    }


def _on(week: SampleWeek, day: date) -> date:
    """The first day of term on that weekday from then on."""
    fits = (one for one in week.term_days if one >= day and one.weekday() == day.weekday())
    return next(fits, day)
