"""Which laws does an organisation's list know, and of which years?

A LawList is dated, because laws change: it says what the lint takes for granted. `parse_laws` reads
it from YAML text and never opens a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from app.policy.nodes import Node, node_from


@dataclass(frozen=True, slots=True)
class Law:
    """One short title. `replaced` gives, for a year, what to name instead."""

    name: str
    years: tuple[int, ...]
    also: tuple[str, ...] = ()
    replaced: Mapping[int, str] = field(default_factory=dict)
    sections: Mapping[int, int] = field(default_factory=dict)
    advice: str = ""


@dataclass(frozen=True, slots=True)
class LawList:
    """The laws, and the day on which somebody last looked them through."""

    checked: date | None = None
    laws: tuple[Law, ...] = ()


NO_LAWS = LawList()


def parse_laws(text: str, file: str) -> LawList:
    """The list that a YAML text holds. Raises PackError at the first thing that is wrong."""
    fields = node_from(text, file).mapping(frozenset({"checked", "laws"}))
    return LawList(fields["checked"].day(), tuple(_law(entry) for entry in fields["laws"].items()))


def _law(node: Node) -> Law:
    fields = node.mapping(frozenset({"name", "years"}), frozenset({"also", "replaced", "sections", "advice"}))
    years = tuple(int(entry.number()) for entry in fields["years"].items())
    if not years:
        fields["years"].fail("give at least one year in which the law was made")
    replaced = fields["replaced"].entries() if "replaced" in fields else {}
    sections = fields["sections"].entries() if "sections" in fields else {}
    return Law(
        name=fields["name"].text(),
        years=years,
        also=tuple(entry.text() for entry in fields["also"].items()) if "also" in fields else (),
        replaced=MappingProxyType({_whole(k, v): v.text() for k, v in replaced.items()}),
        sections=MappingProxyType({_whole(k, v): int(v.number()) for k, v in sections.items()}),
        advice=fields["advice"].text() if "advice" in fields else "",
    )


def _whole(key: str, node: Node) -> int:
    if not key.isdigit():
        node.fail(f"{key!r} is no year or section; write it in figures")
    return int(key)
