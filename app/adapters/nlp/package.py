"""Is the packaged model whole, and what does it say of itself?

A package is a folder: `meta.json` (labels, calibration, checksums), the weights, the tokenizer and the
word lists. Everything is checked once, at start; the message of an error says what to do.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import ModelError
from app.domain.reading import Act, Matter, Tone

WEIGHTS, TOKENIZER, WORDS, META = "mail.onnx", "tokenizer.json", "words.json", "meta.json"
STORY = "story"
LABELS: tuple[str, ...] = (*Tone, *Matter, STORY, *Act)
"""What the network says of a sentence, in the order of its outputs."""

_ADVICE = (
    "Restore nlp_models/mail/package from the repository or train it again as nlp_models/mail/card.md says."
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """From a raw logit to the probability that a fair colleague would agree (Platt scaling)."""

    slope: float
    offset: float

    def probability(self, logit: float) -> float:
        """Strictly between 0 and 1, rising with the logit."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.slope * logit + self.offset))))

    @property
    def even(self) -> float:
        """The logit that is as likely as not."""
        return -self.offset / self.slope


@dataclass(frozen=True, slots=True)
class Package:
    """A whole and checked package."""

    folder: Path
    version: str
    calibrations: tuple[Calibration, ...]
    """One a label, in the order of `LABELS`."""
    max_pieces: int


def open_package(folder: Path) -> Package:
    """Check every file against `meta.json`; raises ModelError."""
    try:
        meta: Mapping[str, Any] = json.loads((folder / META).read_text("utf-8"))
        sums: Mapping[str, str] = meta["sha256"]
        for name in (WEIGHTS, TOKENIZER, WORDS):
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sums[name]:
                raise ModelError(f"{folder / name} is not the file that {META} names. {_ADVICE}")
        if tuple(meta["labels"]) != LABELS:
            raise ModelError(f"{folder / META} names other labels than this version reads. {_ADVICE}")
        calibrations = tuple(_calibration(meta["calibration"][label]) for label in LABELS)
        version = f"{meta['version']}+{sums[WEIGHTS][:8]}"
        max_pieces = int(meta["max_pieces"])
    except OSError as error:
        why = error.strerror
        raise ModelError(f"The mail model at {folder} cannot be read ({why}). {_ADVICE}") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{folder / META} does not describe a mail model. {_ADVICE}") from error
    return Package(folder, version, calibrations, max_pieces)


def _calibration(entry: Mapping[str, float]) -> Calibration:
    fitted = Calibration(float(entry["slope"]), float(entry["offset"]))
    if not (fitted.slope > 0 and math.isfinite(fitted.slope) and math.isfinite(fitted.offset)):
        raise ValueError(fitted)
    return fitted
