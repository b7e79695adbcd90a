"""How are the encoder and its head fitted?

Two stages over `build/table.jsonl`. Stage `public` learns from the public sources, the seed and the
identity templates; stage `office` goes on from there with the authored office mail, repeated, its
identity swaps, the clean sentences and a sample of the public rows. The loss counts only cells that a
source asserts. One thread, fixed seeds, bfloat16 arithmetic: the same processor gives the same weights.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from nlp_models.mail.scripts.encoder import Encoder, from_published, published_folder, tokenizer
from nlp_models.mail.scripts.layout import BUILD, seeded, settings

OFFICE = {
    "calm",
    "authored_seed",
    "corpus",
    "corpus-swaps",
    "swaps",
    "enron_sentences",
    "uk_gov_text",
    "toxigen_demos",
}
Row = tuple[list[int], list[float], list[float]]  # token ids, targets, 1 where the target is known


def load_rows(stage: str, chance: random.Random) -> list[Row]:
    """The training rows of a stage, repeated as the settings say."""
    config = settings()
    encode = tokenizer(published_folder() / "tokenizer.json", config["max_tokens"]).encode
    repeat = config["repeat" if stage == "public" else "office_repeat"]
    entries = [json.loads(line) for line in (BUILD / "table.jsonl").read_text("utf-8").splitlines()]
    entries = [entry for entry in entries if entry["split"] == "train"]
    if stage == "office":
        others = [entry for entry in entries if entry["source"] not in OFFICE]
        sample = chance.sample(others, min(config["office_sample"], len(others)))
        entries = [entry for entry in entries if entry["source"] in OFFICE] + sample
    rows: list[Row] = []
    for entry in entries:
        targets = [float(cell or 0) for cell in entry["y"]]
        known = [float(cell is not None) for cell in entry["y"]]
        rows.extend([(encode(entry["text"]).ids, targets, known)] * repeat.get(entry["source"], 1))
    return rows


def batches(rows: list[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """Shuffled batches of sentences of like length."""
    order = list(rows)
    chance.shuffle(order)
    pool = size * 40
    groups: list[list[Row]] = []
    for start in range(0, len(order), pool):
        near = sorted(order[start : start + pool], key=lambda row: len(row[0]))
        groups.extend(near[at : at + size] for at in range(0, len(near), size))
    chance.shuffle(groups)
    yield from groups


def tensors(batch: list[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Padded ids, their mask, targets and known cells."""
    longest = max(len(ids) for ids, _, _ in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    for place, (row, _, _) in enumerate(batch):
        ids[place, : len(row)] = torch.tensor(row)
        mask[place, : len(row)] = True
    return ids, mask, torch.tensor([row[1] for row in batch]), torch.tensor([row[2] for row in batch])


def positive_weights(rows: list[Row], most: float) -> Tensor:
    """Square root of absent over present for each label, at most `most`."""
    targets = torch.tensor([row[1] for row in rows])
    known = torch.tensor([row[2] for row in rows])
    present = targets.sum(0).clamp(min=1)
    absent = ((1 - targets) * known).sum(0)
    return (absent / present).sqrt().clamp(1, most)


def fit(encoder: Encoder, rows: list[Row], plan: dict[str, Any], chance: random.Random) -> None:
    """Run one stage in place."""
    head = list(encoder.head.parameters())
    body = [parameter for name, parameter in encoder.named_parameters() if not name.startswith("head.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan["rate"]}, {"params": head, "lr": plan["head_rate"]}], weight_decay=0.01
    )
    per_epoch = -(-len(rows) // plan["batch"])
    total = int(per_epoch * plan["epochs"])
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.06 * total), max(0.02, (total - step) / total))
    )
    weights = positive_weights(rows, plan["weight_cap"])
    encoder.train()
    done, running, started = 0, 0.0, time.monotonic()
    while done < total:
        for batch in batches(rows, plan["batch"], chance):
            ids, mask, targets, known = tensors(batch)
            targets = targets * (1 - 2 * plan["smoothing"]) + plan["smoothing"]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = encoder(ids, mask)
            losses = functional.binary_cross_entropy_with_logits(
                logits.float(), targets, pos_weight=weights, reduction="none"
            )
            loss = (losses * known).sum() / known.sum().clamp(min=1)
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            running += (loss.item() - running) * 0.02
            done += 1
            if done % 50 == 0:
                left = (time.monotonic() - started) / done * (total - done)
                sys.stdout.write(f"{done}/{total} loss {running:.4f}, {left:.0f} s left\n")
                sys.stdout.flush()
            if done >= total:
                break


def main() -> None:
    """Fit the stages asked for; each leaves its weights in `build/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", default=["public", "office"])
    config = settings()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    for stage in parser.parse_args().stages:
        torch.manual_seed(config["seed"])
        chance = seeded()
        encoder = from_published(config["layers"], len(config["labels"]))
        if stage == "office":
            encoder.load_state_dict(torch.load(BUILD / "public.pt", weights_only=True))
        rows = load_rows(stage, chance)
        sys.stdout.write(f"stage {stage}: {len(rows)} rows\n")
        fit(encoder, rows, config[stage], chance)
        torch.save(encoder.state_dict(), BUILD / f"{stage}.pt")


if __name__ == "__main__":
    main()
