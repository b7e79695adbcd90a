"""Where do the words of a mail begin and end?

A tokenizer for spaCy that reads any text in one pass. spaCy's own peels prefixes and suffixes off one
by one, which is quadratic in a long run of punctuation; a mail may hold a megabyte of it. Words are cut
at `LONGEST_WORD` characters, line ends are tokens of their own, and the text is always restored exactly.
"""

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST_WORD = 64

# Each branch consumes at least one character and no branch can backtrack into another: linear.
_TOKEN = re.compile(rf"\s+|\w{{1,{LONGEST_WORD}}}(?:['\u2019]\w{{1,16}})?|[^\w\s]")


class MailTokenizer:
    """Text to Doc, linear in its length."""

    def __init__(self, vocab: Vocab) -> None:
        """Make docs that share `vocab`."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A doc whose text is exactly `text`."""
        words: list[str] = []
        spaces: list[bool] = []
        for found in _TOKEN.finditer(text):
            word = found.group()
            if word == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)
