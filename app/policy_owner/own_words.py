"""Which words of its own does the organisation write?

A list of words, one a line, that are no slips here: names of schools, systems and trades. Lines may
hold several words; what follows a `#` is a remark.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from app.domain.errors import PackError
from app.policy_owner.differences import Difference

LONGEST = 40
MOST = 20_000
_JOINS = str.maketrans("’'-.&/", "      ")
_SHOWN = 60


def read_own_words(text: str, name: str) -> tuple[str, ...]:
    """The words, in order, each once. Raises PackError."""
    found: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for word in _words(line):
            if not _is_word(word):
                raise PackError(
                    name,
                    number,
                    "word",
                    f"“{word[:LONGEST]}” is no word; use letters, figures, hyphens and apostrophes",
                )
            found[word] = None
    if len(found) > MOST:
        raise PackError(name, 1, "words", f"there are {len(found):,} words; keep {MOST:,} or fewer")
    return tuple(found)


def words_in(text: str) -> tuple[str, ...]:
    """The words of any text, in order, each once: a file may hold what no form would take."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_words, text.split("\n")))))


def for_the_speller(text: str) -> str:
    """The words as a speller takes them: the parts of those with hyphens, and no remarks."""
    return " ".join(chain.from_iterable(map(_words, text.split("\n")))).translate(_JOINS)


def put_together(base: str, theirs: str, mine: str) -> str:
    """What I added to `base` and took out of it, put upon what somebody else saved meanwhile."""
    words = [set(words_in(text)) for text in (base, theirs, mine)]
    added, gone = words[2] - words[0] - words[1], words[0] - words[2]
    kept = [line for line in theirs.split("\n") if not _words(line) or set(_words(line)) - gone]
    return "\n".join([*"\n".join(kept).rstrip("\n").split("\n"), *sorted(added)]).strip("\n") + "\n"


def differences_of_words(before: str, after: str) -> Sequence[Difference]:
    """The words that came and went."""
    return tuple(_differences(words_in(before), words_in(after)))


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    gone, came = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    if gone:
        yield Difference("", "words taken out", _listed(gone), "")
    if came:
        yield Difference("", "words added", "", _listed(came))


def _listed(words: Sequence[str]) -> str:
    more = f" and {len(words) - _SHOWN:,} more" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more


def _words(line: str) -> list[str]:
    return line.partition("#")[0].split()


def _is_word(word: str) -> bool:
    letters = word.translate(_JOINS).split()
    has_letter = any(letter.isalpha() for letter in word)
    return len(word) <= LONGEST and has_letter and all(part.isalnum() for part in letters)
