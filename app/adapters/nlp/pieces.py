"""What does the network see of a sentence?

Word pieces in lower case, and beside each the shape of its word, so that capitals count where they mean
something (names) without a second vocabulary. Training and service read sentences with this one file.
"""

from dataclasses import dataclass
from enum import IntEnum

from tokenizers import Tokenizer


class Shape(IntEnum):
    """How a word is written; the number is its row in the network's table of shapes."""

    PLAIN = 0
    CAPITALISED = 1
    CAPITALS = 2
    MIXED = 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as the network sees it; the lists are of one length, special pieces included.

    `places` are code points of the sentence, end excluded; `words` numbers the words from 0 and is
    None for special pieces.
    """

    ids: list[int]
    shapes: list[int]
    places: list[tuple[int, int]]
    words: list[int | None]


def shape_of(word: str) -> Shape:
    """The shape of one word; a single capital letter is an initial."""
    if word.islower() or not any(letter.isalpha() for letter in word):
        return Shape.PLAIN
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return Shape.CAPITALISED
    return Shape.CAPITALS if word.isupper() else Shape.MIXED


def cut(tokenizer: Tokenizer, sentence: str) -> Pieces:
    """Cut a sentence; what is over the tokenizer's limit is not seen."""
    encoded = tokenizer.encode(sentence)
    places: list[tuple[int, int]] = encoded.offsets
    words: list[int | None] = encoded.word_ids
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for word, (start, end) in zip(words, places, strict=True):
        if word is not None:
            first.setdefault(word, start)
            last[word] = end
    shape = {word: int(shape_of(sentence[start : last[word]])) for word, start in first.items()}
    shapes = [0 if word is None else shape[word] for word in words]
    return Pieces(encoded.ids, shapes, places, words)
