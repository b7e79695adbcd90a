"""Which names make up a line?

What greetings and sign-offs share: the lines of a text, what may be a name on a line of its own, and the
names of a line that holds nothing else.
"""

from collections.abc import Iterator, Sequence

from app.domain.people import Who
from app.reading.naming.word_lists import ACRONYMS
from app.reading.naming.writing import Found, IsWord, Word, folded, is_never_name, name_from, words_in

BARE = 0.85
LONGEST = 120
MOST_TOGETHER = 3
_AND = "and"
_ALSO_GIVEN = frozenset(("papa", "nana", "mama"))


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Every line and where it starts."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, text[at:end]
        at = end + 1


def names_alone(start: int, line: str, is_word: IsWord) -> Iterator[Found]:
    """The names of a line that holds names and nothing else; none when it holds more."""
    words = words_in(line)
    at, found = 0, list[Found]()
    while at < len(words):
        count = name_from(line, words, at)
        if not count or not may_be_name(words[at : at + count]) or is_word(words[at].text):
            return
        found.append(Found(start + words[at].start, start + words[at + count - 1].end, BARE, Who.RECIPIENT))
        at += count
        at += at < len(words) and words[at].text == _AND
    yield from found


def may_be_name(words: Sequence[Word]) -> bool:
    """Whether no word of it is one of those that are never names; "Papa Yaw Nyarko" is one all the same."""
    if len(words) > 2 and folded(words[0].text) in _ALSO_GIVEN and all(w.is_capital for w in words):  # noqa: PLR2004 - a name follows
        words = words[1:]
    return bool(words) and not any(
        not (bare := folded(word.text))
        or is_never_name(word.text)
        or (len(word.text) > 1 and word.text.isupper() and bare in ACRONYMS)
        for word in words
    )
