"""Is a tone fault in office mail found, and is clean mail left alone?

On whole drafts (any right label counts), by label on sentences and on drafts, by genre and by writer; and
on the written pairs, whether rudeness in polite words is told from its fair wording.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from nlp_models.mail.scripts.measure.labels import by_label, wrong
from nlp_models.mail.scripts.measure.parts import TONES, Part, ReadDraft
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, area, counted, precision_recall

POLITE = ("condescension", "dismissiveness", "sarcasm", "abuse")


def drafts(read: Sequence[ReadDraft]) -> Figures:
    """Faults found, labels found and false alarms, by whole draft."""
    faulty = [draft.whole for draft in read if draft.whole.has(TONES)]
    clean = [draft.whole for draft in read if not draft.whole.has(TONES)]
    right = [[case.scores[label] for label in TONES if case.known[label]] for case in faulty]
    return {
        name: {
            "found": counted([max(scores) >= at for scores in right]),
            "labels_found": counted([score >= at for scores in right for score in scores]),
            "raised_on_faulty": counted([case.best(TONES) >= at for case in faulty]),
            "clean_flagged": counted([case.best(TONES) >= at for case in clean]),
        }
        for name, at in LEVELS.items()
    } | {"faulty": len(faulty), "clean": len(clean)}


def grouped(read: Sequence[ReadDraft], name: Callable[[ReadDraft], str]) -> Figures:
    """The figures of drafts for each group, the largest first."""
    groups: dict[str, list[ReadDraft]] = defaultdict(list)
    for draft in read:
        groups[name(draft)].append(draft)
    return {name: drafts(group) for name, group in sorted(groups.items(), key=lambda pair: -len(pair[1]))}


def polite(part: Part) -> Figures:
    """The written sentences: rude in polite words, against those without any tone."""
    rude = [case for case in part.sentences if case.has(POLITE)]
    fair = [case for case in part.sentences if not case.has(TONES)]
    truth = [case.has(POLITE) for case in (*rude, *fair)]
    given = [case.best(POLITE) for case in (*rude, *fair)]
    return {
        "rude": len(rude),
        "fair": len(fair),
        "auc": area(truth, given),
        **{name: precision_recall(truth, [score >= at for score in given]) for name, at in LEVELS.items()},
    }


def measure(part: Part) -> Figures:
    """Everything about tone."""
    sentences = [case for draft in part.drafts for case in draft.cases]
    figures: Figures = {
        "drafts": drafts(part.drafts),
        "by_genre": grouped(part.drafts, lambda draft: draft.genre),
        "by_writer": grouped(part.drafts, lambda draft: draft.filled.written.writer),
        "by_label": {
            "sentences": by_label([*sentences, *part.sentences], TONES),
            "drafts": by_label([draft.whole for draft in part.drafts], TONES),
        },
        "polite": polite(part),
    }
    if part.name == "dev":
        figures["wrong"] = wrong([*sentences, *part.sentences], TONES)
    return figures
