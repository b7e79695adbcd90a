"""Do packs and checks know each other's words?"""

import pytest

from app.checks import CHECKS
from app.policy.pack import DRAFT_FACTS, Pack, Rule
from tests.road import PACKS, PROJECT, pack

FINDINGS = {f"{check.id}/{kind}" for check in CHECKS for kind in check.kinds}
RULES = [(name, rule) for name in PACKS for rule in pack(name).rules]
IDS = [rule.id for _, rule in RULES]


@pytest.mark.parametrize("rule", [r for _, r in RULES], ids=IDS)
def test_a_rule_listens_to_findings_that_exist(rule: Rule) -> None:
    assert all(
        any(rule.hears(finding) for finding in FINDINGS if _fits(finding, heard)) for heard in rule.listens
    )


def _fits(finding: str, heard: str) -> bool:
    return finding == heard or heard == f"{finding.partition('/')[0]}/*"


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
