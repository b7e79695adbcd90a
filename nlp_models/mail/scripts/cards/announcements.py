"""What do the figures say of what sentences do?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import labels, measured, wrong
from nlp_models.mail.scripts.measure.record import recorded

EXAMPLES = 3


def acts(part: str, kind: str) -> Callable[[], str]:
    """By act, on sentences or drafts of a part."""
    return lambda: labels(recorded("announcements")[part]["figures"]["by_label"][kind])


def misses() -> str:
    """What is wrong on the development part."""
    return wrong(recorded("announcements")["dev"]["figures"]["wrong"], EXAMPLES)


def read_on() -> str:
    """What was measured on what."""
    return measured(recorded("announcements"), ("test", "dev"))


SECTIONS: Mapping[str, Callable[[], str]] = {
    "acts-sentences-test": acts("test", "sentences"),
    "acts-drafts-test": acts("test", "drafts"),
    "acts-sentences-dev": acts("dev", "sentences"),
    "acts-misses": misses,
    "acts-measured": read_on,
}
