"""How does the fitted network become the packaged file?

Drops word pieces that neither English mail nor the training table needs, writes the graph, quantises it
to int8 a channel (a tensor loses quality: tone.md C.4), and records the checksums in `meta.json`.
`calibrate` fits the scales; until then a logit is taken as it is.
"""

import hashlib
import json
import logging
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from nlp_models.mail.scripts.encoder import from_published, published_folder, tokenizer
from nlp_models.mail.scripts.graph import Weights, build
from nlp_models.mail.scripts.layout import BUILD, PACKAGE, labels, settings

VERSION = "0.2.0"
PIECES = 28_000
READ_TOKENS = 96
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


def fitted(stage: str) -> Weights:
    """The weights of a stage as numpy arrays."""
    config = settings()
    encoder = from_published(config["layers"], len(labels()))
    encoder.load_state_dict(torch.load(BUILD / f"{stage}.pt", weights_only=True))
    return {name: value.numpy().astype(np.float32) for name, value in encoder.state_dict().items()}


def quantise(model: onnx.ModelProto, target: Path) -> None:
    """Write `model` in int8, one scale a channel; the head stays in fp32."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "fp32.onnx"
        onnx.save(model, source)
        quantize_dynamic(
            source,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=["head.product", "names.product"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


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
    logging.getLogger().setLevel(logging.ERROR)
    config = settings()
    published = json.loads((published_folder() / "tokenizer.json").read_text("utf-8"))
    vocabulary: dict[str, int] = dict(published["model"]["vocab"])
    pieces = kept_pieces(vocabulary)
    weights = fitted(sys.argv[1] if len(sys.argv) > 1 else "office")
    weights["words.weight"] = weights["words.weight"][[vocabulary[piece] for piece in pieces]]
    model = build(weights, len(config["layers"]), READ_TOKENS)
    onnx.save(model, BUILD / "fp32.onnx")
    quantise(model, PACKAGE / "mail.onnx")
    trimmed = trimmed_tokenizer(published, pieces)
    (PACKAGE / "tokenizer.json").write_text(
        json.dumps(trimmed, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    write_meta({label: {"slope": 1.0, "offset": 0.0} for label in labels()})
    size = sum(path.stat().st_size for path in PACKAGE.iterdir())
    sys.stdout.write(f"{len(pieces)} pieces, {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
