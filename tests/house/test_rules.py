"""Do packs and checks know each other's words?"""

import pytest

from app.checks import CHECKS
from app.policy.pack import DRAFT_FACTS, Pack, Rule
from tests.road import PACKS, PROJECT, pack

FINDINGS = {f"{check.id}/{kind}" for check in CHECKS for kind in check.kinds}
RULES = [(name, rule) for name in PACKS for rule in pack(name).rules]
IDS = [rule.id for _, rule in RULES]


def test_a_rule_listens_to_findings_that_exist() -> None:
    assert [(rule.id, heard) for _, rule in RULES for heard in rule.listens if not _exists(rule, heard)] == []


def _exists(rule: Rule, heard: str) -> bool:
    return any(rule.hears(f) for f in FINDINGS if heard in {f, f"{f.partition('/')[0]}/*"})


def test_rule_ids_are_unique_across_packs() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_names_its_document(name: str) -> None:
    found: Pack = pack(name)

    assert (PROJECT / "app/policy/packs/sources" / found.document).is_file()


def test_every_check_is_heard_by_a_rule() -> None:
    unheard = [f for f in FINDINGS if not any(rule.hears(f) for _, rule in RULES)]
    checks_heard = {f.partition("/")[0] for f in FINDINGS - set(unheard)}

    assert checks_heard == {check.id for check in CHECKS}


def test_draft_facts_each_have_a_meaning() -> None:
    assert all(DRAFT_FACTS.values())
