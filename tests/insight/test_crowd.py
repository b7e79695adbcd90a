"""Nobody is told apart, also not by reckoning."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from app.domain.crowd import LEAST_PEOPLE
from app.insight.crowd import People, Place, Told, left_over, told_of


def people(*numbers: int) -> People:
    return frozenset(map(str, numbers))


def crowd(first: int, many: int = LEAST_PEOPLE) -> People:
    return people(*range(first, first + many))


def random_table(chance: Random) -> dict[Place, People]:
    """Some rules and weeks; each number has from none to thirty people behind it."""
    lines, columns = chance.randint(1, 6), chance.randint(1, 6)
    return {
        (f"r{line}", f"w{column}"): people(*chance.sample(range(60), chance.choice([0, 1, 3, 9, 10, 14, 30])))
        for line in range(lines)
        for column in range(columns)
        if chance.random() < 0.8
    }


def solved(table: dict[Place, People], told: Told) -> list[Place]:
    """Hidden places whose number follows from the sums, by elimination: the attacker's own way."""
    hidden = sorted(p for p, behind in table.items() if behind and p not in told.places)
    place = {p: n for n, p in enumerate(hidden)}
    sums = [[p for p in hidden if p[0] == line] for line in told.lines]
    sums += [[p for p in hidden if p[1] == column] for column in told.columns]
    rows = [[Fraction(p in named) for p in hidden] for named in map(set, sums)]
    done = 0
    for column in range(len(hidden)):
        pivot = next((n for n in range(done, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [cell / rows[done][column] for cell in rows[done]]
        for n, row in enumerate(rows):
            if n != done and row[column]:
                rows[n] = [a - row[column] * b for a, b in zip(row, rows[done], strict=True)]
        done += 1
    alone = [row for row in rows if sum(map(bool, row)) == 1]
    return [p for p in hidden if any(row[place[p]] for row in alone)]


@pytest.mark.parametrize("seed", range(400))
def test_no_number_of_few_people_follows_from_what_is_told(seed: int) -> None:
    table = random_table(Random(seed))  # noqa: S311 - tables, not secrets
    told = told_of(table)

    assert all(len(table[place]) >= LEAST_PEOPLE for place in told.places)
    assert all(len(table[place]) >= LEAST_PEOPLE for place in solved(table, told))


def test_the_attackers_way_finds_what_is_left_open() -> None:
    """Otherwise the test before this one could not fail."""
    table = {("r", "w1"): crowd(0), ("r", "w2"): people(1), ("s", "w1"): crowd(0), ("s", "w2"): crowd(9)}
    naive = Told(frozenset(p for p in table if p != ("r", "w2")), frozenset("rs"), frozenset({"w1", "w2"}))

    assert solved(table, naive) == [("r", "w2")]
    assert ("r", "w2") not in solved(table, told_of(table))


def test_a_table_of_crowds_is_told_whole() -> None:
    places = [("a", "b"), ("a", "c"), ("d", "b"), ("d", "c")]
    told = told_of({place: crowd(n * 7) for n, place in enumerate(places)})

    assert told == Told(frozenset(places), frozenset("ad"), frozenset("bc"))


def test_one_small_number_takes_others_with_it() -> None:
    table = {(rule, week): crowd(0, 12) for rule in "abc" for week in "xyz"} | {("a", "x"): people(1, 2)}
    told = told_of(table)

    assert ("a", "x") not in told.places
    assert len(told.places) == 5, "a circle of four is hidden, and no more"
    assert (told.lines, told.columns) == (frozenset("abc"), frozenset("xyz"))


def test_the_sum_over_a_term_is_worth_more_than_its_weeks() -> None:
    """Twelve people in one week, two in the next: the term is told, and neither week."""
    told = told_of({("r", "w1"): crowd(0, 12), ("r", "w2"): people(1, 2)})

    assert told == Told(frozenset(), frozenset({"r"}), frozenset())


def test_a_long_table_needs_no_deep_stack() -> None:
    names = [f"n{n}" for n in range(3000)]
    table = {(one, one): people(1) for one in names} | {(a, b): people(2) for a, b in pairwise(names)}

    assert told_of(table).places == frozenset()


def test_what_is_left_beside_groups_is_nobody_or_a_crowd() -> None:
    groups = {"music": crowd(0), "sport": crowd(20, 11), "office": people(90)}
    everybody = crowd(0) | crowd(20, 11) | people(90)

    assert left_over(groups, everybody) == {"sport"}
    assert left_over(groups, everybody | crowd(100)) == {"music", "sport"}
    assert left_over({"music": crowd(0)}, crowd(0)) == {"music"}
    assert left_over({"office": people(1)}, people(1)) == frozenset()
