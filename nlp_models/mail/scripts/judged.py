"""What do we hear in public sentences that nobody labelled for our tones?

Real rudeness among colleagues is rare in public sets, and where it stands its labels are not ours. We read
some of them; `corpus/judged/<set>.tsv` keeps the judgement by the hash of the text, never the text:
`# read N` says how many were read in the order of the hashes, each line names one that is not clean, its
labels, and the doubtful ones. Run with a set and two numbers, this prints texts to judge.
"""

import csv
import gzip
import hashlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from nlp_models.mail.scripts.layout import CORPUS, data_folder

HEATED = frozenset({"annoyance", "disapproval", "anger", "disgust", "disappointment", "embarrassment"})
SHORTEST = 25


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _impolite(data: Path) -> Iterator[str]:
    for row in _rows(data / "tone/stanford_politeness/stanford_politeness.csv.gz"):
        if row["q"] == "impolite" and row["split"] == "train":
            yield row["text"]


def _heated(data: Path) -> Iterator[str]:
    for row in _rows(data / "tone/goemotions/goemotions.csv.gz"):
        if (
            row["split"] == "train"
            and HEATED & set(row["labels"].split("|"))
            and len(row["text"]) >= SHORTEST
        ):
            yield row["text"]


def _work_mail(data: Path) -> Iterator[str]:
    for row in _rows(data / "tone/enron_sentences/email_intent.csv.gz"):
        if row["split"] == "train" and len(row["text"]) >= SHORTEST:
            yield row["text"]


SETS: dict[str, Callable[[Path], Iterator[str]]] = {
    "impolite": _impolite,
    "heated": _heated,
    "work-mail": _work_mail,
}


def ordered(name: str, data: Path) -> list[tuple[str, str]]:
    """The texts of a set with their hashes, in the order of the hashes."""
    texts = {" ".join(text.split()) for text in SETS[name](data)}
    return sorted(
        (hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:12], text) for text in texts
    )


def judged(name: str, data: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every text that was read, with its labels and the doubtful ones."""
    path = CORPUS / "judged" / f"{name}.tsv"
    if not path.is_file():
        return
    head, *lines = path.read_text("utf-8").splitlines()
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for line in lines:
        sha, labels, *unsure = line.split("\t")
        found[sha] = _named(labels), _named(unsure[0]) if unsure else ()
    for sha, text in ordered(name, data)[: int(head.removeprefix("# read "))]:
        yield text, *found.get(sha, ((), ()))


def _named(column: str) -> tuple[str, ...]:
    return () if column == "-" else tuple(column.split())


def main() -> None:
    """Print texts to judge: SET FROM TO."""
    name, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rows = ordered(name, data_folder())
    sys.stdout.write(f"{len(rows)} texts in all\n")
    sys.stdout.writelines(f"{sha}\t{text}\n" for sha, text in rows[first:last])


if __name__ == "__main__":
    main()
