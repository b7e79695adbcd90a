"""How many disclosed passwords, codes and logins are found, and how often is talk about them taken for one?

    python -m bench.credentials [--show]

Reads two sets of short mails by people who had not seen the patterns. Each mail goes the road of a draft
(``read_draft``) and to the check; it is found when the check reports anything. ``credentials.jsonl`` may be learnt
from: ``--show`` prints those of it that are judged wrongly. ``credentials_blind.jsonl`` is for measuring only, and
is never printed.
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
from tests.road import real_reader, surroundings

SEEN = Path(__file__).with_name("credentials.jsonl")
BLIND = Path(__file__).with_name("credentials_blind.jsonl")
NOW = datetime(2026, 11, 17, 10, tzinfo=LONDON)


@dataclass(frozen=True, slots=True)
class Judged:
    """One mail, what it holds, and what was found in it."""

    id: str
    text: str
    holds: bool
    kind: str
    found: frozenset[str]


def judged(path: Path) -> Iterator[Judged]:
    """Every mail with what the check finds in it."""
    around = surroundings(real_reader())
    sender = Mailbox("p.shah@council.example", "P Shah")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = read_draft(Draft("", Body(row["text"]), NOW, sender), around)
        found = frozenset(finding.kind for finding in credentials.look(reading))
        yield Judged(row["id"], row["text"], row["secret"], row["kind"], found)


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
    parser.add_argument("--show", action="store_true", help="print the seen mails that are judged wrongly")
    chosen = parser.parse_args()
    seen = list(judged(SEEN))
    report("blind (measured only)", list(judged(BLIND)))
    report("seen (learnt from)", seen)
    for mail in seen if chosen.show else ():
        if mail.holds is not bool(mail.found):
            label = "MISSED" if mail.holds else f"FALSE ALARM {sorted(mail.found)}"
            print(f"{label} {mail.id} {mail.kind}: {mail.text!r}")


if __name__ == "__main__":
    main()
