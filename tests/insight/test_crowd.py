"""Nobody is told apart, also not by looking every week and reckoning."""

from random import Random

from app.domain.crowd import LEAST_PEOPLE
from app.insight.crowd import People, blocks


def people(*numbers: int) -> People:
    return frozenset(map(str, numbers))


def crowd(first: int, many: int = LEAST_PEOPLE) -> People:
    return people(*range(first, first + many))


NOBODY = people()


def test_weeks_are_taken_together_until_ten_people_are_behind_them() -> None:
    weeks = [crowd(0, 4), crowd(2, 4), NOBODY, crowd(6, 4), crowd(0), NOBODY, crowd(3, 9)]

    assert blocks(weeks) == [[0, 1, 3], [4]]


def test_the_same_few_people_are_no_crowd_however_often() -> None:
    assert blocks([crowd(0, 9)] * 50) == []


def test_whoever_looks_every_week_learns_of_crowds_alone() -> None:
    """All that ever changes is one more block, which has nothing to do with those before it."""
    chance = Random(7)  # noqa: S311 - tables, not secrets
    for _ in range(200):
        _look_every_week(chance)


def _look_every_week(chance: Random) -> None:
    weeks = [people(*chance.sample(range(30), chance.choice([0, 0, 1, 3, 9, 10, 14]))) for _ in range(20)]
    before: list[list[int]] = []
    for week in range(len(weeks) + 1):
        now = [list(block) for block in blocks(weeks[:week])]
        new = now[len(before) :]
        assert now[: len(before)] == before
        assert all(
            len(frozenset().union(*(weeks[place] for place in block))) >= LEAST_PEOPLE for block in new
        )
        before = now
    places = [place for block in before for place in block]
    assert len(set(places)) == len(places)
