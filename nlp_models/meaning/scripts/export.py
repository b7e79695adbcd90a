"""How does the published sentence encoder become the packaged file?

Nothing is trained here. The published weights, without the word pieces that the mail model's vocabulary does
without, are written as a graph in static int8, whose ranges are looked for in the items of
``bench/duplicates`` that anybody may read.

    PYTHONPATH=. .train/bin/python -m nlp_models.meaning.scripts.export
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import yaml

from nlp_models.mail.scripts.encoder import WIDTH, from_published, published_folder
from nlp_models.mail.scripts.export import ranges
from nlp_models.mail.scripts.graph import Graph, encoded, made

VERSION = "1.0.0"
LAYERS, READ_TOKENS = 6, 256
RANGED = 150
PACKAGE = Path(__file__).resolve().parents[1] / "package"
_PROJECT = Path(__file__).resolve().parents[3]
_TOKENIZER = _PROJECT / "nlp_models/mail/package/tokenizer.json"
_ITEMS = _PROJECT / "bench/duplicates"


def items(start: int = 0) -> list[str]:
    """Items of the bulletin, drawn from all that are not blind; those from another start are others."""
    texts: list[str] = []
    for file in sorted(_ITEMS.glob("*.yaml")):
        if "blind" not in file.name and file.name != "own-3.yaml":  # as they were when it was written
            for entry in yaml.safe_load(file.read_text("utf-8")):
                texts += _texts(entry)
    return texts[start :: max(1, len(texts) // RANGED)]


def _texts(entry: dict[str, Any]) -> list[str]:
    if "family" not in entry:
        return [f"{entry[side]['headline']}. {entry[side]['body']}" for side in ("a", "b")]
    written = [entry["first"], *entry["same"].values(), *entry["other"].values()]
    return [f"{headline}. {body}" for headline, body in written]


def main() -> None:
    """Write the package."""
    trimmed = _TOKENIZER.read_text("utf-8")
    pieces = sorted((place, piece) for piece, place in json.loads(trimmed)["model"]["vocab"].items())
    published = json.loads((published_folder() / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    encoder = from_published(list(range(LAYERS)), 1).eval()
    given = ranges(encoder, items(), READ_TOKENS)
    weights = {name: value.numpy().astype(np.float32) for name, value in encoder.state_dict().items()}
    weights["words.weight"] = weights["words.weight"][[published[piece] for _, piece in pieces]]
    graph = Graph(weights, given)
    graph.add("Identity", [encoded(graph, LAYERS, READ_TOKENS)], "states")
    PACKAGE.mkdir(exist_ok=True)
    onnx.save(made(graph, "meaning", {"states": WIDTH}), PACKAGE / "meaning.onnx")
    (PACKAGE / "tokenizer.json").write_text(trimmed, "utf-8")
    sums = {
        name: hashlib.sha256((PACKAGE / name).read_bytes()).hexdigest()
        for name in ("meaning.onnx", "tokenizer.json")
    }
    meta = {"name": "meaning", "version": VERSION, "max_pieces": READ_TOKENS, "sha256": sums}
    (PACKAGE / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")
    size = sum(path.stat().st_size for path in PACKAGE.iterdir())
    sys.stdout.write(f"{len(pieces)} pieces, {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
