"""How many UK date phrases are read as they are meant?

    python -m bench.dates [phrases-fifth.yaml] [--show]

The phrases lie in ``bench/dates``, each with its moment of writing and its meaning. A phrase is right when
the days found in its words are just those that are meant and their time is the one that is said, and when
nothing else in its sentence is taken for a date but the days that ``beside`` lists. ``--show`` prints each miss.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from app.adapters.files.calendar import read_calendar
from app.domain.calendar import LONDON, SchoolCalendar
from app.domain.reading import DateMention
from app.reading.dates import find_dates

Meaning: TypeAlias = tuple[frozenset[date], time | None]
NO_DATE: Meaning = (frozenset(), None)
_SAMPLE = Path(__file__).parent.parent / "app/adapters/files/sample/calendar.yml"


def meaning(written: Mapping[str, str] | None) -> Meaning:
    """The days and the time that a phrase is said to mean."""
    if written is None:
        return NO_DATE
    days = [written[key] for key in ("day", "from", "to") if key in written]
    at = time.fromisoformat(written["time"]) if "time" in written else None
    return frozenset(date.fromisoformat(day) for day in days), at


def read(phrase: Mapping[str, Any], calendar: SchoolCalendar) -> tuple[Meaning, list[DateMention]]:
    """What is found in the words of a phrase, and what is found beside them."""
    text = phrase["text"]
    start = text.index(phrase["phrase"])
    end = start + len(phrase["phrase"])
    found = find_dates(text, datetime.fromisoformat(phrase["at"]).replace(tzinfo=LONDON), calendar)
    within = [d for d in found if d.start < end and d.end > start]
    times = {d.at for d in within} - {None}
    at = next(iter(times)) if len(times) == 1 else None
    named = phrase.get("beside", ())
    beside = [d for d in found if d not in within and str(d.day) not in named]
    return (frozenset(d.day for d in within), at), beside


def misses(phrases: list[dict[str, Any]], calendar: SchoolCalendar) -> Iterator[tuple[str, str, bool]]:
    """The kind of each phrase that is read wrong, what went wrong, and whether its day is right."""
    for phrase in phrases:
        found, beside = read(phrase, calendar)
        meant = [meaning(m) for m in (phrase["means"], *phrase.get("also", ()))]
        if found in meant and not beside:
            continue
        kind = phrase["id"].rsplit("-", 1)[0]
        told = ", ".join([*map(str, sorted(found[0])), *([f"{found[1]:%H:%M}"] if found[1] else [])])
        extra = f" and beside it {[str(d.day) for d in beside]}" if beside else ""
        yield (
            kind,
            f"{phrase['id']} at {phrase['at']}: {phrase['text']!r} read as {told or 'no date'}{extra}, meant {phrase['means']}",
            not beside and found[0] in {days for days, _ in meant},
        )


def main() -> None:
    """Print the share that is read right, and the misses of each kind."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file", nargs="?", default="phrases.yaml")
    arguments.add_argument("--show", action="store_true")
    asked = arguments.parse_args()
    phrases = yaml.safe_load((Path(__file__).parent / "dates" / asked.file).read_text(encoding="utf-8"))
    calendar = read_calendar(_SAMPLE.read_text(encoding="utf-8"), _SAMPLE.name)
    wrong = list(misses(phrases, calendar))
    total, in_time_only = len(phrases), sum(is_day_right for _, _, is_day_right in wrong)
    print(f"{total} phrases: {total - len(wrong)} exact ({(total - len(wrong)) / total:.2%})")
    print(
        f"{total - len(wrong) + in_time_only} with the right day ({(total - len(wrong) + in_time_only) / total:.2%})"
    )
    kinds = Counter(phrase["id"].rsplit("-", 1)[0] for phrase in phrases)
    for kind, count in Counter(kind for kind, _, _ in wrong).most_common():
        print(f"  {kind}: {count} of {kinds[kind]} missed")
    if asked.show:
        print(*(line for _, line, _ in wrong), sep="\n")


if __name__ == "__main__":
    main()
