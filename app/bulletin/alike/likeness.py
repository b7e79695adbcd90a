"""How surely do two items of the bulletin tell the same news?

The same news is the same event or request: told in much the same words, on the same days, with the same
figures, of the same people. A near copy about another day, place or audience is another session, unless it
says that it puts something right; what calls off the other is news of its own. Two items that have nothing in
common are never the same, however little parts them.
"""

import math
from collections.abc import Callable, Collection, Iterator, Mapping

from app.bulletin.alike.common_ground import common_ground, lack
from app.bulletin.alike.moments import shared_days
from app.bulletin.alike.traits import Traits, telling
from app.bulletin.alike.weights import BIAS, MOST_BY_MEANING, WEIGHTS

_MOST, _MANY, _MOST_DAYS = 2, 4, 2.5
_DAY_ALONE = 0.7
_FEW = 0.4
_NEAR = 0.75

Words = Mapping[str, float]
"""Words, and how much each tells."""


def likeness(one: Traits, other: Traits, near: Callable[[], Mapping[str, float]]) -> float:
    """From 0 to 1; from 0.5 on an editor would probably make one item of them.

    `near` tells how near they are in meaning; it is asked only where that can still decide.
    """
    told = compare(one, other)
    score = BIAS + _weighed(told)
    if score + MOST_BY_MEANING <= 0:
        return 0.0
    nearness = near()
    score += _weighed(meant(told, nearness)) - lack(common_ground(one, other, told["words"], nearness))
    return 1 / (1 + math.exp(-score))


def meant(told: Mapping[str, float], near: Mapping[str, float]) -> Mapping[str, float]:
    """How near they are in meaning; it counts for more where they share few words, or are very near."""
    return {
        **near,
        "meaning-in-few-words": near["meaning"] * max(0.0, _FEW - told["words"]),
        "meaning-very-near": max(0.0, near["meaning"] - _NEAR),
    }


def _weighed(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in features.items())


def compare(one: Traits, other: Traits) -> Mapping[str, float]:
    """What the two have in common and what parts them, each by its name."""
    stands = 0.0 if _is_put_right(one, other) else 1.0
    mine, theirs = _spelled_out(one, other), _spelled_out(other, one)
    asked = one.asked & other.asked - one.headline.keys() - other.headline.keys()
    mine, theirs = _but(mine, asked), _but(theirs, asked)
    shared = _shared(mine, theirs)
    contained = shared / (min(_sum(mine), _sum(theirs)) or 1.0)
    told = {
        "words": contained,
        "words-of-both": shared / (max(_sum(mine), _sum(theirs)) or 1.0),
        "words-shared": math.log1p(shared),
        **dict(_days(one, other, contained)),
        **dict(_details(one, other, mine, theirs)),
        **dict(_said(one, other, contained)),
        "put-right": 1 - stands,
        "one-puts-right-at-once": float(one.is_put_right_at_once != other.is_put_right_at_once),
        "one-is-off-at-once": float(one.is_off_at_once != other.is_off_at_once),
        "one-turns-anyway": float(one.turns != other.turns),
        "put-right-headline": max(_told_again(one, other), _told_again(other, one)),
        "rounds-apart": _rounds_apart(one, other),
    }
    copied = len(one.runs & other.runs) / (min(len(one.runs), len(other.runs)) or 1)
    own = max(0.0, min(_sum(mine), _sum(theirs)) - shared)
    parted = {
        **dict(_parted(one, other)),
        "form-swapped": _form_swapped(one, other, mine, theirs),
        "copied": copied,
        "copied-year-of-one": copied * (bool(one.years) != bool(other.years)),
        "copied-own-words": copied * math.log1p(own),
        "copied-headline-missing": copied * _headline_missing(one, other, mine, theirs),
        "copied-concerned-conflict": copied * _conflict(one.concerned, other.concerned, _MOST),
    }
    parted = {name: stands * value for name, value in parted.items()}
    return {**told, "copied-anyway": copied, **parted}


def _days(one: Traits, other: Traits, contained: float) -> Iterator[tuple[str, float]]:
    """The days and times that both name; a day without its month may be the other's."""
    shared, alone = shared_days(one.moments, other.moments), _days_alone(one, other)
    yield "days", min(len(shared) + _DAY_ALONE * min(alone, _MOST), _MOST_DAYS)
    yield "days-alike", bool(shared) * contained
    yield "days-apart", float(bool(one.moments.days and other.moments.days) and not shared)
    yield "days-few", bool(shared) * max(0.0, _FEW - contained)
    yield "months", float(bool(one.moments.months & other.moments.months))
    yield "times", float(min(len(one.moments.times & other.moments.times), _MOST))


def _is_put_right(one: Traits, other: Traits) -> bool:
    """Whether one puts something right, or denies what the other says."""
    said = one.is_put_right or other.is_put_right
    return said or _denies(one, other) or _denies(other, one)


def _told_again(one: Traits, other: Traits) -> float:
    """How much of the headline of what puts something right, and takes nothing back, the other says too."""
    if not one.is_put_right or one.turns:
        return 0.0
    return 1 - _sum(_but(one.headline, other.words)) / (_sum(one.headline) or 1.0)


