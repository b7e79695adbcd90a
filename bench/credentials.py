"""How many disclosed passwords, codes and logins are found, and how often is talk about them taken for one?

    python -m bench.credentials [--half dev]

Reads ``bench/credentials.jsonl``: short mails written by somebody who had not seen the patterns. Each goes the
road of a draft (``read_draft``) and to the check; it is found when the check reports anything. Mails with an even
number may be learnt from: ``--half dev`` prints those that are judged wrongly. Mails with an odd number are for
measuring only, and are never printed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.checks import credentials
from app.compose.read_draft import read_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Mailbox
from nlp_models.mail.scripts.measure.shares import wilson
from tests.road import surroundings

MAILS = Path(__file__).with_name("credentials.jsonl")
NOW = datetime(2026, 11, 17, 10, tzinfo=LONDON)


@dataclass(frozen=True, slots=True)
class Judged:
    """One mail, what it holds, and what was found in it."""

    number: int
    text: str
    holds: bool
    kind: str
    found: frozenset[str]

    @property
    def is_dev(self) -> bool:
        """Whether the mail may be looked at."""
        return self.number % 2 == 0


def judged(path: Path = MAILS) -> Iterator[Judged]:
    """Every mail with what the check finds in it."""
    around = surroundings()
    sender = Mailbox("p.shah@council.example", "P Shah")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = read_draft(Draft("", Body(row["text"]), NOW, sender), around)
        found = frozenset(finding.kind for finding in credentials.look(reading))
        number = int("".join(c for c in row["id"] if c.isdigit()))
        yield Judged(number, row["text"], row["secret"], row["kind"], found)


def share(hits: int, total: int) -> str:
    """A share with its 95 % interval and its counts."""
    value, low, high = wilson(hits, total)
    return f"{value:.3f} [{low:.3f}, {high:.3f}] ({hits} of {total})"


def report(name: str, mails: Sequence[Judged]) -> None:
    """Precision and recall, recall by kind, and how many of those found have the right kind."""
    there = [mail for mail in mails if mail.holds]
    found = [mail for mail in mails if mail.found]
    both = [mail for mail in there if mail.found]
    print(f"{name}: {len(mails)} mails, {len(there)} with a secret or a request for one")
    print(f"  precision   {share(len(both), len(found))}")
    print(f"  recall      {share(len(both), len(there))}")
    print(f"  right kind  {share(sum(mail.kind in mail.found for mail in both), len(both))}")
    total = Counter(mail.kind for mail in there)
    hits = Counter(mail.kind for mail in both)
    for kind in sorted(total):
        print(f"    {kind:18} {share(hits[kind], total[kind])}")


def main() -> None:
    """Judge every mail and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--half", choices=["dev"], help="print the mails of this half that are judged wrongly"
    )
    chosen = parser.parse_args()
    mails = list(judged())
    report("odd (measured only)", [mail for mail in mails if not mail.is_dev])
    report("even (learnt from)", [mail for mail in mails if mail.is_dev])
    if chosen.half:
        for mail in mails:
            if mail.is_dev and mail.holds is not bool(mail.found):
                label = "MISSED" if mail.holds else f"FALSE ALARM {sorted(mail.found)}"
                print(f"{label} {mail.number} {mail.kind}: {mail.text!r}")


if __name__ == "__main__":
    main()
