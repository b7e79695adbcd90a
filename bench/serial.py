"""How many near-copies to two schools are told, and how many look-alikes taken for copies? What does it cost?

    python -m bench.serial [--fresh] [--show] [--corpus] [--mails N]

Pairs of mails written by hand: near-copies (bench/serial/copies.yaml), and form letters and other mails that
share their frame and are about something else (lookalikes.yaml); ``--fresh`` takes the pairs that were written
once the rules were settled. ``--corpus`` compares the development mails of the model's corpus with each other.
Then the CPU time that remembering adds to a check, while N mails of a day (10,000) and a fifth as many texts for
many schools are held.
"""

import argparse
import html
import itertools
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Engine, insert

from app.adapters.store.engine import writing
from app.adapters.store.sent_mails import SqlSentMails, packed, signed
from app.adapters.store.tables import marks_for_many, school_mails, sent_mails, texts_for_many
from app.compose.check_draft import Road
from app.compose.read_draft import read_draft
from app.compose.sent_before import recall
from app.domain.calendar import LONDON
from app.domain.draft import Attachment, Body, BodyFormat, Draft, Mailbox, Recipient, ReplyKind
from app.domain.reading import Reading, Sentence
from app.domain.sent import Gist
from app.ports import SentMail
from app.reading.gist import gist_of
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.check import cpu_ms, sentences
from nlp_models.mail.scripts.drafts import read_folder
from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.parts import chance_of
from nlp_models.mail.scripts.people import Filled, training_names
from nlp_models.mail.scripts.people import fill as fill_names

DATA = Path(__file__).parent / "serial"
AT = datetime(2026, 11, 23, 10, tzinfo=LONDON)
SCHOOLS = (
    ("office@{}", "Kirstead Green Primary School", "Kirstead Green"),
    ("head@{}", "St Wilfrid's CofE Academy", "St Wilfrid's"),
)
QUOTED = "\n\nFrom: The office\nSent: 20 November 2026 09:12\nTo: P Shah\nSubject: A question\n\n{}\n\nThanks,\nThe office"
SHIPPED = 0.55
"""`same_text_percent` of the pack for schools."""
_BUSY = 0.2
_PROSE = 8
_TIMES = 100
_NO_MARKS = str.maketrans("", "", '[]{}.,;:!?"')
_LOOK_BELOW = 0.65
ENDS = "Kind regards,\nP Shah"


@dataclass(frozen=True)
class Side:
    """One mail of a pair."""

    text: str
    greeting: str = "Hello,"
    ends: str = ENDS
    quote: str = ""
    file: str = ""
    is_html: bool = False


@dataclass(frozen=True)
class Pair:
    """Two mails to two schools; `is_copy` is the truth as it was written."""

    kind: str
    sides: tuple[Side, Side]
    is_copy: bool


def copies(which: str) -> Iterator[Pair]:
    """The near-copies."""
    data = _read(f"copies{which}.yaml")
    for entry in data["copies"]:
        text = second = data["texts"][entry["of"]]
        for old, new in entry.get("swap", {}).items():
            if old not in second:
                raise ValueError(f"{old!r} is not in {entry['of']}")
            second = second.replace(old, new)
        second = " ".join(filter(None, (entry.get("front"), second, entry.get("add"))))
        sides = (
            Side(text, entry.get("a", "Hello,")),
            Side(
                second,
                entry.get("b", "Hello,"),
                entry.get("ends", ENDS),
                entry.get("quote", ""),
                is_html=entry.get("html", False),
            ),
        )
        yield Pair(entry["why"], sides, is_copy=True)


def lookalikes(which: str) -> Iterator[Pair]:
    """The form letters and the others."""
    data = _read(f"lookalikes{which}.yaml")
    for entry in data["pairs"]:
        letter = data["letters"][entry["of"]]
        first, second = (Side(letter.format("", *entry[side])) for side in ("first", "second"))
        yield Pair(entry["of"], (first, second), is_copy=False)
    for entry in data["others"]:
        files = entry.get("files", ["", ""])
        sides = [
            Side(entry[side], ends=entry.get("ends", ENDS), file=file)
            for side, file in zip(("first", "second"), files, strict=True)
        ]
        yield Pair(entry["why"], (sides[0], sides[1]), is_copy=False)


