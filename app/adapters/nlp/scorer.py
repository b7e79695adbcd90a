"""What does the network say of one sentence, taken alone?

Runs the packaged network with onnxruntime: always one sentence at a time, because dynamic int8 makes
a sentence's score depend on its batch. What it said is kept, the sentences are not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.adapters.nlp.evidence import deciding_clauses
from app.adapters.nlp.kept import Kept
from app.adapters.nlp.names import Found, found_names
from app.adapters.nlp.package import LABELS, TOKENIZER, WEIGHTS, Calibration, Package
from app.adapters.nlp.pieces import Pieces, cut
from app.domain.errors import ModelError
from app.domain.reading import Tone

Table = NDArray[np.float32]
Network = Callable[[Pieces], tuple[Table, Table]]

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
        self._network = _network(package.folder / WEIGHTS)
        self._calibrations = package.calibrations
        self._heard: Kept[Heard] = Kept(package.version, kept)

    def frequent_words(self, count: int) -> list[str]:
        """The commonest whole words of the tokenizer, commonest first."""
        known = sorted(self._tokenizer.get_vocab().items(), key=lambda entry: entry[1])
        return [word for word, _ in known if word.isalpha() and len(word) > 1][:count]

    def hear(self, sentence: str) -> Heard:
        """The same sentence is always heard the same, in any mail and in any process."""
        return self._heard.get(sentence, self._hear)

    def logits(self, sentence: str) -> NDArray[np.float64]:
        """The raw logits of the labels, for calibration."""
        shares, _ = self._network(cut(self._tokenizer, sentence))
        return np.asarray(shares.mean(0, dtype=np.float64))

    def _hear(self, sentence: str) -> Heard:
        whole = sentence.encode("utf-8", "replace").decode()
        pieces = cut(self._tokenizer, whole)
        shares, tags = self._network(pieces)
        logits = np.asarray(shares.mean(0, dtype=np.float64))
        chances = map(Calibration.probability, self._calibrations, logits.tolist())
        scores = dict(zip(LABELS, chances, strict=True))
        heard = {
            place: self._calibrations[place].even
            for place, label in enumerate(LABELS)
            if isinstance(label, Tone) and scores[label] >= MENTION
        }
        words = deciding_clauses(whole, logits, heard, self.logits) if heard else {}
        named = {LABELS[place]: stretch for place, stretch in words.items()}
        return Heard(scores, named, tuple(found_names(pieces, tags)))


def _tokenizer(package: Package) -> Tokenizer:
    try:
        loaded: Tokenizer = Tokenizer.from_file(str(package.folder / TOKENIZER))
    except Exception as error:  # the library raises bare Exception
        raise ModelError(f"{package.folder / TOKENIZER} is not a tokenizer.") from error
    loaded.no_padding()
    loaded.enable_truncation(package.max_pieces)
    return loaded


def _network(weights: Path) -> Network:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no public root
        raise ModelError(f"{weights} cannot be run by onnxruntime {onnxruntime.__version__}.") from error

    def run(pieces: Pieces) -> tuple[Table, Table]:
        given = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "shapes": np.array([pieces.shapes], dtype=np.int64),
        }
        shares, tags = session.run(["shares", "tags"], given)
        return shares, tags

    return run
