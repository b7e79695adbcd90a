"""How many personal numbers are found, how many look-alikes are left alone, and what does it cost?

    python bench/identifiers.py [--presidio PYTHON] [--mails 900] [--references 200000]

Precision and recall for each kind on generated UK mails (``uk_mails.py``), the share of random ten-digit
references that are flagged, and CPU for a 300-word mail. ``--presidio`` names the Python of an environment
made by ``python -m venv /tmp/peer && /tmp/peer/bin/pip install presidio-analyzer``; the same texts then go
through its analyser in the same run.
"""

import argparse
import json
import random
import statistics
import subprocess
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from app.checks import identifiers
from app.domain.audience import Audience
from app.domain.calendar import LONDON, Hours
from app.domain.draft import Body, Draft, Field
from app.domain.reading import Reading, Text
from app.reading.body import read_body
from bench.uk_mails import FILLER, Mail, mails

NOW = datetime(2026, 11, 20, 10, tzinfo=LONDON)
PEER_KINDS = {
    "UK_NHS": "nhs-number",
    "UK_NINO": "national-insurance-number",
    "IBAN_CODE": "iban",
    "CREDIT_CARD": "payment-card",
    "UK_DRIVING_LICENCE": "driving-licence",
    "UK_PASSPORT": "passport",
    "UK_POSTCODE": "home-address",
    "UK_VEHICLE_REGISTRATION": "vehicle-registration",
    "PHONE_NUMBER": "personal-phone",
    "DATE_TIME": "date-of-birth",
}
REFERENCES = (
    "Order {}",
    "Our ref {}",
    "Ticket #{}",
    "{}",
    "Invoice no. {} is due",
    "The number is {}.",
    "PO: {}",
    "Item {} came",
)
PEER_REFERENCES = 2_000
WORDS = 300
Found = list[tuple[str, int, int]]


def reading_of(text: str) -> Reading:
    """A Reading with the body only."""
    body = read_body(Body(text))
    return Reading(
        Draft("", Body(text), NOW), Text("", ""), body.text, body.regions, body.own, body.carried, body.signature,
        (), (), (), Audience(), Hours(is_working=True, is_term=True, next_morning=NOW),
    )  # fmt: skip


def ours(text: str) -> Found:
    """What our check sees in the body."""
    findings = identifiers.look(reading_of(text))
    return [(f.kind, s.start, s.end) for f in findings for s in f.spans if s.field is Field.BODY]


def tally(made: Sequence[Mail], found: Iterable[Found]) -> dict[str, Counter[str]]:
    """True, false and missed for each kind; a hit covers half of the value."""
    score: dict[str, Counter[str]] = {}
    for mail, seen in zip(made, found, strict=True):
        left = list(mail.truth)
        for kind, start, end in seen:
            match = next((t for t in left if t[0] == kind and _covers(t, start, end)), None)
            if match:
                left.remove(match)
            score.setdefault(kind, Counter())["true" if match else "false"] += 1
        for kind, _, _ in left:
            score.setdefault(kind, Counter())["missed"] += 1
    return score


def _covers(truth: tuple[str, int, int], start: int, end: int) -> bool:
    _, first, last = truth
    shared = min(end, last) - max(start, first)
    return shared * 2 >= last - first or (truth[0] == "home-address" and shared > 0)


def rates(score: Counter[str]) -> str:
    """Precision and recall as people read them."""
    seen, there = score["true"] + score["false"], score["true"] + score["missed"]
    precision = f"{score['true'] / seen:.3f}" if seen else "–"
    return f"{precision} | {score['true'] / there:.3f}" if there else f"{precision} | –"


def ask_peer(python: str, texts: Sequence[str]) -> tuple[list[Found], list[float]]:
    """What Presidio finds in the texts, and CPU seconds for each."""
    script = Path(__file__).with_name("presidio_side.py")
    run = subprocess.run(
        [python, str(script)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    answer = json.loads(run.stdout)
    found = [[(PEER_KINDS.get(e, e), start, end) for e, start, end, _ in seen] for seen in answer["found"]]
    return found, answer["cpu"]


def long_mails(count: int) -> list[str]:
    """Mails of about 300 words, one personal number in each third."""
    draw = random.Random(3)  # noqa: S311 - a bench needs a seed, not secrecy
    made = []
    for place in range(count):
        words = "Dear all,\n\n"
        while len(words.split()) < WORDS:
            words += draw.choice(FILLER) + draw.choice((" ", "\n\n"))
        made.append(words + ("NHS number 943 476 5870" if place % 3 == 0 else ""))
    return made


def cpu_of(texts: Sequence[str]) -> list[float]:
    """CPU milliseconds of our check for each text, reading apart."""
    times = []
    for text in texts:
        reading = reading_of(text)
        began = time.process_time()
        list(identifiers.look(reading))
        times.append((time.process_time() - began) * 1000)
    return times


def references(count: int) -> list[str]:
    """Sentences with a random ten-digit number that is nobody's."""
    draw = random.Random(11)  # noqa: S311 - a bench needs a seed, not secrecy
    return [draw.choice(REFERENCES).format(draw.randrange(10**9, 10**10)) for _ in range(count)]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--presidio", default="", help="the Python of an environment with presidio-analyzer")
    options.add_argument("--mails", type=int, default=900)
    options.add_argument("--references", type=int, default=200_000)
    chosen = options.parse_args()
    made, long, drawn = mails(chosen.mails), long_mails(60), references(chosen.references)
    us = tally(made, map(ours, [mail.text for mail in made]))
    flagged = sum(bool(ours(text)) for text in drawn) / len(drawn)
    cpu = statistics.median(cpu_of(long)[5:])
    peer, peer_flagged, peer_cpu = dict[str, Counter[str]](), 0.0, 0.0
    if chosen.presidio:
        texts = [mail.text for mail in made] + drawn[:PEER_REFERENCES] + long
        found, seconds = ask_peer(chosen.presidio, texts)
        peer = tally(made, found[: len(made)])
        some = found[len(made) : len(made) + PEER_REFERENCES]
        peer_flagged, peer_cpu = (
            sum(map(bool, some)) / len(some),
            statistics.median(seconds[-len(long) :]) * 1000,
        )
    clean = [mail for mail in made if not mail.truth]
    alarms = sum(bool(ours(mail.text)) for mail in clean)
    print(
        f"{len(made)} mails, {len(clean)} of them with look-alikes only; {alarms} of those raised anything\n"
    )
    print("| kind | values | ours P | ours R | Presidio P | Presidio R |\n|---|---|---|---|---|---|")
    for kind in identifiers.KINDS:
        score = us.get(kind, Counter())
        if score.total():
            there = score["true"] + score["missed"]
            print(
                f"| {kind} | {there} | {rates(score)} | {rates(peer[kind]) if kind in peer else 'not found | –'} |"
            )
    print(
        f"\n| | ours | Presidio |\n|---|---|---|\n| random ten-digit references flagged | {flagged:.2%} | {peer_flagged:.2%} |"
    )
    print(f"| CPU, 300-word mail, median | {cpu:.2f} ms | {peer_cpu:.2f} ms |")


if __name__ == "__main__":
    main()
