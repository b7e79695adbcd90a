"""Which drafts does everybody get, and what is told of each side?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median, quantiles

from bench.check import WORDS, office_mail
from bench.identifiers import Found
from bench.tone import dev_drafts, labels_of
from bench.uk_mails import Mail, mails
from nlp_models.mail.scripts.people import Filled

NUMBERED = 300
_NOTHING = "–"


@cache
def long_drafts() -> list[str]:
    """Office mail of 300 words, from the development drafts of the corpus."""
    return ["\n".join(lines) for lines in office_mail(WORDS)]


@cache
def labelled_drafts() -> tuple[list[Filled], list[Filled]]:
    """The development drafts with a fault of tone, and those without."""
    every = dev_drafts()
    return [one for one in every if labels_of(one)], [one for one in every if not labels_of(one)]


def faulty_drafts() -> list[str]:
    """Their words."""
    return [one.text for one in labelled_drafts()[0]]


def clean_drafts() -> list[str]:
    """Their words."""
    return [one.text for one in labelled_drafts()[1]]


@cache
def numbered_mails() -> Sequence[Mail]:
    """Made-up mails with personal numbers and with look-alikes."""
    return mails(NUMBERED)


@dataclass(frozen=True)
class Side:
    """CPU milliseconds for each long draft; of which drafts it spoke; what numbers it saw in which mail."""

    cpu_ms: Sequence[float]
    faulty: Sequence[bool] = ()
    clean: Sequence[bool] = ()
    numbers: Sequence[Found] = ()

    @property
    def median(self) -> float:
        """Of the CPU time."""
        return median(self.cpu_ms)

    def figures(self, judged: Callable[[Sequence[Found]], tuple[float, float]]) -> str:
        """The cells of its row."""
        precision, recall = judged(self.numbers) if self.numbers else (None, None)
        cells = (
            f"{self.median:.2f}",
            f"{quantiles(self.cpu_ms, n=20)[-1]:.2f}",
            f"{1000 / self.median:.0f}",
            _share(self.faulty),
            _share(self.clean),
            _NOTHING if precision is None else f"{precision:.3f}",
            _NOTHING if recall is None else f"{recall:.3f}",
        )
        return " | ".join(cells)


def _share(said: Sequence[bool]) -> str:
    return f"{sum(said)} of {len(said)}" if said else _NOTHING
