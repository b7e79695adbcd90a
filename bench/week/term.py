"""What do the pages about insight look like after some weeks of real use?

    python -m bench.week.term FOLDER [--weeks 5] [--sends 600]
    SENDWELL_DATA=FOLDER .venv/bin/sendwell serve --sample

Fills a new data folder, for looking at and for nothing else: the sample authority, a staff list with teams, and the
week of README.md again and again, up to last week, down the road of an installation as it is served. Senders answer the
cards that hold them as people may: ordinary mail mostly goes all the same, or they say that the card is wrong; of the faults
a third go. What is flagged leaves a case. One seed makes the same weeks.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.compose.ask_once import Asking
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.compose.record_choice import record_choice
from app.domain.calendar import LONDON
from app.domain.caller import Caller
from app.domain.choice import Choice, ChoiceReason, Chosen
from app.domain.draft import Moment
from app.domain.staff import StaffMember
from app.domain.verdict import Severity
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.review import flag
from bench.week.__main__ import WeekClock
from bench.week.cast import staff
from bench.week.plan import MONDAY, SEED, Plan, Send, week

TEAMS = (
    "Admissions",
    "Finance",
    "Payroll",
    "Transport",
    "SEND casework",
    "Early years",
    "Estates",
    "Libraries",
)
GOES_ON, SAYS_WRONG = 0.35, 0.3
"""Which part of held faults goes all the same, and of held ordinary mail is said to be warned of wrongly."""


def main() -> None:
    """Fill the folder and say what became of the sends."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--weeks", type=int, default=5)
    asked.add_argument("--sends", type=int, default=600, help="in a week")
    chosen = asked.parse_args()
    if chosen.folder.exists() and any(chosen.folder.iterdir()):
        asked.error(f"{chosen.folder} is not empty: give a folder that is.")
    clock = WeekClock()
    made = Installation(load_settings({}, data=chosen.folder, sample=True), clock)
    made.import_sample()
    clock.at = datetime.now(LONDON) - timedelta(weeks=chosen.weeks + 1)
    made.registers.staff.replace(members(), clock.at)
    told = _Told(made, clock)
    for send in sends_of(chosen.weeks, chosen.sends, datetime.now(LONDON)):
        told.take(send)
    print(f"{told.sent} sends, {told.held} held, {told.answered} sent all the same, {told.flagged} flagged")


def members() -> list[StaffMember]:
    """Everybody who writes in the week, the council's in teams, a school's in one of its own."""
    pen = random.Random(SEED)  # noqa: S311 - a simulation, made again from its seed
    return [
        StaffMember(
            one.address,
            f"{one.first} {one.last}",
            team=one.school.partition(".")[0] or TEAMS[at % len(TEAMS)],
        )
        for at, one in enumerate(staff(pen))
    ]


def sends_of(weeks: int, sends: int, now: datetime) -> Iterator[Send]:
    """The week of the plan, each time with other mails of it, the last of them the week before `now`."""
    whole = week(weeks * sends)
    monday = now.date() - timedelta(days=now.weekday() + 7)
    for number in range(weeks):
        by = monday - timedelta(weeks=weeks - 1 - number) - MONDAY
        for send in whole[number::weeks]:
            yield replace(send, draft=replace(send.draft, sending_at=send.draft.sending_at + by))


class _Told:
    """What has become of the sends so far."""

    def __init__(self, made: Installation, clock: WeekClock) -> None:
        self._made, self._clock = made, clock
        self._road: Road = made.road(keeps_records=True)
        self._pen = random.Random(SEED)  # noqa: S311 - a simulation, made again from its seed
        self.sent = self.held = self.answered = self.flagged = 0

    def take(self, send: Send) -> None:
        self._clock.at = send.draft.sending_at
        address = send.draft.sender.address if send.draft.sender else ""
        checked = check_draft(send.draft, Moment.SEND, self._road, address)
        self.sent += 1
        if not any(card.severity > Severity.INFO for card in checked.verdict.advice):
            return
        self.held += 1
        if send.plan is Plan.ORDINARY or self._pen.random() < GOES_ON:
            self._answer(checked, send.plan, address)
            again = check_draft(send.draft, Moment.SEND, self._road, address)
            before = len(self._made.review.cases.of_sender([self._code(address)]))
            flag(self._made, again, Caller("", address, address))
            self.flagged += len(self._made.review.cases.of_sender([self._code(address)])) - before
            self.answered += 1

    def _answer(self, checked: Checked, plan: Plan, address: str) -> None:
        """Each loud card, as with the buttons of the pane."""
        asking = Asking(self._made.records.memory, Moment.SEND, address)
        for card in checked.verdict.advice:
            if card.severity <= Severity.INFO:
                continue
            is_wrong = plan is Plan.ORDINARY and self._pen.random() < SAYS_WRONG
            said = (
                (Chosen.WRONG_WARNING, ChoiceReason.NOT_THERE)
                if is_wrong
                else (Chosen.OVERRODE, ChoiceReason.OTHER)
            )
            choice = Choice(self._clock.at, self._code(address), card.rule, card.finding.id, *said)
            record_choice(choice, self._made.policy.live(), self._made.records.choices, card.answer, asking)

    def _code(self, address: str) -> str:
        return self._made.records.checks.keyed_hash(address)


if __name__ == "__main__":
    main()
