"""For how many faulty sentences are kinder words offered, and does the model hear them as kind?

Sentences of the corpus that training may see and of its development part, each in the middle of a short mail, down
the whole road with the trained model. Never the frozen test part. ``--show N`` prints N offers at random to read:
whether they make sense is for a person to say.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.checks.tone.tones import MENTION, score
from app.compose.checked import Checked
from app.domain.reading import Tone
from tests.road import check_example, real_reader

SENTENCES = Path(__file__).parent.parent / "nlp_models/mail/corpus/sentences"
SOFT = {"anger", "condescension", "dismissiveness", "sarcasm", "urgency"}
HARD = {"threat", "abuse", "obscenity", "sexual", "discrimination", "defamation"}
CARDS = (
    "hostile-tone",
    "discrimination",
    "sexual-and-indecent",
    "claims-and-standing",
    "heat-and-cool-off",
    "professional-tone",
)


def faulty(part: str) -> Iterator[tuple[str, set[str]]]:
    """Distinct sentences with a tone and their labels: `dev` or `train`."""
    seen: set[str] = set()
    for file in sorted(SENTENCES.glob("*.jsonl")):
        if file.name.startswith("test-") or file.name.startswith("dev-") != (part == "dev"):
            continue
        for line in file.read_text("utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            words, labels = " ".join(row["text"].split()), set(row["labels"]) & (SOFT | HARD)
            if labels and words not in seen:
                seen.add(words)
                yield words, labels


def checked(words: str) -> Checked:
    """One sentence in a short, harmless mail."""
    body = f"Dear Jo,\n\nThe rota for next week is attached.\n\n{words}\n\nThank you for your help."
    return check_example({"to": ["a colleague"], "body": body, "reader": "real"})


def is_kind(text: str) -> bool:
    """Whether the model hears none of the tones that are worth a mention."""
    tones = [Tone(label) for label in SOFT | HARD]
    return all(score(sentence, *tones) < MENTION for sentence in real_reader().read(text))


def main() -> None:
    """Print a table, and some offers to read."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", type=int, default=0)
    show = options.parse_args().show
    offered: list[tuple[str, str]] = []
    print(
        f"{'part':6} {'fault':6} {'sentences':>9} {'with a card':>11} {'reworded':>8} {'below .5':>8} {'leave out':>9}"
    )
    for part in ("dev", "train"):
        rows = [(words, labels, checked(words)) for words, labels in faulty(part)]
        for fault in ("soft", "hard"):
            chosen = [(words, c) for words, labels, c in rows if bool(labels & HARD) == (fault == "hard")]
            carded = sum(any(a.finding.check in CARDS for a in c.verdict.advice) for _, c in chosen)
            offers = [
                (words, o.text) for words, c in chosen for found in c.rewordings.values() for o in found
            ]
            reworded = [(words, text) for words, text in offers if text]
            kind = sum(is_kind(text) for _, text in reworded)
            left_out = len({words for words, text in offers if not text})
            print(
                f"{part:6} {fault:6} {len(chosen):9} {carded:11} {len({w for w, _ in reworded}):8} {kind:8} {left_out:9}"
            )
            offered += reworded
    for words, text in random.Random(1).sample(offered, min(show, len(offered))):  # noqa: S311 - the same offers each time, no secret
        print(f"\n  {words}\n    {text}")


if __name__ == "__main__":
    main()
