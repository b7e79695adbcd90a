"""What does one written policy ask, as typed rules?

A Pack is one source document as data: its contacts, its numbers and its rules, each with the clause
it rests on and example drafts that prove it. `parse_pack` turns YAML text into a Pack, or refuses it
with the file, the line, the field and what to do. It never opens a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.domain.verdict import Channel, Clause
from app.policy.cause import Cause, cause_from
from app.policy.condition import DRAFT_FACTS, Condition, Operator
from app.policy.nodes import Node, node_from
from app.policy.rule import LINKS, Rule, Step, Surroundings, Words, clause_from, id_from, rule_from
from app.policy.staff_card import NO_CARDS, StaffCards, staff_cards_from

__all__ = ["DRAFT_FACTS", "Condition", "Contact", "Operator", "Pack", "Rule", "Step", "Words", "parse_pack"]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody a sender can turn to. `href` is a mailto:, tel: or https: link."""

    name: str
    telephone: str = ""
    address: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """One source document as data. `route` is the clause that speaks for each channel.

    `parents` are the policies that this one may tighten but not loosen: ids of packs, or titles of
    policies that are none; `related` are titles of policies to read beside it; `causes` say which findings
    share a card; `staff_cards` are what staff read and sign.
    """

    id: str
    title: str
    document: str
    owner: str
    reviewed: date | None
    review_by: date | None
    contacts: Mapping[str, Contact]
    numbers: Mapping[str, int | float]
    rules: tuple[Rule, ...]
    route: Mapping[Channel, Clause]
    parents: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    staff_cards: StaffCards = NO_CARDS


def parse_pack(text: str, file: str) -> Pack:
    """The pack that a YAML text holds. Raises PackError at the first thing that is wrong.

    Args:
        text: the YAML.
        file: its name, for messages only.
    """
    fields = node_from(text, file).mapping(_PACK_REQUIRED, _PACK_OPTIONAL)
    pack_id, title = id_from(fields["id"]), fields["title"].text()
    if pack_id in NO_PACKS:
        fields["id"].fail(f"{pack_id} is the name of a list of Sendwell's own; choose another id")
    contacts = _contacts(fields.get("contacts"))
    numbers = _numbers(fields.get("numbers"))
    return Pack(
        id=pack_id,
        title=title,
        document=fields["document"].text(),
        owner=fields["owner"].text() if "owner" in fields else "",
        reviewed=fields["reviewed"].day() if "reviewed" in fields else None,
        review_by=fields["review_by"].day() if "review_by" in fields else None,
        contacts=contacts,
        numbers=numbers,
        rules=_rules(
            fields["rules"], Surroundings(pack_id, title, {n: c.href for n, c in contacts.items()}, numbers)
        ),
        route=_route(fields.get("route"), pack_id, title),
        parents=_titles(fields.get("parents")),
        related=_titles(fields.get("related")),
        causes=tuple(map(cause_from, fields["causes"].items())) if "causes" in fields else (),
        staff_cards=staff_cards_from(fields["staff_cards"], pack_id, title)
        if "staff_cards" in fields
        else NO_CARDS,
    )


NO_PACKS = frozenset({"calendar", "words", "laws"})
"""What is saved and undone like packs, under these names."""
_PACK_REQUIRED = frozenset({"id", "title", "document", "rules"})
_PACK_OPTIONAL = frozenset(
    {"owner", "reviewed", "review_by", "contacts", "numbers", "route", "parents", "related", "causes"}
    | {"staff_cards"}
)


def _titles(node: Node | None) -> tuple[str, ...]:
    return tuple(entry.text() for entry in node.items()) if node else ()


def _contacts(node: Node | None) -> Mapping[str, Contact]:
    entries = node.entries() if node else {}
    return MappingProxyType({name: _contact(entry) for name, entry in entries.items()})


def _contact(node: Node) -> Contact:
    fields = node.mapping(frozenset({"name"}), frozenset({"telephone", "address", "href"}))
    said = {name: field.text() for name, field in fields.items()}
    telephone, address, href = said.get("telephone", ""), said.get("address", ""), said.get("href", "")
    if not href:
        href = f"mailto:{address}" if address else f"tel:{telephone.replace(' ', '')}" if telephone else ""
    if not href:
        node.fail("give a telephone, an address or a link, so that people can reach it")
    if not href.startswith(LINKS):
        fields["href"].fail(f"a link starts with one of: {', '.join(LINKS)}")
    return Contact(said["name"], telephone, address, href)


def _numbers(node: Node | None) -> Mapping[str, int | float]:
    return MappingProxyType(
        {name: entry.number() for name, entry in (node.entries() if node else {}).items()}
    )


def _route(node: Node | None, pack: str, title: str) -> Mapping[Channel, Clause]:
    channels = {channel.value: channel for channel in Channel}
    found: dict[Channel, Clause] = {}
    for name, entry in (node.entries() if node else {}).items():
        if name not in channels:
            entry.fail(f"there is no such channel; use one of: {', '.join(channels)}")
        found[channels[name]] = clause_from(entry, pack, title)
    return MappingProxyType(found)


def _rules(node: Node, around: Surroundings) -> tuple[Rule, ...]:
    lines: dict[str, int] = {}
    rules = []
    for entry in node.items():
        rule = rule_from(entry, around)
        if rule.id in lines:
            entry.fail(
                f"{rule.id} is already the id of the rule on line {lines[rule.id]}; give this one its own"
            )
        lines[rule.id] = rule.line
        rules.append(rule)
    return tuple(rules)
