"""Which numbers of a table can be told, so that no few people can be told apart?

A table has lines and columns whose sums are told as well. What fewer than ten people are behind is hidden. A
hidden number can be worked out exactly when it is the only way between its line and its column: then another
one beside it is hidden too, until none is.
"""

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
    lines = {line for line, people in by_line.items() if is_crowd(people)}
    columns = {column for column, people in by_column.items() if is_crowd(people)}
    shown = {p for p, people in table.items() if is_crowd(people) and p[0] in lines and p[1] in columns}
    while True:
        open_ones = _worked_out(table, shown, lines, columns)
        if not open_ones:
            return Told(frozenset(shown), frozenset(lines), frozenset(columns))
        place = min(open_ones)
        beside = [p for p in shown if _shares(p, place, lines, columns)]
        if beside:
            shown.remove(min(beside, key=lambda p: (len(table[p]), p)))
        elif place[1] in columns:
            columns.remove(place[1])
        else:
            lines.remove(place[0])


def _shares(one: Place, other: Place, lines: Collection[str], columns: Collection[str]) -> bool:
    return (one[0] == other[0] and one[0] in lines) or (one[1] == other[1] and one[1] in columns)


def _sums(table: Mapping[Place, People], which: int) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place, people in table.items():
        found[place[which]] |= people
    return found


def _worked_out(
    table: Mapping[Place, People],
    shown: Collection[Place],
    lines: Collection[str],
    columns: Collection[str],
) -> list[Place]:
    """Hidden places of few people that the sums give away.

    Hidden places are edges between their line and their column; sums that are not told are one node together.
    What is on no circle is worked out, and so is all that hangs by it: few people altogether are few.
    """
    hidden = [place for place, people in table.items() if people and place not in shown]
    ends = {p: (_node("line", p[0], lines), _node("column", p[1], columns)) for p in hidden}
    return [place for place in _bridges(ends) if not is_crowd(table[place])]


def _node(kind: str, name: str, told: Collection[str]) -> str:
    return f"{kind} {name}" if name in told else "not told"


def _bridges(ends: Mapping[Place, tuple[str, str]]) -> list[Place]:
    """Edges on no circle (Tarjan), without recursion: a table can be long."""
    beside: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
    for place, (one, other) in ends.items():
        beside[one].append((other, place))
        beside[other].append((one, place))
    seen: dict[str, int] = {}
    low: dict[str, int] = {}
    found: list[Place] = []
    for root in sorted(beside):
        if root in seen:
            continue
        seen[root] = low[root] = len(seen)
        way: list[tuple[str, Place | None, Iterator[tuple[str, Place]]]] = [(root, None, iter(beside[root]))]
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
