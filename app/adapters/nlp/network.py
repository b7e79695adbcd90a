"""What does the packaged network say of many sentences at once?

Runs it with onnxruntime, sentences of like length together. Its scales are fixed (static int8), so what it
says of a sentence depends on nothing else: alone or among others, the same to the last bit.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from app.adapters.nlp.pieces import Pieces
from app.domain.errors import ModelError

Table = NDArray[np.float32]
Said = tuple[Table, Table, Table]
"""Of one sentence the labels' shares (pieces, labels), the logits of the tags (pieces, tags) and `MIDWAY`."""

MIDWAY = "layers.3.outer_norm.out"
"""What the fourth of six layers makes of each piece (pieces, width): it tells best how a mail is meant."""

FILLED = 4
"""So many pieces are filled up sooner than another run is begun: it costs as much."""
MOST_PIECES = 2_048
"""In one run; more costs memory and is not faster."""


class Network:
    """The weights, loaded. Safe to call from several threads."""

    def __init__(self, weights: Path) -> None:
        """Load them; raises ModelError when they cannot be run."""
        self._session = _session(weights)
        self._has_midway = any(output.name == MIDWAY for output in self._session.get_outputs())

    def __call__(self, sentences: Sequence[Pieces]) -> list[Said]:
        """What is said of each sentence, in order; `MIDWAY` is empty where the network has too few layers."""
        outputs = ["shares", "tags", *([MIDWAY] if self._has_midway else [])]
        said = run(self._session, outputs, sentences)
        return [(one[0], one[1], one[2] if self._has_midway else _NOTHING) for one in said]


_NOTHING: Table = np.empty((0, 0), np.float32)


class Encoder:
    """A network that says of each piece only what it means there. Safe to call from several threads."""

    def __init__(self, weights: Path) -> None:
        """Load it; raises ModelError when it cannot be run."""
        self._session = _session(weights)

    def __call__(self, texts: Sequence[Pieces]) -> list[Table]:
        """The states (pieces, width) of each text, in order."""
        return [states for (states,) in run(self._session, ["states"], texts)]


def _session(weights: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is fused by hand; what the next level would fuse is slower (SkipLayerNormalization).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no public root
        raise ModelError(f"{weights} cannot be run by onnxruntime {onnxruntime.__version__}.") from error


def run(
    session: onnxruntime.InferenceSession, outputs: Sequence[str], sentences: Sequence[Pieces]
) -> list[tuple[Table, ...]]:
    """Each output for the real pieces of each sentence, in order."""
    said: dict[int, tuple[Table, ...]] = {}
    for length, places in _alike(sentences):
        tables = session.run(list(outputs), _filled([sentences[at] for at in places], length))
        for row, at in enumerate(places):
            real = len(sentences[at].ids)
            said[at] = tuple(table[row, :real] for table in tables)
    return [said[at] for at in range(len(sentences))]


def _alike(sentences: Sequence[Pieces]) -> Iterator[tuple[int, list[int]]]:
    """The places of sentences that are run together, and the length that they are filled up to."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for at, pieces in enumerate(sentences):
        by_length[len(pieces.ids)].append(at)
    longest, together = 0, list[int]()
    for length, places in sorted(by_length.items(), reverse=True):
        if (longest - length) * len(places) > FILLED:
            yield from _in_runs(longest, together)
            together = []
        longest = longest if together else length
        together += places
    yield from _in_runs(longest, together)


def _in_runs(length: int, places: list[int]) -> Iterator[tuple[int, list[int]]]:
    """The same, with no more pieces in one run than fit."""
    most = max(1, MOST_PIECES // max(1, length))
    for first in range(0, len(places), most):
        yield length, places[first : first + most]


def _filled(sentences: Sequence[Pieces], length: int) -> dict[str, NDArray[np.int64] | NDArray[np.int32]]:
    ids, shapes = np.zeros((2, len(sentences), length), np.int64)
    for row, pieces in enumerate(sentences):
        ids[row, : len(pieces.ids)] = pieces.ids
        shapes[row, : len(pieces.ids)] = pieces.shapes
    return {"ids": ids, "shapes": shapes, "lengths": np.array([len(p.ids) for p in sentences], np.int32)}
