"""Where is a figure kept, and what was it measured on?

One file a subject in `metrics/`: for each part its figures, the model's version, the day, and the
checksums of the files read.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from app.adapters import nlp
from nlp_models.mail.scripts.layout import CORPUS, METRICS
from nlp_models.mail.scripts.measure.shares import Figures


def checksums(files: Iterable[Path]) -> dict[str, str]:
    """The sha256 of each file, by its last folder and name, or its path in the corpus."""
    return {
        (
            f"corpus/{path.relative_to(CORPUS).as_posix()}"
            if path.is_relative_to(CORPUS)
            else f"{path.parent.name}/{path.name}"
        ): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files)
    }


def reader_sum() -> str:
    """One sha256 over the code between the weights and the score: rules, masks, sentence marks."""
    code = sorted(Path(nlp.__path__[0]).glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()


def record(subject: str, part: str, model: str, files: Iterable[Path], figures: Figures) -> None:
    """Put the figures of a part in its subject's file; the other parts stay."""
    METRICS.mkdir(parents=True, exist_ok=True)
    path = METRICS / f"{subject}.json"
    kept: Figures = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    kept[part] = {
        "model": model,
        "reader": reader_sum(),
        "date": datetime.now(tz=UTC).date().isoformat(),
        "data": checksums(files),
        "figures": figures,
    }
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def recorded(subject: str) -> Figures:
    """What was measured on a subject, by part; empty where nothing was."""
    path = METRICS / f"{subject}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}
