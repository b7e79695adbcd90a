"""Which kinds of made draft are there, and which route do the policy's words give each?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.routing.kinds import (
    OFFICER_ONE,
    TERM,
    case_meeting,
    closed_list,
    conversation,
    emergency,
    hyped,
    in_field,
    inside_mail,
    law_for_one,
    law_in_holiday,
    law_later,
    law_soon,
    local_news,
    many_schools,
    to_a_family,
    told_story,
)
from bench.routing.pen import Pen


@dataclass(frozen=True)
class Recipe:
    """One kind of draft: its route, how many, and how each is made."""

    route: str
    name: str
    why: str
    count: int
    make: Callable[[Pen], dict[str, Any]]
    also: str = ""


SEND = (
    Recipe(
        "send",
        "one-school",
        "one school about its own business",
        18,
        lambda p: p.topic("own", many=False, to=[p.school()]),
    ),
    Recipe("send", "one-school-law", "a return in law, but of one school only", 6, law_for_one),
    Recipe(
        "send",
        "talk",
        "a reply to two or three schools is a conversation",
        6,
        lambda p: conversation(p, [p.school("head") for _ in range(p.among(2, 3))]),
    ),
    Recipe("send", "inside", "colleagues only; no school is reached and nothing leaves", 9, inside_mail),
    Recipe(
        "send",
        "own-cluster",
        "the local officer writes to her own cluster",
        5,
        lambda p: p.topic(
            "local",
            many=True,
            to=[p.schools(4, 9, "schools in 1 cluster")],
            **OFFICER_ONE,
        ),
    ),
)
BULLETIN = (
    Recipe(
        "bulletin",
        "news",
        "ordinary news to many schools",
        20,
        lambda p: p.topic("news", many=True, **in_field(p, many_schools(p))),
    ),
    Recipe(
        "bulletin",
        "hype",
        "called urgent, but no law stands behind it",
        9,
        lambda p: hyped(p, many_schools(p)),
    ),
    Recipe("bulletin", "law-later", "a deadline in law a week or more away", 9, law_later),
    Recipe(
        "bulletin",
        "flood",
        "a reply-all to many schools is bulk",
        3,
        lambda p: conversation(p, [p.schools(25, 60)]),
    ),
    Recipe(
        "bulletin",
        "holiday",
        "a holiday, and the deadline in law is after the next issue",
        4,
        lambda p: law_in_holiday(p, 2),
    ),
    Recipe(
        "bulletin",
        "and-a-list",
        "the schools that are known decide; the list adds nothing",
        3,
        lambda p: p.topic("news", many=True, to=[p.schools(20, 50), closed_list(p)]),
    ),
)
TEAM = (
    Recipe(
        "communications-team",
        "law-soon",
        "a deadline in law in less than seven days, many schools",
        14,
        lambda p: law_soon(p, many_schools(p)),
    ),
    Recipe(
        "communications-team",
        "chosen",
        "a chosen set for a reason that is said",
        9,
        lambda p: p.topic("chosen", many=True, to=[p.schools(6, 16)]),
    ),
    Recipe(
        "communications-team",
        "chase",
        "chasing an overdue return in law",
        5,
        lambda p: p.duty("chase", "", to=[p.schools(8, 40)]),
    ),
    Recipe(
        "communications-team",
        "holiday",
        "a holiday, and no issue comes before the deadline in law",
        6,
        lambda p: law_in_holiday(p, 1),
    ),
)
OFFICER = (
    Recipe("local-officer", "news", "schools of one or two clusters", 15, lambda p: local_news(p, "local")),
    Recipe(
        "local-officer",
        "wide-news",
        "ordinary news, but only to one or two clusters",
        5,
        lambda p: local_news(p, "news"),
    ),
    Recipe(
        "local-officer",
        "law",
        "one or two clusters and urgent: the officer comes first",
        6,
        lambda p: law_soon(p, p.schools(4, 11, f"schools in {p.among('1 cluster', '2 clusters')}")),
    ),
)
SECURE = (
    Recipe(
        "secure-channel",
        "school",
        "one school, a child's confidential story",
        9,
        lambda p: told_story(p, [p.school()]),
    ),
    Recipe(
        "secure-channel",
        "outside",
        "a child's confidential story to an outside reader",
        9,
        lambda p: told_story(
            p,
            [
                p.among(
                    "a company",
                    "referrals@playfirst.example",
                    "duty@northshire.example",
                    "j.tutor@outlook.com",
                )
            ],
        ),
    ),
    Recipe("secure-channel", "casework", "two to four schools about one named child", 10, case_meeting),
)
TELEPHONE = (
    Recipe(
        "telephone",
        "family",
        "absence, progress, behaviour, health or worry told to a parent",
        14,
        to_a_family,
    ),
    Recipe(
        "telephone",
        "emergency",
        "danger now at one school; an e-mail may not be read",
        8,
        lambda p: emergency(p, [p.school("office")]),
    ),
    Recipe(
        "telephone",
        "emergency-many",
        "an emergency for many schools; ring first",
        3,
        lambda p: emergency(p, [many_schools(p)], "emergency_many"),
        also="communications-team",
    ),
)
UNKNOWN = (
    Recipe(
        "unknown-audience",
        "list",
        "only a list or group that cannot be opened",
        12,
        lambda p: p.topic("news", many=True, **in_field(p, closed_list(p))),
    ),
    Recipe(
        "unknown-audience",
        "list-and-school",
        "one school and a list; the list decides",
        7,
        lambda p: p.topic(p.among("news", "local"), many=True, to=[p.school(), closed_list(p)]),
    ),
    Recipe(
        "unknown-audience",
        "list-and-cluster",
        "schools of one cluster and a list; the list decides",
        4,
        lambda p: p.topic("local", many=True, to=[p.schools(3, 6, "schools in 1 cluster"), closed_list(p)]),
    ),
    Recipe(
        "unknown-audience",
        "hype",
        "called urgent, to a list",
        3,
        lambda p: p.topic("hype", many=True, given={"date": p.day(TERM[2], 1, 5)}, to=[closed_list(p)]),
    ),
)
RECIPES = SEND + BULLETIN + TEAM + OFFICER + SECURE + TELEPHONE + UNKNOWN
