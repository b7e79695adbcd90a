"""Is a request for urgent mail urgent, as the school e-communication policy (source 000) means it?

Three questions in the policy's order, each with its clause: is a statutory, national or legal deadline
named, is it less than a week away, and does no issue of the bulletin go out in time? The first is "open" when
the sender names a duty that the checks do not know. What is kept of it are facts, never words of the sender.
The test advises; somebody decides. A return that is chased is urgent though its day is past.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.bulletin.desk import BulletinDesk
from app.checks.duties.sightings import find_duties
from app.domain.asked import Asked
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.calendar import LONDON, day_in_words
from app.domain.verdict import Clause
from app.policy.policy import Policy
from app.policy.route import RouteFacts, has_issue_in_time, is_urgent
from app.policy.route_facts import URGENT_DAYS


class Answer(StrEnum):
    """Of one question. `OPEN` is for somebody to look at."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Question(StrEnum):
    """The questions, in the order in which they are asked."""

    DUTY = "duty"
    WEEK = "week"
    ISSUE = "issue"


CLAUSE_OF: Mapping[Question, str] = {
    Question.DUTY: "urgent-definition",
    Question.WEEK: "deadline-under-one-week",
    Question.ISSUE: "deadline-under-one-week",
}
CHASING = "urgent-chasing-statutory"
"""The clause of what is overdue."""
_ASKS: Mapping[Question, str] = {
    Question.DUTY: "Is a statutory, national or legal deadline named?",
    Question.WEEK: "Is it less than a week away?",
    Question.ISSUE: "Is the next e-bulletin too late for it?",
}


