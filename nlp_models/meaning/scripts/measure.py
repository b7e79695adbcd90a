"""How near is the packaged encoder to the published one, and what does it cost?

Measured on items of ``bench/duplicates``, others than a package made now takes its ranges from; the figures
go to ``metrics/meaning.json`` and into the card.

    PYTHONPATH=. .train/bin/python -m nlp_models.meaning.scripts.measure
"""

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch

from app.adapters.nlp.meanings import NetworkMeanings
from app.adapters.nlp.pieces import cut
from nlp_models.mail.scripts.encoder import from_published, published_folder, tokenizer
from nlp_models.mail.scripts.measure.shares import DRAWS
from nlp_models.meaning.scripts.card import filled
from nlp_models.meaning.scripts.export import LAYERS, PACKAGE, READ_TOKENS, items

MODEL = Path(__file__).resolve().parents[1]
METRICS, CARD = MODEL / "metrics/meaning.json", MODEL / "card.md"


def cosines(reader: NetworkMeanings, texts: list[str]) -> list[float]:
    """Of each text's packaged vector and its published one."""
    encoder = from_published(list(range(LAYERS)), 1).eval()
    cutter = tokenizer(published_folder() / "tokenizer.json", READ_TOKENS)
    found = []
    for text, ours in zip(texts, reader.of(texts), strict=True):
        pieces = cut(cutter, text)
        ids, shapes = torch.tensor([[pieces.ids], [pieces.shapes]])
        with torch.no_grad():
            theirs = encoder.read(ids, shapes, torch.ones_like(ids, dtype=torch.bool))[0].mean(0).numpy()
        vector = np.array(ours)
        found.append(float(theirs @ vector / np.linalg.norm(theirs) / np.linalg.norm(vector)))
    return found


def measured() -> dict[str, Any]:
    """Everything that the card says in figures."""
    begun = time.process_time()
    reader = NetworkMeanings(PACKAGE)
    loaded = time.process_time() - begun
    texts = items(start=1)
    near = np.array(cosines(reader, texts))
    costs = []
    for text in texts:
        begun = time.process_time()
        reader.read(text)
        costs.append(1000 * (time.process_time() - begun))
    drawn = np.random.default_rng(0).choice(near, (DRAWS, len(near))).mean(1)
    return {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "version": json.loads((PACKAGE / "meta.json").read_text("utf-8"))["version"],
        "sha256": json.loads((PACKAGE / "meta.json").read_text("utf-8"))["sha256"]["meaning.onnx"],
        "items": len(texts),
        "words": round(float(np.median([len(text.split()) for text in texts]))),
        "mb": round(sum(path.stat().st_size for path in PACKAGE.iterdir()) / 1e6, 1),
        "load_s": round(loaded, 2),
        "item_ms": round(float(np.median(costs)), 1),
        "cosine": [round(float(near.mean()), 4), *np.quantile(drawn, [0.025, 0.975]).round(4).tolist()],
        "least": round(float(near.min()), 4),
    }


def main() -> None:
    """Measure, and write the card."""
    found = measured()
    METRICS.parent.mkdir(exist_ok=True)
    METRICS.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    CARD.write_text(filled(CARD.read_text("utf-8"), found), "utf-8")


if __name__ == "__main__":
    main()
