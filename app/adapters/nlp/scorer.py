"""What does the network say of one sentence, taken alone?

Logits become probabilities, deciding words and names. Where the early exit is sure, nobody asks further. What
was said is kept, the sentences are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.adapters.nlp.evidence import deciding_clauses
from app.adapters.nlp.kept import Kept
from app.adapters.nlp.names import Found, are_sure, found_names
from app.adapters.nlp.network import Network
from app.adapters.nlp.package import LABELS, TOKENIZER, Calibration, Package
from app.adapters.nlp.pieces import cut
from app.domain.errors import ModelError
from app.domain.reading import Act, Matter, Tone

KEPT = 5_000
MENTION = 0.5
SILENT = 0.1
"""Below this the early exit is sure that a label does not hold: the least hint is heard from .25 on."""
_AS_GOOD = frozenset({*Matter, Act.ANNOUNCEMENT, Act.CASEWORK, Act.REQUEST, Act.DEADLINE})
"""What most sentences do, and which matter a story touches: the early exit is as often right as the end."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said of a sentence; every place is in code points of the sentence."""

    scores: Mapping[str, float]
    """A probability for each label."""
    words: Mapping[str, tuple[int, int]]
    """For each tone that is likelier than not, the stretch that decided it."""
    names: tuple[Found, ...]


class Scorer:
    """Scores, deciding words and names. Safe to call from several threads."""

    def __init__(self, package: Package, kept: int = KEPT) -> None:
        """Load the weights; raises ModelError when they cannot be run."""
        self._tokenizer = _tokenizer(package)
        self._network = Network(package)
        self._calibrations = package.calibrations
        self._early_calibrations = package.early_calibrations
        self._heard: Kept[Heard] = Kept(package.version, kept)

    def frequent_words(self, count: int) -> list[str]:
        """The commonest whole words of the tokenizer, commonest first."""
        known = sorted(self._tokenizer.get_vocab().items(), key=lambda entry: entry[1])
        return [word for word, _ in known if word.isalpha() and len(word) > 1][:count]

    def hear(self, sentence: str) -> Heard:
        """The same sentence is always heard the same, in any mail and in any process."""
        return self._heard.get(sentence, self._hear)

    def logits(self, sentence: str) -> NDArray[np.float64]:
        """The raw logits of the labels by the whole network."""
        _, states = self._network.begin(cut(self._tokenizer, sentence))
        return self._network.finish(states).logits

    def early_logits(self, sentence: str) -> NDArray[np.float64]:
        """The raw logits of the labels at the early exit, for calibration."""
        early, _ = self._network.begin(cut(self._tokenizer, sentence))
        return early.logits

    def _hear(self, sentence: str) -> Heard:
        whole = sentence.encode("utf-8", "replace").decode()
        pieces = cut(self._tokenizer, whole)
        early, states = self._network.begin(pieces)
        scores = _chances(self._early_calibrations, early.logits)
        if _is_settled(scores) and are_sure(pieces, early.tags):
            return Heard(scores, {}, tuple(found_names(pieces, early.tags)))
        said = self._network.finish(states)
        scores = _chances(self._calibrations, said.logits)
        heard = {
            place: self._calibrations[place].even
            for place, label in enumerate(LABELS)
            if isinstance(label, Tone) and scores[label] >= MENTION
        }
        words = deciding_clauses(whole, said.logits, heard, self.logits) if heard else {}
        named = {LABELS[place]: stretch for place, stretch in words.items()}
        return Heard(scores, named, tuple(found_names(pieces, said.tags)))


def _chances(calibrations: Sequence[Calibration], logits: NDArray[np.float64]) -> dict[str, float]:
    return dict(zip(LABELS, map(Calibration.probability, calibrations, logits.tolist()), strict=True))


def _is_settled(scores: Mapping[str, float]) -> bool:
    return all(score < SILENT or label in _AS_GOOD for label, score in scores.items())


def _tokenizer(package: Package) -> Tokenizer:
    try:
        loaded: Tokenizer = Tokenizer.from_file(str(package.folder / TOKENIZER))
    except Exception as error:  # the library raises bare Exception
        raise ModelError(f"{package.folder / TOKENIZER} is not a tokenizer.") from error
    loaded.no_padding()
    loaded.enable_truncation(package.max_pieces)
    return loaded
