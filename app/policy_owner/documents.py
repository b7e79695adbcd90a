"""What is changed, kept and taken back like a pack, and is none?

A Document is the calendar, the organisation's own words or its list of laws: a text with an id that no pack
may have, whoever reads it, and how two versions of it differ.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.policy_owner.differences import Difference


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `shipped` is its text before the organisation changed it.

    `read` takes a text and its name for messages, and raises PackError at the first thing that is wrong.
    `differences` compares two texts that can be read, the older first.
    """

    id: str
    title: str
    shipped: str
    read: Callable[[str, str], object]
    differences: Callable[[str, str], Sequence[Difference]]
    suffix: str = "yaml"
