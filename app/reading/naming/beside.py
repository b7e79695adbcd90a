"""Which words are names by what stands beside them?

A model knows the names it has seen, and has seen fewer of some origins than of others; a dictionary errs
the other way round. A capitalised word that no dictionary has is taken for a person where one plainly acts,
owns or is acted upon (``Nnenna has``, ``Uzoma's coat``, ``a place for Akunna``); and so is any name before
a year group or an age (``Heaven (Y4)``, ``Unity Page, aged 6``), and whoever the mail introduces.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app import linear
from app.domain.people import Who
from app.reading.naming.misread import ends_a_body
from app.reading.naming.word_lists import GIVEN_TOO, PEOPLE, WORD_NAMES, word_set
from app.reading.naming.writing import (
    Found,
    IsWord,
    Word,
    folded,
    is_accented,
    is_foreign,
    is_never_name,
    name_from,
    without_possessive,
    words_in,
)

_DOES = word_set(
    """
    is was has had said says asked asks told tells brought starts started came comes went lives lived
    wants wanted needs needed feels felt keeps kept attends attended left got gets thinks thought should
    did does gave took seems refused hit lost broke cried cannot who swears knows
    """
)
_OF = word_set(
    """
    for with told asked tell ask give gave save help helped thank see saw meet met collect having called
    by that and when if because where whether about let
    """
)
_SPOKEN = word_set(
    "speak spoke spoken speaking talk talked talking write wrote written explain explained apologised"
)
_WHERE = frozenset(("in", "at", "near", "Ysgol"))
_PLACING = _WHERE | {"from", "to", "of", "the", "The"}
_AGE = linear.compile(
    r"^(?:(,? ?\((?:[Yy](?:ea)?r? ?(?:1[0-3]|[1-9R])|[Rr]eception|[Nn]ursery|age[d:]? ?\d{1,2})\b"
    r"|,? aged? \d)|,? \(\d{1,2}\)| in (?:Year|Y) ?(?:1[0-3]|[1-9R])\b|,? (?:Year|Y) ?(?:1[0-3]|[1-9R])\b)"
)
_BEFORE_AGE = (",", "(", " (", " a", " i", " Y")
"""How all of these begin: asked of every name."""
_CALLED = linear.compile(
    rf"(?i)\b(?:{PEOPLE}|some(?:one|body)|person) (?:called|named) [\"'\x{{201C}}\x{{2018}}]?"
)
_MY_NAME = linear.compile(r"(?m)(?:^|[.!?,][ \t])[ \t]*[Mm]y name(?: is|['\x{2019}]s) ")
_IN_COMMAS = linear.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Yy]our|[Mm]y|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )?"
    rf"{PEOPLE}\b[^,.;:!?\nA-Z]{{0,40}}, "
)
_SUBJECTS = word_set(
    "art music summer autumn rainbow sunday drama dance lent term page room group set stage paper phonics"
    " swimming reading writing spelling football netball rugby cricket choir cooking gardening grammar"
)
UNKNOWN, AGED = 0.55, 0.85
_REACH = 20
_BESIDE = 20
_SHORTEST = 3
_LONGEST_NAME = 45


def introduced(text: str) -> Iterator[Found]:
    """Names that the mail gives somebody: ``a teacher called Vy``, ``the older brother, Sen, is``.

    Whoever says "my name is" is the sender.
    """
    for match in _MY_NAME.finditer(text):
        yield from (replace(one, who=Who.SENDER) for one in _first_name(text, match.end()))
    for match in _CALLED.finditer(text):
        yield from _first_name(text, match.end())
    for match in _IN_COMMAS.finditer(text):
        yield from (one for one in _first_name(text, match.end()) if text.startswith(",", one.end))


def _first_name(text: str, start: int) -> Iterator[Found]:
    """The name that begins at `start`, unless it is a body's."""
    part = text[start : start + _LONGEST_NAME]
    words = words_in(part)
    name = words[: name_from(part, words, 0)] if words and words[0].start == 0 else []
    is_barred = any(is_never_name(word.text) and folded(word.text) not in GIVEN_TOO for word in name)
    if name and not is_barred and not name[0].text.isupper() and not ends_a_body(name[-1].text):
        yield Found(start, start + name[-1].end, AGED, is_sure=True)


