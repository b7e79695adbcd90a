"""Of which files was the table made? Their checksums, in `metrics/inputs.json`."""

import hashlib
import json
import sys
from pathlib import Path

from nlp_models.mail.scripts.layout import CORPUS, METRICS

SHOWN = 5


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
    path = METRICS / "inputs.json"
    before: dict[str, str] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    other = [name for name in sorted(before | sums) if before.get(name) != sums.get(name)]
    if before and other:
        shown = ", ".join(other[:SHOWN]) + (" and others" if len(other) > SHOWN else "")
        sys.stderr.write(f"Not as they were last time, {len(other)} in all: {shown}\n")
    path.write_text(json.dumps(sums, indent=1) + "\n", "utf-8")
