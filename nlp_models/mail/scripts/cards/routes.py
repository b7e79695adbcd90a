"""What do the figures say of why readers were chosen, laws, danger, what wants a voice and ill will?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import heard_in_ordinary, labels, measured, wrong
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

EXAMPLES = 6


def figures(part: str) -> Figures:
    """What was measured on a part."""
    found: Figures = recorded("routes")[part]["figures"]
    return found


SECTIONS: Mapping[str, Callable[[], str]] = {
    "routes-frozen": lambda: labels(figures("test")["lines"]),
    "routes-lines": lambda: labels(figures("dev")["lines"]),
    "routes-ordinary": lambda: heard_in_ordinary(figures("dev")["ordinary"]),
    "routes-misses": lambda: wrong(figures("dev")["wrong"], EXAMPLES),
    "routes-measured": lambda: measured(recorded("routes"), ("test", "dev")),
}
