"""Which of a draft's own sentences tell its news and its request in a hundred characters?

One sentence, or two in their order, are shortened until they fit: those that a reader needs most, and rather
whole than cut. Sentences that are private or name somebody are never taken.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, permutations

import re2

from app.bulletin.alike.everyday_words import weight_of
from app.bulletin.from_draft.needed import central_worth, naming_worth, stems, worth
from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.shorten import at_a_word, cuts, without_asides, without_cause
from app.bulletin.from_draft.verbs import has_verb
from app.domain.item_text import SUMMARY_MAX
from app.domain.reading import DateRole

_CANDIDATES = 10
_CUTS = 4
_WORTH_ADDING = 1.3
_SECOND, _KEPT, _WITHOUT_DAY = 0.7, 0.7, 0.4
_CLAUSE_AWAY, _PHRASE_AWAY = 0.95, 0.8
_ONLY_ATTACHED = re2.compile(r"(?i)^(?:[\w-]+ ){0,3}(?:attached|enclosed|below|above)\W*$")
_TABLE = re2.compile(r"\t| \| ")
_SHOUTS = re2.compile(r"(?:[!?]*![!?]*|\?{2,})(\s|$)")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence that may be shown, and how much a reader needs it."""

    said: Said
    worth: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """One way to say one sentence, and what it is worth."""

    start: int
    words: str
    worth: float


def telling(said: Sequence[Said], subject: str, today: date) -> list[Weighed]:
    """The sentences that may be shown, best first."""
    about, often = set(stems(subject)), _often(said)
    weighed = [
        Weighed(one, worth(one, at, about, today) + central_worth(one, often))
        for at, one in enumerate(_may_be_shown(said))
    ]
    return sorted((one for one in weighed if one.worth > 0), key=lambda one: -one.worth)


def naming(said: Sequence[Said]) -> list[Said]:
    """The sentences that may be shown, first those that best say what it is all about."""
    often = _often(said)
    scored = [(naming_worth(one, at, often), -at, one) for at, one in enumerate(_may_be_shown(said))]
    return [one for _, _, one in sorted(scored, key=lambda s: s[:2], reverse=True)]


def _often(said: Sequence[Said]) -> Counter[str]:
    return Counter(word for one in said for word in set(stems(one.words)))


def _may_be_shown(said: Sequence[Said]) -> list[Said]:
    return [
        one
        for one in said
        if not (one.is_private or one.names_somebody or _ONLY_ATTACHED.search(one.words))
        and not _TABLE.search(one.words)
        and _weight(one.words) > 1
    ]


def summary_of(best: Sequence[Weighed], headline: str, today: date, used: Said | None = None) -> str:
    """At most a hundred characters out of the `best` sentences; `used` already stands in the headline."""
    chosen = [one for one in best if one.said is not used][:_CANDIDATES]
    chosen = chosen or [one for one in best if one.said is used]
    told = set(stems(headline))
    pieces = [piece for one in chosen for piece in _pieces(one, told, today)]
    if not pieces:
        return at_a_word(without_asides(chosen[0].said.words), SUMMARY_MAX) if chosen else ""
    ways: list[tuple[float, tuple[_Piece, ...]]] = [(piece.worth, (piece,)) for piece in pieces]
    for first, second in permutations(pieces, 2):
        length = len(_closed(first.words)) + 1 + len(_closed(second.words))
        is_worth_it = min(first.worth, second.worth) >= _WORTH_ADDING
        if first.start < second.start and is_worth_it and length <= SUMMARY_MAX:
            ways.append((first.worth + _SECOND * second.worth, (first, second)))
    _, taken = max(ways, key=lambda way: way[0])
    words = " ".join(_closed(piece.words) for piece in taken)
    return words if len(words) <= SUMMARY_MAX else words.rstrip(".")


def _closed(words: str) -> str:
    return words if words[-1:] in ".?!" else f"{words}."


def _pieces(weighed: Weighed, told: set[str], today: date) -> Iterator[_Piece]:
    one = weighed.said
    whole = _SHOUTS.sub(lambda shout: ("?" if "?" in shout[0] else ".") + shout[1], without_asides(one.words))
    if len(whole) > SUMMARY_MAX:
        whole = without_cause(whole)
    full = _weight(whole) or 1.0
    due = [d for d in one.dates if d.role is DateRole.DEADLINE and d.day >= today]
    clauses = list(islice(cuts(whole, SUMMARY_MAX), _CUTS))
    for words in clauses or islice(cuts(whole, SUMMARY_MAX, at_phrases=True), 1):
        kept = _weight(words) / full
        new = _weight(words, but=told) / (_weight(words) or 1.0)
        keeps_day = not due or any(str(d.day.day) in words for d in due) or not any(map(str.isdigit, whole))
        cut = 1.0 if len(words) >= len(whole) else _CLAUSE_AWAY if clauses else _PHRASE_AWAY
        if has_verb(whole) and not has_verb(words):
            cut /= 2
        worth_it = weighed.worth * kept**_KEPT * (0.5 + 0.5 * new) * (1.0 if keeps_day else _WITHOUT_DAY)
        yield _Piece(one.start, words, worth_it * cut)


def _weight(words: str, but: Iterable[str] = ()) -> float:
    return sum(weight_of(one) for one in {*stems(words)} - {*but})
