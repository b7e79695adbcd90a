"""Which numbers of a table can be told, so that no few people can be told apart?

A table has lines and columns whose sums are told as well. What fewer than ten people are behind is hidden. A
hidden number can be worked out exactly when it is the only way between its line and its column: then another
one beside it is hidden too, until none is.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.crowd import LEAST_PEOPLE

Place = tuple[str, str]
"""A line and a column."""
People = frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """What of a table can be told: places, and the lines and columns whose sums can be."""

    places: frozenset[Place]
    lines: frozenset[str]
    columns: frozenset[str]


def is_crowd(people: Collection[str]) -> bool:
    """Whether they are enough."""
    return len(people) >= LEAST_PEOPLE


def told_of(table: Mapping[Place, People]) -> Told:
    """What of a table of who is behind each number can be told. An empty place is told as nothing."""
    by_line, by_column = _sums(table, 0), _sums(table, 1)
    sums = {("line", name) for name, people in by_line.items() if is_crowd(people)}
    sums |= {("column", name) for name, people in by_column.items() if is_crowd(people)}
    shown = {p for p, behind in table.items() if is_crowd(behind) and all(end in sums for end in _ends(p))}
    while open_ones := _worked_out(table, shown, sums):
        for step in _way_around(min(open_ones), table, shown, sums):
            shown.discard(step)
            sums.discard(step)
    lines = frozenset(name for kind, name in sums if kind == "line")
    return Told(frozenset(shown), lines, frozenset(name for kind, name in sums if kind == "column"))


def _sums(table: Mapping[Place, People], which: int) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place, people in table.items():
        found[place[which]] |= people
    return found


def _worked_out(
    table: Mapping[Place, People], shown: Collection[Place], sums: Collection[Place]
) -> list[Place]:
    """Hidden places of few people that the sums give away: they are on no circle of hidden places."""
    hidden = [place for place, people in table.items() if people and place not in shown]
    return [place for place in _bridges(_ways(hidden, sums)) if not is_crowd(table[place])]


def _ends(place: Place) -> tuple[Place, Place]:
    """The sums in which a place is: places are edges between them."""
    return ("line", place[0]), ("column", place[1])


def _ways(places: Iterable[Place], sums: Collection[Place]) -> Mapping[Place, tuple[Place, Place]]:
    """Between which nodes each place is an edge. Sums that are not told are one node together."""
    return {p: tuple(end if end in sums else _NOT_TOLD for end in _ends(p)) for p in places}  # type: ignore[misc]  # two of them


def _way_around(
    place: Place, table: Mapping[Place, People], shown: Collection[Place], sums: Collection[Place]
) -> list[Place]:
    """What has to be hidden, places and sums, so that a place is on a circle; as little as can be (Dijkstra).

    Numbers of few people are hidden before those of many, then the sum of a column, then that of a line.
    """
    beside: defaultdict[Place, list[tuple[int, Place, Place]]] = defaultdict(list)
    for other, (one, end) in _ways((p for p, people in table.items() if people and p != place), sums).items():
        cost = len(table[other]) if other in shown else 0
        beside[one].append((cost, end, other))
        beside[end].append((cost, one, other))
    for told in sums:
        cost = _A_COLUMN if told[0] == "column" else _A_LINE
        beside[told].append((cost, _NOT_TOLD, told))
        beside[_NOT_TOLD].append((cost, told, told))
    start, goal = _ways([place], sums)[place]
    best: dict[Place, tuple[int, list[Place]]] = {}
    queue: list[tuple[int, Place, list[Place]]] = [(0, start, [])]
    while goal not in best:
        cost, node, way = heapq.heappop(queue)
        if node not in best:
            best[node] = (cost, way)
            for more, then, step in beside[node]:
                heapq.heappush(queue, (cost + more, then, [*way, step]))
    return best[goal][1]


_NOT_TOLD: Place = ("not told", "")
_A_COLUMN, _A_LINE = 10**6, 10**9


_Step = tuple[Place, Place | None, Iterator[tuple[Place, Place]]]


def _bridges(ends: Mapping[Place, tuple[Place, Place]]) -> list[Place]:
    """Edges on no circle (Tarjan), without recursion: a table can be long."""
    beside: defaultdict[Place, list[tuple[Place, Place]]] = defaultdict(list)
    for place, (one, other) in ends.items():
        beside[one].append((other, place))
        beside[other].append((one, place))
    seen: dict[Place, int] = {}
    low: dict[Place, int] = {}
    found: list[Place] = []
    for root in sorted(beside):
        if root in seen:
            continue
        seen[root] = low[root] = len(seen)
        way: list[tuple[Place, Place | None, Iterator[tuple[Place, Place]]]] = [
            (root, None, iter(beside[root]))
        ]
        while way:
            node, by, rest = way[-1]
            step = next(rest, None)
            if step is None:
                way.pop()
                if way and by is not None:
                    above = way[-1][0]
                    low[above] = min(low[above], low[node])
                    if low[node] > seen[above]:
                        found.append(by)
            elif step[1] != by:
                other, place = step
                if other in seen:
                    low[node] = min(low[node], seen[other])
                else:
                    seen[other] = low[other] = len(seen)
                    way.append((other, place, iter(beside[other])))
    return found


def left_over(groups: Mapping[str, People], everybody: People) -> frozenset[str]:
    """Which groups can be told beside the sum over everybody: the rest is nobody, or a crowd.

    The smallest ones are hidden until it is.
    """
    shown = {name for name, people in groups.items() if is_crowd(people)}
    while shown:
        rest = everybody - _all(groups[name] for name in shown)
        if not rest or is_crowd(rest):
            break
        shown.remove(min(shown, key=lambda name: (len(groups[name]), name)))
    return frozenset(shown)


def _all(groups: Iterable[People]) -> People:
    return frozenset().union(*groups)
