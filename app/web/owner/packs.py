"""What does one policy say, and which rule speaks for which of its words?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from app.policy.coverage import CoveredClause, Standing
from app.policy.pack import Pack, Rule
from app.policy_owner.source_text import Paragraph, marked
from app.web.owner import words
from app.web.owner.room import Held, PolicyRoom, pack_named
from app.web.owner.rooms import policy_page
from app.web.pages import download
from app.web.people import Administrator
from app.web.state import Site

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with what becomes of it; `rule` is the one of its id, if any."""

    id: str
    section: str
    quote: str
    standing: str
    how: str
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph of the document and the clauses whose quotation starts in it."""

    paragraph: Paragraph
    clauses: Sequence[Clause]


@router.get("/policy/packs/{pack}")
def one_pack(request: Request, site: Site, _person: Administrator, pack: str, standing: str = "") -> Response:
    """The document on the left, its rules beside their words."""
    room = site.policy
    held = room.held()
    one = pack_named(held, pack)
    clauses = clauses_of(room, one)
    shown = [c for c in clauses.values() if standing in {"", c.standing}]
    stretches, placed = _stretches(room.sources.get(one.pack.document, ""), shown)
    return policy_page(
        request,
        "pack.html",
        pack=one.pack,
        stretches=stretches,
        elsewhere=[c for c in shown if c.id not in placed],
        standings=words.counted(room.covered(one)),
        standing=standing if standing in words.STANDINGS else "",
        has_source=one.pack.document in room.sources,
        stepped_down=room.policy(held).stepped_down,
        numbers_used=numbers_used(one.pack),
    )


@router.get("/policy/packs/{pack}/download")
def as_yaml(site: Site, _person: Administrator, pack: str) -> Response:
    """The policy as a file."""
    one = pack_named(site.policy.held(), pack)
    return download(one.text, f"{one.pack.id}.yaml")


def clauses_of(room: PolicyRoom, one: Held) -> Mapping[str, Clause]:
    """Every clause of a source and every rule of its pack, by id: those listed come first."""
    rules = {rule.id: rule for rule in one.pack.rules}
    listed = {c.id: _listed(c, rules.get(c.id)) for c in room.covered(one)}
    return listed | {rule.id: _unlisted(rule) for rule in one.pack.rules if rule.id not in listed}


def numbers_used(pack: Pack) -> Mapping[str, Sequence[Rule]]:
    """Every number of a pack, with the rules that compare with it."""
    return {
        name: [r for r in pack.rules if any(c.number == name for step in r.steps for c in step.when)]
        for name in pack.numbers
    }


def _listed(clause: CoveredClause, rule: Rule | None) -> Clause:
    return Clause(clause.id, clause.section, clause.quote, clause.standing.value, clause.how, rule)


def _unlisted(rule: Rule) -> Clause:
    standing = Standing.TRIAL if rule.mode.value == Standing.TRIAL.value else Standing.ENFORCED
    return Clause(rule.id, rule.clause.section, rule.clause.quote, standing.value, "", rule)


def _stretches(text: str, clauses: Sequence[Clause]) -> tuple[list[Stretch], set[str]]:
    by_id = {clause.id: clause for clause in clauses}
    stretches = [
        Stretch(paragraph, [by_id[c] for piece in paragraph.pieces for c in piece.starts])
        for paragraph in marked(text, {c.id: c.quote for c in clauses})
    ]
    return stretches, {clause.id for stretch in stretches for clause in stretch.clauses}
