"""Which cases would three hundred sends leave, and what was true of each?

Every story is a mail that could have been written, with sends: to whom, what the sender answered to the card, and
what is true of it. It goes down the real road (reader, checks, packs, `flag_send`); what comes out is a Case as a
reviewer finds it. The truth is handed back apart from it, by the number of the case.
"""

import base64
import hashlib
import io
import random
import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from app.checks.heard_acts import surest
from app.checks.sounding import features
from app.domain.case import Case
from app.domain.case_notes import Ruling
from app.domain.choice import Choice, ChoiceReason, Chosen
from app.domain.draft import Moment
from app.domain.item import Person
from app.domain.reading import Act
from app.domain.verdict import Advice, SetAside, Severity, Verdict, Why
from app.policy.policy import Policy
from app.review.flag_send import Sent, flag_send
from app.review_ports import Whose
from tests.fakes import MONDAY_MORNING
from tests.review_fakes import FakeCases
from tests.road import PACKS, check_example, pack, real_meanings

STORIES = Path(__file__).parent / "stories"
MAY_BE_READ: Mapping[str, Container[int]] = {
    **dict.fromkeys(("stories", "blind-3", "blind-4", "blind-5"), (1,)),
    **dict.fromkeys(("practice", *(f"own-{number}" for number in range(5, 16))), (1, 2)),
}
"""Which halves of which folders may be looked at, and learnt from."""
SENDER = Whose(Person("Priya Shah", "priya.shah@council.example"), frozenset({"code"}))
SCHOOLS = tuple(f"office@s{n:02}.c{n % 5 + 1:02}.primary.sch.example" for n in range(1, 41))
_NO_DIGIT = 10
"""A check of ten has no digit: such a number is not given out."""
_POLICY = Policy([pack(name) for name in PACKS], "bench")


@dataclass(frozen=True, slots=True)
class Send:
    """One send of a story. `half` is 1 for what may be looked at while the rubric is written, else 2."""

    story: str
    number: str
    half: int
    draft: Mapping[str, Any]
    said: str
    truth: Ruling


@dataclass(frozen=True, slots=True)
class Flag:
    """What a reviewer finds, and whose it was.

    `ill_will` is how surely the model hears it, 0 to 1; `features` what is weighed of how it sounds.
    """

    send: Send
    case: Case
    ill_will: float
    features: Sequence[float]


def sends(folder: Path = STORIES) -> Iterator[Send]:
    """Every send of every story, in the order of the files. Stories are halved by a hash of their name."""
    for file in sorted(folder.glob("*.yaml")):
        for story in yaml.safe_load(file.read_text(encoding="utf-8")):
            half = 1 + hashlib.sha256(story["id"].encode()).digest()[0] % 2
            for place, (to, said, truth) in enumerate(story["sends"]):
                number = f"{story['id']}/{place}"
                yield Send(story["id"], number, half, _draft(story, to, number), said, Ruling(truth))


def flags(folder: Path = STORIES, halves: Container[int] = (1, 2)) -> Iterator[Flag]:
    """The case that each send leaves; of several the riskiest. A send that leaves none is left out."""
    vectors = real_meanings().of
    for send in sends(folder):
        if send.half not in halves:
            continue
        checked = check_example({**send.draft, "reader": "real"}, moment=Moment.SEND)
        cases = FakeCases()
        choice = _choice(send.said)
        verdict = _answered(checked.verdict)
        known = (a for one in verdict.set_aside for a in (one.advice,))
        choices = [replace(choice, rule=a.rule, finding=a.finding.id) for a in known]
        flag_send(
            Sent(checked.reading, verdict, _POLICY, SENDER, lambda said=choices: said, vectors=vectors),  # type: ignore[misc]  # bound now
            cases,
            lambda said: hashlib.sha256(said.encode()).hexdigest(),
            MONDAY_MORNING,
        )
        found = sorted(cases.kept.values(), key=lambda c: (-c.flagged.risk.rank, c.flagged.rule))
        if found:
            ill_will = surest(checked.reading, Act.ILL_WILL)
            yield Flag(send, found[0], ill_will, features(checked.reading, vectors))


def _answered(verdict: Verdict) -> Verdict:
    """What stops the mail stops it; else every warning was answered, and Send was pressed again."""
    blocks = tuple(card for card in verdict.advice if card.severity is Severity.BLOCK)
    if blocks:
        return replace(verdict, advice=blocks, set_aside=())
    loud: tuple[Advice, ...] = tuple(card for card in verdict.advice if card.severity >= Severity.WARN)
    return replace(verdict, advice=(), set_aside=tuple(SetAside(card, Why.ANSWERED) for card in loud))


def _choice(said: str) -> Choice:
    wrong = said.startswith("wrong:")
    chosen = Chosen.WRONG_WARNING if wrong else Chosen.OVERRODE
    return Choice(MONDAY_MORNING, "code", "", "", chosen, ChoiceReason(said.removeprefix("wrong:")))


def _draft(story: Mapping[str, Any], to: str, number: str) -> dict[str, Any]:
    made = random.Random(number)  # noqa: S311 - made-up numbers, the same in every run
    body = story["body"].replace("{schools}", "\n".join(made.sample(SCHOOLS, 12)))
    for name, make in (("{nhs}", _nhs), ("{upn}", _upn), ("{ni}", _ni)):
        while name in body:
            body = body.replace(name, make(made), 1)
    draft: dict[str, Any] = {"subject": story["subject"], "body": body.replace("{card}", "5678"), "to": [to]}
    draft |= {name: story[name] for name in ("reply", "cc") if name in story}
    if story.get("own"):
        draft |= {"from": "priya.shah@council.example", "from_name": "Priya Shah"}
    files: list[Any] = list(story.get("files", ()))
    if story.get("locked"):
        files = [{"name": file, "base64": _locked()} for file in files]
    if story.get("csv"):
        files.append(
            {"name": "offices.csv", "text": "school,address\n" + "\n".join(f"S,{a}" for a in SCHOOLS[:15])}
        )
    return draft | ({"attachments": files} if files else {})


def _nhs(made: random.Random) -> str:
    while True:
        digits = [made.randint(0, 9) for _ in range(9)]
        check = (11 - sum(d * (10 - n) for n, d in enumerate(digits))) % 11
        if check < _NO_DIGIT:
            whole = "".join(map(str, [*digits, check]))
            return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def _upn(made: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    digits = [8, 8, 6, *(made.randint(0, 9) for _ in range(9))]
    return letters[sum((n + 2) * d for n, d in enumerate(digits)) % 23] + "".join(map(str, digits))


def _ni(made: random.Random) -> str:
    return f"{made.choice(['JG', 'AB', 'CE', 'PW'])} {made.randint(10, 99)} {made.randint(10, 99)} {made.randint(10, 99)} C"


def _locked() -> str:
    """A zip whose one entry says that it is encrypted."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "x")
    content = bytearray(held.getvalue())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return base64.b64encode(bytes(content)).decode()
