"""How are the encoder and its heads fitted?

Two stages over `build/table.jsonl`. Stage `public` learns tone and names from the public sources, the seed
and the templates about groups; stage `office` goes on from there with the office mail of the corpus,
repeated, and a sample of the rest. The loss counts only what a source asserts: cells of labels, tags of
pieces. Fixed seeds, bfloat16 arithmetic: the same kind of processor gives the same weights. A GPU is used
where there is one.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from app.adapters.nlp.names import TAGS
from app.adapters.nlp.pieces import cut
from nlp_models.mail.scripts.encoder import Encoder, from_published, published_folder, tokenizer
from nlp_models.mail.scripts.layout import BUILD, labels, seeded, settings
from nlp_models.mail.scripts.noise import misspelt, recased

UNTAGGED = -100
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as the loss needs it."""

    ids: list[int]
    shapes: list[int]
    targets: list[float]
    known: list[float]
    """1 where the target is asserted."""
    tags: list[int]
    """A tag for the first piece of each word, `UNTAGGED` elsewhere and where names are not asserted."""


def row_of(entry: dict[str, Any], cutter: Tokenizer) -> Row:
    """One entry of the table."""
    pieces = cut(cutter, entry["text"])
    cells = entry["y"] or [None] * len(labels())
    tags = [UNTAGGED] * len(pieces.ids)
    if entry["names"] is not None:
        before = None
        for at, (word, (start, _)) in enumerate(zip(pieces.words, pieces.places, strict=True)):
            if word is not None and word != before:
                name = next((name for name in entry["names"] if name[0] <= start < name[1]), None)
                tags[at] = 0 if name is None else TAGS.index(f"{'B' if start == name[0] else 'I'}-{name[2]}")
            before = word
    return Row(
        pieces.ids,
        pieces.shapes,
        [float(cell or 0) for cell in cells],
        [float(cell is not None) for cell in cells],
        tags,
    )


def load_rows(stage: str, chance: random.Random) -> list[Row]:
    """The training rows of a stage, repeated, sampled and roughened as the settings say."""
    config = settings()
    plan = config[stage]
    cutter = tokenizer(published_folder() / "tokenizer.json", config["max_tokens"])
    entries: list[dict[str, Any]] = []
    sampled: list[dict[str, Any]] = []
    for line in (BUILD / "table.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["split"] == "train":
            times = plan["repeat"].get(entry["source"])
            if times is None:
                sampled.append(entry)
            else:
                entries.extend([entry] * times)
    entries += chance.sample(sampled, min(plan["sample"], len(sampled)))
    rough = config["noise"]
    rows = [row_of(misspelt(recased(entry, rough, chance), rough, chance), cutter) for entry in entries]
    _leave_unlearnt(rows)
    return rows


def _leave_unlearnt(rows: list[Row]) -> None:
    """Assert nothing of a label that no row holds: a stage of absences alone would only silence it."""
    held = [any(column) for column in zip(*(row.targets for row in rows), strict=True)]
    for row in rows:
        row.known[:] = [known * holds for known, holds in zip(row.known, held, strict=True)]


def batches(rows: list[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """Shuffled batches of sentences of like length."""
    order = list(rows)
    chance.shuffle(order)
    pool = size * 40
    groups: list[list[Row]] = []
    for start in range(0, len(order), pool):
        near = sorted(order[start : start + pool], key=lambda row: len(row.ids))
        groups.extend(near[at : at + size] for at in range(0, len(near), size))
    chance.shuffle(groups)
    yield from groups


def padded(lists: list[list[int]], filler: int) -> Tensor:
    """Lists as one table, filled up at their ends."""
    longest = max(len(row) for row in lists)
    return torch.tensor([row + [filler] * (longest - len(row)) for row in lists], device=DEVICE)


def positive_weights(rows: list[Row], most: float) -> Tensor:
    """Square root of absent over present for each label, at most `most`."""
    targets = torch.tensor([row.targets for row in rows])
    known = torch.tensor([row.known for row in rows])
    present = targets.sum(0).clamp(min=1)
    absent = ((1 - targets) * known).sum(0)
    return (absent / present).sqrt().clamp(1, most)


def losses(encoder: Encoder, batch: list[Row], weights: Tensor, smoothing: float) -> tuple[Tensor, Tensor]:
    """The mean loss of the known cells, and of the tagged words."""
    ids = padded([row.ids for row in batch], 0)
    mask = padded([[1] * len(row.ids) for row in batch], 0).bool()
    targets = torch.tensor([row.targets for row in batch], device=DEVICE) * (1 - 2 * smoothing) + smoothing
    known = torch.tensor([row.known for row in batch], device=DEVICE)
    tags = padded([row.tags for row in batch], UNTAGGED)
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        logits, tagged = encoder(ids, padded([row.shapes for row in batch], 0), mask)
    cells = functional.binary_cross_entropy_with_logits(
        logits.float(), targets, pos_weight=weights, reduction="none"
    )
    of_labels = (cells * known).sum() / known.sum().clamp(min=1)
    if not bool((tags != UNTAGGED).any()):
        return of_labels, torch.zeros((), device=DEVICE)
    of_names = functional.cross_entropy(tagged.float().flatten(0, 1), tags.flatten(), ignore_index=UNTAGGED)
    return of_labels, of_names


def fit(encoder: Encoder, rows: list[Row], plan: dict[str, Any], chance: random.Random) -> None:
    """Run one stage in place."""
    heads = [
        parameter for name, parameter in encoder.named_parameters() if name.startswith(("head.", "names."))
    ]
    body = [
        parameter
        for name, parameter in encoder.named_parameters()
        if not name.startswith(("head.", "names."))
    ]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan["rate"]}, {"params": heads, "lr": plan["head_rate"]}],
        weight_decay=0.01,
        fused=True,
    )
    total = int(-(-len(rows) // plan["batch"]) * plan["epochs"])
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * total), max(0.02, (total - step) / total))
    )
    weights = positive_weights(rows, plan["weight_cap"]).to(DEVICE)
    encoder.train()
    done, running, started = 0, [0.0, 0.0], time.monotonic()
    while done < total:
        for batch in batches(rows, plan["batch"], chance):
            of_labels, of_names = losses(encoder, batch, weights, plan["smoothing"])
            (of_labels + plan["names_share"] * of_names).backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            running = [
                old + (new.item() - old) * 0.02
                for old, new in zip(running, (of_labels, of_names), strict=True)
            ]
            done += 1
            if done % 50 == 0:
                left = (time.monotonic() - started) / done * (total - done)
                sys.stdout.write(
                    f"{done}/{total} labels {running[0]:.4f} names {running[1]:.4f}, {left:.0f} s left\n"
                )
                sys.stdout.flush()
            if done >= total:
                break


def main() -> None:
    """Fit the stages asked for; each leaves its weights in `build/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", default=["public", "office"])
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    config = settings()
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # or a GPU's products may differ by run
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(mode=True)
    for stage in given.stages:
        torch.manual_seed(config["seed"])
        chance = seeded()
        encoder = from_published(config["layers"], len(labels()))
        if stage == "office":
            encoder.load_state_dict(torch.load(BUILD / "public.pt", weights_only=True))
        rows = load_rows(stage, chance)
        sys.stdout.write(f"stage {stage}: {len(rows)} rows\n")
        fit(encoder.to(DEVICE), rows, config[stage], chance)
        torch.save(encoder.cpu().state_dict(), BUILD / f"{stage}.pt")


if __name__ == "__main__":
    main()
