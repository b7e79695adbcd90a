"""How does one planned mail read?

The mails of ``bench/policy_drafts/ordinary.yaml`` with other names, places, rooms and numbers, and mails put together from the
sentences of ``parts.yaml``; then in the clothes that Outlook gives them: HTML, a signature, the mail that is answered.
"""

import html
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.week.cast import FIRST, LAST, NAMES, PLACES, TITLES, Person

ORDINARY = Path(__file__).parents[1] / "policy_drafts" / "ordinary.yaml"
PARTS = Path(__file__).parent / "parts.yaml"
FRIDAY = 4
HOLIDAYS = (date(2026, 12, 19), date(2027, 1, 4))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_TALKS, _APART, _RENAMED, _TALKS_BY_HAND = 0.25, 0.2, 0.8, 0.3
_NAME = re.compile(rf"\b(?:{'|'.join(sorted({*FIRST, *NAMES['others']}, key=len, reverse=True))})\b(?!')")
_TITLED = re.compile(rf"\b({'|'.join(TITLES)}|Canon) ([A-Z][\w'ó]+)")
_PLACE = re.compile(rf"\b(?:{'|'.join(PLACES)})\b")
_ROOM = re.compile(r"(?<=\broom )\d\.\d\d", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<![\d/£.-])(?<!01632 )(?!01632)\d{5,}(?![\d/])")
_SIGNED = re.compile(
    rf"\n(?:{_NAME.pattern}) (?:{'|'.join(LAST)}|Nowak|Kaur|Nwosu)(\n.*)?(?=\Z|\n[^\n]+\Z|\n[^\n]+\n[^\n]+\Z)"
)
_GREETED = re.compile(r"^(?:Hi|Hello|Dear|Morning|Afternoon|Happy birthday)?,? ?([A-Z][\w-]+)(?=[,\s]|$)")


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and text before any clothes; `is_html` when it was written as HTML."""

    subject: str
    text: str
    is_html: bool = False


@cache
def parts() -> Mapping[str, Any]:
    """The sentences."""
    loaded: Mapping[str, Any] = yaml.safe_load(PARTS.read_text(encoding="utf-8"))
    return loaded


@cache
def ordinary() -> tuple[Mapping[str, Any], ...]:
    """The mails written by hand."""
    return tuple(entry["draft"] for entry in yaml.safe_load(ORDINARY.read_text(encoding="utf-8")))


def slots(pen: random.Random, today: date, me: Person, you: Person) -> dict[str, str]:
    """What fills the gaps of one mail."""
    to_come = today + timedelta(days=pen.randint(5, 40))
    while to_come.weekday() > FRIDAY or HOLIDAYS[0] <= to_come <= HOLIDAYS[1]:
        to_come += timedelta(days=1)
    wrong = DAYS[(to_come.weekday() + pen.randint(1, 4)) % 5]
    said = f"{to_come.day} {to_come:%B}"
    return {
        "you": you.first,
        "title": f"{you.title} {you.last}",
        "me": me.first,
        "full": f"{me.first} {me.last}",
        "job": me.job,
        "who": pen.choice(FIRST),
        "child": pen.choice(FIRST),
        "day": pen.choice(DAYS),
        "date": f"{to_come:%A} {said}",
        "wrongdate": f"{wrong} {said}",
        "time": pen.choice(("9.30", "10", "10.15", "11am", "noon", "1.30", "2pm", "14:00", "2.45", "3.30pm")),
        "room": f"{pen.randint(0, 5)}.{pen.randint(1, 24):02}",
        "place": pen.choice(PLACES),
        "ref": pen.choice(("PO ", "", "", "SO-", "REQ")) + str(pen.randint(10_000, 899_999)),
        "sum": pen.choice((f"{pen.randint(12, 980)}", f"{pen.randint(1, 18)},{pen.randint(100, 999)}")),
        "n": str(pen.randint(3, 90)),
        "n3": f"{pen.randint(100, 199)}",
        "pin": str(pen.randint(1000, 9999)),
        "upn": f"{pen.randint(10**11, 10**12 - 1)}",
        "thing": pen.choice(parts()["things"]),
    }


def made(pen: random.Random, group: str, filled: Mapping[str, str], *, fault: str = "") -> Words:
    """A mail put together; with a fault, its sentence stands among the others."""
    store = parts()
    lines = pen.sample(store[group], min(len(store[group]), pen.choice((1, 2, 2, 3, 3, 4))))
    if fault:
        lines.insert(pen.randint(0, len(lines)), fault)
    if pen.random() < _TALKS:
        lines.insert(pen.choice((0, len(lines))), pen.choice(store["talk"]))
    middle = "\n\n".join(lines) if pen.random() < _APART else " ".join(lines)
    whole = (pen.choice(store["opening"][group]), middle, pen.choice(store["closing"][group]))
    text = "\n\n".join(part for part in whole if part)
    return Words(pen.choice(store["subjects"]).format_map(filled), text.format_map(filled))


def varied(pen: random.Random, draft: Mapping[str, Any], me: Person, you: Person) -> Words:
    """A mail by hand in other words where words are only names and numbers."""
    is_html = "html" in draft
    text = str(draft["html"] if is_html else draft["body"])
    spoken = re.sub(r"<[^>]+>", "\n", text).lstrip()
    greeted = _GREETED.match(spoken)
    last_line = text.rstrip().rpartition("\n")[2].strip()
    names: dict[str, str] = {}
    if greeted and _NAME.fullmatch(greeted[1]) and you.last:
        names[greeted[1]] = you.first
    if _NAME.fullmatch(last_line):
        names[last_line] = me.first

    def name(found: re.Match[str]) -> str:
        return names.setdefault(found[0], pen.choice(FIRST) if pen.random() < _RENAMED else found[0])

    families: dict[str, str] = {}
    titled = _TITLED.search(spoken.partition("\n")[0])
    if titled and you.last and titled.start() < len("Good morning, "):
        families[titled[2]] = you.last

    def family(found: re.Match[str]) -> str:
        return f"{found[1]} {families.setdefault(found[2], pen.choice(LAST))}"

    places: dict[str, str] = {}
    text = _TITLED.sub(family, _NAME.sub(name, text))
    text = _PLACE.sub(lambda p: places.setdefault(p[0], pen.choice(PLACES)), text)
    text = _SIGNED.sub(f"\n{me.first} {me.last}\\g<1>", text)
    text = _ROOM.sub(lambda _: f"{pen.randint(0, 5)}.{pen.randint(1, 24):02}", text)
    text = _LONG_NUMBER.sub(lambda n: str(pen.randint(10 ** (len(n[0]) - 1), 10 ** len(n[0]) - 1)), text)
    if not is_html and pen.random() < _TALKS_BY_HAND and text.count("\n\n") > 1:
        head, gap, rest = text.partition("\n\n")
        text = head + gap + pen.choice(parts()["talk"]).format(n3=pen.randint(100, 199)) + " " + rest
    subject = _PLACE.sub(
        lambda p: places.setdefault(p[0], pen.choice(PLACES)), _NAME.sub(name, str(draft["subject"]))
    )
    return Words(subject, text, is_html)


def signature(me: Person) -> str:
    """As a mail program adds it."""
    where = "Wealdshire County Council" if not me.school else me.school.partition(".")[0].title() + " School"
    return f"{me.first} {me.last}\n{me.job}\n{where}\nTel: 01632 960{100 + len(me.address) * 7 % 100}\n{me.address}"


def quoted(pen: random.Random, me: Person, sender: Person, sent: str, subject: str) -> str:
    """The mail that is answered, under the lines that Outlook puts above it."""
    before = pen.choice(
        [d for d in ordinary() if "body" in d and "From:" not in d["body"] and ">" not in d["body"]]
    )
    text = varied(pen, before, sender, me).text
    head = f"From: {sender.first} {sender.last} <{sender.address}>\nSent: {sent}\nTo: {me.first} {me.last} <{me.address}>\nSubject: {subject}"
    return f"{head}\n\n{text}"


def as_html(text: str, sign: str, below: str) -> str:
    """What Outlook makes of it."""

    def paragraphs(said: str) -> str:
        return "".join(
            f'<p class="MsoNormal">{html.escape(line, quote=False) or "<o:p>&nbsp;</o:p>"}</p>'
            for line in said.split("\n")
        )

    parted = '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm" id="divRplyFwdMsg">'
    return (
        '<html><body lang="EN-GB"><div class="WordSection1">'
        + paragraphs(text)
        + (f'<div id="Signature">{paragraphs(sign)}</div>' if sign else "")
        + (f"{parted}{paragraphs(below)}</div>" if below else "")
        + "</div></body></html>"
    )
