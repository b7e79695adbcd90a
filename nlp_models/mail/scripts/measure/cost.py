"""What does reading a mail cost?

Processor time for a draft of about three hundred words with nothing kept, again, and after one sentence
changed (each in turn; the longest apart); the time to load and the memory, measured in a process of their
own; the size on disk.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from app.adapters.nlp.reader import SpacyReader
from nlp_models.mail.scripts.measure.shares import Figures

WORDS = 300
TURNS, WARMING = 60, 8
LOADS = 5


def three_hundred_words(texts: Sequence[str]) -> str:
    """The longest text of at most three hundred words, filled up with the lines of the next ones."""
    fitting = sorted(
        (text for text in texts if len(text.split()) <= WORDS), key=lambda text: -len(text.split())
    )
    lines: list[str] = []
    for line in (line for text in fitting for line in text.splitlines()):
        if len(" ".join(lines).split()) >= WORDS:
            break
        lines.append(line)
    return "\n".join(lines)


def measure(folder: Path, mail: str) -> Figures:
    """Everything that it costs."""
    reader = SpacyReader(folder)
    sentences = [mail[s.start : s.end] for s in reader.cut(mail)]
    longest = max(range(len(sentences)), key=lambda at: len(sentences[at]))
    cold, wall, again, changed, changed_longest = [], [], [], [], []
    for turn in range(TURNS):
        fresh = [_with(str(turn), sentence) for sentence in sentences]
        begun = time.perf_counter()
        cold.append(_timed(reader, "\n".join(fresh)))
        wall.append((time.perf_counter() - begun) * 1000)
        again.append(_timed(reader, "\n".join(fresh)))
        for at, figures in ((turn % len(fresh), changed), (longest, changed_longest)):
            fresh[at] = _with("indeed", fresh[at])
            figures.append(_timed(reader, "\n".join(fresh)))
    files = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    loads = [_loaded(folder) for _ in range(LOADS)]
    return {
        "words": len(mail.split()),
        "sentences": len(reader.read(mail)),
        "busy": round(os.getloadavg()[0], 2),
        "cold_cpu_ms": _quantiles(cold),
        "cold_wall_ms": _quantiles(wall),
        "again_cpu_ms": _quantiles(again),
        "changed_cpu_ms": _quantiles(changed),
        "changed_longest_cpu_ms": _quantiles(changed_longest),
        "load_s": round(float(np.median([load["seconds"] for load in loads])), 3),
        "memory_mb": round(float(np.median([load["megabytes"] for load in loads])), 1),
        "package_mb": round(sum(files.values()) / 1e6, 2),
        "files": files,
    }


def _with(word: str, sentence: str) -> str:
    """A sentence that was never read: one more word behind its first. At the end it might stand alone."""
    first, _, rest = sentence.partition(" ")
    return f"{first} {word} {rest}"


def _timed(reader: SpacyReader, text: str) -> float:
    begun = time.process_time()
    reader.read(text)
    return (time.process_time() - begun) * 1000


def _quantiles(values: Sequence[float]) -> dict[str, float]:
    kept = values[WARMING:]
    return {name: round(float(np.quantile(kept, at)), 2) for name, at in (("p50", 0.5), ("p95", 0.95))}


def _loaded(folder: Path) -> dict[str, float]:
    ran = subprocess.run(  # noqa: S603  our own interpreter and module
        [sys.executable, "-m", __spec__.name, str(folder)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def main() -> None:
    """Load once and tell the seconds and the memory that it added."""
    before, begun = _resident(), time.perf_counter()
    reader = SpacyReader(Path(sys.argv[1]))
    reader.read("Please return the form by Friday.")
    seconds = time.perf_counter() - begun
    sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": _resident() - before}))


def _resident() -> float:
    """Megabytes of memory that this process holds (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
