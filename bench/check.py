"""What does one check cost, and what does the same draft cost Presidio's analyser?

    python -m bench.check [--presidio PYTHON]

A 300-word Outlook draft with five recipients, in process, one thread: cold (no sentence seen before)
and after one sentence changed; median and 95th percentile of CPU time. Once with office mail, the
development drafts of the corpus joined to 300 words; once with long made-up sentences, each with a
date and a number, which are harder on everything. ``--presidio`` names the Python of an environment with presidio-analyzer and spacy installed (they are no dependency of ours);
the same drafts then go through its analyser in the same run.
"""

import argparse
import html
import json
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from app.compose.check_draft import Road, check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, BodyFormat, Draft, Mailbox, Moment, Recipient
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.tone import dev_drafts

WORDS, RECIPIENTS, DRAFTS = 300, 5, 60
_WHO = [
    "the admissions team",
    "our school office",
    "the governors",
    "each class teacher",
    "the site manager",
    "parents in Year 6",
]
_DOES = [
    "will send",
    "has agreed",
    "would like to see",
    "is reviewing",
    "must return",
    "has asked us for",
    "will discuss",
]
_WHAT = [
    "the autumn timetable",
    "a copy of the visit form",
    "the meal numbers",
    "new guidance on attendance",
    "the draft minutes",
    "its transport list",
]
_WHEN = [
    "before the end of term",
    "at the next meeting",
    "on Thursday 3 December",
    "when it is ready",
    "by noon on Friday",
    "in the spring",
]
_WHY = [
    "so that nobody is left out",
    "because the old one is out of date",
    "as we said last week",
    "which helps schools to plan",
    "and will let you know",
]
_PEER = Path(__file__).parent / "presidio_side.py"


def sentences(random_: random.Random, words: int) -> list[str]:
    """Ordinary office sentences, `words` in all, hardly one of them twice."""
    said: list[str] = []
    while sum(len(s.split()) for s in said) < words:
        parts = (random_.choice(part) for part in (_WHO, _DOES, _WHAT, _WHEN, _WHY))
        said.append(f"{' '.join(parts).capitalize()} (item {random_.randrange(100_000)}).")
    return said


def draft(said: Sequence[str]) -> Draft:
    """The sentences as Outlook would hand them over."""
    paragraphs = (" ".join(said[i : i + 4]) for i in range(0, len(said), 4))
    body = "".join(
        f"<p class=MsoNormal style='mso-margin-top-alt:auto'>{html.escape(p)}<o:p></o:p></p>"
        for p in paragraphs
    )
    return Draft(
        "Autumn arrangements",
        Body(
            f"<html><head><style>p.MsoNormal {{margin:0cm}}</style></head><body>{body}</body></html>",
            BodyFormat.HTML,
        ),
        datetime(2026, 11, 17, 10, tzinfo=LONDON),
        Mailbox("p.shah@wealdshire.example", "P Shah"),
        tuple(Recipient(Mailbox(f"colleague{n}@wealdshire.example")) for n in range(RECIPIENTS)),
    )


def office_mail(words: int) -> list[list[str]]:
    """The lines of development drafts, joined until they hold so many words; none stands twice."""
    found: list[list[str]] = []
    lines: list[str] = []
    for line in (line.strip() for filled in dev_drafts() for line in filled.text.splitlines()):
        if line:
            lines.append(line)
        if sum(len(line.split()) for line in lines) >= words:
            found.append(lines)
            lines = []
    return found


def cpu_ms(act: Callable[[], object]) -> float:
    """CPU time of this process for one call."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def measure(road: Road, name: str, texts: Sequence[list[str]]) -> dict[str, list[float]]:
    """Cold and warm times of each draft."""
    cold, changed = [], []
    for number, said in enumerate(texts):
        cold.append(cpu_ms(lambda said=said: check_draft(draft(said), Moment.COMPOSE, road)))  # type: ignore[misc]  # bound early
        edited = [*said[:5], f"This sentence is new, number {number}.", *said[6:]]
        changed.append(cpu_ms(lambda edited=edited: check_draft(draft(edited), Moment.COMPOSE, road)))  # type: ignore[misc]  # bound early
    return {f"{name}, cold": cold, f"{name}, one sentence changed": changed}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--presidio", help="Python of an environment with presidio-analyzer")
    chosen = parser.parse_args()
    random_ = random.Random(7)  # noqa: S311 - made-up drafts, the same each time
    texts = [sentences(random_, WORDS) for _ in range(DRAFTS)]
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=("wealdshire.example",)))
        made.import_sample()
        road = made.road(keeps_records=True)
        measure(road, "", [sentences(random_, WORDS) for _ in range(5)])  # warm up
        rows = measure(road, "Office mail", office_mail(WORDS)[:DRAFTS])
        rows |= measure(road, "Made-up sentences", texts)
    if chosen.presidio:
        plain = json.dumps([" ".join(said) for said in texts])
        run = subprocess.run(
            [chosen.presidio, _PEER], input=plain, capture_output=True, text=True, check=True
        )
        rows["Made-up sentences, Presidio analyser, no name model"] = [
            seconds * 1000 for seconds in json.loads(run.stdout)["cpu"]
        ]
    print(f"Drafts of {WORDS} words, {RECIPIENTS} recipients; CPU ms\n")
    print("| | drafts | median | 95th |\n| --- | ---: | ---: | ---: |")
    for name, times in rows.items():
        middle, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"| {name} | {len(times)} | {middle:.1f} | {high:.1f} |")


if __name__ == "__main__":
    main()
