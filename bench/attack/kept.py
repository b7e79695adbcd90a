"""What has come of the attacks so far, from one sitting to the next?

One JSON file, written after every part, so that a run that is ended in the middle loses nothing and the next one adds
to it. Each sitting has its commit and its day: what broke before a mend stands there as what it was.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.attack.api import Tally


@dataclass
class Sitting:
    """One run of the command. `machines` is by name: how many ended well, and what the first other one said."""

    day: str
    commit: str
    seed: int
    api: Tally = field(default_factory=Tally)
    pages: Tally = field(default_factory=Tally)
    machines: dict[str, tuple[int, str]] = field(default_factory=dict)
    seconds: float = 0.0
    database: str = "sqlite"

    @property
    def cases(self) -> int:
        """Requests, and machines that were let run."""
        return self.api.total + self.pages.total + sum(many for many, _ in self.machines.values())

    @property
    def faults(self) -> Counter[str]:
        """Everything that broke."""
        broken = Counter({f"{name}: {said}": 1 for name, (_, said) in self.machines.items() if said})
        return self.api.faults + self.pages.faults + broken

    @property
    def answers(self) -> Counter[str]:
        """By status."""
        return self.api.answers + self.pages.answers

    @property
    def worst(self) -> int:
        """How many answers were an error of ours, or never came."""
        told = sum(many for status, many in self.answers.items() if status == "none" or status >= "5")
        return told + sum(many for fault, many in self.pages.faults.items() if "no answer" in fault)


def read(file: Path) -> list[Sitting]:
    """The sittings of a file; none when it is not there."""
    if not file.exists():
        return []
    held = json.loads(file.read_text("utf-8"))
    return [
        Sitting(**one | {part: _tally(one[part]) for part in ("api", "pages")} | {"machines": _pairs(one)})
        for one in held
    ]


def write(file: Path, sittings: list[Sitting]) -> None:
    """All of them."""
    file.write_text(json.dumps([_bare(one) for one in sittings], indent=1), "utf-8")


def _bare(one: Sitting) -> dict[str, object]:
    return vars(one) | {"api": vars(one.api), "pages": vars(one.pages)}


def _tally(held: dict[str, dict[str, int]]) -> Tally:
    counted = {name: Counter(held[name]) for name in ("cases", "answers", "faults")}
    return Tally(**counted, asked=dict(held["asked"]))  # type: ignore[arg-type]  # words, not counts


def _pairs(held: dict[str, dict[str, tuple[int, str]]]) -> dict[str, tuple[int, str]]:
    return {name: (many, said) for name, (many, said) in held["machines"].items()}
