"""Which words does a text say, as a search compares them?

Small letters without accents, cut to their stem by the Snowball stemmer for English ("governors" and
"governor" are one), in signs that every database takes for one word. Where each stands is kept, so that it
can be marked.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import re2
from snowballstemmer import stemmer

_WORD = re2.compile(r"[\pL\pN\pM]+(?:['’][\pL\pM]+)*")
_APOSTROPHES = str.maketrans("’", "'")
_LONGEST = 64
_CACHED = 20_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: how it compares, and where it stands."""

    lexeme: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """Its words, in order."""
    for found in _WORD.finditer(text):
        lexeme = _lexeme(found[0][:_LONGEST])
        if lexeme:
            yield Word(lexeme, found.start(), found.end())


@lru_cache(_CACHED)
def _lexeme(word: str) -> str:
    """ASCII letters and digits; a word of another script in hexadecimal, which no database splits."""
    plain = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).casefold()
    bare = "".join(sign for sign in plain if sign.isalnum() or sign == "'")
    if not bare.isascii():
        return f"u{bare.encode().hex()}"[:_LONGEST]
    return str(stemmer("english").stemWord(bare)).replace("'", "")
