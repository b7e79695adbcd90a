"""What was asked for, and was it reached?"""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp_models.mail.scripts.cards.markdown import table


@dataclass(frozen=True, slots=True)
class Target:
    """A figure with what it must reach and what it aims at; `is_least` where less is worse."""

    what: str
    must: float
    aim: float
    got: float
    shown: str
    is_least: bool = True
    unit: str = "%"

    @property
    def outcome(self) -> str:
        """In plain words."""
        if self._holds(self.aim):
            return "reached, the aim too"
        return "reached" if self._holds(self.must) else "**missed**"

    def _holds(self, bound: float) -> bool:
        return self.got >= bound if self.is_least else self.got <= bound

    def row(self) -> list[str]:
        """One row of the table."""
        return [self.what, self._said(self.must), self._said(self.aim), self.shown, self.outcome]

    def _said(self, bound: float) -> str:
        word = "" if self.is_least else "at most "
        return f"{word}{100 * bound:g} %" if self.unit == "%" else f"{word}{bound:g}{self.unit}"


def targets(rows: Sequence[Target]) -> str:
    """The table of targets."""
    return table(["what", "must", "aim", "measured", ""], [target.row() for target in rows])
