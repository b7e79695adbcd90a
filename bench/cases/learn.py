"""How much does what a flagged mail sounds like tell that it is to be passed on?

    python -m bench.cases.learn [--write]

Fits the weights of app/checks/sounding.py (logistic regression, a penalty on their squares) to the cases about data
that may be looked at, and to ordinary mails beside them. Tells how well they rank the cases of writers and sets that
they were not fitted to, which log odds divide them, and how many ordinary mails of another writer reach those. `--write` writes app/checks/packed_sounding.py. Run it whenever a model changes.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.domain.case_notes import Ruling
from bench.cases.logistic import Table, fit, is_to_be_written, told, write
from bench.cases.ordinary import LEARNT, MEASURED, ordinary
from bench.cases.simulate import MAY_BE_READ, STORIES, Flag, flags

SOMEBODYS = ("identifiers", "own-details", "credentials", "school-address-lists")
BARS = (-4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2)
_TOGETHER = (("own-5", "own-6"), ("own-7", "own-8"), ("own-9", "own-10"), ("own-11",))
"""Sets that are left out at once, beside each other set alone: they were written on one day."""
_PACKED = Path(__file__).parents[2] / "app/checks/packed_sounding.py"


def main() -> None:
    """Print how well it tells, and write the weights when asked."""
    is_asked_to_write = is_to_be_written(str(__doc__))
    every = {name: _of_data(name, halves) for name, halves in MAY_BE_READ.items()}
    sets = {name: found for name, found in every.items() if found}
    beside, apart = (np.array([[1.0, *one] for one in ordinary(writer)]) for writer in (LEARNT, MEASURED))
    known = _ranked(sets, beside)
    for name, (odds, meant) in known.items():
        print(told(name, odds, meant, BARS))
    odds, meant = map(np.concatenate, zip(*known.values(), strict=True))
    print(told("all", odds, meant, BARS))
    weights = _fitted(beside, [one for found in sets.values() for one in found])
    odds = apart @ weights
    reached = ", ".join(f"{(odds >= bar).sum()} from {bar} on" for bar in BARS)
    print(f"Of {len(odds)} ordinary mails of another writer: {reached}")
    if is_asked_to_write:
        question = "How much tells each thing that is weighed of how a flagged mail sounds?"
        write(weights, _PACKED, question, "bench.cases.learn", "sounding.py")


def _of_data(name: str, halves: Any) -> Sequence[Flag]:
    found = flags(STORIES.with_name(name), halves)
    return [one for one in found if any(e.finding.startswith(SOMEBODYS) for e in one.case.flagged.evidence)]


def _ranked(sets: Mapping[str, Sequence[Flag]], beside: Table) -> Mapping[str, tuple[Table, Table]]:
    """The log odds of each set, and which of it were meant, by weights that saw nothing of it."""
    told = {}
    for name, found in sets.items():
        left_out = next((some for some in _TOGETHER if name in some), (name,))
        others = [one for other, some in sets.items() if other not in left_out for one in some]
        weights = _fitted(beside, others)
        features, meant = _tables(found)
        told[name] = features @ weights, meant
    return told


def _tables(found: Sequence[Flag]) -> tuple[Table, Table]:
    """What is weighed, one first (cases, features), and which are to be passed on."""
    rows = np.array([[1.0, *one.features] for one in found])
    return rows, np.array([one.send.truth is Ruling.ESCALATE for one in found])


def _fitted(beside: Table, found: Sequence[Flag]) -> Table:
    """The weights for these and ordinary mails, none of which is to be passed on."""
    features, meant = _tables(found)
    return fit(np.vstack([features, beside]), np.concatenate([meant, np.zeros(len(beside), bool)]), alone=1.0)


if __name__ == "__main__":
    main()
