"""Where does one sentence of a mail end and the next begin?

Mail is not prose: a list, a greeting or a heading has no full stop. A sentence ends at `.`, `!` or `?`
before a space, at a blank line, at a bullet, behind a greeting ("Hi Tom, you …"), and at a line end unless
the next line plainly goes on (a long line, no closing mark, a small letter). Pieces are never longer than
`LONGEST` characters, so that the model, which reads the first 96 word pieces, sees every word.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

LONGEST = 320
WRAPPED = 50
GAP = 3

_STARTS, _GOES_ON = 1, 2**64 - 1  # spaCy's 1 and -1
_ENDS = frozenset(".!?…。")
_CLOSERS = frozenset("\"'”\u2019)]»")
_LAST = _ENDS | _CLOSERS
_BULLETS = frozenset("•◦▪‣*-\u2013—·")
_GREETINGS = frozenset({"hi", "hello", "hey", "hiya", "dear", "good", "morning", "afternoon", "evening"})
_GREETED = 6
"""Words of a greeting and of whom it names, at most."""
_BEHIND_GREETING = frozenset(",-\u2013—")
_BEFORE_NUMBER = frozenset({"no", "nos"})
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof rev cllr st rd ave tel ext etc vs approx dept inc ltd co jan feb mar apr
    jun jul aug sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ref fig p pp para cf hon sgt
    """.split()  # noqa: SIM905  forty quoted words would be harder to read
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens of a doc as plain lists, which cost a tenth of asking a token each time."""

    said: list[str]
    places: list[int]
    """Where each begins."""
    is_before_space: list[bool]
    is_blank: list[bool]


def mark_sentences(doc: Doc) -> Doc:
    """Set where sentences start; blank tokens stay with the sentence before them."""
    tokens = list(doc)
    said = [token.text for token in tokens]
    words = _Words(
        said,
        [token.idx for token in tokens],
        [bool(token.whitespace_) for token in tokens],
        [word.isspace() for word in said],
    )
    marks = np.full((len(tokens), 1), _GOES_ON, np.uint64)
    marks[list(_starts(words))] = _STARTS
    # Setting it token by token looks through the whole doc each time.
    return doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]  # numpy's table is one of theirs


def _starts(words: _Words) -> Iterator[int]:
    begun = line_at = -1  # the token that began the sentence; the character that began the line
    due = True  # the next token that is not blank starts a sentence
    for at, (word, place) in enumerate(zip(words.said, words.places, strict=True)):
        if words.is_blank[at]:
            if "\n" in word or "\r" in word:
                due = due or not _goes_on(words, at, line_at)
                line_at = -1
            elif len(word) >= GAP:  # a column gap, or history that was blanked out
                due = True
            continue
        line_at = place if line_at < 0 else line_at
        too_long = begun >= 0 and place + len(word) - words.places[begun] > LONGEST
        if due or too_long:
            yield at
            begun = at
        due = _closes(words, at, begun) or _has_greeted(words, at, begun)


def _closes(words: _Words, at: int, begun: int) -> bool:
    """Whether the sentence that began with token `begun` is over after this token."""
    said = words.said
    follows_space = words.is_before_space[at] or at + 1 == len(said) or words.is_blank[at + 1]
    if said[at] not in _LAST or not follows_space:
        return False
    mark = at
    while mark > 0 and said[mark] in _CLOSERS and not words.is_before_space[mark - 1]:
        mark -= 1
    if said[mark] not in _ENDS:
        return False
    if said[mark] == "." and mark > 0:
        before = said[mark - 1]
        if len(before) == 1 and before.isalpha() and before != "I":
            return _next_letter(said, at) == ""
        if before.lower() in _BEFORE_NUMBER and _next_letter(said, at).isdigit():
            return False
        if before.lower() in _ABBREVIATIONS or (before.isdigit() and mark - 1 == begun):
            return False  # `1.` at the start is a bullet
    return not _next_letter(said, at).islower()


def _has_greeted(words: _Words, at: int, begun: int) -> bool:
    """Whether all of the sentence up to this mark is a greeting: what comes behind it is heard alone."""
    is_near = words.said[at] in _BEHIND_GREETING and at - begun < _GREETED
    return is_near and words.said[begun].lower() in _GREETINGS and words.is_before_space[at]


def _next_letter(said: list[str], at: int) -> str:
    """First character of the next word on the same line; empty at the end of the line."""
    if at + 1 == len(said) or "\n" in said[at + 1]:
        return ""
    return said[at + 1][0]


def _goes_on(words: _Words, at: int, line_at: int) -> bool:
    """Whether a line end is only a wrap: the sentence goes on in the next line."""
    said = words.said
    if said[at].count("\n") > 1 or at == 0 or at + 1 == len(said) or line_at < 0:
        return False
    before, after = said[at - 1], said[at + 1]
    if before in _ENDS or before in {":", ";"} or after in _BULLETS:
        return False
    return words.places[at] - line_at >= WRAPPED and after[0].islower()
