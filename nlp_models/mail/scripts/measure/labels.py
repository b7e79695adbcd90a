"""How well is each label found?

Precision and recall at a mention and at a warning, and the area under the curve, over sentences or whole
drafts; and for the development part, which texts are wrong.
"""

from collections.abc import Iterable, Sequence

from app.checks.tone.tones import MENTION
from nlp_models.mail.scripts.measure.parts import Case
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, area, precision_recall

SHOWN = 6  # wrong texts a label


def by_label(cases: Sequence[Case], wanted: Iterable[str]) -> Figures:
    """The figures of each label that is there at all."""
    return {label: found for label in wanted if (found := of_label(cases, label))["0.5"]["there"]}


def of_label(cases: Sequence[Case], label: str) -> Figures:
    """The figures of one label over the texts that assert it."""
    known = [case for case in cases if label in case.known]
    truth = [case.known[label] for case in known]
    given = [case.scores[label] for case in known]
    return {
        "texts": len(known),
        "auc": area(truth, given),
        **{name: precision_recall(truth, [score >= at for score in given]) for name, at in LEVELS.items()},
    }


def wrong(cases: Sequence[Case], wanted: Iterable[str]) -> Figures:
    """For each label, the missed texts with the lowest scores and the wrong ones with the highest."""
    listed: Figures = {}
    for label in wanted:
        known = sorted((case for case in cases if label in case.known), key=lambda case: case.scores[label])
        missed = [case for case in known if case.known[label] and case.scores[label] < MENTION]
        false = [case for case in reversed(known) if not case.known[label] and case.scores[label] >= MENTION]
        listed[label] = {
            kind: [[case.text, round(case.scores[label], 3)] for case in found[:SHOWN]]
            for kind, found in (("missed", missed), ("false", false))
        }
    return listed
