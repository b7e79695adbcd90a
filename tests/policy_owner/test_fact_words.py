"""Has every fact that a rule may ask for its words, and no word is left over?"""

import pytest

from app.policy.condition import DRAFT_FACTS, Condition, Operator, condition_from
from app.policy_owner.differences import condition_in_words
from app.policy_owner.fact_words import FACTS
from tests.road import PACKS, pack

ASKED = [one for name in PACKS for rule in pack(name).rules for step in rule.steps for one in step.when]


def test_every_fact_has_its_words_and_none_is_left_over() -> None:
    assert FACTS.keys() == {one.fact for one in ASKED} | DRAFT_FACTS.keys()


def test_no_condition_of_a_shipped_rule_shows_the_id_of_a_fact() -> None:
    for condition in ASKED:
        said, known = condition_in_words(condition), FACTS[condition.fact]
        assert "_" not in said.replace(condition.number, "")
        if isinstance(condition.value, bool):
            assert said == (known.yes if condition.value else known.no)
        else:
            assert said.startswith(known.name)
        assert known.name or (known.yes and known.no)


@pytest.mark.parametrize(
    ("fact", "written", "said"),
    [
        ("hours_working", False, "it is sent out of working hours"),
        ("hours_working", "!= true", "hours working is not true"),
        ("reply", ["reply", "reply-all"], "the message is a reply or a reply to all"),
        ("moment", "compose", "the check is made while it is written"),
        ("confidence", "high", "Sendwell is very sure"),
        ("confidence", ["low", "medium"], "Sendwell is half sure or fairly sure"),
        ("copies_mb", False, "how big all copies are is not known"),
        ("copies_mb", "> load_mb", "megabytes of copies in mailboxes > load_mb"),
        ("our_own_fact", True, "our own fact"),
        ("our_own_fact", False, "not our own fact"),
        ("our_own_fact", ">= 2", "our own fact ≥ 2"),
    ],
)
def test_a_condition_is_said_as_a_person_would(fact: str, written: object, said: str) -> None:
    assert condition_in_words(condition_from(fact, written)) == said


def test_what_is_not_so_is_said_as_the_contrary() -> None:
    condition = Condition(fact="urgent", operator=Operator.IS_NOT, value=True)
    assert condition_in_words(condition) == "it is not urgent in the policy’s meaning"
