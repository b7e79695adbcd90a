"""How likely is each tone in one sentence, taken alone?

Runs the packaged network with onnxruntime: always one sentence at a time, because dynamic int8 makes
a sentence's score depend on its batch. Scores are kept, the sentences are not.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.adapters.nlp.kept import Kept
from app.adapters.nlp.package import TOKENIZER, WEIGHTS, Package
from app.domain.errors import ModelError

Scores = tuple[float, ...]
Network = Callable[[list[int]], NDArray[np.float32]]

KEPT = 5_000


class Scorer:
    """Calibrated scores, one a label, in the package's order. Safe to call from several threads."""

    def __init__(self, package: Package, kept: int = KEPT) -> None:
        """Load the weights; raises ModelError when they cannot be run."""
        self._tokenizer = _tokenizer(package)
        self._network = _network(package.folder / WEIGHTS)
        self._points = package.points
        self._scores: Kept[Scores] = Kept(package.version, kept)

    def frequent_words(self, count: int) -> list[str]:
        """The commonest whole words of the tokenizer, commonest first."""
        known = sorted(self._tokenizer.get_vocab().items(), key=lambda entry: entry[1])
        return [word for word, _ in known if word.isalpha() and len(word) > 1][:count]

    def score(self, sentence: str) -> Scores:
        """The same sentence always gives the same scores, in any mail and in any process."""
        return self._scores.get(sentence, self._compute)

    def _compute(self, sentence: str) -> Scores:
        ids: list[int] = self._tokenizer.encode(sentence.encode("utf-8", "replace").decode()).ids
        logits = self._network(ids).astype(np.float64)
        raw = 1 / (1 + np.exp(-logits))
        return tuple(point.calibrated(float(score)) for point, score in zip(self._points, raw, strict=True))


def _tokenizer(package: Package) -> Tokenizer:
    try:
        loaded: Tokenizer = Tokenizer.from_file(str(package.folder / TOKENIZER))
    except Exception as error:  # the library raises bare Exception
        raise ModelError(f"{package.folder / TOKENIZER} is not a tokenizer.") from error
    loaded.no_padding()
    loaded.enable_truncation(package.max_tokens)
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

    def run(ids: list[int]) -> NDArray[np.float32]:
        logits: NDArray[np.float32] = session.run(None, {"ids": np.array([ids], dtype=np.int64)})[0]
        return logits

    return run
