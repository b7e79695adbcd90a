"""What should somebody put right, or settle, in the packs together?

Finds by rule, not by list, and for any organisation's packs: looks at packs as data and at their
source documents as sentences. Pure: the packs, the texts and the law list are handed in. Each kind
of look is a module of `app.policy.linting`; this puts their remarks in order, the weightiest first.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from app.policy.laws import NO_LAWS, LawList
from app.policy.linting.aged import aged
from app.policy.linting.agreement import figures, numbers_of_contacts
from app.policy.linting.cited_laws import cited_laws
from app.policy.linting.clashes import clashes
from app.policy.linting.outsiders import outside_readers
from app.policy.linting.packs_alone import about_pack
from app.policy.linting.packs_together import about_packs
from app.policy.linting.permissions import permission_clashes
from app.policy.linting.rules_alone import about_rules
from app.policy.linting.safeguards import missing_safeguards
from app.policy.linting.same_act import same_acts
from app.policy.linting.statement import Statement, statements_of
from app.policy.linting.terms import defined_too_narrowly, undefined_terms, vague_quantities
from app.policy.linting.wording import hard_to_read
from app.policy.pack import Pack
from app.policy.remark import WEIGHTS, Remark, RemarkKind


def lint(
    packs: Sequence[Pack],
    known_findings: frozenset[str],
    sources: Mapping[str, str],
    today: date,
    laws: LawList = NO_LAWS,
) -> tuple[Remark, ...]:
    """Every remark, the weightiest kind first, then in the order of the packs and of their lines.

    Args:
        packs: in the organisation's order.
        known_findings: every finding that some check can make, as ``check/kind``.
        sources: the text of each document by its name, as packs give it in `document`.
        today: for reviews and old dates.
        laws: the laws that documents may cite.
    """
    said = {pack.id: statements_of(pack, sources.get(pack.document)) for pack in packs}
    everything = tuple(chain.from_iterable(said.values()))
    remarks = [
        *chain.from_iterable(
            _about_one(pack, sources.get(pack.document), said[pack.id], known_findings, today)
            for pack in packs
        ),
        *_about_sentences(everything),
        *cited_laws(everything, laws, today),
        *_unless_said(about_packs(packs, known_findings), everything),
    ]
    order = {pack.id: place for place, pack in enumerate(packs)}
    return tuple(
        sorted(dict.fromkeys(remarks), key=lambda r: (WEIGHTS[r.kind], order.get(r.pack, len(order)), r.line))
    )


def _about_one(
    pack: Pack, text: str | None, said: Sequence[Statement], known: frozenset[str], today: date
) -> Iterator[Remark]:
    yield from about_pack(pack, text, said, today)
    yield from about_rules(pack, known)
    yield from hard_to_read(pack)
    yield from outside_readers(pack, said)
    yield from defined_too_narrowly(said)
    yield from vague_quantities(said)
    yield from undefined_terms(said)
    yield from aged(said, today)


def _about_sentences(said: Sequence[Statement]) -> Iterator[Remark]:
    yield from clashes(said)
    yield from same_acts(said)
    yield from permission_clashes(said)
    yield from missing_safeguards(said)
    yield from numbers_of_contacts(said)
    yield from figures(said)


def _unless_said(remarks: Iterator[Remark], said: Sequence[Statement]) -> Iterator[Remark]:
    """Leaves out what the documents' own sentences have shown already, with both quotations."""
    shown = [r.message for r in numbers_of_contacts(said)]
    for remark in remarks:
        numbers = {word.strip(",.;") for word in remark.message.split() if word[:1].isdigit()}
        is_said = remark.kind is RemarkKind.CONTACTS_DIFFER and any(
            all(number in message for number in numbers) for message in shown
        )
        if not is_said:
            yield remark
