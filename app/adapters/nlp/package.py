"""Is the packaged model whole, and what does it say of itself?

A package is a folder: `meta.json` (labels, calibration, checksums), the weights, the tokenizer and the
word lists. Everything is checked once, at start; the message of an error says what to do.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import ModelError
from app.domain.reading import Tone

WEIGHTS, TOKENIZER, WORDS, META = "tone.onnx", "tokenizer.json", "words.json", "meta.json"
ADVICE, WARN = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class OperatingPoints:
    """Raw probabilities of one label that mean "worth a mention" and "worth a warning"."""

    advice: float
    warn: float

    def calibrated(self, raw: float) -> float:
        """Monotone map: 0 to 0, `advice` to 0.5, `warn` to 0.8, 1 to 1; straight lines between."""
        if raw < self.advice:
            return ADVICE * raw / self.advice
        if raw < self.warn:
            return ADVICE + (WARN - ADVICE) * (raw - self.advice) / (self.warn - self.advice)
        return min(1.0, WARN + (1 - WARN) * (raw - self.warn) / (1 - self.warn))


@dataclass(frozen=True, slots=True)
class Package:
    """A whole and checked package."""

    folder: Path
    version: str
    labels: tuple[Tone, ...]
    points: tuple[OperatingPoints, ...]
    max_tokens: int


def open_package(folder: Path) -> Package:
    """Check every file against `meta.json`; raises ModelError."""
    try:
        meta: Mapping[str, Any] = json.loads((folder / META).read_text("utf-8"))
        sums: Mapping[str, str] = meta["sha256"]
        for name in (WEIGHTS, TOKENIZER, WORDS):
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sums[name]:
                raise ModelError(f"{folder / name} is not the file that {META} names. {_ADVICE}")
        labels = tuple(Tone(label) for label in meta["labels"])
        points = tuple(_points(meta["points"][label]) for label in labels)
        version = f"{meta['version']}+{sums[WEIGHTS][:8]}"
        max_tokens = int(meta["max_tokens"])
    except OSError as error:
        why = error.strerror
        raise ModelError(f"The tone model at {folder} cannot be read ({why}). {_ADVICE}") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{folder / META} does not describe a tone model. {_ADVICE}") from error
    if len(set(labels)) != len(Tone):
        raise ModelError(f"{folder / META} does not name every tone once. {_ADVICE}")
    return Package(folder, version, labels, points, max_tokens)


_ADVICE = (
    "Restore nlp_models/mail/package from the repository or train it again as nlp_models/mail/card.md says."
)


def _points(entry: Mapping[str, float]) -> OperatingPoints:
    points = OperatingPoints(float(entry["advice"]), float(entry["warn"]))
    if not 0 < points.advice < points.warn < 1:
        raise ValueError(points)
    return points
