"""Is a private story about a person told from policy, adverts and news of the same matter?

Precision and recall of `story` on sentences and drafts, by matter and by genre; how often a sentence with a
matter and no person in it is taken for a story; and the matters themselves.
"""

from collections import defaultdict
from collections.abc import Sequence

from nlp_models.mail.scripts.measure.labels import by_label, of_label, wrong
from nlp_models.mail.scripts.measure.parts import MATTERS, STORY, Case, Part, ReadDraft
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, counted


def negatives(cases: Sequence[Case]) -> Figures:
    """Sentences with a matter that tell no story, and how often they are taken for one."""
    found: Figures = {}
    for matter in ("any", *MATTERS):
        wanted = MATTERS if matter == "any" else (matter,)
        told = [case for case in cases if case.has(wanted) and case.known.get(STORY) is False]
        found[matter] = {
            name: counted([case.scores[STORY] >= at for case in told]) for name, at in LEVELS.items()
        }
    return found


def recalled(cases: Sequence[Case]) -> Figures:
    """Stories found, by matter."""
    found: Figures = {}
    for matter in MATTERS:
        told = [case for case in cases if case.known.get(STORY) and case.known.get(matter)]
        found[matter] = {
            name: counted([case.scores[STORY] >= at for case in told]) for name, at in LEVELS.items()
        }
    return found


def by_genre(read: Sequence[ReadDraft]) -> Figures:
    """Drafts with a story that are found, and others that are flagged, the largest genre first."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for draft in read:
        groups[draft.genre].append(draft.whole)

    def at_each(drafts: Sequence[Case], *, told: bool) -> Figures:
        scores = [case.scores[STORY] for case in drafts if bool(case.known.get(STORY)) is told]
        return {name: counted([score >= at for score in scores]) for name, at in LEVELS.items()}

    return {
        genre: {"found": at_each(drafts, told=True), "flagged": at_each(drafts, told=False)}
        for genre, drafts in sorted(groups.items(), key=lambda pair: -len(pair[1]))
    }


def measure(part: Part) -> Figures:
    """Everything about stories and matters."""
    of_drafts = [case for draft in part.drafts for case in draft.cases]
    cases = [*of_drafts, *part.sentences]
    matters = [case for case in cases if case.has((*MATTERS, STORY))]
    figures: Figures = {
        "sentences_of_drafts": of_label(of_drafts, STORY),
        "written_sentences": of_label(part.sentences, STORY),
        "among_matters": of_label(matters, STORY),
        "drafts": of_label([draft.whole for draft in part.drafts], STORY),
        "by_matter": recalled(cases),
        "by_genre": by_genre(part.drafts),
        "policy_taken_for_story": negatives(cases),
        "matters": {
            "sentences": by_label(cases, MATTERS),
            "drafts": by_label([draft.whole for draft in part.drafts], MATTERS),
        },
    }
    if part.name == "dev":
        figures["wrong"] = wrong(cases, (STORY, *MATTERS))
    return figures
