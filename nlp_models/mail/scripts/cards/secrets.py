"""What do the figures say of secrets that are told or asked for?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import labels, measured, share, table, wrong
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

EXAMPLES = 6


def figures() -> Figures:
    """What was measured on the lines set aside and on ordinary drafts."""
    found: Figures = recorded("secrets")["dev"]["figures"]
    return found


def lines() -> str:
    """By label, on the lines set aside."""
    return labels(figures()["lines"])


def ordinary() -> str:
    """How often an ordinary sentence is taken for one."""
    rows = [
        [label, str(at["0.5"]["of"]), share(at["0.5"]), share(at["0.8"])]
        for label, at in figures()["ordinary"].items()
    ]
    return table(["label", "sentences", "heard at 0.5", "heard at 0.8"], rows)


def misses() -> str:
    """What is wrong on the lines set aside."""
    return wrong(figures()["wrong"], EXAMPLES)


def read_on() -> str:
    """What was measured on what."""
    return measured(recorded("secrets"), ("dev",))


SECTIONS: Mapping[str, Callable[[], str]] = {
    "secrets-lines": lines,
    "secrets-ordinary": ordinary,
    "secrets-misses": misses,
    "secrets-measured": read_on,
}
