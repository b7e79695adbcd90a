"""Can ill will be told by word lists, or by likeness to known sentences?

    python -m bench.cases.meant

Counts, of made-up sentences of ill will (`meant.yaml`), those in which a sign speaks, and the ordinary mails in which
one does (the mail model's own drafts, those that were fitted on and those that chose). Then the same by the bulletin's
sentence encoder: how much nearer a sentence is to the known ones than to ordinary lines.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from app.adapters.nlp.meanings import NetworkMeanings
from app.checks import sign_words

ROOT = Path(__file__).parents[2]
_DRAFTS = ROOT / "nlp_models/mail/corpus/drafts"
_MARKS = re.compile(r"\{[a-z -]+\}|\[[PLO] \*?|\]")
_SIGNS = (sign_words.COVERS, sign_words.LEAVES, sign_words.GAIN, sign_words.HARM)
_SHORTEST, _LINES, _NEAREST = 25, 2000, 3


def main() -> None:
    """Print the figures."""
    said = yaml.safe_load((ROOT / "bench/cases/meant.yaml").read_text(encoding="utf-8"))
    mails = list(_mails())
    for name, texts in (*said.items(), ("ordinary mails", mails)):
        print(f"words: {sum(map(_speaks, texts))} of {len(texts)} {name}")
    lines = [one.strip() for mail in mails for one in mail.splitlines() if len(one.strip()) > _SHORTEST]
    ordinary = random.Random(1).sample(lines, _LINES)  # noqa: S311 - a choice of lines, no secret
    known, fresh, beside, other = map(_vectors, (said["known"], said["fresh"], ordinary[::2], ordinary[1::2]))
    near = [_nearness(one, known) - _nearness(one, beside) for one in (fresh, other)]
    for part in (1, 3, 5):
        told = float((near[0] > np.percentile(near[1], 100 - part)).mean())
        print(f"likeness: {told:.0%} of {len(fresh)} fresh, at {part} % of ordinary lines")


def _mails() -> Iterator[str]:
    for file in sorted((*_DRAFTS.glob("dev-*/*.txt"), *_DRAFTS.glob("train-a*/*.txt"))):
        for draft in file.read_text(encoding="utf-8").split("\n=== "):
            yield _MARKS.sub("", draft.partition("\n\n")[2])


def _speaks(text: str) -> bool:
    return any(pattern.search(text) for pattern in _SIGNS)


def _vectors(texts: Sequence[str]) -> Any:
    return np.array(NetworkMeanings(ROOT / "nlp_models/meaning/package").of(texts))


def _nearness(vectors: Any, patterns: Any) -> Any:
    """How like the nearest few, on average."""
    return np.sort(vectors @ patterns.T, axis=1)[:, -_NEAREST:].mean(axis=1)


if __name__ == "__main__":
    main()
