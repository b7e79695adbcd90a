"""What do the figures say of secrets that are told or asked for?"""

from collections.abc import Callable, Mapping

from nlp_models.mail.scripts.cards.markdown import heard_in_ordinary, labels, measured, of, rate, table, wrong
from nlp_models.mail.scripts.cards.targets import Target, targets
from nlp_models.mail.scripts.measure.record import recorded
from nlp_models.mail.scripts.measure.shares import Figures

EXAMPLES = 6
RATES = ("precision", "recall")
PARTS = {"test": "frozen", "dev": "development, learnt from"}


def figures(part: str) -> Figures:
    """What was measured on a part."""
    found: Figures = recorded("secrets")[part]["figures"]
    return found


def reached() -> str:
    """The target: mails by another hand, never looked at."""
    found = figures("test")["mails"]
    return targets([
        Target(f"credentials in prose: {kind}", 0.95, 0.98, found[kind][0], rate(found, kind))
        for kind in RATES
    ])  # fmt: skip


def mails() -> str:
    """Recall of the check by kind, for both sets of mails."""
    found = {name: figures(part)["mails"] for part, name in PARTS.items()}
    rows = [
        [kind, *(of(of_part["by_kind"][kind]) for of_part in found.values())]
        for kind in figures("test")["mails"]["by_kind"]
    ]
    rows += [[f"any: {kind}", *(rate(of_part, kind) for of_part in found.values())] for kind in RATES]
    rows += [["of a right kind", *(of(of_part["right_kind"]) for of_part in found.values())]]
    return table(["found", *(f"{name} ({found[name]['mails']} mails)" for name in found)], rows)


def lines() -> str:
    """By label, on the lines set aside."""
    return labels(figures("dev")["lines"])


def ordinary() -> str:
    """How often an ordinary sentence is taken for one."""
    return heard_in_ordinary(figures("dev")["ordinary"])


def misses() -> str:
    """What is wrong on the development part."""
    return wrong(figures("dev")["wrong"], EXAMPLES)


def read_on() -> str:
    """What was measured on what."""
    return measured(recorded("secrets"), tuple(PARTS))


SECTIONS: Mapping[str, Callable[[], str]] = {
    "secrets-targets": reached,
    "secrets-mails": mails,
    "secrets-lines": lines,
    "secrets-ordinary": ordinary,
    "secrets-misses": misses,
    "secrets-measured": read_on,
}
