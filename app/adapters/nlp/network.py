"""What does the packaged network say of the pieces of one sentence?

Two graphs run by onnxruntime, always one sentence at a time, because dynamic int8 makes a sentence's score
depend on its batch. The lower one has heads of its own, the early exit: where they are sure that there is
nothing to hear, the upper one need not be asked.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from app.adapters.nlp.package import LOWER, UPPER, Package
from app.adapters.nlp.pieces import Pieces
from app.domain.errors import ModelError

Table = NDArray[np.float32]


class Said(NamedTuple):
    """What two heads say of a sentence."""

    logits: NDArray[np.float64]
    """One a label."""
    tags: Table
    """Logits (pieces, tags)."""


class Network:
    """Both storeys. Safe to call from several threads."""

    def __init__(self, package: Package) -> None:
        """Load the weights; raises ModelError when they cannot be run."""
        self._lower = _session(package.folder / LOWER)
        self._upper = _session(package.folder / UPPER)

    def begin(self, pieces: Pieces) -> tuple[Said, Table]:
        """What the early exit says, and the states from which `finish` goes on."""
        given = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "shapes": np.array([pieces.shapes], dtype=np.int64),
        }
        shares, tags, states = self._lower.run(["shares", "tags", "states"], given)
        return _said(shares, tags), states

    def finish(self, states: Table) -> Said:
        """What the whole network says."""
        shares, tags = self._upper.run(["shares", "tags"], {"states": states})
        return _said(shares, tags)


def _said(shares: Table, tags: Table) -> Said:
    return Said(np.asarray(shares.mean(0, dtype=np.float64)), tags)


def _session(weights: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no public root
        raise ModelError(f"{weights} cannot be run by onnxruntime {onnxruntime.__version__}.") from error
