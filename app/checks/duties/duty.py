"""What is a duty?

A return or a task that the law, the government or a court lays on schools or councils, as people
name it in mail.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """A named return or duty. `phrases` are one a line, see ``words.any_of``; no months: all year."""

    name: str
    phrases: str
    months: tuple[int, ...] = ()
