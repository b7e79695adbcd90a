"""How is a word spelt in British English?

Three sources. The list of common misspellings that `codespell` keeps is sure: it holds only slips that
people have made. The dictionary of `symspellpy`, words with how often they are used, tells what is a
word and which common word an unknown one is a single slip away from. Our own lists, in `words/`, hold
what both lack: the words of schools and councils, and American spellings. Only the lists of the two
packages are read, never their code.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from itertools import groupby
from pathlib import Path

from app.adapters.spelling.forms import is_form
from app.adapters.spelling.slips import COMMON, meant_by
from app.domain.errors import SettingsError
from app.kept import kept
from app.ports import Correction

_OWN = Path(__file__).parent / "words"
_SLIPS = ("codespell", "codespell_lib/data/dictionary.txt")
_BRITISH = ("codespell", "codespell_lib/data/dictionary_en-GB_to_en-US.txt")
_COUNTS = ("symspellpy", "symspellpy/frequency_dictionary_en_82_765.txt")
_SHORTEST = 4
_SHORTEST_MUDDLED = 3
_VERY_COMMON = 1_000_000_000
_RARE = 1_000_000
_FAR_RARER = 300
_OFFERED = 5_000_000
_EASIER, _EASIEST = 4, 400


class DictionarySpeller:
    """The lists, read once. Safe to call from several threads."""

    def __init__(self, own_words: str = "") -> None:
        """Read the lists. `own_words` are the organisation's own, apart by white space.

        Raises:
            SettingsError: a package of the lists is not installed.
        """
        self._counts = dict(_counts(_packaged(*_COUNTS)))
        trade = f"{_own('schools-and-councils.txt')} {own_words}".lower().split()
        own = frozenset(trade).union(_own("british.txt").split())
        self._counts.update((word, max(_OFFERED, self._counts.get(word, 0))) for word in trade)
        self._counts.update((word, self._counts.get(word, 1)) for word in own)
        self._american = {a: b for a, b in _american() if a not in own and not _is_oxford(a, b)}
        for american, british in self._american.items():
            self._counts[british] = self._counts.get(british, 0) + self._counts.pop(american, 0)
        self._slips = {
            slip: meant
            for slip, choice in _slips(_packaged(*_SLIPS))
            if slip not in own and slip not in self._american
            for meant in [self._likeliest(slip, choice)]
            if self._is_slip(slip, meant)
        }
        self._slips.update(_pairs("slips.txt"))
        self._common = {word: count for word, count in self._counts.items() if count >= COMMON}
        self._plain = frozenset(self._counts.keys() - self._slips.keys() - self._american.keys())
        self._is_form = kept(self._may_be_form)
        self._is_near = kept(self._may_be_slip)

    def odd(self, words: Iterable[str]) -> frozenset[str]:
        """Those that are in no list, or in one of slips or American spellings."""
        return frozenset(words) - self._plain

    def knows(self, word: str) -> bool:
        """Whether this is a word, or a form of one. American spellings are known."""
        if word in self._slips:
            return False
        return word in self._counts or word in self._american or self._is_form(word)

    def correct(self, word: str) -> Correction | None:
        """What `word` was surely meant to be; None when it is right, or when that is not sure."""
        if british := self._american.get(word):
            return Correction(british, is_american=True)
        if slip := self._slips.get(word):
            return Correction(slip, is_known_slip=True)
        if word in self._counts or self._is_form(word) or not self._is_near(word):
            return None
        meant = meant_by(word, self._common)
        return Correction(meant) if meant else None

    def _may_be_form(self, word: str) -> bool:
        return is_form(word, self._counts)

    def _may_be_slip(self, word: str) -> bool:
        """Whether one word is meant: asked again and again of names, for which none is."""
        return meant_by(word, self._common) is not None

    def _likeliest(self, slip: str, choice: list[str]) -> str:
        """Of what may be meant, the slip with its apostrophe; else the commonest that slips so easily."""
        meant = choice[0]
        if len(choice) > 1:
            likely = max(choice, key=lambda said: self._count(said) * _ease(slip, said))
            meant = next((said for said in choice if said.replace("'", "") == slip), likely)
        return self._american.get(meant, meant)

    def _count(self, said: str) -> int:
        """How often words are used: as often as the rarest of them."""
        return min(self._counts.get(word, 0) for word in said.split())

    def _is_slip(self, slip: str, meant: str) -> bool:
        """Whether a listed slip is one: not itself a word that people use, and not a scrap of letters."""
        count = self._counts.get(meant, 0)
        if slip in self._counts:
            used = self._counts[slip]
            return used < _RARE and used * _FAR_RARER < count
        if len(slip) >= _SHORTEST:
            return True
        is_muddled = len(slip) == _SHORTEST_MUDDLED and sorted(slip) == sorted(meant)
        return is_muddled and count > _VERY_COMMON


def _ease(slip: str, meant: str) -> int:
    """How easily one becomes the other: people keep the first letter, change two about, miss a double."""
    keeps_first = _EASIER if slip[0] == meant[0] else 1
    if sorted(slip) == sorted(meant) or _undoubled(slip) == _undoubled(meant):
        return keeps_first * _EASIEST
    return keeps_first * (_EASIER if len(slip) != len(meant) else 1)


def _undoubled(word: str) -> list[str]:
    return [letter for letter, _ in groupby(word)]


def _packaged(package: str, file: str) -> str:
    try:
        return Path(str(distribution(package).locate_file(file))).read_text(encoding="utf-8-sig")
    except (PackageNotFoundError, OSError) as error:
        raise SettingsError(
            f"The word lists of the package {package!r} are missing. Install requirements.lock again."
        ) from error


def _own(name: str) -> str:
    lines = (_OWN / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _counts(text: str) -> Iterator[tuple[str, int]]:
    for line in text.splitlines():
        word, _, count = line.partition(" ")
        yield word, int(count)


def _slips(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each slip with what may be meant. A remark after the last comma says why an entry is off."""
    for line in text.splitlines():
        slip, _, said = line.partition("->")
        *choice, remark = [part.strip() for part in said.split(",")]
        if slip.isascii() and slip.isalpha() and slip.islower():
            if not choice:
                yield slip, [remark]
            elif not remark:
                yield slip, choice


def _american() -> Iterator[tuple[str, str]]:
    """Each American spelling with the British one."""
    for british, choice in _slips(_packaged(*_BRITISH)):
        yield choice[0], british
    yield from _pairs("american.txt")


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for line in _own(name).splitlines():
        word, _, meant = line.partition(" ")
        yield word, meant


def _is_oxford(american: str, british: str) -> bool:
    """Whether the two differ in -ize and -ise alone: both are good British."""
    return american != british and american.replace("iz", "is") == british
