"""Which sentences does the tone model learn from?

Reads the data folder (`SENDWELL_TONE_DATA`) and this project's own corpus and writes one table,
`build/table.jsonl`: text with quotations masked, one cell a label (1 holds, 0 does not, null not
asserted by its source), a source and a split. The checksums of every file read go to
`metrics/inputs.json`. HateCheck and madlibs are never read here.
"""

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.adapters.nlp.quotes import mask, quoted_spans
from nlp_models.mail.scripts.layout import BUILD, CORPUS, METRICS, data_folder, seeded, settings
from nlp_models.mail.scripts.sources import LABELS, READERS, Lexicon, Row, calm, clean, unknown
from nlp_models.mail.scripts.swaps import swapped, templates

DEVELOPMENT = 15  # per cent of the authored sentences
NEVER_TRAINED = ("davidson/", "hatecheck_dev/", "madlibs_bias/")
RENAMED = {
    "dismissive": "dismissiveness",
    "party_political": "party-political",
    "chain_letter": "chain-letter",
}
# Labels which a sentence written for one tone may well carry too: not asserted absent there.
NEIGHBOURS = {
    "threat": {"anger", "abuse", "urgency"},
    "abuse": {"anger", "condescension", "dismissiveness", "discrimination", "defamation", "gossip"},
    "obscenity": {"anger", "abuse", "sexual"},
    "sexual": {"obscenity", "gossip", "discrimination"},
    "discrimination": {"abuse", "condescension", "dismissiveness"},
    "defamation": {"abuse", "gossip", "anger"},
    "anger": {"abuse", "dismissiveness", "condescension", "urgency"},
    "condescension": {"dismissiveness", "sarcasm", "abuse"},
    "dismissiveness": {"condescension", "anger", "sarcasm"},
    "sarcasm": {"condescension", "dismissiveness", "anger"},
    "urgency": {"anger", "threat", "dismissiveness"},
    "gossip": {"defamation", "sexual", "abuse"},
    "party-political": set(),
    "chain-letter": {"urgency"},
}


def _written_split(text: str) -> str:
    return (
        "dev"
        if int(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(), 16) % 100 < DEVELOPMENT
        else "train"
    )


def written(path: Path, source: str, *, complete: bool) -> Iterator[Row]:
    """Authored sentences; in the seed the neighbours of a label are not asserted absent."""
    for line in path.read_text("utf-8").splitlines():
        entry = json.loads(line)
        named = [RENAMED.get(label, label) for label in entry["labels"]]
        cells = clean() | dict.fromkeys(named, 1)
        unsure = (
            set(entry.get("unsure", ())) if complete else set().union(*(NEIGHBOURS[label] for label in named))
        )
        cells |= dict.fromkeys(unsure - set(named))
        yield Row(entry["text"], cells, source, _written_split(entry["text"]))


def authored(data: Path) -> Iterator[Row]:
    """The seed, this project's corpus and the identity swaps of its training part."""
    rows = list(written(data / "authored_seed/authored_seed.jsonl", "authored_seed", complete=False))
    for path in sorted(CORPUS.glob("*.jsonl")):
        rows.extend(written(path, "corpus", complete=True))
    yield from rows
    chance = seeded()
    for row in rows:
        if row.split == "train" and row.source == "corpus":
            yield from (row._replace(text=text, source="corpus-swaps") for text in swapped(row.text, chance))
    for text, label in templates():
        yield Row(text, unknown(discrimination=1, obscenity=0) if label else clean(), "swaps", "train")


def capped(rows: Iterable[Row]) -> list[Row]:
    """At most `caps[source]` training rows a source, chosen by the seed."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.source if row.split == "train" else f"{row.source}#{row.split}"].append(row)
    chance = seeded()
    kept: list[Row] = []
    for source, group in sorted(groups.items()):
        cap = settings()["caps"].get(source, len(group))
        kept.extend(chance.sample(group, min(cap, len(group))))
    return kept


def record_inputs(data: Path) -> None:
    """Write the sha256 of every input file."""
    files = {
        path.relative_to(data).as_posix(): path
        for path in sorted(data.glob("*/*"))
        if path.name != "SOURCE.md"
    }
    files = {name: path for name, path in files.items() if not name.startswith(NEVER_TRAINED)}
    files |= {f"corpus/{path.name}": path for path in sorted(CORPUS.iterdir())}
    sums = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    (METRICS / "inputs.json").write_text(json.dumps(sums, indent=1) + "\n", "utf-8")


def main() -> None:
    """Write the table."""
    data = data_folder()
    lexicon = Lexicon(data)
    public = (row for reader in READERS for row in reader(data, lexicon) if row.split in {"train", "dev"})
    rows = [*capped(public), *authored(data)]
    rows += seeded().sample(list(calm(data, lexicon)), settings()["calm_sample"])
    BUILD.mkdir(exist_ok=True)
    counts: dict[str, int] = defaultdict(int)
    with (BUILD / "table.jsonl").open("w", encoding="utf-8") as file:
        for row in rows:
            text = " ".join(row.text.split())
            if text:
                text = mask(text, 0, len(text), quoted_spans(text))
                counts[f"{row.source} {row.split}"] += 1
                entry = {"text": text, "y": [row.cells[label] for label in LABELS], "source": row.source}
                file.write(json.dumps(entry | {"split": row.split}) + "\n")
    record_inputs(data)
    (METRICS / "table.json").write_text(json.dumps(dict(sorted(counts.items())), indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(dict(counts), indent=1) + "\n")


if __name__ == "__main__":
    main()
