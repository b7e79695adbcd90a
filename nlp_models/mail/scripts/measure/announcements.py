"""Is an announcement to many told from one case, and are requests and deadlines seen?"""

from nlp_models.mail.scripts.measure.labels import by_label, wrong
from nlp_models.mail.scripts.measure.parts import ACTS, Part
from nlp_models.mail.scripts.measure.shares import Figures


def measure(part: Part) -> Figures:
    """Everything about what sentences do."""
    of_drafts = [case for draft in part.drafts for case in draft.cases]
    whole = [draft.whole for draft in part.drafts]
    figures: Figures = {
        "by_label": {
            "sentences": by_label([*of_drafts, *part.sentences], ACTS),
            "drafts": by_label(whole, ACTS),
        }
    }
    if part.name == "dev":
        figures["wrong"] = wrong([*of_drafts, *part.sentences], ACTS)
    return figures
