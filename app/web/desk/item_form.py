"""What did an editor write into an item's form, and what does the form show?

What was typed is kept as it was typed, so that nothing is lost when something is wrong with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.bulletin.printed.said_for_whom import PHASES, ROLES
from app.domain.for_whom import ForWhom, Role
from app.domain.item_text import Consent, ItemText
from app.domain.school import Phase
from app.web.desk.room import Audiences
from app.web.forms import Posted

Options = Sequence[tuple[str, str]]


class Choices(NamedTuple):
    """What can be ticked, each with its words."""

    phases: Options
    types: Options
    clusters: Options
    trusts: Options
    lists: Options
    roles: Options
    schools: Options = ()
    """Those that are chosen one by one."""


@dataclass(frozen=True, slots=True)
class Given:
    """The fields of the form, as text."""

    headline: str
    summary: str
    body: str
    phases: tuple[str, ...]
    types: tuple[str, ...]
    clusters: tuple[str, ...]
    trusts: tuple[str, ...]
    lists: tuple[str, ...]
    roles: tuple[str, ...]
    closes: str
    contact: str
    links: str
    documents: tuple[str, ...]
    consent: str
    why: str = ""


def shown(text: ItemText, why: str = "") -> Given:
    """The form for a text."""
    whom = text.for_whom
    return Given(
        headline=text.headline,
        summary=text.summary,
        body=text.body,
        phases=tuple(sorted(whom.phases)),
        types=tuple(sorted(whom.types)),
        clusters=tuple(sorted(whom.clusters)),
        trusts=tuple(sorted(whom.trusts)),
        lists=tuple(sorted(whom.lists)),
        roles=tuple(sorted(whom.roles)),
        closes=text.closes.isoformat() if text.closes else "",
        contact=text.contact,
        links="\n".join(text.links),
        documents=text.documents,
        consent=text.consent.value,
        why=why,
    )


def given(form: Posted) -> Given:
    """What was sent."""
    return Given(
        headline=form.text("headline"),
        summary=form.text("summary"),
        body=form.whole("body").strip(),
        closes=form.text("closes"),
        contact=form.text("contact"),
        links="\n".join(line.strip() for line in form.whole("links").splitlines() if line.strip()),
        consent=form.text("consent"),
        phases=tuple(form.every("phases")),
        types=tuple(form.every("types")),
        clusters=tuple(form.every("clusters")),
        trusts=tuple(form.every("trusts")),
        lists=tuple(form.every("lists")),
        roles=tuple(form.every("roles")),
        documents=tuple(form.every("documents")),
    )


def as_text(said: Given, before: ItemText, known: Choices) -> tuple[ItemText, dict[str, str]]:
    """The text, and what is wrong with it by field. `before` is kept where nothing usable was sent."""
    closes, wrong = before.closes, {}
    try:
        closes = date.fromisoformat(said.closes) if said.closes else None
    except ValueError:
        wrong["closes"] = "Give the day, with its year."
    text = ItemText(
        headline=said.headline,
        summary=said.summary,
        body=said.body,
        for_whom=ForWhom(
            phases=frozenset(Phase(p) for p in said.phases if p in set(Phase)),
            types=_known(said.types, known.types),
            clusters=_known(said.clusters, known.clusters),
            trusts=_known(said.trusts, known.trusts),
            lists=_known(said.lists, known.lists),
            roles=frozenset(Role(r) for r in said.roles if r in set(Role)),
        ),
        closes=closes,
        contact=said.contact,
        links=tuple(said.links.splitlines()),
        documents=said.documents,
        consent=Consent(said.consent) if said.consent in set(Consent) else before.consent,
    )
    return text, text.faults() | wrong


def choices(audiences: Audiences, whom: ForWhom) -> Choices:
    """What can be ticked: what the directory holds, and what the item names already."""
    return Choices(
        phases=_with(PHASES),
        types=_named({*audiences.types, *whom.types}),
        clusters=_named({*audiences.clusters, *whom.clusters}),
        trusts=_named({*audiences.trusts, *whom.trusts}),
        lists=[(number, audiences.lists[number]) for number in sorted({*audiences.lists.names, *whom.lists})],
        roles=_with(ROLES),
        schools=[(urn, audiences.schools.get(urn, f"URN {urn}")) for urn in sorted(whom.schools)],
    )


def _with(words: Mapping[Phase, str] | Mapping[Role, str]) -> Options:
    return [(value.value, f"{said[:1].upper()}{said[1:]}") for value, said in words.items()]


def _known(ticked: Iterable[str], options: Options) -> frozenset[str]:
    return frozenset(ticked) & {value for value, _ in options}


def _named(names: Iterable[str]) -> Options:
    return [(name, name) for name in sorted(names)]
