"""What does the network say of sentences, each taken alone?

Labels become probabilities, tags become names, and for what is likelier than not the words that decided are
looked for. What was said of a sentence is kept, the sentences are not.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.adapters.nlp.evidence import Logits, Place, clauses, loudest_clauses, without
from app.adapters.nlp.kept import Kept
from app.adapters.nlp.names import Found, found_names
from app.adapters.nlp.network import Network, Said, Table
from app.adapters.nlp.package import LABELS, TOKENIZER, WEIGHTS, Calibration, Package
from app.adapters.nlp.pieces import Pieces, cut
from app.domain.errors import ModelError
from app.domain.reading import Tone

KEPT = 5_000
MENTION = 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said of a sentence; every place is in code points of the sentence."""

    scores: Mapping[str, float]
    """A probability for each label."""
    words: Mapping[str, Place]
    """For each tone that is likelier than not, the stretch that decided it."""
    names: tuple[Found, ...]
    sense: "array[float]"
    """What halfway up the network it is, in numbers: the mean over its pieces; see `Sentence.sense`."""


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
        return np.array([_logits(shares) for shares, _, _ in said]).reshape(-1, len(LABELS))

    def _hear(self, sentences: Sequence[str]) -> list[Heard]:
        whole = [sentence.encode("utf-8", "replace").decode() for sentence in sentences]
        pieces = [cut(self._tokenizer, sentence) for sentence in whole]
        said = self._network(pieces)
        logits = [_logits(shares) for shares, _, _ in said]
        scores = [self._scores(given) for given in logits]
        words = self._deciding_words(whole, pieces, said, scores)
        names = [tuple(found_names(cut_up, tags)) for cut_up, (_, tags, _) in zip(pieces, said, strict=True)]
        senses = [array("f", midway.mean(0).tobytes() if midway.size else b"") for _, _, midway in said]
        return [Heard(*given) for given in zip(scores, words, names, senses, strict=True)]

    def _scores(self, logits: Logits) -> dict[str, float]:
        chances = map(Calibration.probability, self._calibrations, logits.tolist())
        return dict(zip(LABELS, chances, strict=True))

    def _deciding_words(
        self,
        sentences: Sequence[str],
        pieces: Sequence[Pieces],
        said: Sequence[Said],
        scores: Sequence[Mapping[str, float]],
    ) -> list[dict[str, Place]]:
        """For each sentence, the stretch that decided each tone that is likelier than not."""
        loudest = [
            _loudest(text, cut_up, shares, [at for at in _TONES if chances[LABELS[at]] >= MENTION])
            for text, cut_up, (shares, _, _), chances in zip(sentences, pieces, said, scores, strict=True)
        ]
        asked = [
            (text, place)
            for text, found in zip(sentences, loudest, strict=True)
            for place in dict.fromkeys(found.values())
            if place != (0, len(text))
        ]
        rest = dict(zip(asked, self.logits([without(*given) for given in asked]), strict=True))

        def decided(text: str, tone: int, place: Place) -> Place:
            left = rest.get((text, place))
            is_heard = left is not None and left[tone] >= self._calibrations[tone].even
            return (0, len(text)) if is_heard else place

        return [
            {LABELS[tone]: decided(text, tone, place) for tone, place in found.items()}
            for text, found in zip(sentences, loudest, strict=True)
        ]


_TONES = [place for place, label in enumerate(LABELS) if isinstance(label, Tone)]


def _loudest(text: str, pieces: Pieces, shares: Table, tones: Sequence[int]) -> dict[int, Place]:
    """The clauses that speak loudest for each tone; the whole text where it has one clause."""
    parts = clauses(text) if tones else []
    if len(parts) < 2:  # noqa: PLR2004 - nothing to choose from
        return dict.fromkeys(tones, (0, len(text)))
    real = [at for at, word in enumerate(pieces.words) if word is not None]
    return loudest_clauses(parts, [pieces.places[at] for at in real], shares[real], tones)


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
