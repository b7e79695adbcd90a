"""A past draft is judged with its causes joined as they were, although no place in it was kept."""

from json import dumps, loads

import yaml

from app.compose.check_draft import check_draft
from app.domain.draft import Moment
from app.policy.judge import judge
from app.policy.policy import Policy
from app.policy.replay import past_from
from tests.drafts import draft_from
from tests.fakes import FakeRecords
from tests.road import PACKS, PROJECT, pack, real_reader, road

DRAFTS = yaml.safe_load((PROJECT / "tests/policy/nasty.yaml").read_text(encoding="utf-8"))


def test_a_record_gives_the_same_cards_again() -> None:
    main, policy = road((), real_reader()), Policy([pack(name) for name in PACKS])
    assert isinstance(main.records, FakeRecords)
    for example in DRAFTS[:8]:
        shown = check_draft(draft_from(example), Moment.COMPOSE, main).verdict.advice
        kept = main.records.kept[-1]
        past = past_from(loads(dumps(kept.findings)), loads(dumps(kept.circumstances)))

        again = judge(policy, past.known, past.findings).advice
        assert [(c.rule, [a.rule for a in c.also]) for c in again] == [
            (c.rule, [a.rule for a in c.also]) for c in shown
        ]
        assert "start" not in repr(kept.findings)
