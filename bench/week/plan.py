"""Which mails does the week hold, when, and which of them are as they should be?

The base rates are those of README.md, written down before any of it was run. One seed makes one week.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from app.domain.calendar import LONDON
from app.domain.draft import (
    Attachment,
    Body,
    BodyFormat,
    Draft,
    Field,
    Importance,
    Mailbox,
    Recipient,
    RecipientKind,
    ReplyKind,
)
from bench.week import pen as words
from bench.week.cast import COUNCIL, Person, parent, school_boxes, staff, supplier

SEED = 20261116
MONDAY = date(2026, 11, 16)
FULL_WEEK = 10_000
RATES = {"one": 4700, "few": 1500, "team": 300, "staff": 30, "school": 1150, "company": 1000, "parent": 1130}
ROUTED = 40
FAULTS = {
    "missing-file": 50,
    "angry": 30,
    "pupil-to-company": 20,
    "wrong-day": 20,
    "credential": 15,
    "families-shown": 10,
    "own-account": 5,
}
EVENING, HIGH, REPLY_TO_ONE, REPLY, QUOTES, HTML, SIGNED, SAME_THREAD, WITH_FILE = (
    0.06,
    0.02,
    0.55,
    0.4,
    0.6,
    0.7,
    0.35,
    0.15,
    0.08,
)
BY_HAND, NEAR, WITH_LOGO = 0.5, 0.85, 0.4
_GROUP = {"one": "inside", "few": "team"}
_TEAM_FROM = 10


class Plan(StrEnum):
    """What a send is meant to be."""

    ORDINARY = "ordinary"
    ROUTED = "routed"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Send:
    """One mail of the week. `kind` says to whom it goes, or which fault it has."""

    draft: Draft
    plan: Plan
    kind: str


def week(sends: int = FULL_WEEK) -> list[Send]:
    """The sends in order of time."""
    return _Week(sends).sends()


class _Week:
    def __init__(self, sends: int) -> None:
        self._pen = random.Random(SEED)  # noqa: S311 - a simulation, made again from its seed
        self._share = sends / FULL_WEEK
        self._people = staff(self._pen)
        self._council = [p for p in self._people if not p.school]
        self._by_school: dict[str, list[Person]] = defaultdict(list)
        for person in self._people:
            self._by_school[person.school].append(person)
        self._used: dict[str, set[int]] = defaultdict(set)
        self._threads: dict[str, str] = {}
        self._bases: dict[str, list[int]] = defaultdict(list)
        for i, draft in enumerate(words.ordinary()):
            self._bases[_kind_of(draft)].append(i)
        self._count = 0

    def sends(self) -> list[Send]:
        made: list[Send] = []
        for kind, number in RATES.items():
            made += [Send(self._ordinary(kind), Plan.ORDINARY, kind) for _ in range(self._of(number))]
        made += [Send(self._routed(), Plan.ROUTED, "several schools") for _ in range(self._of(ROUTED))]
        for fault, number in FAULTS.items():
            made += [Send(self._faulty(fault), Plan.FAULT, fault) for _ in range(self._of(number))]
        return sorted(made, key=lambda send: send.draft.sending_at)

    def _of(self, number: int) -> int:
        return max(1, round(number * self._share))

    def _sender(self, among: list[Person] | tuple[Person, ...]) -> Person:
        return self._pen.choices(among, [p.weight for p in among])[0]

    def _at(self) -> datetime:
        day = MONDAY + timedelta(days=self._pen.randrange(5))
        evening = self._pen.random() < EVENING
        first, last = ((17, 30), (22, 0)) if evening else ((8, 30), (17, 25))
        minutes = self._pen.randint(first[0] * 60 + first[1], last[0] * 60 + last[1])
        return datetime.combine(day, time(minutes // 60, minutes % 60, self._pen.randrange(60)), LONDON)

    def _ordinary(self, kind: str) -> Draft:
        me = self._sender(self._council if kind in {"staff", "school"} else self._people)
        if self._pen.random() < BY_HAND and (base := self._base(kind, me)):
            return self._from_base(base, kind, me)
        return self._put_together(kind, me)

    def _base(self, kind: str, me: Person) -> Mapping[str, Any] | None:
        left = [i for i in self._bases[kind] if i not in self._used[me.address]]
        if not left:
            return None
        chosen = self._pen.choice(left)
        self._used[me.address].add(chosen)
        return words.ordinary()[chosen]

    def _from_base(self, base: Mapping[str, Any], kind: str, me: Person) -> Draft:
        people = self._readers(kind, me, _number(base["to"][0]))
        said = words.varied(self._pen, base, me, people[0])
        files = tuple(
            Attachment(name, self._pen.randint(20_000, 900_000)) for name in base.get("attachments", ())
        )
        draft = self._draft(
            said, me, self._addressed(kind, people), ReplyKind(base.get("reply", "new")), people[0]
        )
        copied = [self._colleague(me) for phrase in base.get("cc", ()) for _ in range(_number(phrase))]
        readers = draft.recipients + tuple(Recipient(p.mailbox, Field.CC) for p in copied)
        high = Importance(base.get("importance", draft.importance))
        return replace(draft, recipients=readers, attachments=draft.attachments + files, importance=high)

    def _put_together(self, kind: str, me: Person, fault: str = "") -> Draft:
        pen = self._pen
        numbers = {"few": pen.randint(2, 9), "team": pen.randint(10, 25)}
        people = self._readers(kind, me, numbers.get(kind, 1))
        at = self._at()
        filled = words.slots(pen, at.date(), me, people[0])
        said = words.made(pen, _GROUP.get(kind, kind), filled, fault=fault)
        files: tuple[Attachment, ...] = ()
        if not fault and pen.random() < WITH_FILE:
            line, name = pen.choice(words.parts()["files"])
            line = line.format_map(filled)
            head, gap, rest = said.text.partition("\n\n")
            said = replace(
                said, text=f"{head}{gap}{line[:1].upper()}{line[1:]} {rest}" if gap else f"{said.text} {line}"
            )
            files = (Attachment(name.format_map(filled), pen.randint(20_000, 900_000)),)
        is_reply = pen.random() < (REPLY_TO_ONE if kind == "one" else REPLY) and kind != "staff"
        reply = (ReplyKind.REPLY if kind != "few" else ReplyKind.REPLY_ALL) if is_reply else ReplyKind.NEW
        if is_reply:
            said = replace(said, subject=f"Re: {said.subject}")
        draft = self._draft(said, me, self._addressed(kind, people), reply, people[0], at)
        return replace(draft, attachments=draft.attachments + files)

    def _routed(self) -> Draft:
        pen, me = self._pen, self._sender(self._council)
        subject, text = pen.choice(words.parts()["routed"])
        many = pen.choice((2, 3, 5, 9, 20, 40))
        boxes = pen.sample(school_boxes(), many)
        filled = words.slots(pen, MONDAY, me, me)
        said = words.Words(subject, text.format_map(filled))
        return self._draft(said, me, tuple(map(Recipient, boxes)), ReplyKind.NEW, me)

    def _faulty(self, fault: str) -> Draft:
        pen, me = self._pen, self._sender(self._people)
        sentence = pen.choice(words.parts()["faults"][fault])
        if fault == "families-shown":
            filled = words.slots(pen, MONDAY, me, me)
            families = [parent(pen) for _ in range(pen.randint(6, 30))]
            said = words.Words(
                pen.choice(("Trip", "Support group", "Breakfast club")), sentence.format_map(filled)
            )
            return self._draft(said, me, self._addressed("parent", families), ReplyKind.NEW, families[0])
        if fault == "own-account":
            home = replace(me, address=f"{me.first}-{me.last}@gmail.com".lower().replace("'", ""))
            said = words.Words("For tonight", sentence)
            draft = self._draft(said, me, self._addressed("parent", [home]), ReplyKind.NEW, home)
            return replace(draft, attachments=(Attachment("Staff list.xlsx", 80_000),))
        kind = "company" if fault == "pupil-to-company" else pen.choice(("one", "one", "few", "company"))
        return self._put_together(kind, me, sentence)

    def _colleague(self, me: Person) -> Person:
        near = self._by_school[me.school if self._pen.random() < NEAR else ""]
        return self._sender([p for p in near if p is not me])

    def _readers(self, kind: str, me: Person, number: int) -> list[Person]:
        pen = self._pen
        if kind == "parent":
            return [parent(pen)]
        if kind == "company":
            return [supplier(pen)]
        if kind == "school":
            box = pen.choice(school_boxes())
            return [Person(box.name, "", box.address, school=box.domain)]
        if kind == "staff":
            return [Person("All", "Staff", f"all-staff@{COUNCIL}")]
        return list({p.address: p for p in (self._colleague(me) for _ in range(number))}.values())

    def _addressed(self, kind: str, people: list[Person]) -> tuple[Recipient, ...]:
        kinds = {
            "parent": RecipientKind.OUTSIDE,
            "company": RecipientKind.OUTSIDE,
            "staff": RecipientKind.GROUP,
        }
        boxes = (Mailbox(p.address, p.first) if kind == "school" else p.mailbox for p in people)
        return tuple(Recipient(box, kind=kinds.get(kind, RecipientKind.USER)) for box in boxes)

    def _draft(  # noqa: PLR0913, PLR0917 - what a draft is made of
        self,
        said: words.Words,
        me: Person,
        readers: tuple[Recipient, ...],
        reply: ReplyKind,
        first: Person,
        at: datetime | None = None,
    ) -> Draft:
        pen, at = self._pen, at or self._at()
        answers = reply in {ReplyKind.REPLY, ReplyKind.REPLY_ALL}
        below = ""
        if answers and "From:" not in said.text and pen.random() < QUOTES:
            before = at - timedelta(hours=pen.randint(1, 60))
            below = words.quoted(
                pen, me, first, f"{before.day} {before:%B %Y %H:%M}", said.subject.removeprefix("Re: ")
            )
        sign = words.signature(me) if pen.random() < SIGNED else ""
        self._count += 1
        thread = f"t{self._count}"
        if answers and pen.random() < SAME_THREAD:
            thread = self._threads.get(me.address, thread)
        self._threads[me.address] = thread
        return Draft(
            said.subject,
            _body(said, sign, below, as_html=pen.random() < HTML),
            at,
            me.mailbox,
            readers,
            attachments=(Attachment("image001.png", 6_200, inline=True),)
            if sign and pen.random() < WITH_LOGO
            else (),
            reply=reply,
            importance=Importance.HIGH if pen.random() < HIGH else Importance.NORMAL,
            id=f"d{self._count}",
            thread=thread,
        )


def _body(said: words.Words, sign: str, below: str, *, as_html: bool) -> Body:
    if said.is_html:
        return Body(said.text + (words.as_html("", "", below) if below else ""), BodyFormat.HTML)
    if as_html:
        return Body(words.as_html(said.text, sign, below), BodyFormat.HTML)
    return Body("\n\n".join(part for part in (said.text, sign, below) if part))


def _number(phrase: str) -> int:
    count = phrase.partition(" ")[0]
    return int(count) if count.isdigit() else 1


def _kind_of(draft: Mapping[str, Any]) -> str:
    phrase = draft["to"][0]
    kinds: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("staff", lambda p: p == "all staff"),
        ("school", lambda p: p.endswith("school")),
        ("company", lambda p: p.endswith("company")),
        ("parent", lambda p: p.endswith("parent")),
        ("one", lambda p: p == "a colleague"),
        ("team", lambda p: _number(p) >= _TEAM_FROM),
    )
    return next((kind for kind, fits in kinds if fits(phrase)), "few")
