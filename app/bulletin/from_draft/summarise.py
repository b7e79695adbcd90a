"""Which of a draft's own sentences tell its news and its request in a hundred characters?

What the language model says a sentence does (ask, announce, set a deadline) is weighed with where it
stands, the days it names and what it shares with the subject. One sentence, or two in their order, are
shortened until they fit. Sentences that are private or name somebody are never taken.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, permutations

import re2

from app.bulletin.alike.everyday_words import weight_of
from app.bulletin.alike.same_words import stem
from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.shorten import at_a_word, cuts, without_asides
from app.domain.item_text import SUMMARY_MAX
from app.domain.reading import Act, DateRole

_CANDIDATES = 10
_CUTS = 4
_WORTH_ADDING = 1.0
_SECOND, _KEPT, _WITHOUT_DAY = 0.7, 0.7, 0.4
_CENTRAL, _MOST_CENTRAL = 0.3, 4.0
_WORD = re2.compile(r"[\pL\d][\pL\d'\x{2019}&/-]*")
_IDLE = re2.compile(
    r"(?i)^(?:thank(?:s| you)|many thanks|i hope|we hope|hope you|hoping|sorry|apologies|best wishes"
    r"|see below"
    r"|please see (?:below|attached)|(?:please )?find attached|as above|it's that time|what a|see you"
    r"|look(?:ing)? forward"
    r"|i look forward|we look forward|happy|have a|any questions|could you foster|we have attached)\b"
)
_ONLY_ATTACHED = re2.compile(r"(?i)^(?:[\w-]+ ){0,3}(?:attached|enclosed|below|above)\W*$")
_OTHER_SCRIPT = re2.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}]")
_CONTACT = re2.compile(
    r"(?i)\b(?:any (?:questions|queries|problems)|questions (?:to|or)|queries|for (?:advice|help|more"
    r"|further)"
    r"|if you (?:have|need|want|are|'re)|contact (?:us|me)|(?:ring|call|phone|e-?mail|ask) (?:us|me)\b"
    r"|get in touch|do(?:n't| not) hesitate)\b|@|\b0\d{3,4} ?\d"
)
_ASKS = re2.compile(
    r"(?i)^(?:please|book|apply|order|pay|send|return|reply|complete|register|sign up|tell us|let (?:me"
    r"|us)|enter"
    r"|submit|upload|check)\b"
    r"|\b(?:must|need(?:s)? to|have to|has to|are asked to|is asked to|can you|could you|would you|please)\b"
)
_NEWS = re2.compile(
    r"(?i)\b(?:is|are|will|has|have|can) (?:now |been |be )?(?:open|opens?|closed?|closing|available"
    r"|launch\w*|consulting"
    r"|changing|moving|offering|free|recalled|published|updated|back)\b|\bopens?\b|\bnew\b|\bfrom \d"
)
_OURS = re2.compile(r"(?i)^(?:we|i) (?:then )?(?:have|need|must|can|hope|think|know)\b")
_CONDITION = re2.compile(r"(?i)^(?:if|when|once|reply|tell|let|book|apply|decisions?|how|who|why|what)\b")
_VAGUE = re2.compile(r"(?i)^(?:it|this|that|these|those|they|he|she|there|here|them)\b")


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
    about = set(_stems(subject))
    often = Counter(word for one in said for word in set(_stems(one.words)))
    weighed = [
        Weighed(one, _worth(one, at, about, today) + _CENTRAL * min(_repeated(one, often), _MOST_CENTRAL))
        for at, one in enumerate(_may_be_shown(said))
    ]
    return sorted((one for one in weighed if one.worth > 0), key=lambda one: -one.worth)


def naming(said: Sequence[Said]) -> list[Said]:
    """The sentences that may be shown, first those that best say what it is all about."""
    may = _may_be_shown(said)
    often = Counter(word for one in said for word in set(_stems(one.words)))
    scored = [(_naming(one, at, often), -at, one) for at, one in enumerate(may)]
    return [one for _, _, one in sorted(scored, key=lambda s: s[:2], reverse=True)]


def _may_be_shown(said: Sequence[Said]) -> list[Said]:
    return [
        one
        for one in said
        if not (one.is_private or one.names_somebody or _ONLY_ATTACHED.search(one.words))
        and "\t" not in one.words
        and _weight(one.words) > 1
    ]


def _naming(one: Said, at: int, often: Counter[str]) -> float:
    """How well a sentence says what it is: early, of what comes back later, and no condition or answer."""
    worth = one.acts.get(Act.ANNOUNCEMENT, 0.0) + 2.5 / (1 + at) + 0.4 * _repeated(one, often)
    worth -= 3.0 * bool(_IDLE.search(one.words)) + 1.5 * bool(_CONTACT.search(one.words))
    worth -= 1.5 * bool(_VAGUE.search(one.words)) + 1.5 * bool(_CONDITION.search(one.words))
    return worth - 1.0 * any(d.role is DateRole.DEADLINE for d in one.dates)


def _repeated(one: Said, often: Counter[str]) -> float:
    """How often its words come back in the text."""
    return sum(min(often[s] - 1, 3) * weight_of(s) for s in set(_stems(one.words)))


def summary_of(best: Sequence[Weighed], headline: str, today: date, used: Said | None = None) -> str:
    """At most a hundred characters out of the `best` sentences; `used` already stands in the headline."""
    chosen = [one for one in best if one.said is not used][:_CANDIDATES]
    chosen = chosen or [one for one in best if one.said is used]
    told = set(_stems(headline))
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
    whole = without_asides(one.words)
    full = _weight(whole) or 1.0
    due = [d for d in one.dates if d.role is DateRole.DEADLINE and d.day >= today]
    clauses = list(islice(cuts(whole, SUMMARY_MAX - 1), _CUTS))
    for words in clauses or islice(cuts(whole, SUMMARY_MAX - 1, at_phrases=True), 1):
        kept = _weight(words) / full
        new = _weight(words, but=told) / (_weight(words) or 1.0)
        keeps_day = not due or any(str(d.day.day) in words for d in due) or not any(map(str.isdigit, whole))
        worth = weighed.worth * kept**_KEPT * (0.5 + 0.5 * new) * (1.0 if keeps_day else _WITHOUT_DAY)
        yield _Piece(one.start, words, worth)


def _worth(one: Said, at: int, about: set[str], today: date) -> float:
    """How much a reader needs this sentence."""
    act = one.acts
    worth = (
        0.4
        + 1.5 * act.get(Act.REQUEST, 0.0)
        + 2 * act.get(Act.DEADLINE, 0.0)
        + act.get(Act.ANNOUNCEMENT, 0.0)
    )
    worth += 0.7 * bool(_ASKS.search(one.words)) + 0.7 * bool(_NEWS.search(one.words))
    worth += 0.8 * any(d.role is DateRole.DEADLINE and d.day >= today for d in one.dates)
    worth += 0.4 * any(d.day >= today for d in one.dates)
    worth += 1.2 / (1 + at) + 0.5 * min(sum(s in about for s in _stems(one.words)), 3)
    worth -= 3.0 * bool(_IDLE.search(one.words)) + 2.0 * bool(_CONTACT.search(one.words))
    worth -= (
        1.5 * bool(_OURS.search(one.words))
        + 0.8 * bool(_VAGUE.search(one.words))
        + 3.0 * bool(_OTHER_SCRIPT.search(one.words))
        + 0.5 * one.words.endswith("?")
    )
    return worth


def _stems(words: str) -> Iterator[str]:
    return (stem(match[0].casefold()) for match in _WORD.finditer(words))


def _weight(words: str, but: Iterable[str] = ()) -> float:
    return sum(weight_of(one) for one in {*_stems(words)} - {*but})
