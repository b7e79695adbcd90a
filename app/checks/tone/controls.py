"""Where does a mail ask somebody to leave out a check that protects people or money?

Orders split to stay under a limit, new bank details paid unverified, papers dated back or signed off for
work not done, what is deleted before it can be found, what is kept from the safeguarding record, and
somebody who starts before the checks on them: read as an order or a request in the author's own words. Not
when it is forbidden, quoted, told of others or taught ("never split orders"), and not when it is asked about.
"""

from collections.abc import Iterator

from app import linear
from app.checks.tone.control_phrases import (
    ANOTHER_WAY,
    COVER,
    FORBIDDEN_BEFORE,
    MAY_BE_PLAIN,
    NEW_ACCOUNT,
    OPENS_A_QUESTION,
    PARTS,
    PLAIN,
    TAUGHT,
    UNTOLD,
    UNVERIFIED,
)
from app.checks.tone.quotation import in_own_words, tells_of_others
from app.checks.words import Pattern
from app.domain.reading import Reading, Sentence
from app.kept import kept

_CLAUSE = linear.compile(r"[.!?;:\n]|,\s|\s(?:and|but|so|then)\s|\s[\x{2013}\x{2014}-]\s")
_OURS = r"(?:we|i|he|she|they|it|there|people|staff)\b"
_LEAD = 200
_EVEN_COVERED = True
_QUESTION = linear.compile(
    rf"(?i)^\W*(?:{OPENS_A_QUESTION}\s+{_OURS}|(?:can|could)\s+{_OURS}[^.!?]*\b(?:without|before)\b)"
)


def find_skipped_checks(reading: Reading) -> list[Sentence]:
    """The sentences that ask for it, in order."""
    own = in_own_words(reading)
    said = [own[s.start : s.end] for s in reading.sentences]
    is_of_payment = any(map(NEW_ACCOUNT.search, (own, reading.subject.clean)))
    return [
        sentence
        for at, sentence in enumerate(reading.sentences)
        if _found(said[at], is_of_payment, _EVEN_COVERED)  # hardly any does
        and _asks(said[at], is_of_payment=is_of_payment, beside=_beside(said, at))
    ]


def _beside(said: list[str], at: int) -> str:
    return " ".join(said[max(0, at - 1) : at + 2])


def _asks(words: str, *, is_of_payment: bool, beside: str) -> bool:
    is_covered = COVER.search(beside) is not None
    found = _found(words, is_of_payment, is_covered)
    if not found or TAUGHT.search(beside) or _QUESTION.search(words) or tells_of_others(words):
        return False
    return any(not _is_forbidden(words, start) for start in found)


@kept
def _found(words: str, is_of_payment: bool, is_covered: bool) -> tuple[int, ...]:
    """Where the words stand; a phrase that is itself a "don't" starts at its own negation."""
    return tuple(_starting(words, is_of_payment=is_of_payment, is_covered=is_covered))


def _starting(words: str, *, is_of_payment: bool, is_covered: bool) -> Iterator[int]:
    for at in MAY_BE_PLAIN.passed(words):
        yield from _starts(PLAIN[at], words)
    if not ANOTHER_WAY.search(words):
        yield from _starts(UNTOLD, words)
    if is_of_payment:
        yield from _starts(UNVERIFIED, words)
    if is_covered:
        yield from _starts(PARTS, words)


def _starts(pattern: Pattern, words: str) -> Iterator[int]:
    yield from (match.start() for match in pattern.finditer(words))


def _is_forbidden(words: str, start: int) -> bool:
    """Whether the clause says before it that it must not be, or that others do it."""
    lead, cut = words[max(0, start - _LEAD) : start], 0
    for stop in _CLAUSE.finditer(lead):
        cut = stop.end()
    return FORBIDDEN_BEFORE.search(lead[cut:]) is not None