@dataclass(frozen=True, slots=True)
class UrgencyRules:
    """What the policy in force says: how near is urgent, and its words by the ids of its rules."""

    days: int = URGENT_DAYS
    clauses: Mapping[str, Clause] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One question with its answer in words. `clause` is None when no pack in force has it."""

    question: Question
    asks: str
    answer: Answer
    said: str
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class Urgency:
    """What the test found on a day. `duty` is its name in our list; `named` that the sender named any.

    `is_near` says that the deadline is less than a week away, or comes before an issue that a holiday delays,
    or that it is past and what was due is chased.
    """

    named: bool
    duty: str
    days: int | None
    is_near: bool
    issue: date | None
    in_time: bool

    @property
    def answer(self) -> Answer:
        """Urgent, not urgent, or for somebody to look at because of the duty."""
        if not self.is_near or not self.named:
            return Answer.NO
        return Answer.YES if self.duty else Answer.OPEN

    @property
    def said(self) -> str:
        """What came of it, in a sentence."""
        if self.answer is Answer.YES:
            return "It is urgent as the policy means it."
        if self.answer is Answer.OPEN:
            return "It is urgent if the duty that is named is a statutory, national or legal one."
        if self.days is not None and self.days < 0:
            return "It is not urgent as the policy means it: its day is past, and no return is chased."
        return "It is not urgent as the policy means it: it can go in the e-bulletin."

    def facts(self) -> Mapping[str, Any]:
        """What is kept with a request."""
        return {
            "answer": self.answer.value,
            "named": self.named,
            "duty": self.duty,
            "days": self.days,
            "is_near": self.is_near,
            "issue": self.issue.isoformat() if self.issue else None,
            "in_time": self.in_time,
        }

    def steps(self, rules: UrgencyRules) -> tuple[Step, ...]:
        """The questions, answered."""
        found = (
            (Question.DUTY, *self._duty()),
            (Question.WEEK, *self._week(rules.days)),
            (Question.ISSUE, *self._issue()),
        )
        return tuple(
            Step(question, _ASKS[question], answer, said, rules.clauses.get(self._clause_of(question)))
            for question, answer, said in found
        )

    @property
    def _is_chased(self) -> bool:
        return self.days is not None and self.days < 0 and self.is_near

    def _clause_of(self, question: Question) -> str:
        return CHASING if question is Question.WEEK and self._is_chased else CLAUSE_OF[question]

    def _duty(self) -> tuple[Answer, str]:
        if self.duty:
            return Answer.YES, f"Yes: {self.duty}."
        if self.named:
            return Answer.OPEN, "A duty is named, but not one that the checks know. Please look at it."
        return Answer.NO, "No law, return or national deadline is named."

    def _week(self, urgent_days: int) -> tuple[Answer, str]:
        if self.days is None:
            return Answer.NO, "No day is given."
        if self._is_chased:
            return Answer.YES, "It is past, and schools that owe the return are reminded."
        if self.days < 0:
            return Answer.NO, "The day is past."
        away = {0: "today", 1: "tomorrow"}.get(self.days, f"{self.days} days away")
        if self.is_near and self.days >= urgent_days:
            return Answer.YES, f"It is {away}, but schools are away and no issue goes out before it."
        if self.is_near:
            return Answer.YES, f"Yes: it is {away}."
        return Answer.NO, f"No: it is {away}."

    def _issue(self) -> tuple[Answer, str]:
        if self.days is None or (self.days < 0 and not self._is_chased):
            return Answer.NO, "There is no day ahead to compare it with."
        if self.issue is None:
            return Answer.YES, "Yes: the calendar holds no next issue."
        day = day_in_words(self.issue)
        if self.in_time:
            return Answer.NO, f"No: the next issue goes out on {day}, before the deadline."
        return Answer.YES, f"Yes: the next issue goes out on {day}."


def urgency_rules(policy: Policy) -> UrgencyRules:
    """What a policy says of it."""
    clauses = {rule.id: rule.clause for pack in policy.packs for rule in pack.rules}
    return UrgencyRules(int(policy.number("urgent_days", URGENT_DAYS)), clauses)


def urgency(desk: BulletinDesk, asked: Asked, rules: UrgencyRules) -> Urgency:
    """What the test says today."""
    now, calendar = desk.clock.now(), desk.calendar()
    issue = desk.next_issue(now)
    facts = RouteFacts(
        today=desk.today,
        is_statutory=True,
        is_chasing=asked.is_chasing,
        deadline=asked.deadline,
        issue=issue,
        issue_is_delayed=calendar.missing_issue(now) is not None,
        urgent_days=rules.days,
    )
    found = find_duties(asked.duty)
    best = next((one for one in found if one.is_named), found[0] if found else None)
    return Urgency(
        named=bool(asked.duty.strip()),
        duty=best.duty.name if best else "",
        days=(asked.deadline - desk.today).days if asked.deadline else None,
        is_near=is_urgent(facts),
        issue=issue.goes_out if issue else None,
        in_time=has_issue_in_time(facts),
    )


def duty_in(words: str) -> str:
    """The return, law or national deadline that words name; empty when the checks know none in them."""
    return next((one.duty.name for one in find_duties(words) if one.is_named), "")


def urgency_of(desk: BulletinDesk, request: BulkRequest, rules: UrgencyRules) -> Urgency:
    """Of a request that waits, as it is today; else as it was when it was asked for."""
    if request.state is RequestState.ASKED or request.decided_at is None:
        return urgency(desk, request.asked, rules)
    return kept_urgency(request.urgency)


def kept_urgency(facts: Mapping[str, Any]) -> Urgency:
    """What the test said when it was asked for, out of the facts that are kept."""
    issue = facts.get("issue")
    return Urgency(
        named=bool(facts.get("named")),
        duty=str(facts.get("duty") or ""),
        days=facts.get("days"),
        is_near=bool(facts.get("is_near")),
        issue=date.fromisoformat(issue) if issue else None,
        in_time=bool(facts.get("in_time")),
    )


def ends(desk: BulletinDesk, deadline: date) -> datetime:
    """The moment a deadline is over: when offices close on that day."""
    return datetime.combine(deadline, desk.calendar().closes, LONDON)
