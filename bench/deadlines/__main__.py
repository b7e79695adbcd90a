"""Of several dates in a mail, is the one that its readers must act by found?

    python -m bench.deadlines [own.yaml] [--show]

Mails and the day that is meant lie in ``bench/deadlines``. Two readers of dates are asked: the closing date of
the item that would be made of the mail, and the nearest deadline that the check of urgency sees; right is the
day that is meant, or none where none is. Told too is how often a deadline within a week is seen as one.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from app.bulletin.from_draft.suggest import suggest
from app.checks import look
from app.compose.read_draft import read_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Mailbox
from app.settings import load_settings
from app.wiring.installation import Installation

_FOLDER = Path(__file__).parent
_WRITER = Mailbox("sam.okoro@marlshire.example", "Sam Okoro")
_SOON = 7


def answers(entry: Mapping[str, Any], installation: Installation) -> Iterator[tuple[str, date | None]]:
    """Who is asked, and the day that is found."""
    sent = datetime.fromisoformat(entry["sent"]).replace(tzinfo=LONDON)
    around = installation.road(keeps_records=False).around
    reading = read_draft(Draft(entry["subject"], Body(entry["body"]), sent, _WRITER), around)
    findings = look(reading)[0]
    yield "closing date", suggest(reading, findings, around.speller.knows, ()).text.closes
    days = [f.facts["day"] for f in findings if f.check == "urgency-and-deadline" and f.kind == "deadline"]
    day = next(iter(days), None)
    yield "urgency", day if isinstance(day, date) else None


def is_soon(day: date | None, entry: Mapping[str, Any]) -> bool:
    """Whether a day lies within a week of sending."""
    return day is not None and (day - datetime.fromisoformat(entry["sent"]).date()).days < _SOON


def main() -> None:
    """Print how many are right, and the misses."""
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("mails", nargs="?", default="own.yaml")
    ways.add_argument("--show", action="store_true")
    given = ways.parse_args()
    installation = Installation(load_settings({}))
    right = Counter[str]()
    mails = yaml.safe_load((_FOLDER / given.mails).read_text(encoding="utf-8"))
    for entry in mails:
        due = date.fromisoformat(entry["due"]) if entry["due"] else None
        for who, found in answers(entry, installation):
            right[who] += found == due
            right[f"{who}, within a week or not"] += is_soon(found, entry) == is_soon(due, entry)
            if given.show and found != due:
                print(f"{entry['id']} {entry['subject']!r}: {who} {found}, meant {due}")
    for who, number in sorted(right.items()):
        print(f"{who:36}{number:4} of {len(mails)}")


if __name__ == "__main__":
    main()
