"""Every clause of every source has its place, word for word."""

import pytest

from app.domain.errors import PackError
from app.policy.coverage import CoveredClause, Standing, coverage
from tests.road import PACKS, PROJECT, pack

FOLDER = PROJECT / "app/policy/packs"


def clauses(name: str) -> tuple[CoveredClause, ...]:
    file = FOLDER / "clauses" / f"{name}.yaml"
    return coverage(file.read_text(encoding="utf-8"), file.name, pack(name))


def source(name: str) -> str:
    return " ".join((FOLDER / "sources" / pack(name).document).read_text(encoding="utf-8").split())


@pytest.mark.parametrize("name", PACKS)
def test_every_quotation_stands_in_its_source_and_in_its_order(name: str) -> None:
    text, listed = source(name), clauses(name)

    assert [c.id for c in listed if c.quote not in text] == []
    places = [text.index(c.quote) for c in listed]
    assert places == sorted(places)


@pytest.mark.parametrize("name", PACKS)
def test_every_clause_that_a_rule_cites_is_listed(name: str) -> None:
    listed = {c.id: c.quote for c in clauses(name)}
    cited = {rule.clause.quote for rule in pack(name).rules if rule.id not in listed}

    assert [
        quote for quote in cited if not any(quote in said or said in quote for said in listed.values())
    ] == []


def test_no_clause_is_lost_or_listed_under_two_sources() -> None:
    listed = [c for name in PACKS for c in clauses(name)]

    assert len(listed) == len({c.id for c in listed}) >= 267
    assert sum(c.standing is Standing.OUTSIDE for c in listed) == 43


ROW = '- id: {id}\n  section: "8"\n  quote: "be polite"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ROW.format(id="unheard-of"), "say how it stands"),
        (ROW.format(id="unheard-of") + "  stands: enforced\n  how: x\n", "use one of"),
        (ROW.format(id="no-bulk-to-schools") + "  stands: outside\n  how: x\n", "take out"),
        (ROW.format(id="no-bulk-to-schools") * 2, "listed already"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(PackError, match=says):
        coverage(text, "c.yaml", pack("kent-schools"))