def unknown_names(
    text: str, words: Sequence[Word], capitals: Iterable[int], is_word: IsWord
) -> Iterator[Found]:
    """Words that no dictionary has, where they stand as a person's name."""
    after = 0
    for at in capitals:
        if at < after or not _is_unknown(words[at], is_word):
            continue
        count = max(1, name_from(text, words, at))
        last = words[at + count - 1]
        if count > 1 and ends_a_body(without_possessive(last.text)):  # "Martyn's Law"
            after = at + count
            continue
        is_accented_name = is_foreign(words[at].text) and (at == 0 or words[at - 1].text not in _PLACING)
        if is_accented_name or _stands_as_person(text, words, at, at + count):
            yield Found(words[at].start, last.end, UNKNOWN)
        after = at + count


def aged(text: str, words: Sequence[Word], capitals: Iterable[int], is_word: IsWord) -> Iterator[Found]:
    """Names before a year group or an age; any word in brackets with one beside a name that has one."""
    after, doubtful, was_called, sure_until = 0, list[Found](), False, -_REACH * 2
    for at in capitals:
        if at < after:
            continue
        after = at + name_from(text, words, at)
        name = words[at:after]
        follows = text[name[-1].end : name[-1].end + _REACH]
        beside = _AGE.match(follows) if follows.startswith(_BEFORE_AGE) else None
        if not beside:
            continue
        is_certain = beside[1] is not None
        found = Found(name[0].start, name[-1].end, AGED, is_sure=is_certain)
        is_near = 0 <= found.start - sure_until <= _BESIDE
        if _may_be_aged(name, is_word, is_certain=is_certain):
            yield found
            yield from (one for one in doubtful if found.start - one.end <= _BESIDE)
        elif is_near and _may_be_beside(name, beside[0]):
            yield replace(found, is_sure=True)
        elif _may_be_beside(name, beside[0]):
            is_called = folded(name[0].text) in WORD_NAMES
            if (
                is_called and was_called and found.start - doubtful[-1].end <= _BESIDE
            ):  # "Verity (9) and May (4)"
                yield from (doubtful[-1], found)
            doubtful, was_called = [found], is_called
            continue
        else:
            doubtful, was_called = [], False
            continue
        doubtful, was_called, sure_until = [], False, found.end


def _may_be_beside(name: Sequence[Word], age: str) -> bool:
    word = name[0].text
    return age.lstrip(" ,").startswith("(") and not is_never_name(word) and folded(word) not in _SUBJECTS


def _may_be_aged(name: Sequence[Word], is_word: IsWord, *, is_certain: bool) -> bool:
    parts = [folded(word.text) for word in name]
    is_subject = len(parts) == 1 and parts[0] in _SUBJECTS
    if is_subject or any(is_never_name(word.text) for word in name) or name[0].text.isupper():
        return False
    is_ordinary = all(is_word(word.text) for word in name)
    return not is_ordinary and (is_certain or parts[0] not in WORD_NAMES or len(parts) > 1)


def _is_unknown(word: Word, is_word: IsWord) -> bool:
    bare = without_possessive(word.text)
    is_short = len(bare) < _SHORTEST and not is_accented(bare)
    if is_short or not bare[0].isupper() or bare[1:] != bare[1:].lower():
        return False
    part = folded(bare)
    if is_never_name(bare) or part in WORD_NAMES or is_word(bare):
        return False
    pieces = bare.replace("\u2019", "'").replace("-", "'").split("'")
    return len(pieces) == 1 or not is_word(pieces[0])


def _stands_as_person(text: str, words: Sequence[Word], first: int, after: int) -> bool:
    if first and words[first - 1].text in _WHERE:
        return False
    last = words[after - 1]
    follows = words[after] if after < len(words) and text[last.end : words[after].start] == " " else None
    if without_possessive(last.text) != last.text:
        return follows is not None and follows.text[0].islower()
    if follows is not None and follows.text in _DOES:
        return True
    before = words[first - 1] if first else None
    is_spoken_to = (
        first > 1 and before is not None and before.text == "to" and words[first - 2].text in _SPOKEN
    )
    return (
        before is not None
        and (before.text in _OF or is_spoken_to)
        and text[before.end : words[first].start] == " "
        and (follows is None or follows.text[0].islower())
    )
