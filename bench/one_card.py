"""How many cards does one cause give, with and without the families that share one?

``python -m bench.one_card`` reads the forty drafts of ``tests/policy/nasty.yaml`` with the trained model.
"""

from collections.abc import Iterator
from dataclasses import replace

import yaml

from app.compose.check_draft import check_draft
from app.domain.draft import Moment
from app.domain.verdict import Advice, Severity
from app.policy.pack import Pack
from tests.drafts import draft_from
from tests.road import PACKS, PROJECT, pack, real_reader, road

DRAFTS = yaml.safe_load((PROJECT / "tests/policy/nasty.yaml").read_text(encoding="utf-8"))


def main() -> None:
    """Print both counts."""
    joined = [pack(name) for name in PACKS]
    apart = [replace(one, causes=()) for one in joined]
    for label, packs in (("each finding its own card", apart), ("one card a cause", joined)):
        cards = list(_cards(packs))
        firm = sum(card.severity > Severity.INFO for card in cards)
        print(f"{label}: {len(cards)} cards on {len(DRAFTS)} drafts, {firm} at warn or above")


def _cards(packs: list[Pack]) -> Iterator[Advice]:
    main_road = road(packs, real_reader())
    for example in DRAFTS:
        yield from check_draft(draft_from(example), Moment.COMPOSE, main_road).verdict.advice


if __name__ == "__main__":
    main()
