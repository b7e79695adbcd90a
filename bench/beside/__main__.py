"""What does Sendwell cost, and how well does it judge, beside others that look at the same drafts?

    make bench            (or: python -m bench.beside --peers FOLDER [--write])

FOLDER is a virtual environment with our requirements and presidio-analyzer, and `node_modules` with alex and
write-good, as `make bench` sets it up. Everything runs in one go, one after the other, each on one thread; what is told
is CPU time. `--write` puts the table and its plot into bench/results.
"""

import argparse
import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app.domain.calendar import LONDON
from bench.beside.ours import Ours, framework, model, patterns, tokeniser
from bench.beside.plot import bars
from bench.beside.side import Side, clean_drafts, faulty_drafts, long_drafts, numbered_mails
from bench.identifiers import PEER_KINDS, Found, tally
from nlp_models.mail.scripts.layout import PACKAGE

RESULTS = Path(__file__).parents[1] / "results"
PRESIDIO = Path(__file__).parents[1] / "presidio_side.py"
STYLE = Path(__file__).with_name("style.mjs")


def presidio(python: Path, *more: str) -> Side:
    """Its analyser on the long drafts and on the mails with numbers."""
    numbered = [mail.text for mail in numbered_mails()]
    said = _asked([str(python), str(PRESIDIO), *more], [*long_drafts(), *numbered])
    many = len(long_drafts())
    found: list[Found] = [
        [(PEER_KINDS.get(e, e), start, end) for e, start, end, _ in seen] for seen in said["found"][many:]
    ]
    return Side([seconds * 1000 for seconds in said["cpu"][:many]], numbers=found)


def style(peers: Path) -> Mapping[str, Side]:
    """What checks wording only: alex and write-good."""
    long, faulty, clean = long_drafts(), faulty_drafts(), clean_drafts()
    said = _asked(["node", str(STYLE), str(peers)], [*long, *faulty, *clean])
    sides = {}
    for name, told in said.items():
        spoke = [bool(many) for many in told["found"][len(long) :]]
        sides[name] = Side(told["cpu"][: len(long)], spoke[: len(faulty)], spoke[len(faulty) :])
    return sides


def table(sides: Mapping[str, Side]) -> str:
    """A row for each."""
    lines = [
        "| | CPU ms a draft, median | 95th | drafts a second and core | tone faults found | clean drafts spoken of | numbers: precision | recall |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    return "\n".join([*lines, *(f"| {name} | {side.figures(_judged)} |" for name, side in sides.items())])


def main() -> None:
    """Measure all of them and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    python = chosen.peers / "bin" / "python"
    with tempfile.TemporaryDirectory() as data:
        cold, changed = Ours(Path(data)).whole()
        sides = {
            "Sendwell, all checks, cold": cold,
            "Sendwell, one sentence changed": changed,
            "Presidio analyser, UK recognisers, our names": presidio(python, "--names", str(PACKAGE)),
            "Presidio analyser, UK recognisers, no names": presidio(python),
            **style(chosen.peers),
            "floor: our mail model alone": model(),
            "floor: our patterns for numbers alone": patterns(),
            "floor: spaCy's tokeniser": tokeniser(),
            "floor: request read and answer written": framework(),
        }
    told = table(sides)
    print(told)
    if chosen.write:
        (RESULTS / "beside.svg").write_text(
            bars({name: side.median for name, side in sides.items()}), "utf-8"
        )
        (RESULTS / "beside.md").write_text(_page(told), "utf-8")


def _judged(found: Sequence[Found]) -> tuple[float, float]:
    """Precision and recall over every kind that both have a recogniser for; Presidio knows dates, but none of birth."""
    mails = numbered_mails()
    both = set(PEER_KINDS.values()) - {"date-of-birth"}
    score = sum((counts for kind, counts in tally(mails, found).items() if kind in both), Counter[str]())
    return score["true"] / (score["true"] + score["false"]), score["true"] / (score["true"] + score["missed"])


def _asked(command: Sequence[str], texts: Sequence[str]) -> dict:  # type: ignore[type-arg]  # JSON of two shapes
    run = subprocess.run(command, input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(run.stdout)  # type: ignore[no-any-return]  # JSON


def _page(told: str) -> str:
    said = " ".join(__doc__.split("\n\n")[2].split())
    return f"# Beside others, {datetime.now(LONDON):%-d %B %Y}\n\n`make bench`. {said}\n\n{told}\n\n![CPU a draft](beside.svg)\n"


if __name__ == "__main__":
    main()
