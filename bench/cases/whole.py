"""How well does what a whole mail means tell that it is meant to hurt, or to gain by a wrong?

    python -m bench.cases.whole [--write]

Fits the weights of app/checks/as_a_whole.py (logistic regression, a penalty on their squares) to the made-up mails that
may be read: *escalate* on one side; *fine* and *wrong-warning*, and drafts of the mail model's corpus in which nobody
wrote a fault of tone, on the other. Each writer is judged by weights that saw nothing of theirs; `--write` writes
app/checks/packed_harm.py. Run it whenever the mail model or the cases change.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.checks.as_a_whole import MOST
from app.checks.wording.said import sentences_in
from app.domain.case_notes import Ruling
from app.domain.reading import Reading
from bench.cases.logistic import Table, area, fit, write
from bench.cases.ordinary import in_order
from bench.cases.simulate import MAY_BE_READ, STORIES, sends
from tests.road import see

BARS = (0.0, 0.5, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5)
IN_ORDER = ("dev-e", "dev-r", "train-an", "train-ao", "train-ap")
"""Writers of the corpus; the mail model read nothing of the last three."""
_ALONE = 1e-3
"""How rare grave mails are here says nothing."""
_PACKED = Path(__file__).parents[2] / "app/checks/packed_harm.py"
_ONE_HAND = ("practice", *(f"own-{number}" for number in range(5, 12)))
"""Sets by one writer, left out together."""
_KIND, _KIND_COUNTS = "own-13", 5.0
"""Kind mails, and how many others each counts for: to take fondness for harm is worse than to miss some."""
Mails = Mapping[str, tuple[Table, Table]]
"""By writer, kind mails in four parts: what the mails mean (mails, width), and 1 for grave, 0 for in order, -1 for a talk."""


def main() -> None:
    """Print how well it tells, and write the weights when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write app/checks/packed_harm.py")
    is_to_be_written = parser.parse_args().write
    mails = read()
    odds = {name: meant @ _fitted(mails, name) for name, (meant, _) in mails.items()}
    for name in mails:
        _tell(name, odds[name], mails[name][1])
    _tell("all", np.concatenate(list(odds.values())), np.concatenate([truth for _, truth in mails.values()]))
    if is_to_be_written:
        question = "How much tells each number of what a mail means that it is meant to hurt?"
        write(_fitted(mails), _PACKED, question, "bench.cases.whole", "as_a_whole.py")


def read() -> Mails:
    """Every mail that may be learnt from, once, by writer."""
    said: dict[str, list[tuple[Sequence[float], int]]] = {}
    for name, halves in MAY_BE_READ.items():
        writer = "practice" if name in _ONE_HAND else name
        known: set[tuple[str, str, Ruling]] = set()
        for at, send in enumerate(sends(STORIES.with_name(name))):
            if name == _KIND:
                writer = f"{_KIND}, part {at % 4 + 1}"
            key = (send.draft["subject"], send.draft["body"], send.truth)
            if send.half in halves and key not in known:
                known.add(key)
                said.setdefault(writer, []).extend(_mail(send.draft, _TRUTHS.get(send.truth, 0)))
    for name in IN_ORDER:
        said[name] = [one for draft in in_order(name) for one in _mail(draft, 0)]
    return {
        name: (np.array([[1.0, *meant] for meant, _ in some]), np.array([truth for _, truth in some]))
        for name, some in said.items()
    }


def _mail(draft: Mapping[str, Any], truth: int) -> Iterator[tuple[Sequence[float], int]]:
    reading = see({**draft, "reader": "real"}, checks=())[0]
    senses = _senses(reading)
    if senses:
        yield np.mean(senses, 0).tolist(), truth


def _senses(reading: Reading) -> Sequence[Sequence[float]]:
    said = (*reading.subject_sentences, *sentences_in(reading))
    return [one.sense for one in said if len(one.sense)][:MOST]


def _fitted(mails: Mails, left_out: str = "") -> Table:
    """The weights, by every writer but one."""
    known = [(name, *some) for name, some in mails.items() if name != left_out]
    features, truth = (np.concatenate([some[at] for some in known]) for at in (1, 2))
    counts = np.concatenate(
        [np.full(len(some), _KIND_COUNTS if name.startswith(_KIND) else 1.0) for name, _, some in known]
    )[truth >= 0]
    features, grave = features[truth >= 0], truth[truth >= 0] > 0
    return fit(features, grave, alone=_ALONE, counts=counts)


def _tell(name: str, odds: Table, truth: Table) -> None:
    grave, in_order_, talks = odds[truth > 0], odds[truth == 0], odds[truth < 0]
    told = f"{name}: {len(grave)} grave, {len(talks)} talks, {len(in_order_)} in order"
    if len(grave):
        told += f", area {area(odds[truth >= 0], truth[truth >= 0] > 0):.3f}"
    print(told)
    for bar in BARS:
        shares = (f"{(one >= bar).sum()}" for one in (grave, talks, in_order_))
        print(f"  from {bar}: {', '.join(shares)}")


_TRUTHS = {Ruling.ESCALATE: 1, Ruling.COACH: -1}


if __name__ == "__main__":
    main()
