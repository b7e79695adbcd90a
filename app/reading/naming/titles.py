"""Who is named with a title?

``Mrs Okafor``, ``Mr. J. Smith``, ``Cllr de Souza``, ``Mr and Mrs Khan``, ``mrs o'connor``. A title before a
capitalised word is the surest sign of a person there is; in small letters only where it can be nothing else.
"""

from collections.abc import Iterator, Sequence

from app.reading.naming.word_lists import PARTICLES, word_set
from app.reading.naming.writing import Found, Word, is_never_name, name_from

_TITLES = word_set(
    """
    Mr Mrs Ms Miss Mx Dr Prof Professor Rev Revd Reverend Sir Dame Lord Lady Cllr Councillor Canon
    Fr Sgt Insp PC DC DS DI PCSO MR MRS MISS DR CLLR Auntie Uncle Nurse Sister Imam Rabbi Pastor
    """
)
_SMALL_TITLES = frozenset(["mr", "mrs", "cllr"])
_ANY = _TITLES | _SMALL_TITLES
_ONLY_TITLES = frozenset(("Mr", "Mrs", "Mx"))
_GAPS = frozenset((" ", "  ", ". ", ".", "\u00a0", ".\u00a0"))
_AND = frozenset(["and", "or"])
_NUMBERED = frozenset(("PC", "PCSO"))
SURE = 0.97


def titled(text: str, words: Sequence[Word]) -> Iterator[Found]:
    """Every title with its name."""
    after = 0
    for first in [at for at, word in enumerate(words) if word.text in _ANY]:
        if first < after:
            continue
        is_small = words[first].text in _SMALL_TITLES
        following = _after_title(text, words, first + 1)
        if following is None:
            continue
        count = (
            1
            if is_small and not words[following].is_capital
            else name_from(text, words, _surname(words, following))
        )
        last = _surname(words, following) + count - 1 if count else following - 1
        while last >= following and is_never_name(words[last].text):
            last -= 1
        if last < following and count == 1 and words[first].text in _ONLY_TITLES:
            last = following  # "Mrs Church"
        if last >= following:
            yield Found(words[first].start, words[last].end, SURE, is_sure=True)
            after = last + 1


def _after_title(text: str, words: Sequence[Word], at: int) -> int | None:
    """The first word of the name after the title that ends before `at`; None when nothing is joined to it."""
    if at >= len(words):
        return None
    gap = text[words[at - 1].end : words[at].start]
    if words[at - 1].text in _NUMBERED and gap.strip().isdigit() and len(gap) <= _LONGEST_NUMBER:
        return at
    if gap in {" & ", "/", " / "} and words[at].text in _ANY:
        return _after_title(text, words, at + 1)
    if gap not in _GAPS:
        return None
    if words[at].text in _AND and at + 1 < len(words) and words[at + 1].text in _ANY:
        return _after_title(text, words, at + 2)
    return at


_LONGEST_NUMBER = 8
_MOST_PARTICLES = 2


def _surname(words: Sequence[Word], at: int) -> int:
    """Past the particles: ``Mrs de Souza``, ``Dr van der Berg``."""
    last = min(at + _MOST_PARTICLES, len(words) - 1)
    while at < last and words[at].text in PARTICLES:
        at += 1
    return at
