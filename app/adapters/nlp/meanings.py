"""What do whole texts and their words mean, in numbers that can be compared?

The published sentence encoder, packaged beside the mail model: the mean of what it makes of the pieces.
Loaded once in a process.
"""

import hashlib
import json
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from app.adapters.nlp.network import Encoder, Table
from app.adapters.nlp.pieces import Pieces, cut
from app.bulletin_ports import Read
from app.domain.errors import ModelError

WEIGHTS, TOKENIZER, META = "meaning.onnx", "tokenizer.json", "meta.json"
_ADVICE = (
    "Restore nlp_models/meaning/package from the repository or make it as nlp_models/meaning/card.md says."
)


class NetworkMeanings:
    """The vectors of texts, by the packaged network. Safe to call from several threads."""

    def __init__(self, package: Path) -> None:
        """Load it, once in a process; raises ModelError when it is missing or damaged."""
        self._encoder, self._tokenizer = _loaded(package)

    def read(self, text: str) -> Read:
        """What a text means, and each of its words; what is over the network's limit is not seen."""
        pieces = cut(self._tokenizer, text.encode("utf-8", "replace").decode())
        (states,) = self._encoder([pieces])
        places, words = _by_word(pieces, states)
        return Read(_vector(states), places, words)

    def of(self, texts: Sequence[str]) -> Sequence["array[float]"]:
        """Only the vector of each text, in order."""
        whole = [text.encode("utf-8", "replace").decode() for text in texts]
        return [_vector(states) for states in self._encoder([cut(self._tokenizer, text) for text in whole])]


@cache
def _loaded(package: Path) -> tuple[Encoder, Tokenizer]:
    try:
        meta: Mapping[str, Any] = json.loads((package / META).read_text("utf-8"))
        sums: Mapping[str, str] = meta["sha256"]
        for name in (WEIGHTS, TOKENIZER):
            if hashlib.sha256((package / name).read_bytes()).hexdigest() != sums[name]:
                raise ModelError(f"{package / name} is not the file that {META} names. {_ADVICE}")
        tokenizer: Tokenizer = Tokenizer.from_file(str(package / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(int(meta["max_pieces"]))
    except OSError as error:
        why = error.strerror
        message = f"The model of meanings at {package} cannot be read ({why}). {_ADVICE}"
        raise ModelError(message) from error
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{package / META} does not describe this model. {_ADVICE}") from error
    return Encoder(package / WEIGHTS), tokenizer


def _by_word(pieces: Pieces, states: Table) -> tuple[Sequence[tuple[int, int]], Sequence["array[float]"]]:
    """Where each word stands, and the mean of its pieces."""
    of_word: dict[int, list[int]] = {}
    for at, word in enumerate(pieces.words):
        if word is not None:
            of_word.setdefault(word, []).append(at)
    places = [(pieces.places[each[0]][0], pieces.places[each[-1]][1]) for each in of_word.values()]
    return places, [_vector(states[each]) for each in of_word.values()]


def _vector(states: Table) -> "array[float]":
    mean = states.mean(0, dtype=np.float64)
    return array("f", (mean / np.linalg.norm(mean)).tolist())
