"""Of which files was the table made? Their checksums, in `metrics/inputs.json`."""

import hashlib
import json
from pathlib import Path

from nlp_models.mail.scripts.layout import CORPUS, METRICS


def record_inputs(data: Path | None) -> None:
    """Write the sha256 of every file that may be read here."""
    barred = ("davidson", "hatecheck_dev", "madlibs_bias", "presidio_research_synth")
    files = {
        path.relative_to(data).as_posix(): path
        for path in sorted(data.glob("*/*/*") if data is not None else ())
        if data is not None and path.name != "SOURCE.md" and path.parent.name not in barred
    }
    files |= {
        f"corpus/{path.relative_to(CORPUS).as_posix()}": path
        for path in sorted(CORPUS.rglob("*"))
        if path.is_file() and not any(part.startswith("test") for part in path.relative_to(CORPUS).parts)
    }
    sums = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    (METRICS / "inputs.json").write_text(json.dumps(sums, indent=1) + "\n", "utf-8")
