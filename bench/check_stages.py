"""Where does the time of a check go, stage by stage and check by check?

    python -m bench.check_stages [--drafts N]

The drafts and edits of `bench.check_edits`; CPU time of the thread in each part alone, what it calls of the
others taken off. The clocks themselves cost some 5 %: a part's share is to be read, and its change.
"""

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from app.checks import CHECKS, look
from app.checks.check import Check
from app.compose import check_draft as road_module
from app.compose import read_draft as reading_module
from app.compose.check_draft import Road, check_draft
from app.domain.draft import Moment
from bench.check import RECIPIENTS, WORDS, draft
from bench.check_edits import ASKED, DRAFTS, EDIT, edits, warm_road

_LEAST = 0.05
"""What takes less ms after an edit is told in one line."""
_ROAD = {
    "place_findings": "findings that stand together",
    "judge": "policy: rules and route",
    "_quiet": "answers given before (database)",
    "_offers": "kinder words",
    "_steps": "steps offered",
    "_keep": "record (database)",
    "look": "the checks, themselves",
}
_READING = {
    "read_body": "HTML to text",
    "find_dates": "dates",
    "find_people": "names",
    "_misspelt": "spelling",
    "is_in_confidence": "who reads it",
}


class Clocks:
    """Time by part; a part that runs inside another is taken off that one."""

    def __init__(self) -> None:
        """All stand at nought."""
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def on(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, clocked."""

        def clocked(*args: Any, **named: Any) -> Any:
            began = time.thread_time()
            self._inside.append(0.0)
            try:
                return work(*args, **named)
            finally:
                took = time.thread_time() - began
                self.spent[part] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return clocked


def _listed(check: Check) -> Callable[..., object]:
    return lambda reading: iter(list(check.look(reading)))  # a generator would run outside of its clock


def clocked(road: Road, clocks: Clocks) -> Iterator[Any]:
    """What to patch so that every part has a clock."""
    checks = tuple(replace(c, look=clocks.on(f"check {c.id}", _listed(c))) for c in CHECKS)
    for module, parts in ((road_module, _ROAD), (reading_module, _READING)):
        for name, part in parts.items():
            work = partial(look, checks=checks) if name == "look" else getattr(module, name)
            yield patch.object(module, name, clocks.on(part, work))
    reader = type(road.around.reader)
    yield patch.object(reader, "read", clocks.on("model", reader.read))


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--drafts", type=int, default=DRAFTS)
    chosen = parser.parse_args()
    clocks, told = Clocks(), {what: defaultdict[str, list[float]](list) for what in (ASKED, EDIT)}
    with tempfile.TemporaryDirectory() as data, ExitStack() as patched:
        road = warm_road(Path(data))
        for one in clocked(road, clocks):
            patched.enter_context(one)
        check = clocks.on("all else", check_draft)
        for what, lines in edits(chosen.drafts):
            clocks.spent.clear()
            check(draft(lines), Moment.COMPOSE, road)
            for part, spent in clocks.spent.items():
                told[what][part].append(spent * 1000)
    print(f"Office drafts of {WORDS} words, {RECIPIENTS} recipients; CPU ms of each part, median\n")
    print("| | not seen before | one sentence changed |\n| --- | ---: | ---: |")
    rows = [(part, _middle(told[ASKED][part]), _middle(told[EDIT][part])) for part in told[EDIT]]
    for part, asked, edit in sorted(rows, key=lambda row: -row[2]):
        if edit >= _LEAST:
            print(f"| {part} | {asked:.2f} | {edit:.2f} |")
    small = [row for row in rows if row[2] < _LEAST]
    print(f"| {len(small)} smaller | {sum(r[1] for r in small):.2f} | {sum(r[2] for r in small):.2f} |")


def _middle(costs: list[float]) -> float:
    return statistics.median(costs) if costs else 0.0


if __name__ == "__main__":
    main()