def _read(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return found


def draft(side: Side, to: int, addresses: tuple[str, str]) -> Draft:
    """One side as a draft to one of two schools."""
    _, name, short = SCHOOLS[to]
    text = side.text.replace("{school}", name).replace("{short}", short)
    body = f"{side.greeting}\n\n{text}\n\n{side.ends}" + (QUOTED.format(side.quote) if side.quote else "")
    if side.is_html:
        body = "".join(
            f"<p class=MsoNormal>{html.escape(line)}<o:p></o:p></p>" for line in body.split("\n\n")
        )
    return Draft(
        "A question",
        Body(body, BodyFormat.HTML if side.is_html else BodyFormat.TEXT),
        AT,
        Mailbox("p.shah@wealdshire.example", "P Shah"),
        (Recipient(Mailbox(addresses[to])),),
        attachments=(Attachment(side.file, 20_000),) if side.file else (),
        reply=ReplyKind.REPLY if side.quote else ReplyKind.NEW,
    )


def likeness(pair: Pair, road: Road, addresses: tuple[str, str]) -> float:
    """How alike Sendwell finds the two."""
    sent = road.around.sent
    if sent is None:
        raise ValueError("nothing is remembered on this road")
    first, second = (
        sent.fingerprint(gist_of(read_draft(draft(side, to, addresses), road.around)))
        for to, side in enumerate(pair.sides)
    )
    return first.likeness(second)


def accuracy(road: Road, addresses: tuple[str, str], which: str, *, shows: bool) -> None:
    """Print precision and recall, at the shipped threshold and around it."""
    found = [
        (pair, likeness(pair, road, addresses)) for pair in itertools.chain(copies(which), lookalikes(which))
    ]
    print(
        "| told from | precision | recall | told | missed | wrongly told |\n| ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    for least in (SHIPPED, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        told = Counter((pair.is_copy, alike >= least) for pair, alike in found)
        right, wrong, missed = told[True, True], told[False, True], told[True, False]
        print(
            f"| {least:.0%}{' (shipped)' if least == SHIPPED else ''} | {right / (right + wrong):.3f} "
            f"| {right / (right + missed):.3f} | {right} | {missed} | {wrong} |"
        )
    print(
        f"\n{sum(p.is_copy for p, _ in found)} near-copies, {sum(not p.is_copy for p, _ in found)} look-alikes"
    )
    for pair, alike in found if shows else ():
        if pair.is_copy is not (alike >= SHIPPED):
            print(
                f"{'missed' if pair.is_copy else 'wrong'} {alike:.2f} {pair.kind}: {pair.sides[1].text[:90]}"
            )


@dataclass
class _Unread:
    """A reader that hears nothing: what stands in a text is enough here, and people can only make it differ more."""

    version: str = "none"

    def read(self, text: str) -> tuple[Sentence, ...]:  # noqa: ARG002 - the port's signature
        """Nothing."""
        return ()

    cut = read


def unlike(road: Road, addresses: tuple[str, str]) -> None:
    """Print how many pairs of the corpus's mails, each written for itself, are alike."""
    sent, around = road.around.sent, replace(road.around, reader=_Unread())
    if sent is None:
        raise ValueError("nothing is remembered on this road")
    texts = [told.text for folder in sorted(CORPUS.glob("drafts/dev-*")) for told in _filled(folder)]
    read = (read_draft(draft(Side(text, "", ""), 0, addresses), around) for text in texts)
    made = [found for reading in read if (found := sent.fingerprint(gist_of(reading))).marks]
    alike = sorted((a.likeness(b) for a, b in itertools.combinations(made, 2)), reverse=True)
    told = sum(one >= SHIPPED for one in alike)
    print(
        f"\n{len(texts)} mails of the corpus, {len(made)} long enough: of {len(alike)} pairs {told} are told as copies"
    )
    print("closest:", ", ".join(f"{one:.2f}" for one in alike[:5]))


def _filled(folder: Path) -> Iterator[Filled]:
    names = training_names(None)
    return (fill_names(one, names, chance_of(one.id, "", "0")) for one in read_folder(folder))


def fill(engine: Engine, sent: SqlSentMails, mails: int, texts: int, random_: random.Random) -> None:
    """A day of a large organisation, of real sentences: 400 senders, ten of them busy offices, 600 schools."""
    said = [line for file in sorted(CORPUS.glob("drafts/*/*.txt")) for line in _prose(file)]
    now, schools = datetime.now(UTC), [sent.keyed_hash(f"school{number}") for number in range(600)]
    mail_rows, text_rows, mark_rows = [], [], []
    for number in range(mails + texts):
        made = sent.fingerprint(Gist(tuple(" ".join(random_.choices(said, k=6)).split())))
        if number >= mails:
            text_rows.append({"id": number, "at": now, "reached": 20, **packed(made)})
            mark_rows += [{"mark": signed(mark), "text_id": number} for mark in made.marks[:12]]
            continue
        sender = (
            f"office{random_.randrange(10)}" if random_.random() < _BUSY else f"one{random_.randrange(390)}"
        )
        mail_rows.append(
            {
                "at": now,
                "draft_hash": sent.keyed_hash(f"draft{number}"),
                "sender_hash": sent.keyed_hash(sender),
                "schools": [random_.choice(schools)],
                "may_be_held": False,
                **packed(made),
            }
        )
    counts = [{"school_hash": school, "day": now.date(), "mails": 17} for school in schools]
    with writing(engine) as connection:
        for table, rows in (
            (sent_mails, mail_rows),
            (texts_for_many, text_rows),
            (marks_for_many, mark_rows),
            (school_mails, counts),
        ):
            connection.execute(insert(table), rows)


def _prose(file: Path) -> Iterator[str]:
    """The longer lines of a file of the corpus, without its marks."""
    for line in file.read_text(encoding="utf-8").splitlines():
        words = line.partition(" {")[0].translate(_NO_MARKS).lower().split()
        if len(words) >= _PROSE:
            yield " ".join(words)


def cost(road: Road, sent: SqlSentMails, reading: Reading, mails: int) -> None:
    """Print what a look adds, for an ordinary sender and for a busy office."""
    asked = {
        "one school, ordinary sender": SentMail(
            "",
            sent.keyed_hash("one7"),
            frozenset({sent.keyed_hash("school3")}),
            sent.fingerprint(gist_of(reading)),
        )
    }
    asked["one school, busy office"] = replace(
        asked["one school, ordinary sender"], sender_hash=sent.keyed_hash("office3")
    )
    rows: dict[str, Callable[[], object]] = {
        "gist and fingerprint, 300 words": lambda: sent.fingerprint(gist_of(reading))
    }
    rows |= {f"look-up, {name}": (lambda one=one: sent.recall(one)) for name, one in asked.items()}  # type: ignore[misc]  # bound early
    rows["whole look, one school, 300 words"] = lambda: recall(reading, road.around.sent)
    rows["no school among the readers"] = lambda: recall(_without_schools(reading), road.around.sent)
    print(f"\nCPU ms with {mails} mails held | median | 95th\n--- | ---: | ---:")
    for name, act in rows.items():
        act()
        times = [cpu_ms(act) for _ in range(_TIMES)]
        print(f"{name} | {statistics.median(times):.2f} | {statistics.quantiles(times, n=20)[-1]:.2f}")
    times, wall = [], []
    for number in range(_TIMES):
        mail = replace(asked["one school, ordinary sender"], draft_hash=f"{number:064}")
        started = time.perf_counter()
        times.append(cpu_ms(lambda mail=mail: sent.remember(mail)))  # type: ignore[misc]  # bound early
        wall.append((time.perf_counter() - started) * 1000)
    print(
        f"remember (at Send only) | {statistics.median(times):.2f} | {statistics.quantiles(times, n=20)[-1]:.2f}"
    )
    print(
        f"remember, wall clock | {statistics.median(wall):.2f} | {statistics.quantiles(wall, n=20)[-1]:.2f}"
    )


def _without_schools(reading: Reading) -> Reading:
    return replace(reading, audience=replace(reading.audience, schools=0, readers=()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fresh", action="store_true", help="the pairs written after the rules were settled")
    parser.add_argument("--corpus", action="store_true", help="compare the mails of the model's corpus too")
    parser.add_argument("--mails", type=int, default=10_000)
    chosen = parser.parse_args()
    random_ = random.Random(7)  # noqa: S311 - made-up drafts, the same each time
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=("wealdshire.example",)))
        road = made.road(keeps_records=True)
        addresses = (
            "office@kirstead-green.wealdshire.sch.example",
            "office@st-wilfrids.wealdshire.sch.example",
        )
        accuracy(road, addresses, "-fresh" if chosen.fresh else "", shows=chosen.show)
        if chosen.corpus:
            unlike(road, addresses)
        if chosen.mails:
            text = Side(" ".join(sentences(random_, 300)))
            reading = read_draft(draft(text, 0, addresses), road.around)
            fill(made.ground.engine, made.records.sent_mails, chosen.mails, chosen.mails // 5, random_)
            cost(road, made.records.sent_mails, reading, chosen.mails)


if __name__ == "__main__":
    main()
