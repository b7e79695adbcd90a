"""How is one made draft put together from parts, in somebody's manner?

Every draw is by one seeded dice, so the same seed gives the same draft.
"""

import random
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

HTML_SHARE, SLIP_SHARE, FLAGGED_SHARE, LONG_SHARE = 0.12, 0.2, 0.3, 0.35
_CHOICE = re.compile(r"\{([^{}|]+(?:\|[^{}|]+)+)\}")
_HERE = Path(__file__).parent

SLIPS = {
    "receive": "recieve",
    "because": "becuase",
    "should": "shoud",
    "their ": "thier ",
    "please": "pls",
    "the ": "teh ",
    "and ": "adn ",
    "'": "",
}
HISTORY = (
    "\n\nFrom: Office\nSent: {day}\nSubject: {subject}\n\nThanks for this. When do you need to know? Regards"
)


class Pen:
    """Draws parts by a seed and writes them as one draft."""

    def __init__(self, parts: Mapping[str, Any], dice: random.Random) -> None:
        """Take the parts and the dice that every draw uses."""
        self.parts, self.dice = parts, dice

    def pick(self, bank: str) -> Any:
        """One part of a bank."""
        return self.dice.choice(self.parts[bank])

    def among(self, *choices: Any) -> Any:
        """One of the choices."""
        return self.dice.choice(choices)

    def school(self, role: str = "") -> str:
        """The address of one school."""
        phase = self.among("primary", "primary", "secondary", "special")
        role = role or self.among("office", "head", "office", "senco", "sbm")
        return f"{role}@s{self.dice.randint(1, 60):02}.c{self.dice.randint(1, 20):02}.{phase}.sch.example"

    def schools(self, low: int, high: int, tail: str = "") -> str:
        """A phrase for a number of schools."""
        return f"{self.dice.randint(low, high)} {tail or 'schools'}"

    def day(self, moment: str, low: int, high: int) -> str:
        """A day so many days after the moment, as people write it."""
        return self.spell(datetime.fromisoformat(moment) + timedelta(days=self.dice.randint(low, high)))

    def spell(self, day: datetime) -> str:
        """A day as people write it."""
        return day.strftime(self.among("%A %-d %B %Y", "%-d %B %Y", "%d/%m/%Y", "%A %-d %B", "%a %-d %b %Y"))

    def fill(self, text: str, **given: str) -> str:
        """The text with its choices made and its gaps filled."""
        made = _CHOICE.sub(lambda m: self.dice.choice(m[1].split("|")), text)
        at = self.dice.randrange(len(self.parts["children"]))
        child = self.parts["children"][at]
        gaps = {
            "child": child,
            "first_child": child.split()[0],
            "his": "his" if at % 2 == 0 else "her",
            "him": "him" if at % 2 == 0 else "her",
            "first": self.pick("firsts"),
            "person": self.pick("persons"),
            "n": str(self.dice.randint(100, 989)),
        }
        return made.format(**(gaps | given))

    def write(
        self, subject: str, core: str, *, many: bool, given: Mapping[str, str], **rest: Any
    ) -> dict[str, Any]:
        """One draft from a subject and its core, in somebody's manner."""
        filled = self.fill(subject + "\n\n" + core, **given)
        subject, core = filled.split("\n\n", 1)
        opening = self.fill(self.pick("openings_many" if many else "openings"))
        at_school = "sch.example" in str(rest.get("from", ""))
        signatures = "signatures_school" if at_school else "signatures"
        ending = "\n".join(p for p in (self.pick("closings"), self.fill(self.pick(signatures))) if p)
        paragraphs = [
            p
            for p in (
                opening,
                self._chat(many=many, rest=rest),
                core,
                self._background(many=many, rest=rest),
                ending,
            )
            if p
        ]
        draft = {"subject": self.among(subject, subject, subject.upper(), subject.lower()), **rest}
        if self.dice.random() < HTML_SHARE and "reply" not in rest:
            draft["html"] = "".join(f"<p>{p}</p>".replace("\n", "<br>") for p in paragraphs)
            return draft
        body = self.slip("\n\n".join(paragraphs))
        if "reply" in rest:
            draft["subject"] = "RE: " + subject
            body += HISTORY.format(day=self.among("Friday", "12/11", "yesterday 16:02"), subject=subject)
        return draft | {"body": body + "\n"}

    def _chat(self, *, many: bool, rest: Mapping[str, Any]) -> str:
        """A line of small talk; none in a mail that is flagged or a reply."""
        return "" if {"importance", "reply"} & set(rest) else str(self.pick("chat" if many else "chat_one"))

    def _background(self, *, many: bool, rest: Mapping[str, Any]) -> str:
        """A longer paragraph of ordinary background, in some of the calm mails to many."""
        is_calm = many and not {"importance", "reply"} & set(rest)
        return str(self.pick("background")) if is_calm and self.dice.random() < LONG_SHARE else ""

    def slip(self, body: str) -> str:
        """The body with a slip or two of the keyboard, in one draft of five."""
        if self.dice.random() < SLIP_SHARE:
            for right in self.dice.sample(sorted(SLIPS), 2):
                body = body.replace(right, SLIPS[right], 1)
        return body

    def topic(
        self, bank: str, *, many: bool, given: Mapping[str, str] | None = None, **rest: Any
    ) -> dict[str, Any]:
        """One draft about a topic of a bank of subjects and cores."""
        subject, core = self.pick(bank)
        return self.write(subject, core, many=many, given=given or {}, **rest)

    def duty(self, bank: str, day: str, **rest: Any) -> dict[str, Any]:
        """One draft about a return, due or chased, on a day that is said."""
        subject, duty = self.pick("duties")
        if self.dice.random() < FLAGGED_SHARE:
            rest["importance"] = "high"
        return self.write(subject, self.pick(bank), many=True, given={"duty": duty, "date": day}, **rest)


def read_parts() -> Mapping[str, Any]:
    """The parts, as the folder holds them."""
    return dict(yaml.safe_load((_HERE / "parts.yaml").read_text(encoding="utf-8")))
