"""Does the same sentence always get the same score?

Alone, inside its mail, from a reader loaded anew, and in another process: compared bit by bit.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.adapters.nlp.reader import SpacyReader
from nlp_models.mail.scripts.measure.parts import ReadDraft, scores_of
from nlp_models.mail.scripts.measure.shares import Figures

MARKS = frozenset("\"'“”‘’«»>\n\r\t")


def measure(folder: Path, drafts: Sequence[ReadDraft], most: int) -> Figures:
    """How many sentences, and the largest difference each way."""
    pairs = [
        (case.text, case.scores)
        for draft in drafts
        for case in draft.cases
        if not MARKS & set(case.text)  # a quotation, or a line end, may reach beyond the sentence
    ][:most]
    texts = [text for text, _ in pairs]
    first = [scores for _, scores in pairs]
    ways = {"alone": alone(folder, texts), "another_process": elsewhere(folder, texts)}
    kept = [place for place, scores in enumerate(ways["alone"]) if scores is not None]
    return {
        "sentences": len(kept),
        "largest_difference": {
            way: max((_apart(first[place], scores[place]) for place in kept), default=0.0)
            for way, scores in ways.items()
        },
    }


def alone(folder: Path, texts: Sequence[str]) -> list[dict[str, float] | None]:
    """Scores by a reader loaded anew, each text alone; None where it is not one sentence."""
    reader = SpacyReader(folder)
    found = [reader.read(text) for text in texts]
    return [scores_of(read[0]) if len(read) == 1 else None for read in found]


def elsewhere(folder: Path, texts: Sequence[str]) -> list[dict[str, float] | None]:
    """The same in another process, in the other order."""
    command = [sys.executable, "-m", __spec__.name, str(folder)]
    ran = subprocess.run(  # noqa: S603  our own interpreter and module
        command, input=json.dumps(texts[::-1]), capture_output=True, text=True, check=True
    )
    found: list[dict[str, float] | None] = json.loads(ran.stdout)
    return found[::-1]


def _apart(one: Mapping[str, float], other: Mapping[str, float] | None) -> float:
    if other is None:
        return 1.0
    return max(abs(one[label] - other[label]) for label in one)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(alone(Path(sys.argv[1]), json.load(sys.stdin))))
