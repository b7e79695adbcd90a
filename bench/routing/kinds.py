"""How is each kind of made draft addressed, timed and filled?"""

from datetime import datetime
from typing import Any

from bench.routing.pen import Pen

# Mornings and afternoons of ordinary weeks of term, at least two issues from any holiday.
TERM = (
    "2026-09-15T09:10",
    "2026-10-06T14:30",
    "2026-11-16T10:00",
    "2026-11-24T11:45",
    "2027-01-19T08:50",
    "2027-03-01T15:05",
    "2027-05-04T10:20",
    "2027-06-15T13:40",
)
# A moment in a holiday, the last day before its next issue, and a day well after that issue.
HOLIDAYS = (
    ("2026-10-26T10:30", "2026-11-05", "2026-11-26"),
    ("2026-12-21T09:15", "2027-01-07", "2027-01-28"),
    ("2027-02-15T11:00", "2027-02-25", "2027-03-11"),
    ("2027-03-30T09:40", "2027-04-15", "2027-05-06"),
    ("2027-08-10T10:00", "2027-09-02", "2027-09-23"),
)
OFFICER_ONE: dict[str, Any] = {"from": "officer1@council.example", "from_name": "Lorna Peel"}
LISTS = ("Heads", "SENCOs 26-27", "My primary list", "Bursars", "Governors north", "Year 6 teachers", "DSLs")


def closed_list(pen: Pen) -> dict[str, str]:
    """A group or list whose members nobody can see."""
    name = pen.among(*LISTS)
    kind = pen.among("group", "contact-list", "unknown")
    slug = name.lower().replace(" ", "-")
    return {"address": f"{slug}@council.example" if kind == "group" else "", "name": name, "kind": kind}


def in_field(pen: Pen, whom: Any) -> dict[str, Any]:
    """The reader in To, or now and then in Bcc."""
    return {pen.among("to", "to", "bcc"): [whom]}


def school_staff(pen: Pen) -> dict[str, Any]:
    """A sender who works at a school."""
    role = pen.among("office", "pastoral", "senco", "attendance", "y5")
    return {"from": f"{role}@s03.c02.primary.sch.example", "from_name": role.title()}


def many_schools(pen: Pen) -> str:
    """Schools of many clusters."""
    return str(
        pen.among(
            "all schools", pen.schools(6, 60), pen.schools(9, 30, "primary schools"), pen.schools(6, 20)
        )
    )


def law_soon(pen: Pen, to: str) -> dict[str, Any]:
    """A deadline in law within the week."""
    at = pen.among(*TERM)
    return pen.duty("due", pen.day(at, 1, 6), to=[to], at=at)


def law_later(pen: Pen) -> dict[str, Any]:
    """A deadline in law a week off or more, in term."""
    at = pen.among(*TERM)
    return pen.duty("due", pen.day(at, 7, 21), to=[many_schools(pen)], at=at)


def law_in_holiday(pen: Pen, which: int, bank: str = "due") -> dict[str, Any]:
    """A deadline in law, written about in a holiday."""
    holiday = pen.among(*HOLIDAYS)
    day = pen.spell(datetime.fromisoformat(holiday[which]))
    return pen.duty(bank, day, to=[many_schools(pen)], at=holiday[0])


def hyped(pen: Pen, to: str) -> dict[str, Any]:
    """A deadline this week that no law has set."""
    at = pen.among(*TERM)
    given = {"date": pen.day(at, 1, 5)}
    return pen.topic("hype", many=True, given=given, to=[to], at=at, importance=pen.among("high", "normal"))


def law_for_one(pen: Pen) -> dict[str, Any]:
    """A deadline in law within the week, for one school."""
    at = pen.among(*TERM)
    return pen.duty("due", pen.day(at, 1, 6), to=[pen.school()], at=at)


def conversation(pen: Pen, to: list[str]) -> dict[str, Any]:
    """A reply-all with a word or two."""
    subject = pen.among("Coach share", "Joint INSET", "Moderation", "Choir day", "Hall booking", "Agenda")
    return pen.write(subject, pen.pick("conversation"), many=True, given={}, to=to, reply="reply-all")


def told_story(pen: Pen, to: list[Any], **rest: Any) -> dict[str, Any]:
    """A child's confidential story."""
    subject = pen.among(
        "Confidential", "{first_child}", "Re our call", "For information", "Referral", "Pupil update"
    )
    return pen.write(subject, pen.pick("story"), many=False, given={}, to=to, **rest)


def case_meeting(pen: Pen) -> dict[str, Any]:
    """A meeting of two to four schools about one child."""
    subject = pen.among(
        "{child}", "Meeting about {first_child}", "Meeting dates", "{first_child} - next steps"
    )
    return pen.write(subject, pen.pick("casework"), many=True, given={}, to=[pen.schools(2, 4)])


def inside_mail(pen: Pen) -> dict[str, Any]:
    """A mail to colleagues."""
    given = {"date": pen.day(TERM[2], 1, 5)}
    to = [pen.among("a colleague", "3 colleagues", "9 colleagues", "25 colleagues")]
    return pen.topic("inside", many=False, given=given, to=to)


def emergency(pen: Pen, to: list[Any], bank: str = "emergency") -> dict[str, Any]:
    """A danger now."""
    return pen.topic(bank, many=False, to=to, importance=pen.among("high", "normal", "high"))


def to_a_family(pen: Pen) -> dict[str, Any]:
    """What the policy wants a parent to hear by telephone."""
    return pen.topic("parents", many=False, to=["a parent"], **school_staff(pen))


def local_news(pen: Pen, bank: str, **rest: Any) -> dict[str, Any]:
    """News for one or two clusters."""
    clusters, phase = pen.among("1 cluster", "2 clusters"), pen.among("", "", "primary ")
    return pen.topic(bank, many=True, to=[pen.schools(4, 13, f"{phase}schools in {clusters}")], **rest)
