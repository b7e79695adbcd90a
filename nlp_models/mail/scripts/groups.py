"""Does the model learn the person or the slight?

Counterfactual sentences: the same wording about many groups of people, so that a word such as "gay"
or "blind" carries no tone by itself, nor where somebody makes a noun of it ("she is a nonbinary"). `swapped`
exchanges the group named in an authored sentence; `templates` yields short neutral, warm, denied and hostile
wordings over every group. The groups and wordings are data: `corpus/identity.json`.
"""

import json
import random
import re
from collections.abc import Iterator
from enum import StrEnum

from nlp_models.mail.scripts.layout import CORPUS

SWAPS = 3
_BEFORE_VOWEL = re.compile(
    r"\b([Aa]) (?!Europ)([AEIOaeio])"
)  # "a Asian"; no group here begins with a sounded u

_LISTS: dict[str, list[str]] = json.loads((CORPUS / "identity.json").read_text("utf-8"))
_PLURAL = re.compile(r"\b(?:" + "|".join(map(re.escape, _LISTS["plurals"])) + r")\b")
_ADJECTIVE = re.compile(r"\b(?:" + "|".join(_LISTS["found_adjectives"]) + r")\b(?! people)")


def swapped(text: str, chance: random.Random) -> Iterator[str]:
    """A few copies of `text` with its group exchanged; none if it names no group."""
    for pattern, groups in ((_PLURAL, "plurals"), (_ADJECTIVE, "adjectives")):
        found = pattern.search(text)
        if found:
            for group in chance.sample(_LISTS[groups], SWAPS):
                yield text[: found.start()] + group + text[found.end() :]
            return


def every_swap(text: str) -> Iterator[tuple[str, str]]:
    """Each group, and `text` with that group in the place of the one it names; none if it names none."""
    for pattern, groups in ((_PLURAL, "plurals"), (_ADJECTIVE, "adjectives")):
        found = pattern.search(text)
        if found:
            for group in _LISTS[groups]:
                yield group, text[: found.start()] + group + text[found.end() :]
            return


def group_in(text: str) -> str | None:
    """The group that a wording is filled with, the longest name that fits; None if there is none."""
    groups = (*_LISTS["plurals"], *_LISTS["adjectives"], *_LISTS["nouns"])
    return max((group for group in groups if group.lower() in text.lower()), key=len, default=None)


HOSTILE = frozenset(
    {"hostile", "hostile_office", "hostile_question", "hostile_opinion", "hostile_then_denied_hate_of_good"}
)
NOT_ABOUT_PEOPLE_OF_A_GROUP = frozenset({"abuse_of_things", "abuse_of_non_groups", "swearing_harmless"})
EACH = 8  # groups for each wording of `groups.json`


class Kind(StrEnum):
    """What is known of a wording's tone."""

    CLEAN = "clean"
    HOSTILE = "hostile"
    NO_DISCRIMINATION = "no discrimination"
    """Strong words, but not about a group: nothing else is asserted."""


def templates(chance: random.Random) -> Iterator[tuple[str, Kind]]:
    """Sentences over every group, with what is known of their tone."""
    for wordings, groups, kind in (
        ("neutral_adjective", "adjectives", Kind.CLEAN),
        ("neutral_plural", "plurals", Kind.CLEAN),
        ("neutral_noun", "nouns", Kind.CLEAN),
        ("hostile_plural", "plurals", Kind.HOSTILE),
        ("hostile_adjective", "adjectives", Kind.HOSTILE),
        ("hostile_noun", "nouns", Kind.HOSTILE),
    ):
        for wording in _LISTS[wordings]:
            for group in _LISTS[groups]:
                yield _sentence(_BEFORE_VOWEL.sub(r"\1n \2", wording.replace("{}", group))), kind
    for name, wordings in json.loads((CORPUS / "groups.json").read_text("utf-8")).items():
        kind = (
            Kind.HOSTILE
            if name in HOSTILE
            else Kind.NO_DISCRIMINATION
            if name in NOT_ABOUT_PEOPLE_OF_A_GROUP
            else Kind.CLEAN
        )
        for wording in wordings:
            for filled in sorted(set(_about(wording, chance))):
                yield _sentence(filled), kind


def _about(wording: str, chance: random.Random) -> Iterator[str]:
    for _ in range(EACH):
        plural, adjective = chance.choice(_LISTS["plurals"]), chance.choice(_LISTS["adjectives"])
        filled = wording.replace("{}", plural).replace("{adj}", adjective)
        yield _BEFORE_VOWEL.sub(r"\1n \2", filled)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
