"""Is an unknown word a form of a known one?

Endings that any verb, noun or adjective may take, common prefixes, and two everyday words written as
one. A list of words never holds every form; what is formed by the rules is no slip. The rules are
strict about the joint (`using`, not `useing`), since that is where people slip.
"""

from collections.abc import Container, Mapping

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")
_LONGEST = 40
_SHORTEST_STEM = 3
_SHORTEST_DOUBLED = 4
_SHORTEST_BEFORE_ENDING = 4
_SHORTEST_AFTER_PREFIX = 5
_SHORTEST_PART = 4
_COMMON = 3_000_000
_EVERYDAY = 20_000_000
_ENDINGS = ("ly", "ness", "less", "able", "like", "wide", "wise", "ward", "wards", "ish")
_PREFIXES = tuple(
    """
    un re non co pre multi over under out mis sub inter anti micro mini semi super self post dis
    cross counter up down back off on cyber eco
    """.split()  # noqa: SIM905 - a list of prefixes reads best as words
)


def is_form(word: str, counts: Mapping[str, int]) -> bool:
    """Whether `word` is built by the rules from words of `counts` (word to how often it is used)."""
    return len(word) <= _LONGEST and (
        _is_plural(word, counts)
        or _is_verb_form(word, counts)
        or _has_ending(word, counts)
        or _has_prefix(word, counts)
        or _is_compound(word, counts)
    )


def _is_plural(word: str, known: Container[str]) -> bool:
    if not word.endswith("s") or word.endswith("ss"):
        return False
    stem = word[:-1]
    if word.endswith("ies"):
        return word[:-3] + "y" in known or (len(stem) > _SHORTEST_STEM and stem in known)
    if word.endswith("es") and word[:-2] in known and word[:-2].endswith((*_HISSING, "o")):
        return True
    return stem in known and not stem.endswith(_HISSING) and not _ends_in_consonant_y(stem)


def _is_verb_form(word: str, known: Container[str]) -> bool:
    for ending in ("ed", "ing", "er", "ers"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM:
            continue
        if stem + "e" in known:
            return True
        if stem in known and stem[-1] != "e" and (ending == "ing" or not _ends_in_consonant_y(stem)):
            return True
        if _is_doubled(stem) and stem[:-1] in known:
            return True
        if ending != "ing" and stem[-1] == "i" and stem[:-1] + "y" in known:
            return True
    return False


def _is_doubled(stem: str) -> bool:
    """Whether the last letter is doubled where it may be: `stopp`, `equipp`, not `meett`."""
    if len(stem) < _SHORTEST_DOUBLED or stem[-1] != stem[-2]:
        return False
    return not (stem[-3] in _VOWELS and stem[-4] in _VOWELS and stem[-4] != "u")


def _ends_in_consonant_y(stem: str) -> bool:
    return stem.endswith("y") and stem[-2:-1] not in _VOWELS


def _has_ending(word: str, counts: Mapping[str, int]) -> bool:
    return any(
        word.endswith(ending)
        and len(word) - len(ending) >= _SHORTEST_BEFORE_ENDING
        and counts.get(word.removesuffix(ending), 0) > _COMMON
        for ending in _ENDINGS
    )


def _has_prefix(word: str, counts: Mapping[str, int]) -> bool:
    rests = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    return any(
        rest in counts or _is_plural(rest, counts) or _is_verb_form(rest, counts)
        for rest in rests
        if len(rest) >= _SHORTEST_AFTER_PREFIX
    )


def _is_compound(word: str, counts: Mapping[str, int]) -> bool:
    return any(
        counts.get(word[:cut], 0) > _EVERYDAY and counts.get(word[cut:], 0) > _EVERYDAY
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )
