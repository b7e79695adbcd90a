"""How does the fitted network become the packaged file?

Drops word pieces that neither English mail nor the training table needs, looks for the range of what each
product is given in sentences of the training table, writes the graph in static int8, and records the
checksums in `meta.json`. `calibrate` fits the scales; until then a logit is taken as it is.
"""

import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from app.adapters.nlp.pieces import cut
from nlp_models.mail.scripts.encoder import Encoder, from_state, published_folder, tokenizer
from nlp_models.mail.scripts.graph import Ranges, build
from nlp_models.mail.scripts.layout import BUILD, PACKAGE, labels, settings

VERSION = "0.4.0"
PIECES = 28_000
READ_TOKENS = 96
RANGED, RARE = 1_500, 0.002
LATIN = 0x250  # code points below are Latin letters and common marks
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def kept_pieces(vocabulary: dict[str, int]) -> list[str]:
    """Special pieces, single Latin characters, pieces seen in training, then the commonest, in order."""
    encode = tokenizer(published_folder() / "tokenizer.json", settings()["max_tokens"]).encode
    seen: Counter[str] = Counter()
    for line in (BUILD / "table.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["split"] == "train":
            seen.update(set(encode(entry["text"]).tokens))
    ordered = sorted(vocabulary, key=vocabulary.__getitem__)

    def is_needed(piece: str) -> bool:
        bare = piece.removeprefix("##")
        return piece in SPECIAL or (len(bare) == 1 and ord(bare) < LATIN) or seen[piece] > 1

    def is_english(piece: str) -> bool:
        return piece.isascii() and not piece.startswith("[unused")

    needed = {piece for piece in ordered if is_needed(piece)}
    for piece in ordered:
        if len(needed) >= PIECES:
            break
        if is_english(piece):
            needed.add(piece)
    return [piece for piece in ordered if piece in needed]


def trimmed_tokenizer(published: dict[str, Any], pieces: list[str]) -> dict[str, Any]:
    """The tokenizer file with only `pieces`, numbered anew."""
    ids = {piece: place for place, piece in enumerate(pieces)}
    published["model"]["vocab"] = ids
    published["padding"] = published["truncation"] = None
    for entry in published["added_tokens"]:
        entry["id"] = ids[entry["content"]]
    for name, entry in published["post_processor"]["special_tokens"].items():
        entry["ids"] = [ids[name]]
    return published


def fitted(stage: str) -> Encoder:
    """The network as a stage left it."""
    return from_state(torch.load(BUILD / f"{stage}.pt", weights_only=True)).eval()


def ranges(encoder: Encoder, texts: Sequence[str], max_tokens: int) -> Ranges:
    """Lowest and highest value that each product is given, but for the `RARE` share of the texts."""
    seen: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)

    def note(name: str) -> Callable[[nn.Module, tuple[Tensor]], None]:
        return lambda _, given: seen[name].append((given[0].min().item(), given[0].max().item()))

    hooks = [
        part.register_forward_pre_hook(note(f"layers.{place}.{name}"))
        for place, layer in enumerate(encoder.layers)
        for name, part in (
            ("packed", layer.query),
            ("attended", layer.attended),
            ("inner", layer.inner),
            ("outer", layer.outer),
        )
    ]
    cutter = tokenizer(published_folder() / "tokenizer.json", max_tokens)
    with torch.no_grad():
        for text in texts:
            pieces = cut(cutter, text)
            ids, shapes = torch.tensor([[pieces.ids], [pieces.shapes]])
            encoder(ids, shapes, torch.ones_like(ids, dtype=torch.bool))
    for hook in hooks:
        hook.remove()
    return {
        name: (
            float(np.quantile([low for low, _ in pairs], RARE)),
            float(np.quantile([high for _, high in pairs], 1 - RARE)),
        )
        for name, pairs in seen.items()
    }


def training_texts(count: int) -> list[str]:
    """Some texts of the training table, drawn from its whole length."""
    lines = (BUILD / "table.jsonl").read_text("utf-8").splitlines()
    texts = [entry["text"] for line in lines if (entry := json.loads(line))["split"] == "train"]
    return texts[:: max(1, len(texts) // count)]


def write_meta(calibration: dict[str, dict[str, float]]) -> None:
    """Describe the package: labels, calibration, checksums."""
    names = ("mail.onnx", "tokenizer.json", "words.json")
    meta = {
        "name": "mail",
        "version": VERSION,
        "labels": labels(),
        "max_pieces": READ_TOKENS,
        "calibration": calibration,
        "sha256": {name: hashlib.sha256((PACKAGE / name).read_bytes()).hexdigest() for name in names},
    }
    (PACKAGE / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")


def main() -> None:
    """Write the package."""
    config = settings()
    published = json.loads((published_folder() / "tokenizer.json").read_text("utf-8"))
    vocabulary: dict[str, int] = dict(published["model"]["vocab"])
    pieces = kept_pieces(vocabulary)
    encoder = fitted(sys.argv[1] if len(sys.argv) > 1 else "narrow")
    given = ranges(encoder, training_texts(RANGED), config["max_tokens"])
    weights = {name: value.numpy().astype(np.float32) for name, value in encoder.state_dict().items()}
    weights["words.weight"] = weights["words.weight"][[vocabulary[piece] for piece in pieces]]
    onnx.save(build(weights, given, len(encoder.layers), READ_TOKENS), PACKAGE / "mail.onnx")
    trimmed = trimmed_tokenizer(published, pieces)
    (PACKAGE / "tokenizer.json").write_text(
        json.dumps(trimmed, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    write_meta({label: {"slope": 1.0, "offset": 0.0} for label in labels()})
    size = sum(path.stat().st_size for path in PACKAGE.iterdir())
    sys.stdout.write(f"{len(pieces)} pieces, {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
