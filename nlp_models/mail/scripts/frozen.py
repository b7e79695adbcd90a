"""Is the frozen test part still the one that was set aside?

`corpus/frozen.json` holds the sha256 of every file of the test part. Run as a script it writes that file,
which is done once, and again only when somebody other than the tuner mends a label, with the reason in the
commit.
"""

import hashlib
import json
import sys
from pathlib import Path

from nlp_models.mail.scripts.layout import CORPUS

LIST = "frozen.json"
PARTS = (
    "drafts/test-*/*.txt",
    "sentences/test-*.jsonl",
    "secrets/test-*.jsonl",
    "routes/test-*.jsonl",
    "names/test.txt",
)


def sums(corpus: Path = CORPUS) -> dict[str, str]:
    """The sha256 of every file of the test part, by its path in the corpus."""
    files = sorted(path for pattern in PARTS for path in corpus.glob(pattern))
    return {
        path.relative_to(corpus).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def changed(corpus: Path = CORPUS) -> list[str]:
    """The files that are not as they were frozen: changed, gone or new."""
    listed: dict[str, str] = json.loads((corpus / LIST).read_text("utf-8"))
    found = sums(corpus)
    return sorted(name for name in listed.keys() | found.keys() if listed.get(name) != found.get(name))


def check() -> dict[str, str]:
    """The checksums, if every file is as it was frozen; otherwise the end."""
    wrong = changed()
    if wrong:
        raise SystemExit("The frozen part was changed: " + ", ".join(wrong))
    return sums()


def main() -> None:
    """Freeze what is there."""
    found = sums()
    (CORPUS / LIST).write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    sys.stdout.write(f"{len(found)} files frozen\n")


if __name__ == "__main__":
    main()
