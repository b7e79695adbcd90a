"""How is one table of the database told to the people it is about?

In everyday words, column by column: what stands in it, why, and for how long. Numbers are not written here:
`{name}` in `how_long` stands for the setting of that name, so what is said is what is set.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """Whom the rows of a table are about."""

    YOU = "you"
    """People who work here, by name."""
    YOUR_MAIL = "your-mail"
    """Mail of people who work here, without words, and without a name anybody could read."""
    NOBODY = "nobody"
    """Schools, rules and the service itself."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One table. `settings` are those that `how_long` names."""

    table: str
    title: str
    about: About
    why: str
    how_long: str
    columns: Mapping[str, str]
    settings: tuple[str, ...] = ()

    def how_long_here(self, settings: Mapping[str, object]) -> str:
        """How long, with the numbers of this installation."""
        return self.how_long.format_map({name: in_words(name, settings[name]) for name in self.settings})


def in_words(setting: str, said: object) -> str:
    """``180 days``, ``12 hours``; from two years on with the years, which nobody counts in days."""
    number, unit = int(str(said)), setting.rpartition("_")[2]
    if unit in _SHORTER:
        return f"{number} {unit}"
    years = number / _A_YEAR
    return f"{number:,} days (about {years:.0f} years)" if years >= _YEARS else f"{number:,} days"


_SHORTER = frozenset({"hours", "minutes"})
_A_YEAR = 365
_YEARS = 2