def _denies(one: Traits, other: Traits) -> bool:
    return not (one.denied - other.denied).isdisjoint(other.values)


def _rounds_apart(one: Traits, other: Traits) -> float:
    """Whether they tell of two rounds, parts, versions or the like of one thing."""
    counted = {thing for thing, _ in one.rounds} & {thing for thing, _ in other.rounds}
    mine, theirs = (
        {thing: {number for what, number in each.rounds if what == thing} for thing in counted}
        for each in (one, other)
    )
    return float(any(mine[thing].isdisjoint(theirs[thing]) for thing in counted))


def _days_alone(one: Traits, other: Traits) -> int:
    """How many days may be shared where one of the two leaves out the month."""
    shared = shared_days(one.moments, other.moments)
    bare = sum(len(_own_days(*two, shared, bare=True)) for two in ((one, other), (other, one)))
    return bare + (0 if shared else len(one.moments.days_alone & other.moments.days_alone))


def _own_days(
    one: Traits, other: Traits, shared: set[tuple[int, int]], *, bare: bool
) -> list[tuple[int, int]]:
    """Days that the other does not name: those that it may mean (`bare`), or those that it does not."""
    return [day for day in one.moments.days.keys() - shared if (day[1] in other.moments.days_alone) is bare]


def _details(one: Traits, other: Traits, mine: Words, theirs: Words) -> Iterator[tuple[str, float]]:
    yield "figures-of-few", _share(one.figures, other.figures)
    yield "sums-apart", _apart(one.sums, other.sums)
    yield "addresses-conflict", _conflict(one.addresses | one.links, other.addresses | other.links, _MOST)
    yield "links", float(min(len(one.links & other.links), _MOST))
    yield "codes-conflict", _conflict(one.codes, other.codes, 1)
    yield "codes", float(not one.codes.isdisjoint(other.codes))
    yield "sums", float(min(len(one.sums & other.sums), _MOST))
    yield "names", float(min(len((one.names & other.names) - one.asked - other.asked), _MANY))
    yield "names-conflict", float(min(len(one.names - theirs.keys()), len(other.names - mine.keys()), _MANY))
    yield "years-apart", _apart(one.years, other.years)
    yield "concerned-apart", _apart(one.concerned, other.concerned)
    yield "one-looks-back", float(one.looks_back != other.looks_back)
    yield "one-thanks", float(one.thanks != other.thanks)
    yield "one-asks", float(one.asks != other.asks)
    yield "one-reminds", float(one.reminds != other.reminds)


def _said(one: Traits, other: Traits, contained: float) -> Iterator[tuple[str, float]]:
    """Whether only one of them tells that something is off, or on again."""
    stands = not _is_put_right(one, other)
    off, turned = stands and one.is_off != other.is_off, stands and one.turns != other.turns
    yield "one-turns", float(turned)
    yield "one-turns-alike", (off or turned) * contained


def _parted(one: Traits, other: Traits) -> Iterator[tuple[str, float]]:
    """What each has of its own: where neither puts anything right, they are two events."""
    shared = shared_days(one.moments, other.moments)
    mine, theirs = _own_days(one, other, shared, bare=False), _own_days(other, one, shared, bare=False)
    yield "days-conflict", float(min(len(mine), len(theirs), _MOST))
    yield "months-apart", _apart(one.moments.months, other.moments.months)
    yield "figures-conflict", _conflict(telling(one.figures), telling(other.figures), _MANY)


def _headline_missing(one: Traits, other: Traits, mine: Words, theirs: Words) -> float:
    """How much of either headline the other item never says; of the headline that is said more."""
    return min(
        _sum(_but(one.headline, theirs)) / (_sum(one.headline) or 1.0),
        _sum(_but(other.headline, mine)) / (_sum(other.headline) or 1.0),
    )


def _form_swapped(one: Traits, other: Traits, mine: Words, theirs: Words) -> float:
    """How many words are swapped in headlines of one form."""
    form = len(one.headline.keys() & other.headline.keys())
    swapped = min(len(_but(one.headline, theirs)), len(_but(other.headline, mine)), _MOST)
    return form / (min(len(one.headline), len(other.headline)) or 1) * swapped


def _spelled_out(traits: Traits, other: Traits) -> Words:
    """The words, with what the other shortens to its initials."""
    words = dict(traits.words)
    for word, letters in other.shortened.items():
        if letters in traits.initials:
            words.setdefault(word, 1.0)
    return words


def _but(words: Words, those: Collection[str]) -> Words:
    return {word: weight for word, weight in words.items() if word not in those}


def _sum(words: Words) -> float:
    return sum(weight * weight for weight in words.values())


def _shared(words: Words, others: Words) -> float:
    return sum(weight * weight for word, weight in words.items() if word in others)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what the one with fewer has, the other has too, of one more: few tell little."""
    return len(one & other) / (min(len(one), len(other)) + 1)


def _conflict(one: frozenset[str], other: frozenset[str], most: int) -> float:
    """How many each has that the other lacks."""
    return float(min(len(one - other), len(other - one), most))


def _apart(one: Collection[object], other: Collection[object]) -> float:
    return float(bool(one) and bool(other) and set(one).isdisjoint(other))
