"""What does the network say of sentences, each taken alone?

Labels become probabilities, tags become names, and for what is likelier than not the words that decided are
looked for. What was said of a sentence is kept, the sentences are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.adapters.nlp.evidence import Logits, clauses, deciding_clauses, without_each
from app.adapters.nlp.kept import Kept
from app.adapters.nlp.names import Found, found_names
from app.adapters.nlp.network import Network
from app.adapters.nlp.package import LABELS, TOKENIZER, WEIGHTS, Calibration, Package
from app.adapters.nlp.pieces import cut
from app.domain.errors import ModelError
from app.domain.reading import Tone

KEPT = 5_000
MENTION = 0.5


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
        self._network = Network(package.folder / WEIGHTS)
        self._calibrations = package.calibrations
        self._heard: Kept[Heard] = Kept(package.version, kept)

    def frequent_words(self, count: int) -> list[str]:
        """The commonest whole words of the tokenizer, commonest first."""
        known = sorted(self._tokenizer.get_vocab().items(), key=lambda entry: entry[1])
        return [word for word, _ in known if word.isalpha() and len(word) > 1][:count]

    def hear(self, sentences: Sequence[str]) -> list[Heard]:
        """The same sentence is always heard the same, in any mail and in any process."""
        return self._heard.get_all(sentences, self._hear)

    def logits(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """The raw logits (sentences, labels)."""
        said = self._network([cut(self._tokenizer, sentence) for sentence in sentences])
        return np.array([_logits(shares) for shares, _ in said]).reshape(-1, len(LABELS))

    def _hear(self, sentences: Sequence[str]) -> list[Heard]:
        whole = [sentence.encode("utf-8", "replace").decode() for sentence in sentences]
        pieces = [cut(self._tokenizer, sentence) for sentence in whole]
        said = self._network(pieces)
        logits = [_logits(shares) for shares, _ in said]
        scores = [self._scores(given) for given in logits]
        words = self._deciding_words(whole, logits, scores)
        names = [tuple(found_names(cut_up, tags)) for cut_up, (_, tags) in zip(pieces, said, strict=True)]
        return [Heard(*given) for given in zip(scores, words, names, strict=True)]

    def _scores(self, logits: Logits) -> dict[str, float]:
        chances = map(Calibration.probability, self._calibrations, logits.tolist())
        return dict(zip(LABELS, chances, strict=True))

    def _deciding_words(
        self, sentences: Sequence[str], logits: Sequence[Logits], scores: Sequence[Mapping[str, float]]
    ) -> list[dict[str, tuple[int, int]]]:
        """For each sentence, the stretch that decided each tone that is likelier than not."""
        heard = [
            {place: self._calibrations[place].even for place in _TONES if given[LABELS[place]] >= MENTION}
            for given in scores
        ]
        parts = [
            clauses(text) if tones else [(0, len(text))] for text, tones in zip(sentences, heard, strict=True)
        ]
        left_out = [without_each(*given) for given in zip(sentences, parts, strict=True)]
        said = iter(self.logits([text for texts in left_out for text in texts]))
        left = [np.array([next(said) for _ in texts]) for texts in left_out]
        decided = map(deciding_clauses, parts, logits, left, heard)
        return [{LABELS[place]: stretch for place, stretch in found.items()} for found in decided]


_TONES = [place for place, label in enumerate(LABELS) if isinstance(label, Tone)]


def _logits(shares: NDArray[np.float32]) -> Logits:
    return np.asarray(shares.mean(0, dtype=np.float64))


def _tokenizer(package: Package) -> Tokenizer:
    try:
        loaded: Tokenizer = Tokenizer.from_file(str(package.folder / TOKENIZER))
    except Exception as error:  # the library raises bare Exception
        raise ModelError(f"{package.folder / TOKENIZER} is not a tokenizer.") from error
    loaded.no_padding()
    loaded.enable_truncation(package.max_pieces)
    return loaded
