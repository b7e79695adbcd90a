"""How well does what a whole mail means tell that somebody should see it, and that a talk would not settle it?

    python -m bench.cases.whole [--write]

Fits both sets of weights of app/checks/whole_mail.py (logistic regression, a penalty on their squares) to the made-up
mails that may be read. *Harm*: *escalate* on one side; *fine* and *wrong-warning*, and drafts of the mail model's corpus
in which nobody wrote a fault of tone, on the other. *Gravity*: *escalate* on one side, *coach* on the other. Each writer is
judged by weights that saw nothing of theirs; `--write` writes app/checks/packed_harm.py and packed_gravity.py. Run it
whenever the mail model or the cases change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.checks.as_a_whole import FAINT, FAINTEST, GRAVE, HARM, PLAIN
from app.checks.sounding import labels_of
from app.checks.tone.hearing import MANNERS
from app.checks.tone.tones import score
from app.checks.whole_mail import PAGE
from app.checks.wording.said import sentences_in
from app.domain.case_notes import Ruling
from app.domain.reading import Act
from bench.cases.logistic import Table, area, fit, is_to_be_written, write
from bench.cases.ordinary import in_order
from bench.cases.simulate import MAY_BE_READ, STORIES, sends
from tests.road import see

BARS = ((1.25, -9.0), (HARM, 0.0), (HARM, 0.5), (HARM, 1.0), (HARM, GRAVE), (0.0, GRAVE), (1.0, GRAVE))
"""Of harm and of gravity, beside each other."""
IN_ORDER = ("dev-e", "dev-r", "train-an", "train-ao", "train-ap")
"""Writers of the corpus; the mail model read nothing of the last three."""
_ALONE = 1e-3
"""How rare grave mails are here says nothing."""
_CHECKS = Path(__file__).parents[2] / "app/checks"
_ONE_HAND = ("practice", *(f"own-{number}" for number in range(5, 12)))
"""Sets by one writer, left out together."""
_KIND, _KIND_COUNTS = "own-13", 5.0
"""Kind mails, and how many others each counts for: to take fondness for harm is worse than to miss some."""
_STIFF = 4.0
"""The penalty on the weights of gravity, chosen on writers left out: they have half as many mails to go by."""
_TRUTHS = {Ruling.ESCALATE: 1, Ruling.COACH: -1}


@dataclass(frozen=True, slots=True)
class Mails:
    """Those of one writer: ones and the labels and what they mean (mails, width), how loud the loudest sentence is; `truth` is 1 for grave, 0 for in order, -1 for a talk."""

    features: Table
    loudest: Table
    truth: Table


Said = Mapping[str, Mails]
"""By writer; kind mails in four parts."""


def main() -> None:
    """Print how well both tell, and write the weights when asked."""
    is_asked_to_write = is_to_be_written(str(__doc__))
    mails = read()
    odds = {
        name: np.stack([_meant(some) @ harm(mails, name), some.features @ gravity(mails, name)])
        for name, some in mails.items()
    }
    for name, some in mails.items():
        _tell(name, odds[name], some.loudest, some.truth)
    loudest, truth = (
        np.concatenate([getattr(some, at) for some in mails.values()]) for at in ("loudest", "truth")
    )
    _tell("all", np.concatenate(list(odds.values()), axis=1), loudest, truth)
    if is_asked_to_write:
        question = "How much tells {} of a mail that {}?"
        asked = question.format("each number of what a sentence means", "somebody should see it")
        write(harm(mails), _CHECKS / "packed_harm.py", asked, "bench.cases.whole", "whole_mail.py")
        asked = question.format(
            "each label, then each number of what it means,", "a talk would not settle it"
        )
        write(gravity(mails), _CHECKS / "packed_gravity.py", asked, "bench.cases.whole", "whole_mail.py")


def read() -> Said:
    """Every mail that may be learnt from, once, by writer."""
    said: dict[str, list[tuple[Sequence[float], float, int]]] = {}
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
    return {name: Mails(*map(np.array, zip(*some, strict=True))) for name, some in said.items()}


def _mail(draft: Mapping[str, Any], truth: int) -> Iterator[tuple[Sequence[float], float, int]]:
    """Its first page."""
    reading = see({**draft, "reader": "real"}, checks=())[0]
    said = [one for one in (*reading.subject_sentences, *sentences_in(reading)) if len(one.sense)][:PAGE]
    if said:
        loudest = max(max(score(one, *MANNERS), one.act.get(Act.ILL_WILL, 0.0)) for one in said)
        meant = np.mean([one.sense for one in said], 0).tolist()
        yield [1.0, *labels_of(said), *meant], loudest, truth


def harm(mails: Said, left_out: str = "") -> Table:
    """The weights of what it means, by every writer but one: grave against in order."""
    known = {name: some for name, some in mails.items() if name != left_out}
    counts = np.concatenate(
        [
            np.full(len(some.truth), _KIND_COUNTS if name.startswith(_KIND) else 1.0)
            for name, some in known.items()
        ]
    )
    features, truth = np.concatenate([_meant(some) for some in known.values()]), _truth(known)
    return fit(features[truth >= 0], truth[truth >= 0] > 0, alone=_ALONE, counts=counts[truth >= 0])


def gravity(mails: Said, left_out: str = "") -> Table:
    """The weights of the labels and of what it means, by every writer but one: grave against a talk."""
    known = {name: some for name, some in mails.items() if name != left_out}
    features, truth = np.concatenate([some.features for some in known.values()]), _truth(known)
    return fit(features[truth != 0], truth[truth != 0] > 0, alone=_ALONE, others=_STIFF)


def _truth(mails: Said) -> Table:
    return np.concatenate([some.truth for some in mails.values()])


def _meant(mails: Mails) -> Table:
    """One, and what they mean, without the labels."""
    labels = len(list(labels_of(())))
    return np.delete(mails.features, np.s_[1 : labels + 1], axis=1)


def _tell(name: str, odds: Table, loudest: Table, truth: Table) -> None:
    told = ", ".join(
        f"{(truth == at).sum()} {what}" for at, what in ((1, "grave"), (-1, "talks"), (0, "in order"))
    )
    for which, others in ((0, 0), (1, -1)):
        some = (truth == 1) | (truth == others)
        if 0 < (truth[some] == 1).sum() < some.sum():
            told += f", area of {('harm', 'gravity')[which]} {area(odds[which, some], truth[some] > 0):.3f}"
    print(f"{name}: {told}")
    for bars in BARS:
        above = odds - np.array(bars)[:, None]
        is_told = (above.min(0) >= 0) & (loudest >= np.where(above.sum(0) >= PLAIN, FAINTEST, FAINT))
        print(
            f"  harm from {bars[0]}, gravity from {bars[1]}: "
            + ", ".join(f"{is_told[truth == at].sum()}" for at in (1, -1, 0))
        )


if __name__ == "__main__":
    main()
